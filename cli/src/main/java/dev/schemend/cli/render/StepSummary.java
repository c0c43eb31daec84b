package dev.schemend.cli.render;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.plan.TableDifference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What happens to tables, told from the steps of a plan and in their order, as Prisma's engine does
 * ({@code sql_migration.rs}, drift_summary): a key that is made anew because its column changes is
 * two lines, a column that is dropped and made anew is one.
 */
final class StepSummary {

  private final SqlFrontend frontend;
  private final Identifier defaultSchema;
  private final Function<ObjectName, String> names;
  private final Map<ObjectName, Change.TableAltered> altered = new HashMap<>();
  private final Map<ObjectName, Table> dropped = new HashMap<>();
  private final SortedMap<String, TableSummary> tables = new TreeMap<>();
  private final Set<Told> told = new HashSet<>();

  /** What has been told of a table: it may take several actions. */
  private record Told(ObjectName table, TableDifference difference) {}

  private StepSummary(
      SqlFrontend frontend, Identifier defaultSchema, Function<ObjectName, String> names) {
    this.frontend = frontend;
    this.defaultSchema = defaultSchema;
    this.names = names;
  }

  /**
   * The tables that change, by their names.
   *
   * @param names how a table is called
   */
  static SortedMap<String, TableSummary> of(
      Plan plan,
      SqlFrontend frontend,
      Identifier defaultSchema,
      Function<ObjectName, String> names) {
    StepSummary summary = new StepSummary(frontend, defaultSchema, names);
    for (Change change : plan.changes()) {
      if (change instanceof Change.TableAltered one) {
        summary.altered.put(one.to().name(), one);
      } else if (change instanceof Change.Dropped(Table table)) {
        summary.dropped.put(table.name(), table);
      }
    }
    plan.steps().stream().map(Step::statements).flatMap(List::stream).forEach(summary::add);
    return summary.tables;
  }

  private ObjectName resolved(ObjectName name) {
    return new ObjectName(name.schema().or(defaultSchema), name.name());
  }

  private TableSummary table(ObjectName table) {
    return tables.computeIfAbsent(names.apply(table), name -> new TableSummary(frontend));
  }

  private void add(DdlStatement statement) {
    if (statement instanceof DdlStatement.CreateIndex create) {
      table(resolved(create.table())).added(create.index());
    } else if (statement instanceof DdlStatement.DropIndexOn drop) {
      ObjectName table = resolved(drop.table());
      before(table).flatMap(one -> one.index(drop.index())).ifPresent(table(table)::dropped);
    } else if (statement instanceof DdlStatement.DropIndexes drop) {
      drop.names().forEach(name -> dropped(resolved(name)));
    } else if (statement instanceof DdlStatement.RenameIndex rename) {
      holder(resolved(rename.from()))
          .ifPresent(table -> table(table.name()).renamed(rename.from().name(), rename.to()));
    } else if (statement instanceof DdlStatement.AlterTable alter) {
      ObjectName table = resolved(alter.name());
      alter.actions().forEach(action -> add(table, action));
    }
  }

  /** The table as it is before the plan. */
  private Optional<Table> before(ObjectName table) {
    return Optional.ofNullable(altered.get(table))
        .map(Change.TableAltered::from)
        .or(() -> Optional.ofNullable(dropped.get(table)));
  }

  /** The table that has an index of that name. */
  private Optional<Table> holder(ObjectName index) {
    return Stream.concat(
            altered.values().stream().map(Change.TableAltered::from), dropped.values().stream())
        .filter(table -> table.name().schema().equals(index.schema()))
        .filter(table -> table.index(index.name()).isPresent())
        .findFirst();
  }

  private void dropped(ObjectName index) {
    holder(index)
        .ifPresent(
            table -> {
              Index one = table.index(index.name()).orElseThrow();
              table(table.name()).dropped(one);
            });
  }

  private void add(ObjectName table, TableAction action) {
    switch (action) {
      case TableAction.AddConstraint add -> {
        table(table).added(add.constraint());
        if (add.constraint() instanceof Constraint.PrimaryKey) {
          table(table).bracket();
        }
      }
      case TableAction.DropConstraint drop -> dropped(table, drop.constraint());
      case TableAction.DropForeignKey drop -> dropped(table, drop.constraint());
      case TableAction.DropPrimaryKey drop ->
          before(table).flatMap(Table::primaryKey).ifPresent(table(table)::dropped);
      case TableAction.AddIndex add -> table(table).added(add.index());
      case TableAction.DropIndex drop ->
          before(table).flatMap(one -> one.index(drop.index())).ifPresent(table(table)::dropped);
      case TableAction.RenameIndex rename -> table(table).renamed(rename.from(), rename.to());
      case TableAction other ->
          Optional.ofNullable(altered.get(table)).stream()
              .flatMap(change -> change.differences().stream())
              .filter(difference -> isMeant(difference, other))
              .filter(difference -> told.add(new Told(table, difference)))
              .findFirst()
              .ifPresent(difference -> tell(table, difference, other));
    }
  }

  private void tell(ObjectName table, TableDifference difference, TableAction action) {
    if (difference instanceof TableDifference.ColumnAltered column
        && action instanceof TableAction.DropColumn) {
      table(table).recreated(column);
    } else {
      table(table).add(difference);
    }
  }

  private void dropped(ObjectName table, Identifier constraint) {
    before(table).flatMap(one -> one.constraint(constraint)).ifPresent(table(table)::dropped);
  }

  /** Whether an action is, or begins, what brings a difference about. */
  private static boolean isMeant(TableDifference difference, TableAction action) {
    return switch (difference) {
      case TableDifference.ColumnAdded added ->
          action instanceof TableAction.AddColumn add
              && add.definition().column().name().equals(added.column().name());
      case TableDifference.ColumnDropped dropped ->
          action instanceof TableAction.DropColumn drop
              && drop.column().equals(dropped.column().name());
      case TableDifference.ColumnAltered altered ->
          column(action).filter(altered.from().name()::equals).isPresent();
      case TableDifference.ColumnRenamed renamed ->
          action instanceof TableAction.RenameColumn rename && rename.to().equals(renamed.to());
      case TableDifference.ConstraintRenamed renamed ->
          action instanceof TableAction.RenameConstraint rename
              && rename.to().equals(renamed.to().name());
      case TableDifference.ColumnsReordered other -> false;
      case TableDifference.ConstraintAdded other -> false;
      case TableDifference.ConstraintDropped other -> false;
      case TableDifference.ConstraintAltered other -> false;
      case TableDifference.IndexAdded other -> false;
      case TableDifference.IndexDropped other -> false;
      case TableDifference.IndexAltered other -> false;
      case TableDifference.IndexRenamed other -> false;
      case TableDifference.OptionsChanged other -> false;
    };
  }

  /** The column that an action alters, or drops to make it anew. */
  private static Optional<Identifier> column(TableAction action) {
    if (action instanceof TableAction.AlterColumnType one) {
      return Optional.of(one.column());
    }
    if (action instanceof TableAction.SetDefault one) {
      return Optional.of(one.column());
    }
    if (action instanceof TableAction.DropDefault one) {
      return Optional.of(one.column());
    }
    if (action instanceof TableAction.SetNotNull one) {
      return Optional.of(one.column());
    }
    if (action instanceof TableAction.DropNotNull one) {
      return Optional.of(one.column());
    }
    if (action instanceof TableAction.DropIdentity one) {
      return Optional.of(one.column());
    }
    if (action instanceof TableAction.DropColumn one) {
      return Optional.of(one.column());
    }
    return action instanceof TableAction.ChangeColumn one
        ? Optional.of(one.column())
        : Optional.empty();
  }
}
