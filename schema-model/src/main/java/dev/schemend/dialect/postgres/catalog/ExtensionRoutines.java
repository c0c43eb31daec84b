package dev.schemend.dialect.postgres.catalog;

import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Map;

/**
 * Routines of extensions that change the schema of their caller, as code that does the same. What
 * other routines of extensions do leaves no mark on a schema, or none that is known.
 */
final class ExtensionRoutines {

  /** The extension that brings the functions below. */
  private static final Identifier POSTGIS = Identifier.of("postgis");

  // AddGeometryColumn (PostGIS reference, "Table Management Functions"): a type with its modifiers,
  // or a plain one with the three checks that told the same before there were modifiers.
  private static final String ADD_COLUMN =
      """
      BEGIN
        IF use_typmod THEN
          EXECUTE 'ALTER TABLE ' || target || ' ADD COLUMN ' || quote_ident(column_name)
            || ' geometry(' || new_type || suffix || ', ' || srid || ')';
        ELSE
          EXECUTE 'ALTER TABLE ' || target || ' ADD COLUMN ' || quote_ident(column_name)
            || ' geometry';
          EXECUTE 'ALTER TABLE ' || target || ' ADD CONSTRAINT '
            || quote_ident('enforce_srid_' || column_name) || ' CHECK (st_srid('
            || quote_ident(column_name) || ') = ' || srid || ')';
          EXECUTE 'ALTER TABLE ' || target || ' ADD CONSTRAINT '
            || quote_ident('enforce_dims_' || column_name) || ' CHECK (st_ndims('
            || quote_ident(column_name) || ') = ' || new_dim || ')';
          IF upper(new_type) <> 'GEOMETRY' THEN
            EXECUTE 'ALTER TABLE ' || target || ' ADD CONSTRAINT '
              || quote_ident('enforce_geotype_' || column_name) || ' CHECK (geometrytype('
              || quote_ident(column_name) || ') = ' || quote_literal(upper(new_type))
              || ' OR ' || quote_ident(column_name) || ' IS NULL)';
          END IF;
        END IF;
        RETURN column_name;
      END
      """;

  private static final String DROP_COLUMN =
      """
      BEGIN
        EXECUTE 'ALTER TABLE ' || target || ' DROP COLUMN ' || quote_ident(column_name);
        RETURN column_name;
      END
      """;

  /** Where the table is: without a schema, in one of that name, or of a database too. */
  private record Place(String parameters, String table) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("table_name text", "quote_ident(table_name)"),
          new Place(
              "schema_name text, table_name text",
              "quote_ident(schema_name) || '.' || quote_ident(table_name)"),
          new Place(
              "catalog_name text, schema_name text, table_name text",
              "CASE WHEN schema_name = '' THEN '' ELSE quote_ident(schema_name) || '.' END"
                  + " || quote_ident(table_name)"));

  private static final String GEOMETRY =
      ", column_name text, new_srid integer, new_type text, new_dim integer,"
          + " use_typmod boolean DEFAULT true";

  private static final String SPELLINGS =
      " srid integer := CASE WHEN new_srid > 0 THEN new_srid ELSE 0 END;"
          + " suffix text := CASE WHEN new_dim = 4 AND upper(new_type) NOT LIKE '%ZM' THEN 'ZM'"
          + " WHEN new_dim = 3 AND upper(new_type) NOT LIKE '%M' AND upper(new_type) NOT LIKE '%Z'"
          + " THEN 'Z' ELSE '' END;";

  private static final Map<String, List<String>> DEFINITIONS =
      Map.of(
          "addgeometrycolumn", definitions("addgeometrycolumn", GEOMETRY, SPELLINGS, ADD_COLUMN),
          "dropgeometrycolumn",
              definitions("dropgeometrycolumn", ", column_name text", "", DROP_COLUMN));

  private ExtensionRoutines() {}

  /** The definitions of the routines that {@code name} may mean, most of the time none. */
  static List<String> definitions(ObjectName name, Schema schema) {
    List<String> known = DEFINITIONS.getOrDefault(name.name().key(), List.of());
    boolean there =
        !known.isEmpty()
            && schema.has(ObjectRef.to(ObjectKind.EXTENSION, ObjectName.unqualified(POSTGIS)));
    return there ? known : List.of();
  }

  private static List<String> definitions(
      String name, String parameters, String variables, String body) {
    return PLACES.stream()
        .map(
            place ->
                "CREATE FUNCTION %s(%s%s) RETURNS text LANGUAGE plpgsql AS $$ DECLARE target text := %s;%s %s$$"
                    .formatted(
                        name, place.parameters(), parameters, place.table(), variables, body))
        .toList();
  }
}
