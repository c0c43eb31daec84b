package dev.schemend.planning.mysql;

import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TransactionMode;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What MySQL and MariaDB give another name, and in which words (MySQL manual, 15.1.9, 15.1.36). */
final class MySqlRenames {

  private final ServerProfile server;

  MySqlRenames(ServerProfile server) {
    this.server = server;
  }

  /** The step; empty where the server has no words for it, or a drop loses nothing. */
  Optional<Step> step(Transition transition, ObjectRef from, ObjectRef to) {
    Schema schema = transition.from();
    return switch (from.kind()) {
      case TABLE ->
          Optional.of(
              step(
                  StepLabel.RENAME_TABLE,
                  List.of(alter(from, List.of(new TableAction.RenameTo(to.name()))))));
      case COLUMN -> schema.table(from.name()).flatMap(table -> column(table, from, to));
      case INDEX ->
          MySqlFeature.RENAME_INDEX.in(server)
              ? Optional.of(
                  step(
                      StepLabel.RENAME_INDEX,
                      List.of(
                          alter(
                              from,
                              List.of(new TableAction.RenameIndex(from.member(), to.member()))))))
              : Optional.empty();
      case VIEW -> schema.get(from).flatMap(view -> view(view, from, to));
      case ENUM_VALUE ->
          from.isOfColumn()
              ? LabelRenames.step(
                  server,
                  transition,
                  ObjectRef.column(from.name(), from.member()),
                  new TreeMap<>(Map.of(from.label().text(), to.label().text())))
              : Optional.empty();
      case SCHEMA,
          EXTENSION,
          ENUM_TYPE,
          COMPOSITE_TYPE,
          RANGE_TYPE,
          DOMAIN,
          SEQUENCE,
          FOREIGN_TABLE,
          MATERIALIZED_VIEW,
          ROUTINE,
          AGGREGATE,
          OPERATOR,
          OPERATOR_CLASS,
          OPERATOR_FAMILY,
          CAST,
          TRANSFORM,
          RULE,
          TRIGGER,
          EVENT_TRIGGER,
          EVENT,
          POLICY,
          PUBLICATION,
          SUBSCRIPTION,
          STATISTICS,
          COLLATION,
          CONVERSION,
          TEXT_SEARCH_CONFIGURATION,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          FOREIGN_DATA_WRAPPER,
          FOREIGN_SERVER,
          USER_MAPPING,
          LANGUAGE,
          ACCESS_METHOD,
          RIGHTS,
          DEFAULT_RIGHTS,
          COMMENT,
          CONSTRAINT ->
          Optional.empty();
    };
  }

  // What is carried as text has its name in it, and a view cannot go to another database.
  private static Optional<Step> view(SchemaObject view, ObjectRef from, ObjectRef to) {
    return view instanceof StoredDefinition && from.name().schema().equals(to.name().schema())
        ? Optional.of(
            step(
                StepLabel.RENAME_OBJECT,
                List.of(
                    new DdlStatement.RenameTables(
                        List.of(new DdlStatement.RenameTables.Renaming(from.name(), to.name()))))))
        : Optional.empty();
  }

  private Optional<Step> column(Table table, ObjectRef from, ObjectRef to) {
    List<DdlStatement> statements = new ArrayList<>();
    boolean spelling = from.member().equals(to.member());
    if (server.flavor() == Flavor.MYSQL && !spelling) {
      NameHolders.release(table, from.member())
          .forEach(actions -> statements.add(alter(from, actions)));
    }
    return table
        .column(from.member())
        .map(
            column -> {
              TableAction action =
                  MySqlFeature.RENAME_COLUMN.in(server)
                      ? new TableAction.RenameColumn(from.member(), to.member())
                      : new TableAction.ChangeColumn(
                          from.member(),
                          WrittenColumns.definition(
                              column.withName(to.member()), table.options().mysql()),
                          ColumnPosition.UNSTATED,
                          false);
              statements.add(alter(from, List.of(action)));
              return step(StepLabel.ALTER_TABLE, statements);
            });
  }

  private static Step step(StepLabel label, List<DdlStatement> statements) {
    return new Step(label, statements, TransactionMode.AUTOCOMMIT);
  }

  private static DdlStatement alter(ObjectRef part, List<TableAction> actions) {
    return new DdlStatement.AlterTable(part.name(), false, actions);
  }
}
