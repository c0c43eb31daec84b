package dev.schemend.planning.mysql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** New tables: everything but the foreign keys in one statement. */
final class TableCreation {

  /** The engine of a table that names none (manual, 18.1). */
  private static final String DEFAULT_ENGINE = "InnoDB";

  private TableCreation() {}

  static void draft(Job job, Table table) {
    List<Constraint> inside =
        table.constraints().stream()
            .filter(constraint -> !(constraint instanceof Constraint.ForeignKey))
            .sorted(
                Comparator.comparing((Constraint one) -> one instanceof Constraint.Check)
                    .thenComparing(Constraint::name))
            .toList();
    Set<ObjectRef> makes = new TreeSet<>(Set.of(table.ref()));
    inside.forEach(
        constraint -> makes.addAll(MySqlPlanRules.databaseWide(table.name(), constraint)));
    job.out()
        .add(
            PlannedStep.of(
                    Steps.step(StepLabel.CREATE_TABLE, statement(table, inside)), table.ref())
                .making(makes));
    List<Constraint> keys = table.constraints();
    table.foreignKeys().forEach(key -> job.out().add(addForeignKey(table, key, keys)));
  }

  private static DdlStatement statement(Table table, List<Constraint> inside) {
    MySqlTableOptions options = table.options().mysql();
    List<ColumnDefinition> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(WrittenColumns.definition(column, options));
    }
    return new DdlStatement.CreateTable(
        table.name(),
        columns,
        inside,
        table.indexes().stream()
            .sorted(Comparator.comparing(Index::name))
            .map(index -> WrittenIndexes.definition(index, options))
            .toList(),
        written(table.options()),
        false);
  }

  private static TableOptions written(TableOptions options) {
    MySqlTableOptions mysql = options.mysql();
    return options.withMySql(
        new MySqlTableOptions(
            mysql.engine().filter(engine -> !engine.equalsIgnoreCase(DEFAULT_ENGINE)),
            mysql.characterSet(),
            mysql.collation(),
            mysql.other(),
            mysql.partitioning(),
            mysql.versioning()));
  }

  /**
   * Adds a foreign key, behind those whose index would take the place of the index that this one
   * gives its name to: of two that the server makes for the same columns the later one stays.
   *
   * @param table as it is to be
   * @param coming what else is added to it
   */
  static PlannedStep addForeignKey(
      Table table, Constraint.ForeignKey key, Collection<Constraint> coming) {
    Set<ObjectRef> earlier =
        table
            .index(key.name())
            .filter(index -> index.mysql().generated())
            .map(index -> successors(table, index, coming))
            .orElse(Set.of());
    ObjectRef ref = ObjectRef.constraint(table.name(), key.name());
    return PlannedStep.of(
            Steps.step(
                StepLabel.ADD_FOREIGN_KEY,
                new DdlStatement.AlterTable(
                    table.name(), false, List.of(new TableAction.AddConstraint(key, false)))),
            ref)
        .making(Set.of(ref))
        .needing(earlier);
  }

  private static Set<ObjectRef> successors(
      Table table, Index index, Collection<Constraint> coming) {
    List<Identifier> columns = index.columns().toList();
    Set<ObjectRef> successors = new HashSet<>();
    for (Constraint constraint : coming) {
      if (constraint instanceof Constraint.ForeignKey other
          && !other.name().equals(index.name())
          && other.sourceColumns().size() >= columns.size()
          && other.sourceColumns().subList(0, columns.size()).equals(columns)) {
        successors.add(ObjectRef.constraint(table.name(), other.name()));
      }
    }
    return successors;
  }
}
