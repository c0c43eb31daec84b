package dev.schemend.exec.introspect.mysql;

import dev.schemend.ddl.DdlStatement.CreateOpaque;
import dev.schemend.exec.introspect.CatalogQuery;
import dev.schemend.exec.introspect.NeedsFirst;
import dev.schemend.model.OpaqueObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the objects that are carried, not understood. */
record OpaqueReader(Catalog catalog, Set<Identifier> ignored) {

  private static final String PROCEDURE = "PROCEDURE";

  private record Parameter(String routine, String text) {}

  List<CreateOpaque> read() {
    List<CreateOpaque> objects = new ArrayList<>();
    objects.addAll(NeedsFirst.order(catalog.rows(CatalogQueries.VIEWS, this::view)));
    objects.addAll(routines());
    objects.addAll(
        create(CatalogQueries.TRIGGERS, this::trigger).stream()
            .filter(
                create ->
                    create.object().dependsOn().stream()
                        .noneMatch(table -> ignored.contains(table.name().name())))
            .toList());
    objects.addAll(create(CatalogQueries.EVENTS, this::event));
    return objects;
  }

  private interface ObjectReader {
    OpaqueObject read(ResultSet row) throws SQLException;
  }

  private List<CreateOpaque> create(CatalogQuery query, ObjectReader reader) {
    return catalog.rows(query, row -> new CreateOpaque(reader.read(row), false));
  }

  /** The frontend tells what a view reads. */
  private CreateOpaque view(ResultSet row) throws SQLException {
    ObjectName name = catalog.names().object(row.getString(1), row.getString(2));
    String definition = shown(row.getString(3), "view " + name, "SHOW VIEW");
    String text = "CREATE VIEW " + quoted(name) + " AS " + definition;
    return catalog.texts().definition(text, name.toString()).stream()
        .filter(CreateOpaque.class::isInstance)
        .map(CreateOpaque.class::cast)
        .findFirst()
        .orElseGet(
            () -> new CreateOpaque(object(ObjectRef.to(ObjectKind.VIEW, name), text), false));
  }

  private static String quoted(ObjectName name) {
    return (name.isQualified() ? quoted(name.schema()) + "." : "") + quoted(name.name());
  }

  private static String quoted(Identifier name) {
    return "`" + name.text().replace("`", "``") + "`";
  }

  private OpaqueObject trigger(ResultSet row) throws SQLException {
    ObjectName table = catalog.names().object(row.getString(1), row.getString(3));
    ObjectName name = catalog.names().object(row.getString(1), row.getString(2));
    return OpaqueObject.of(
        ObjectRef.to(ObjectKind.TRIGGER, name),
        "CREATE TRIGGER "
            + String.join(" ", quoted(name), row.getString(4), row.getString(5), "ON")
            + " "
            + quoted(table)
            + " FOR EACH ROW "
            + shown(row.getString(6), "trigger " + name, "TRIGGER"),
        List.of(ObjectRef.table(table)));
  }

  private List<CreateOpaque> routines() {
    Map<String, String> parameters =
        catalog
            .rows(
                CatalogQueries.PARAMETERS,
                row ->
                    new Parameter(
                        routine(row.getString(1), row.getString(2), row.getString(3)),
                        Stream.of(row.getString(4), row.getString(5), row.getString(6))
                            .filter(word -> word != null)
                            .collect(Collectors.joining(" "))))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Parameter::routine,
                    Collectors.mapping(Parameter::text, Collectors.joining(", "))));
    return create(CatalogQueries.ROUTINES, row -> routine(row, parameters));
  }

  /** Functions and procedures have name spaces of their own: the member says which it is. */
  private OpaqueObject routine(ResultSet row, Map<String, String> parameters) throws SQLException {
    ObjectName name = catalog.names().object(row.getString(1), row.getString(2));
    String type = row.getString(3);
    String signature = routine(row.getString(1), row.getString(2), type);
    return object(
        new ObjectRef(ObjectKind.ROUTINE, name, Identifier.of(type.toLowerCase(Locale.ROOT))),
        "CREATE "
            + type
            + " "
            + quoted(name)
            + "("
            + parameters.getOrDefault(signature, "")
            + ")"
            + (type.equals(PROCEDURE) ? " " : " RETURNS " + row.getString(4) + " ")
            + shown(row.getString(5), "routine " + name, "SHOW_ROUTINE"));
  }

  private static String routine(String database, String name, String type) {
    return String.join("\0", database, name, type);
  }

  private OpaqueObject event(ResultSet row) throws SQLException {
    ObjectName name = catalog.names().object(row.getString(1), row.getString(2));
    String at = row.getString(3);
    return object(
        ObjectRef.to(ObjectKind.EVENT, name),
        "CREATE EVENT "
            + quoted(name)
            + " ON SCHEDULE "
            + (at == null
                ? "EVERY '" + row.getString(4) + "' " + row.getString(5)
                : "AT '" + at + "'")
            + " DO "
            + shown(row.getString(6), "event " + name, "EVENT"));
  }

  private String shown(String definition, String what, String privilege) {
    if (definition == null || definition.isEmpty()) {
      catalog.hidden(what, privilege);
      return "";
    }
    return definition;
  }

  private static OpaqueObject object(ObjectRef ref, String text) {
    return OpaqueObject.of(ref, text, List.of());
  }
}
