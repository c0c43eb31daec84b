package dev.schemend.parser.mysql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Column;
import dev.schemend.model.Routine;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.StoredDefinition.Clause;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Views, triggers, routines and events: what is said of them, and their bodies as written. */
final class DefinitionPrinter {

  private final ColumnPrinter columns;
  private final Function<ObjectName, String> names;

  /** Writes names by {@code names}. */
  DefinitionPrinter(ColumnPrinter columns, Function<ObjectName, String> names) {
    this.columns = columns;
    this.names = names;
  }

  String print(DdlStatement.CreateObject create, StoredDefinition object) {
    Map<Clause, String> clauses = object.clauses();
    return "CREATE "
        + (create.orReplace() ? "OR REPLACE " : "")
        + said(clauses, Clause.ALGORITHM, "ALGORITHM = ")
        + said(clauses, Clause.DEFINER, "DEFINER = ")
        + (object.is(ObjectKind.VIEW) ? said(clauses, Clause.SECURITY, "SQL SECURITY ") : "")
        + (clauses.containsKey(Clause.AGGREGATE) ? "AGGREGATE " : "")
        + word(object.ref())
        + (create.ifNotExists() ? "IF NOT EXISTS " : "")
        + names.apply(object.ref().name())
        + " "
        + head(object)
        + object.body().text()
        + (clauses.containsKey(Clause.CHECK_OPTION)
            ? " WITH " + clauses.get(Clause.CHECK_OPTION) + " CHECK OPTION"
            : "");
  }

  String print(DdlStatement.OfMySql.AlterDefinition alter) {
    Map<Clause, String> clauses = alter.clauses();
    String changes =
        alter.object().kind() == ObjectKind.EVENT
            ? schedule(clauses)
                + completion(clauses)
                + alter.newName().map(name -> "RENAME TO " + names.apply(name) + " ").orElse("")
                + status(clauses)
                + alter.body().map(body -> "DO " + body.text()).orElse("")
            : characteristics(clauses);
    return ("ALTER "
            + said(clauses, Clause.DEFINER, "DEFINER = ")
            + word(alter.object())
            + names.apply(alter.object().name())
            + " "
            + changes)
        .strip();
  }

  private static String word(ObjectRef ref) {
    String word = ref.kind() == ObjectKind.ROUTINE ? ref.member().text() : ref.kind().words();
    return word.toUpperCase(Locale.ROOT) + " ";
  }

  private String head(StoredDefinition object) {
    Map<Clause, String> clauses = object.clauses();
    return switch (object.ref().kind()) {
      case VIEW -> list(object.columns()) + "AS ";
      case TRIGGER ->
          clauses.get(Clause.TIMING)
              + " "
              + clauses.get(Clause.EVENT)
              + " ON "
              + names.apply(object.table().orElseThrow())
              + " FOR EACH ROW "
              + order(clauses, Clause.FOLLOWS)
              + order(clauses, Clause.PRECEDES);
      case EVENT -> schedule(clauses) + completion(clauses) + status(clauses) + "DO ";
      default -> parameters(object) + characteristics(clauses);
    };
  }

  private static String list(List<Identifier> columns) {
    return columns.isEmpty()
        ? ""
        : columns.stream().map(SqlNames::quoted).collect(Collectors.joining(", ", "(", ") "));
  }

  private static String order(Map<Clause, String> clauses, Clause clause) {
    String other = clauses.get(clause);
    return other == null ? "" : clause + " " + SqlNames.quoted(Identifier.of(other)) + " ";
  }

  // Parameters of functions take no word for the way that values go, on MySQL.
  private String parameters(StoredDefinition routine) {
    boolean function = routine.result().isPresent();
    String list =
        routine.parameters().stream()
            .map(
                parameter ->
                    (function && parameter.mode() == Routine.Mode.IN ? "" : parameter.mode() + " ")
                        + column(parameter.column()))
            .collect(Collectors.joining(", ", "(", ") "));
    String noName = SqlNames.quoted(Identifier.NONE) + " ";
    return list
        + routine
            .result()
            .map(result -> "RETURNS " + column(result).substring(noName.length()) + " ")
            .orElse("");
  }

  private String column(Column column) {
    return columns.print(new ColumnDefinition(column, false, List.of(), List.of()), true);
  }

  private static String characteristics(Map<Clause, String> clauses) {
    String deterministic = clauses.get(Clause.DETERMINISTIC);
    return comment(clauses)
        + (deterministic == null
            ? ""
            : deterministic.equals("YES") ? "DETERMINISTIC " : "NOT DETERMINISTIC ")
        + said(clauses, Clause.DATA, "")
        + said(clauses, Clause.SECURITY, "SQL SECURITY ");
  }

  private static String schedule(Map<Clause, String> clauses) {
    String every = clauses.get(Clause.EVERY);
    if (every == null) {
      return said(clauses, Clause.AT, "ON SCHEDULE AT ");
    }
    int unit = every.lastIndexOf(' ');
    String value = every.substring(0, unit);
    return "ON SCHEDULE EVERY "
        + (isConstantOfSeveralFields(value) ? Literals.quoted(value) : value)
        + every.substring(unit)
        + " "
        + said(clauses, Clause.STARTS, "STARTS ")
        + said(clauses, Clause.ENDS, "ENDS ");
  }

  // 1:30 and the like.
  private static boolean isConstantOfSeveralFields(String value) {
    return value.chars().noneMatch(Character::isLetter)
        && !value.chars().allMatch(Character::isDigit);
  }

  private static String completion(Map<Clause, String> clauses) {
    String kept = clauses.get(Clause.PRESERVE);
    return kept == null ? "" : "ON COMPLETION " + (kept.equals("YES") ? "" : "NOT ") + "PRESERVE ";
  }

  private static String status(Map<Clause, String> clauses) {
    return said(clauses, Clause.STATUS, "") + comment(clauses);
  }

  private static String comment(Map<Clause, String> clauses) {
    String text = clauses.get(Clause.COMMENT);
    return text == null ? "" : "COMMENT " + Literals.quoted(text) + " ";
  }

  private static String said(Map<Clause, String> clauses, Clause clause, String before) {
    String value = clauses.get(clause);
    return value == null ? "" : before + value + " ";
  }
}
