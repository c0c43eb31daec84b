package dev.schemend.planning.prisma;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.AccessObject;
import dev.schemend.model.Comment;
import dev.schemend.model.Constraint;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.EnumType;
import dev.schemend.model.Index;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Ordering;
import dev.schemend.planning.StepPlanner;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps as Prisma's engine makes and sorts them ({@code sql_schema_differ.rs}, {@code
 * sql_migration.rs}). It is meant for two schemas of which the newer one is a {@link
 * PrismaOverlay}.
 */
public final class PrismaPlanner implements StepPlanner {

  private final PrismaDialect dialect;
  private final PrismaPair pair;

  /** A planner for one comparison. */
  public PrismaPlanner(PrismaDialect dialect, PrismaPair pair) {
    this.dialect = dialect;
    this.pair = pair;
  }

  @Override
  public Transition spelled(Transition transition) {
    return transition;
  }

  @Override
  public boolean movesColumns() {
    return false;
  }

  @Override
  public Result plan(Transition transition, List<Change> changes) {
    Run run = new Run(dialect, pair, transition);
    if (pair.options().createsDefaultSchema()) {
      run.createSchema(pair.defaultSchema());
    }
    List<Plan.Left> left = new ArrayList<>();
    for (Change change : changes) {
      switch (change) {
        case Change.Created created -> run.create(created.object());
        case Change.Dropped dropped -> run.drop(dropped.object());
        case Change.TableAltered altered -> run.alter(altered);
        case Change.EnumAltered altered -> run.alter(altered);
        case Change.SequenceAltered altered ->
            left.add(new Plan.Left(altered, "Prisma does not compare sequences"));
        case Change.ObjectAltered altered ->
            left.add(new Plan.Left(altered, "Prisma does not compare such objects"));
        case Change.Renamed renamed ->
            left.add(new Plan.Left(renamed, "Prisma does not rename objects"));
        case Change.LabelRenamed renamed ->
            left.add(new Plan.Left(renamed, "Prisma does not rename labels"));
        case Change.Unproven unproven -> {}
      }
    }
    return new Result(new Ordering.Ordered(run.ordered()), left);
  }

  /** One plan in the making. */
  private static final class Run {
    private final PrismaDialect dialect;
    private final PrismaPair pair;
    private final Transition transition;
    private final SchemaOrder before;
    private final SchemaOrder after;
    private final List<PlacedStep> steps = new ArrayList<>();
    private final TableChanges tables;

    Run(PrismaDialect dialect, PrismaPair pair, Transition transition) {
      this.dialect = dialect;
      this.pair = pair;
      this.transition = transition;
      this.before = new SchemaOrder(transition.from(), pair::olderRank);
      this.after = new SchemaOrder(transition.to(), pair::newerRank);
      this.tables = new TableChanges(dialect, pair, before, after, steps);
    }

    void createSchema(Identifier name) {
      int rank =
          (int)
              transition
                  .to()
                  .ofKind(ObjectKind.SCHEMA)
                  .filter(other -> other.ref().name().name().compareTo(name) < 0)
                  .count();
      add(StepLabel.CREATE_SCHEMA, List.of(rank), new DdlStatement.CreateSchema(name, true));
    }

    void create(SchemaObject object) {
      switch (object) {
        case Namespace namespace -> createSchema(namespace.name());
        case DefinedObject extension ->
            add(
                StepLabel.CREATE_EXTENSION,
                List.of(),
                new DdlStatement.CreateObject(extension, false, true));
        // Nothing of Prisma's.
        case Comment comment -> {}
        case AccessObject rights -> {}
        case OpaqueObject opaque -> {}
        case EnumType type ->
            add(
                StepLabel.CREATE_ENUM,
                List.of(after.of(type.ref())),
                new DdlStatement.CreateEnum(type.name(), type.labels()));
        case Table table -> tables.create(table);
        // It comes with its column.
        case Sequence sequence -> {}
      }
    }

    void drop(SchemaObject object) {
      switch (object) {
        case Table table -> drop(table);
        case EnumType type ->
            add(
                StepLabel.DROP_ENUM,
                List.of(before.of(type.ref())),
                new DdlStatement.DropTypes(List.of(type.name()), false, DropBehavior.RESTRICT));
        // These go with what they belong to.
        case Namespace namespace -> {}
        case OpaqueObject opaque -> {}
        case DefinedObject defined -> {}
        case Comment comment -> {}
        case AccessObject rights -> {}
        case Sequence sequence -> {}
      }
    }

    private void drop(Table table) {
      table.foreignKeys().forEach(key -> tables.dropForeignKey(table.name(), key));
      steps.add(
          new PlacedStep(
              new Step(
                  StepLabel.DROP_TABLE,
                  List.of(
                      new DdlStatement.DropTable(
                          List.of(table.name()), false, DropBehavior.RESTRICT)),
                  dialect.transactionMode()),
              List.of(before.of(table.ref()))));
    }

    void alter(Change.TableAltered altered) {
      tables.alter(altered);
    }

    void alter(Change.EnumAltered altered) {
      steps.add(
          new PlacedStep(
              new EnumAlteration(dialect, pair, transition, after).step(altered),
              List.of(before.of(altered.ref()))));
    }

    private void add(StepLabel label, List<Integer> rank, DdlStatement statement) {
      steps.add(
          new PlacedStep(new Step(label, List.of(statement), dialect.transactionMode()), rank));
    }

    List<Step> ordered() {
      List<PlacedStep> sorted = new ArrayList<>(steps);
      sorted.sort(PlacedStep.ORDER);
      return keysBeforeTheirIndexes(sorted.stream().map(PlacedStep::step).toList());
    }

    /**
     * A unique index over what becomes the primary key of a table that had none is dropped after
     * the key is there, so that duplicates cannot come in between (engine, sql_schema_differ.rs).
     */
    private List<Step> keysBeforeTheirIndexes(List<Step> sorted) {
      List<Step> result = new ArrayList<>(sorted);
      for (Step step : sorted) {
        if (step.label() == StepLabel.DROP_INDEX) {
          sorted.stream()
              .filter(other -> other.label() == StepLabel.ALTER_TABLE && replaces(other, step))
              .findFirst()
              .ifPresent(
                  key -> {
                    result.remove(step);
                    result.add(result.indexOf(key) + 1, step);
                  });
        }
      }
      return result;
    }

    private boolean replaces(Step alteration, Step drop) {
      for (Table table : transition.from().tables().toList()) {
        for (Index index : table.indexes()) {
          boolean dropped = drop.statements().contains(dialect.dropIndex(table.name(), index));
          if (dropped && index.unique() && table.primaryKey().isEmpty()) {
            return addsKey(alteration, table.name(), index);
          }
        }
      }
      return false;
    }

    private static boolean addsKey(Step alteration, ObjectName table, Index index) {
      return alteration.statements().stream()
          .filter(DdlStatement.AlterTable.class::isInstance)
          .map(DdlStatement.AlterTable.class::cast)
          .filter(alter -> alter.name().equals(table))
          .flatMap(alter -> alter.actions().stream())
          .anyMatch(
              action ->
                  action instanceof TableAction.AddConstraint add
                      && add.constraint() instanceof Constraint.PrimaryKey key
                      && key.columns().toList().equals(index.columns().toList()));
    }
  }
}
