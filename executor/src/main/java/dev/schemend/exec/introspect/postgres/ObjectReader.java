package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the objects that one statement defines, by the server's own statement of each. */
record ObjectReader(
    CatalogSession catalogs, List<?> parameters, CatalogNames names, CatalogTexts texts) {

  /** What may come before tables, unless it is made of the rows of one. */
  private static final Set<ObjectKind> EARLY =
      EnumSet.of(
          ObjectKind.EXTENSION,
          ObjectKind.RANGE_TYPE,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.DOMAIN,
          ObjectKind.ROUTINE,
          ObjectKind.AGGREGATE,
          ObjectKind.COLLATION,
          ObjectKind.OPERATOR,
          ObjectKind.OPERATOR_CLASS,
          ObjectKind.OPERATOR_FAMILY,
          ObjectKind.CAST,
          ObjectKind.TRANSFORM,
          ObjectKind.CONVERSION,
          ObjectKind.TEXT_SEARCH_PARSER,
          ObjectKind.TEXT_SEARCH_TEMPLATE,
          ObjectKind.TEXT_SEARCH_DICTIONARY,
          ObjectKind.TEXT_SEARCH_CONFIGURATION,
          ObjectKind.LANGUAGE,
          ObjectKind.ACCESS_METHOD,
          ObjectKind.FOREIGN_DATA_WRAPPER,
          ObjectKind.FOREIGN_SERVER,
          ObjectKind.USER_MAPPING);

  /** What makes one object, and what is to be said of it right after. */
  record Definition(ObjectRef ref, List<DdlStatement> statements) {}

  /**
   * All of them.
   *
   * @param everything whether the scope is the whole database, so that what lives in no schema
   *     belongs to it
   */
  List<Definition> read(boolean everything) {
    List<Object> withScope = new ArrayList<>(parameters);
    withScope.add(everything);
    List<Definition> definitions =
        catalogs.rows(
            ObjectQueries.OBJECTS,
            withScope,
            row -> {
              ObjectRef ref = names.ref(row, 1);
              String text = row.getString(6);
              return text.isEmpty()
                  ? Subscriptions.hidden(ref)
                  : new Definition(ref, texts.definition(text, ref.toString()));
            });
    return new Subscriptions(catalogs, names).connected(definitions);
  }

  /** Types, and routines that need no relation: columns, defaults and checks may use them. */
  static List<Definition> beforeTables(List<Definition> definitions, Set<ObjectName> relations) {
    return DefinitionOrder.of(definitions.stream().filter(one -> isFree(one, relations)).toList());
  }

  /** The others, which need tables or live on them. */
  static List<Definition> withTables(List<Definition> definitions, Set<ObjectName> relations) {
    return DefinitionOrder.of(definitions.stream().filter(one -> !isFree(one, relations)).toList());
  }

  static List<DdlStatement> statements(List<Definition> definitions) {
    return definitions.stream().flatMap(one -> one.statements().stream()).toList();
  }

  private static boolean isFree(Definition definition, Set<ObjectName> relations) {
    return EARLY.contains(definition.ref().kind())
        && DefinitionOrder.mentions(definition).stream().noneMatch(relations::contains);
  }

  /**
   * Comments on what does not hold its comment itself.
   *
   * @param everything as in {@link #read}
   */
  List<DdlStatement> comments(boolean everything) {
    List<Object> withScope = new ArrayList<>(parameters);
    withScope.add(everything);
    return catalogs
        .rows(
            ObjectQueries.COMMENTS,
            withScope,
            row ->
                texts.definition(
                    "COMMENT ON " + row.getString(1) + " IS " + quoted(row.getString(2)),
                    row.getString(1)))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
