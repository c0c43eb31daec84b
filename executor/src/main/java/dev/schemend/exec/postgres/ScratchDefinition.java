package dev.schemend.exec.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Column;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.Policy;
import dev.schemend.model.PostgresTriggerOptions;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Routine;
import dev.schemend.model.TableOptions;
import dev.schemend.model.Trigger;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object made anew in the session's temporary schema. A policy, which reads its rows by the name
 * of their table, gets a table of that name; what reads them as {@code OLD} and {@code NEW} gets
 * one that hides no other. A routine keeps its name, by which its body may call its parameters.
 *
 * @param statements what makes it
 * @param question the query that reads it back (manual, 9.26.7: System Catalog Information
 *     Functions)
 */
record ScratchDefinition(List<DdlStatement> statements, String question) {

  private static final Identifier TEMPORARY = Identifier.of("pg_temp");
  private static final Identifier NAME = Identifier.of("schemend_stored_form");

  private static final ObjectName SCRATCH = new ObjectName(TEMPORARY, NAME);

  /** Any function of triggers will do for one that never fires, and this one every server has. */
  private static final ObjectName TRIGGER_FUNCTION =
      new ObjectName(
          Identifier.of("pg_catalog"), Identifier.of("suppress_redundant_updates_trigger"));

  private static final String OF_NAME = " = 'schemend_stored_form'";

  /** Copies the statements. */
  ScratchDefinition {
    statements = List.copyOf(statements);
  }

  /** Empty for kinds of objects that are not asked about. */
  static Optional<ScratchDefinition> of(DefinedObject object, List<Column> rows) {
    return switch (object) {
      case Policy policy ->
          Optional.of(
              on(
                  new ObjectName(TEMPORARY, policy.table().name()),
                  rows,
                  policy.withName(new ObjectName(TEMPORARY, policy.table().name()), NAME),
                  "SELECT pg_get_expr(polqual, polrelid) FROM pg_policy WHERE polname"));
      case Trigger trigger ->
          Optional.of(
              on(
                  SCRATCH,
                  rows,
                  trigger
                      .withName(SCRATCH, NAME)
                      .withFunction(TRIGGER_FUNCTION)
                      .withPostgres(PostgresTriggerOptions.NONE),
                  "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname"));
      case RewriteRule rule ->
          Optional.of(
              on(
                  SCRATCH,
                  rows,
                  rule.withName(SCRATCH, NAME),
                  "SELECT pg_get_ruledef(oid) FROM pg_rewrite WHERE rulename"));
      case Routine routine ->
          Optional.of(
              new ScratchDefinition(
                  List.of(
                      create(
                          routine
                              .withName(new ObjectName(TEMPORARY, routine.name().name()))
                              .withAttributes(new TreeMap<>()))),
                  "SELECT pg_get_functiondef(oid) FROM pg_proc"
                      + " WHERE pronamespace = pg_my_temp_schema()"));
      default -> Optional.empty();
    };
  }

  private static ScratchDefinition on(
      ObjectName table, List<Column> rows, DefinedObject object, String question) {
    return new ScratchDefinition(List.of(table(table, rows), create(object)), question + OF_NAME);
  }

  /** A table with columns of those types, and nothing else. */
  static DdlStatement table(ObjectName name, List<Column> rows) {
    return new DdlStatement.CreateTable(
        name,
        rows.stream()
            .map(
                column -> Column.of(column.name(), column.type()).withCollation(column.collation()))
            .map(ColumnDefinition::of)
            .toList(),
        List.of(),
        List.of(),
        TableOptions.NONE,
        false);
  }

  private static DdlStatement create(DefinedObject object) {
    return new DdlStatement.CreateObject(object, false, false);
  }
}
