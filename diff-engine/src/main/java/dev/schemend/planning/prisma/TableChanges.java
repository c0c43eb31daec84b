package dev.schemend.planning.prisma;

import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TableDifference;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.plan.TableDifference.ColumnAspect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps of tables: new ones, and what happens to those that stay. */
final class TableChanges {

  // The indexes of new tables come before those of tables that were there.
  private static final int NEW_TABLE = 0;
  private static final int OLD_TABLE = 1;

  private final PrismaDialect dialect;
  private final PrismaPair pair;
  private final SchemaOrder before;
  private final SchemaOrder after;
  private final List<PlacedStep> steps;

  TableChanges(
      PrismaDialect dialect,
      PrismaPair pair,
      SchemaOrder before,
      SchemaOrder after,
      List<PlacedStep> steps) {
    this.dialect = dialect;
    this.pair = pair;
    this.before = before;
    this.after = after;
    this.steps = steps;
  }

  void create(Table table) {
    ObjectName name = table.name();
    DdlStatement statement =
        pair.declared(table.name())
            .<DdlStatement>map(create -> create)
            .orElseGet(() -> dialect.createTable(name, table));
    add(StepLabel.CREATE_TABLE, List.of(after.of(table.ref())), statement);
    if (!dialect.indexesInTable()) {
      table
          .indexes()
          .forEach(index -> createIndex(table.name(), index, NEW_TABLE, after.of(table.ref())));
    }
    table.foreignKeys().forEach(key -> addForeignKey(table.name(), key));
  }

  private void add(StepLabel label, List<Integer> rank, DdlStatement statement) {
    steps.add(new PlacedStep(new Step(label, List.of(statement), dialect.transactionMode()), rank));
  }

  private void createIndex(ObjectName table, Index index, int age, int place) {
    add(
        StepLabel.CREATE_INDEX,
        List.of(age, place, after.of(ObjectRef.index(table, index.name()))),
        new DdlStatement.CreateIndex(table, written(table, index), false, false));
  }

  /** The index as its author wrote it, where the newer side declares it. */
  private Index written(ObjectName table, Index index) {
    return pair.declaredIndex(ObjectRef.index(table, index.name()))
        .orElseGet(() -> dialect.written(index));
  }

  private void dropIndex(ObjectName table, Index index) {
    add(
        StepLabel.DROP_INDEX,
        List.of(before.of(ObjectRef.index(table, index.name()))),
        dialect.dropIndex(table, index));
  }

  void addForeignKey(ObjectName table, Constraint.ForeignKey key) {
    add(
        StepLabel.ADD_FOREIGN_KEY,
        List.of(after.of(ObjectRef.constraint(table, key.name()))),
        addConstraint(table, key.withTarget(key.target(), key.targetColumns())));
  }

  private DdlStatement addConstraint(ObjectName table, Constraint constraint) {
    return alterTable(table, List.of(new TableAction.AddConstraint(constraint, false)));
  }

  private DdlStatement alterTable(ObjectName table, List<TableAction> actions) {
    return new DdlStatement.AlterTable(table, false, actions);
  }

  void dropForeignKey(ObjectName table, Constraint.ForeignKey key) {
    add(
        StepLabel.DROP_FOREIGN_KEY,
        List.of(before.of(ObjectRef.constraint(table, key.name()))),
        dialect.dropForeignKey(table, key.name()));
  }

  void alter(Change.TableAltered altered) {
    new Alteration(altered).run();
  }

  /** One table that stays. */
  private final class Alteration {
    private final Table from;
    private final Table to;
    private final List<TableDifference> differences;
    private final List<ColumnAltered> columns = new ArrayList<>();
    private final Set<Identifier> retyped = new HashSet<>();
    private final Set<Identifier> recreated = new HashSet<>();
    private final Set<Identifier> guarded = new HashSet<>();

    Alteration(Change.TableAltered altered) {
      this.from = altered.from();
      this.to = altered.to();
      this.differences = altered.differences();
      for (TableDifference difference : differences) {
        if (difference instanceof ColumnAltered column) {
          note(column);
        }
      }
    }

    private void note(ColumnAltered column) {
      columns.add(column);
      boolean type = column.aspects().contains(ColumnAspect.TYPE);
      if (type) {
        retyped.add(column.from().name());
        boolean impossible =
            dialect.castability(column.from().type(), column.to().type())
                == Castability.NOT_CASTABLE;
        if (impossible) {
          recreated.add(column.from().name());
        }
      }
      boolean required =
          column.aspects().contains(ColumnAspect.NULLABILITY) && !column.to().nullable();
      if (required && dialect.guardsRequiredKeys()) {
        guarded.add(column.from().name());
      }
    }

    void run() {
      constraints();
      indexes();
      List<TableAction> actions = new ArrayList<>();
      dropPrimaryKey(actions);
      droppedColumns(actions);
      addedColumns(actions);
      List<DdlStatement> around = alteredColumns(actions);
      addPrimaryKey(actions);
      if (!actions.isEmpty()) {
        List<DdlStatement> statements = new ArrayList<>();
        around.stream()
            .filter(DdlStatement.CreateSequence.class::isInstance)
            .forEach(statements::add);
        statements.add(alterTable(from.name(), actions));
        around.stream()
            .filter(one -> !(one instanceof DdlStatement.CreateSequence))
            .forEach(statements::add);
        steps.add(
            new PlacedStep(
                new Step(StepLabel.ALTER_TABLE, statements, dialect.transactionMode()),
                List.of(before.of(from.ref()))));
      }
    }

    private void constraints() {
      Set<Identifier> handled = new HashSet<>();
      for (TableDifference difference : differences) {
        switch (difference) {
          case TableDifference.ConstraintDropped dropped -> dropped(dropped.constraint(), handled);
          case TableDifference.ConstraintAdded added -> added(added.constraint());
          case TableDifference.ConstraintAltered altered -> {
            dropped(altered.from(), handled);
            added(altered.to());
          }
          case TableDifference.ConstraintRenamed renamed -> {
            renamed(renamed.from(), renamed.to());
            handled.add(renamed.from().name());
          }
          case TableDifference.ColumnAdded other -> {}
          case TableDifference.ColumnDropped other -> {}
          case TableDifference.ColumnRenamed other -> {}
          case ColumnAltered other -> {}
          case TableDifference.ColumnsReordered other -> {}
          case TableDifference.IndexAdded other -> {}
          case TableDifference.IndexDropped other -> {}
          case TableDifference.IndexAltered other -> {}
          case TableDifference.IndexRenamed other -> {}
          case TableDifference.OptionsChanged other -> {}
        }
      }
      // A key whose column changes its type is another key to Prisma.
      from.foreignKeys()
          .filter(key -> !handled.contains(key.name()))
          .filter(key -> to.constraint(key.name()).isPresent())
          .filter(
              key ->
                  key.sourceColumns().stream()
                      .anyMatch(one -> retyped.contains(one) || guarded.contains(one)))
          .forEach(
              key -> {
                dropForeignKey(from.name(), key);
                addForeignKey(
                    to.name(), (Constraint.ForeignKey) to.constraint(key.name()).orElseThrow());
              });
    }

    private void dropped(Constraint constraint, Set<Identifier> handled) {
      handled.add(constraint.name());
      if (constraint instanceof Constraint.ForeignKey key) {
        dropForeignKey(from.name(), key);
      } else if (constraint instanceof Constraint.Unique unique) {
        // Prisma would write DROP INDEX, which the server refuses for a constraint.
        add(
            StepLabel.DROP_INDEX,
            List.of(before.of(from.ref())),
            alterTable(
                from.name(),
                List.of(
                    new TableAction.DropConstraint(unique.name(), false, DropBehavior.RESTRICT))));
      }
    }

    private void added(Constraint constraint) {
      if (constraint instanceof Constraint.ForeignKey key) {
        addForeignKey(to.name(), key);
      }
    }

    private void renamed(Constraint older, Constraint newer) {
      switch (older) {
        case Constraint.ForeignKey key -> {
          boolean changed =
              key.sourceColumns().stream()
                  .anyMatch(one -> retyped.contains(one) || guarded.contains(one));
          if (dialect.renamesForeignKeys() && !changed) {
            add(
                StepLabel.RENAME_FOREIGN_KEY,
                List.of(before.of(ObjectRef.constraint(from.name(), key.name()))),
                rename(older, newer));
          } else {
            dropForeignKey(from.name(), key);
            addForeignKey(to.name(), (Constraint.ForeignKey) newer);
          }
        }
        case Constraint.Unique unique ->
            add(StepLabel.RENAME_INDEX, List.of(before.of(from.ref())), rename(older, newer));
        // It stands in the table's own statement.
        case Constraint.PrimaryKey key -> {}
        case Constraint.Check check -> {}
        case Constraint.Exclusion exclusion -> {}
      }
    }

    private DdlStatement rename(Constraint older, Constraint newer) {
      return alterTable(
          from.name(), List.of(new TableAction.RenameConstraint(older.name(), newer.name())));
    }

    private void indexes() {
      Set<Identifier> made = new HashSet<>();
      for (TableDifference difference : differences) {
        if (difference instanceof TableDifference.IndexDropped dropped) {
          dropIndex(from.name(), dropped.index());
        } else if (difference instanceof TableDifference.IndexAdded added) {
          made.add(added.index().name());
        } else if (difference instanceof TableDifference.IndexAltered altered) {
          dropIndex(from.name(), altered.from());
          made.add(altered.to().name());
        } else if (difference instanceof TableDifference.IndexRenamed renamed) {
          if (isLost(renamed.from(), renamed.to())) {
            dropLost(renamed.from());
            made.add(renamed.to().name());
          } else {
            add(
                StepLabel.RENAME_INDEX,
                List.of(before.of(ObjectRef.index(from.name(), renamed.from().name()))),
                dialect.renameIndex(from.name(), renamed.from().name(), renamed.to().name()));
          }
        }
      }
      for (Index index : from.indexes()) {
        Optional<Index> wanted = to.index(index.name()).filter(one -> !made.contains(one.name()));
        if (wanted.isPresent() && isLost(index, wanted.get())) {
          dropLost(index);
          made.add(index.name());
        }
      }
      to.indexes().stream()
          .filter(index -> made.contains(index.name()) && !index.mysql().generated())
          .forEach(index -> createIndex(to.name(), index, OLD_TABLE, before.of(from.ref())));
    }

    // An index goes with a column that is dropped, and comes again with the new one; where it stays
    // with the new one, it may be another then.
    private boolean isLost(Index index, Index wanted) {
      return index.columns().anyMatch(recreated::contains)
          && dialect
              .kept(from, to, index, recreated)
              .filter(kept -> kept.parts().equals(wanted.parts()))
              .isEmpty();
    }

    private void dropLost(Index index) {
      if (!dialect.losesIndexes()) {
        dropIndex(from.name(), index);
      }
    }

    private boolean primaryKeyChanges() {
      return from.primaryKey().isPresent()
          && to.primaryKey().isPresent()
          && from.primaryKey().get().columns().anyMatch(retyped::contains);
    }

    private void dropPrimaryKey(List<TableAction> actions) {
      for (TableDifference difference : differences) {
        if (difference instanceof TableDifference.ConstraintRenamed renamed
            && renamed.from() instanceof Constraint.PrimaryKey older
            && !primaryKeyChanges()) {
          actions.add(new TableAction.RenameConstraint(older.name(), renamed.to().name()));
          return;
        }
      }
      boolean goes = primaryKeyChanges() || (from.primaryKey().isPresent() && !sameKey());
      if (goes) {
        actions.add(dialect.dropPrimaryKey(from.primaryKey().orElseThrow()));
      }
    }

    private boolean sameKey() {
      return from.primaryKey().equals(to.primaryKey());
    }

    private void addPrimaryKey(List<TableAction> actions) {
      boolean renamed = actions.stream().anyMatch(TableAction.RenameConstraint.class::isInstance);
      boolean comes =
          to.primaryKey().isPresent() && !renamed && (primaryKeyChanges() || !sameKey());
      if (comes) {
        actions.add(new TableAction.AddConstraint(to.primaryKey().get(), false));
      }
    }

    private void droppedColumns(List<TableAction> actions) {
      for (TableDifference difference : differences) {
        if (difference instanceof TableDifference.ColumnDropped dropped) {
          actions.add(
              new TableAction.DropColumn(dropped.column().name(), false, DropBehavior.RESTRICT));
        }
      }
    }

    private void addedColumns(List<TableAction> actions) {
      for (TableDifference difference : differences) {
        if (difference instanceof TableDifference.ColumnAdded added) {
          addColumn(added.column(), actions);
        }
      }
    }

    private void addColumn(Column column, List<TableAction> actions) {
      actions.add(
          new TableAction.AddColumn(
              ColumnSpelling.definition(written(column)), ColumnPosition.UNSTATED, false));
    }

    /** The column as a script shows it. */
    private Column written(Column column) {
      return pair.declared(to.name(), column.name()).orElseGet(() -> dialect.written(to, column));
    }

    /** Adds the clauses, and returns what stands around the statement. */
    private List<DdlStatement> alteredColumns(List<TableAction> actions) {
      List<DdlStatement> around = new ArrayList<>();
      for (ColumnAltered column : columns) {
        if (recreated.contains(column.from().name())) {
          actions.add(
              new TableAction.DropColumn(column.from().name(), false, DropBehavior.RESTRICT));
          addColumn(column.to(), actions);
          continue;
        }
        actions.addAll(
            dialect.alterColumn(
                to,
                column.from(),
                column.to(),
                written(column.to()).withNullable(column.to().nullable())));
        // What a Prisma schema declares has no sequence that it could name.
        dialect.aroundAlteration(from.name(), from, to, column).stream()
            .filter(one -> !(one instanceof DdlStatement.DropSequences) || !pair.isOlderDeclared())
            .forEach(around::add);
      }
      return around;
    }
  }
}
