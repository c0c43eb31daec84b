package dev.schemend.exec.introspect.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DdlStatement.CreateObject;
import dev.schemend.ddl.DdlStatement.CreateOpaque;
import dev.schemend.exec.introspect.CatalogQuery;
import dev.schemend.exec.introspect.NeedsFirst;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.References;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.StoredDefinition;
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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads views, triggers, routines and events: each as the statement that would make it, which the
 * frontend reads. Whose they are is left out, as who runs a script decides that.
 */
record DefinitionReader(Catalog catalog, Set<Identifier> ignored) {

  private static final String PROCEDURE = "PROCEDURE";
  private static final Pattern ALGORITHM = Pattern.compile("^CREATE ALGORITHM=(\\w+)");

  private record Parameter(String routine, String text) {}

  List<DdlStatement> read() {
    List<DdlStatement> statements = new ArrayList<>(routines());
    statements.addAll(
        NeedsFirst.order(views(), DefinitionReader::ref, create -> References.of(object(create))));
    catalog.rows(CatalogQueries.TRIGGERS, this::trigger).forEach(statements::addAll);
    statements.addAll(catalog.rows(CatalogQueries.EVENTS, this::event));
    return statements;
  }

  private static SchemaObject object(DdlStatement create) {
    return create instanceof CreateObject made ? made.object() : ((CreateOpaque) create).object();
  }

  private static ObjectRef ref(DdlStatement create) {
    return object(create).ref();
  }

  /** The statement of a text; the text itself where the frontend does not understand it. */
  private DdlStatement statement(ObjectRef ref, String text) {
    return catalog.texts().definition(text, ref.name().toString()).stream()
        .filter(made -> made instanceof CreateObject || made instanceof CreateOpaque)
        .findFirst()
        .orElseGet(() -> new CreateOpaque(OpaqueObject.of(ref, text, List.of()), false));
  }

  private List<DdlStatement> views() {
    Map<ObjectName, List<Identifier>> columns =
        catalog
            .rows(
                CatalogQueries.VIEW_COLUMNS,
                row ->
                    Map.entry(
                        catalog.names().object(row.getString(1), row.getString(2)),
                        Identifier.of(row.getString(3))))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return catalog.rows(
        CatalogQueries.views(catalog.facts().viewAlgorithm()), row -> view(row, columns));
  }

  // The definition does not hold the names that MySQL was given in brackets.
  private DdlStatement view(ResultSet row, Map<ObjectName, List<Identifier>> columns)
      throws SQLException {
    ObjectName name = catalog.names().object(row.getString(1), row.getString(2));
    String check = row.getString(4);
    return statement(
        ObjectRef.to(ObjectKind.VIEW, name),
        "CREATE ALGORITHM = "
            + algorithm(row)
            + " SQL SECURITY "
            + row.getString(5)
            + " VIEW "
            + quoted(name)
            + list(columns.getOrDefault(name, List.of()))
            + " AS "
            + shown(row.getString(3), "view " + name, "SHOW VIEW")
            + (check.equals("NONE") ? "" : " WITH " + check + " CHECK OPTION"));
  }

  // MySQL tells it in SHOW CREATE alone, and that only where it shows the definition.
  private String algorithm(ResultSet row) throws SQLException {
    String shown = row.getString(6);
    if (shown != null) {
      return shown;
    }
    String definition = row.getString(3);
    return definition == null || definition.isEmpty()
        ? "UNDEFINED"
        : created(row, "VIEW", 2)
            .map(ALGORITHM::matcher)
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .orElse("UNDEFINED");
  }

  // A view of what is no longer there has no columns.
  private static String list(List<Identifier> columns) {
    return columns.isEmpty()
        ? ""
        : columns.stream()
            .map(DefinitionReader::quoted)
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private List<DdlStatement> trigger(ResultSet row) throws SQLException {
    ObjectName table = catalog.names().object(row.getString(1), row.getString(3));
    if (ignored.contains(table.name())) {
      return List.of();
    }
    ObjectName name = catalog.names().object(row.getString(1), row.getString(2));
    String text =
        "CREATE TRIGGER "
            + String.join(" ", quoted(name), row.getString(4), row.getString(5), "ON")
            + " "
            + quoted(table)
            + " FOR EACH ROW "
            + program(row, "TRIGGER", 3, shown(row.getString(6), "trigger " + name, "TRIGGER"));
    return List.of(statement(ObjectRef.to(ObjectKind.TRIGGER, name), text));
  }

  private List<DdlStatement> routines() {
    Map<String, String> parameters =
        catalog.rows(CatalogQueries.PARAMETERS, DefinitionReader::parameter).stream()
            .collect(
                Collectors.groupingBy(
                    Parameter::routine,
                    Collectors.mapping(Parameter::text, Collectors.joining(", "))));
    return catalog.rows(CatalogQueries.ROUTINES, row -> routine(row, parameters));
  }

  private static Parameter parameter(ResultSet row) throws SQLException {
    String routine = row.getString(3);
    return new Parameter(
        routine(row.getString(1), row.getString(2), routine),
        (routine.equals(PROCEDURE) ? row.getString(4) + " " : "")
            + quoted(Identifier.of(row.getString(5)))
            + " "
            + type(row, 6));
  }

  /** A type, and in the two columns behind it its character set and collation. */
  private static String type(ResultSet row, int column) throws SQLException {
    String set = row.getString(column + 1);
    String collation = row.getString(column + 2);
    String type = row.getString(column);
    boolean stated = type.toLowerCase(Locale.ROOT).contains(" charset ");
    return stated || set == null || set.equals("binary")
        ? type
        : type + " CHARSET " + set + (collation == null ? "" : " COLLATE " + collation);
  }

  /** Functions and procedures have name spaces of their own: the member says which it is. */
  private DdlStatement routine(ResultSet row, Map<String, String> parameters) throws SQLException {
    ObjectName name = catalog.names().object(row.getString(1), row.getString(2));
    String type = row.getString(3);
    String signature = routine(row.getString(1), row.getString(2), type);
    String text =
        "CREATE "
            + type
            + " "
            + quoted(name)
            + "("
            + parameters.getOrDefault(signature, "")
            + ")"
            + (type.equals(PROCEDURE) ? "" : " RETURNS " + type(row, 4))
            + " COMMENT "
            + constant(row.getString(7))
            + (row.getString(8).equals("YES") ? " DETERMINISTIC " : " ")
            + row.getString(9)
            + " SQL SECURITY "
            + row.getString(10)
            + " "
            + program(row, type, 3, shown(row.getString(11), "routine " + name, "SHOW_ROUTINE"));
    return statement(
        new ObjectRef(ObjectKind.ROUTINE, name, Identifier.of(type.toLowerCase(Locale.ROOT))),
        text);
  }

  private static String routine(String database, String name, String type) {
    return String.join("\0", database, name, type);
  }

  private DdlStatement event(ResultSet row) throws SQLException {
    ObjectName name = catalog.names().object(row.getString(1), row.getString(2));
    String at = row.getString(3);
    String text =
        "CREATE EVENT "
            + quoted(name)
            + " ON SCHEDULE "
            + (at == null
                ? "EVERY "
                    + interval(row.getString(4))
                    + " "
                    + row.getString(5)
                    + moment(" STARTS ", row.getString(6))
                    + moment(" ENDS ", row.getString(7))
                : "AT " + constant(at))
            + " ON COMPLETION "
            + row.getString(8)
            + " "
            + status(row.getString(9))
            + " COMMENT "
            + constant(row.getString(10))
            + " DO "
            + program(row, "EVENT", 4, shown(row.getString(11), "event " + name, "EVENT"));
    return statement(ObjectRef.to(ObjectKind.EVENT, name), text);
  }

  // An interval of several fields comes in quotes, or not.
  private static String interval(String value) {
    return value.startsWith("'") ? value : constant(value);
  }

  private static String moment(String word, String value) {
    return value == null ? "" : word + constant(value);
  }

  private static String status(String shown) {
    return switch (shown) {
      case "ENABLED" -> "ENABLE";
      case "DISABLED" -> "DISABLE";
      default -> "DISABLE ON SLAVE";
    };
  }

  private String shown(String definition, String what, String privilege) {
    if (definition == null || definition.isEmpty()) {
      catalog.hidden(what, privilege);
      return "";
    }
    return definition;
  }

  /**
   * The text of a program as its author wrote it. MySQL's information schema leaves out the escapes
   * in strings, so that {@code SHOW CREATE} is asked where there may be any.
   *
   * @param row with the database and the name in front
   * @param column of {@code SHOW CREATE} with the statement
   */
  private String program(ResultSet row, String word, int column, String shown) throws SQLException {
    if (!catalog.facts().losesEscapes() || !shown.matches("(?s).*['\"\\\\].*")) {
      return shown;
    }
    return created(row, word, column).stream()
        .flatMap(text -> catalog.texts().definition(text, word.toLowerCase(Locale.ROOT)).stream())
        .filter(CreateObject.class::isInstance)
        .map(made -> ((CreateObject) made).object())
        .filter(StoredDefinition.class::isInstance)
        .map(object -> ((StoredDefinition) object).body().text())
        .findFirst()
        .orElse(shown);
  }

  /** What {@code SHOW CREATE} shows for the object whose database and name begin a row. */
  private Optional<String> created(ResultSet row, String word, int column) throws SQLException {
    String name =
        quoted(Identifier.of(row.getString(1))) + "." + quoted(Identifier.of(row.getString(2)));
    CatalogQuery query =
        new CatalogQuery("the definition of " + name, "SHOW CREATE " + word + " " + name);
    return catalog
        .session()
        .rows(query, List.of(), one -> Optional.ofNullable(one.getString(column)))
        .getFirst();
  }

  private static String constant(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  private static String quoted(ObjectName name) {
    return (name.isQualified() ? quoted(name.schema()) + "." : "") + quoted(name.name());
  }

  private static String quoted(Identifier name) {
    return "`" + name.text().replace("`", "``") + "`";
  }
}
