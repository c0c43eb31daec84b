package dev.schemend.planning.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.mysql.MySqlSequences;
import dev.schemend.model.AccessObject;
import dev.schemend.model.Comment;
import dev.schemend.model.Constraint;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.EnumType;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Draft;
import dev.schemend.planning.Job;
import dev.schemend.planning.OnlineForms;
import dev.schemend.planning.PlanRules;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import dev.schemend.planning.Transition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** How MySQL and MariaDB bring changes about. */
public final class MySqlPlanRules implements PlanRules {

  private final Dialect dialect;

  /** Rules for the server that {@code dialect} speaks for. */
  public MySqlPlanRules(Dialect dialect) {
    this.dialect = Objects.requireNonNull(dialect, "dialect");
  }

  @Override
  public Transition spelled(Transition transition) {
    return transition;
  }

  /** True: {@code FIRST} and {@code AFTER} move a column. */
  @Override
  public boolean movesColumns() {
    return true;
  }

  private static final String RENAMED_FIRST = "renames are carried out before all else";

  @Override
  public Optional<Step> rename(Transition transition, ObjectRef from, ObjectRef to) {
    return new MySqlRenames(dialect.profile()).step(transition, from, to);
  }

  @Override
  public Optional<Step> relabel(
      Transition transition, ObjectRef column, SortedMap<String, String> labels) {
    return LabelRenames.step(dialect.profile(), transition, column, labels);
  }

  @Override
  public List<Step> surrounded(Transition transition, List<Step> steps, OnlineForms.Replay replay) {
    return dialect.profile().flavor() == Flavor.MYSQL
        ? ZeroDates.allowed(transition, steps, replay)
        : steps;
  }

  @Override
  public Draft draft(Transition transition, List<Change> changes) {
    Job job = new Job(dialect, transition, changes);
    TableAlteration alteration = new TableAlteration(job);
    // What must go and come back is known before any step is written.
    job.edits().all().forEach(alteration::prepare);
    job.edits().recreateForeignKeys(alteration::mustGo);
    job.edits().all().forEach(alteration::hold);
    for (Change change : changes) {
      switch (change) {
        case Change.Created created -> create(job, created);
        case Change.Dropped dropped -> drop(job, dropped);
        case Change.TableAltered altered -> {}
        case Change.EnumAltered altered -> job.out().leave(altered, NO_TYPES);
        case Change.SequenceAltered altered -> alter(job, altered);
        case Change.ObjectAltered altered -> {
          if (altered.from() instanceof StoredDefinition from
              && altered.to() instanceof StoredDefinition to) {
            new DefinitionChanges(job).alter(from, to);
          } else {
            job.out().leave(altered, ELSEWHERE);
          }
        }
        case Change.Renamed renamed -> job.out().leave(renamed, RENAMED_FIRST);
        case Change.LabelRenamed renamed -> job.out().leave(renamed, RENAMED_FIRST);
        case Change.Unproven unproven -> job.out().leave(unproven, "nothing is proven to differ");
      }
    }
    for (TableEdit edit : job.edits().all()) {
      alteration.draft(edit);
    }
    return job.out().draft();
  }

  private static final String ELSEWHERE = "this server has no such objects";

  private static final String NO_TYPES = "this server has no types of its own";

  private static void create(Job job, Change.Created created) {
    SchemaObject object = created.object();
    switch (object) {
      case Namespace namespace ->
          job.out()
              .add(
                  PlannedStep.of(
                          Steps.step(
                              StepLabel.CREATE_SCHEMA,
                              new DdlStatement.CreateSchema(namespace.name(), true)),
                          namespace.ref())
                      .making(Set.of(namespace.ref())));
      case EnumType type -> job.out().leave(created, NO_TYPES);
      case StoredDefinition definition -> new DefinitionChanges(job).create(definition);
      case DefinedObject defined -> job.out().leave(created, ELSEWHERE);
      case Comment comment -> job.out().leave(created, ELSEWHERE);
      case AccessObject rights -> job.out().leave(created, ELSEWHERE);
      case Table table -> TableCreation.draft(job, table);
      case Sequence sequence ->
          job.out()
              .add(
                  PlannedStep.of(
                          Steps.step(
                              StepLabel.CREATE_SEQUENCE,
                              new DdlStatement.CreateSequence(
                                  sequence.name(), sequence.options(), Optional.empty(), false)),
                          sequence.ref())
                      .making(Set.of(sequence.ref())));
      case OpaqueObject opaque ->
          job.out()
              .add(
                  PlannedStep.of(
                          Steps.step(
                              StepLabel.CREATE_OBJECT,
                              new DdlStatement.CreateOpaque(opaque, false)),
                          opaque.ref())
                      .needing(opaque.dependsOn())
                      .making(Set.of(opaque.ref())));
    }
  }

  private static void drop(Job job, Change.Dropped dropped) {
    SchemaObject object = dropped.object();
    switch (object) {
      case Namespace namespace ->
          job.out()
              .add(
                  PlannedStep.of(
                      Steps.step(
                          StepLabel.DROP_SCHEMA,
                          new DdlStatement.DropSchema(
                              List.of(namespace.name()), false, DropBehavior.RESTRICT)),
                      namespace.ref()));
      case EnumType type -> job.out().leave(dropped, NO_TYPES);
      case StoredDefinition definition -> new DefinitionChanges(job).drop(definition);
      case DefinedObject defined -> job.out().leave(dropped, ELSEWHERE);
      case Comment comment -> job.out().leave(dropped, ELSEWHERE);
      case AccessObject rights -> job.out().leave(dropped, ELSEWHERE);
      case Table table -> drop(job, table);
      case Sequence sequence ->
          job.out()
              .add(
                  PlannedStep.of(
                          Steps.step(
                              StepLabel.DROP_SEQUENCE,
                              new DdlStatement.DropSequences(
                                  List.of(sequence.name()), false, DropBehavior.RESTRICT)),
                          sequence.ref())
                      .freeing(Set.of(sequence.ref())));
      case OpaqueObject opaque ->
          job.out()
              .add(
                  PlannedStep.of(
                          Steps.step(
                              StepLabel.DROP_OBJECT,
                              new DdlStatement.DropOpaque(
                                  List.of(opaque.ref()), false, DropBehavior.RESTRICT)),
                          opaque.ref())
                      .freeing(Set.of(opaque.ref(), ObjectRef.table(opaque.ref().name())))
                      .releasing(opaque.dependsOn()));
    }
  }

  // Foreign keys first, so that tables can go in any order.
  private static void drop(Job job, Table table) {
    table.foreignKeys().forEach(key -> job.out().add(dropForeignKey(table.name(), key)));
    Set<ObjectRef> frees = new TreeSet<>(Set.of(table.ref()));
    table.constraints().forEach(constraint -> frees.addAll(databaseWide(table.name(), constraint)));
    job.out()
        .add(
            PlannedStep.of(
                    Steps.step(
                        StepLabel.DROP_TABLE,
                        new DdlStatement.DropTable(
                            List.of(table.name()), false, DropBehavior.RESTRICT)),
                    table.ref())
                .freeing(frees));
  }

  static PlannedStep dropForeignKey(ObjectName table, Constraint.ForeignKey key) {
    return PlannedStep.of(
        Steps.step(
            StepLabel.DROP_FOREIGN_KEY,
            new DdlStatement.AlterTable(
                table, false, List.of(new TableAction.DropForeignKey(key.name(), false)))),
        ObjectRef.constraint(table, key.name()));
  }

  /** The action that takes a check away, in the words of the server. */
  static TableAction dropCheck(ServerProfile server, Constraint.Check check) {
    return MySqlFeature.DROP_CHECK.in(server)
        ? new TableAction.DropCheck(check.name())
        : new TableAction.DropConstraint(check.name(), false, DropBehavior.RESTRICT);
  }

  /** The name of a check, which no other table of its database may use (manual, 15.1.20.6). */
  static Set<ObjectRef> databaseWide(ObjectName table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check check ->
          Set.of(ObjectRef.constraint(table.sibling(check.name()), check.name()));
      // Steps that drop foreign keys all stand before those that add some.
      case Constraint.ForeignKey key -> Set.of();
      case Constraint.PrimaryKey key -> Set.of();
      case Constraint.Unique key -> Set.of();
      case Constraint.Exclusion exclusion -> Set.of();
    };
  }

  private static void alter(Job job, Change.SequenceAltered altered) {
    if (altered.from().options().equals(altered.to().options())) {
      job.out().leave(altered, "sequences have no owner on this server");
      return;
    }
    job.out()
        .add(
            PlannedStep.of(
                Steps.step(
                    StepLabel.ALTER_SEQUENCE,
                    new DdlStatement.AlterSequence(
                        altered.to().name(),
                        written(altered.from().options(), altered.to().options()),
                        Optional.empty(),
                        Optional.empty(),
                        false)),
                altered.ref()));
  }

  private static SequenceOptions written(SequenceOptions from, SequenceOptions to) {
    SequenceOptions wanted = MySqlSequences.explicit(to);
    return from.cycle() && !to.cycle()
        ? wanted.withResets(Set.of(SequenceOptions.Reset.NO_CYCLE))
        : wanted;
  }
}
