package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.AccessObject;
import dev.schemend.model.Comment;
import dev.schemend.model.Constraint;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.EnumType;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
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
import dev.schemend.planning.SetAside;
import dev.schemend.planning.TableEdit;
import dev.schemend.planning.Transition;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How PostgreSQL brings changes about. */
public final class PostgresPlanRules implements PlanRules {

  /** Opaque objects that tables may use; the others use tables, and come last. */
  private static final Set<ObjectKind> BEFORE_TABLES =
      EnumSet.of(
          ObjectKind.EXTENSION,
          ObjectKind.LANGUAGE,
          ObjectKind.COLLATION,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.RANGE_TYPE,
          ObjectKind.DOMAIN,
          ObjectKind.ROUTINE,
          ObjectKind.AGGREGATE,
          ObjectKind.OPERATOR,
          ObjectKind.OPERATOR_CLASS,
          ObjectKind.OPERATOR_FAMILY,
          ObjectKind.CAST,
          ObjectKind.TRANSFORM,
          ObjectKind.CONVERSION,
          ObjectKind.TEXT_SEARCH_CONFIGURATION,
          ObjectKind.TEXT_SEARCH_DICTIONARY,
          ObjectKind.TEXT_SEARCH_PARSER,
          ObjectKind.TEXT_SEARCH_TEMPLATE,
          ObjectKind.ACCESS_METHOD,
          ObjectKind.FOREIGN_SERVER);

  private final Dialect dialect;

  /** Rules for the server that {@code dialect} speaks for. */
  public PostgresPlanRules(Dialect dialect) {
    this.dialect = Objects.requireNonNull(dialect, "dialect");
  }

  @Override
  public Transition spelled(Transition transition) {
    return ExtensionNames.spelled(transition, dialect.profile().defaultSchema());
  }

  /** False: a column's number is its place, and no statement changes it. */
  @Override
  public boolean movesColumns() {
    return false;
  }

  private static final String RENAMED_FIRST = "renames are carried out before all else";

  @Override
  public Optional<Step> rename(Transition transition, ObjectRef from, ObjectRef to) {
    return new PostgresRenames(dialect.profile(), transition).step(from, to);
  }

  @Override
  public Optional<SetAside> setAside(Schema from, Schema to) {
    return PartitionRebuild.of(dialect, from, to);
  }

  @Override
  public Draft draft(Transition transition, List<Change> changes) {
    return draft(transition, changes, true);
  }

  @Override
  public Optional<Draft> coarser(Transition transition, List<Change> changes) {
    return Optional.of(draft(transition, changes, false));
  }

  private Draft draft(Transition transition, List<Change> wanted, boolean inPlaceFirst) {
    FixedFamilies fixed = FixedFamilies.of(transition, wanted);
    List<Change> changes = wanted.stream().filter(change -> !fixed.holds(change)).toList();
    Job job = new Job(dialect, transition, changes);
    wanted.stream()
        .filter(fixed::holds)
        .forEach(change -> job.out().leave(change, FixedFamilies.REASON));
    Descent descent = new Descent(job);
    // What must go and come back is known before any step is written.
    MovingTypes moving = new MovingTypes(job);
    job.edits().all().forEach(StorageChanges::settle);
    job.edits().all().forEach(moving::prepare);
    Recreation recreation = Recreation.of(job, inPlaceFirst);
    TypedTies ties = new TypedTies(job, recreation);
    ties.loosen();
    TableAlteration alteration = new TableAlteration(job, descent, ties);
    Detours detours = new Detours(job, recreation);
    detours.prepare();
    new DomainDetours(job, recreation).draft();
    EnumChanges enums = new EnumChanges(job, recreation);
    job.edits().recreateForeignKeys(moving::mustGo);
    new FamilyEdits(job, descent, detours).prepare();
    ObjectChanges objects = new ObjectChanges(job, recreation);
    Sequences sequences = new Sequences(job);
    TableCreation creation = new TableCreation(job, sequences);
    for (Change change : changes) {
      switch (change) {
        case Change.Created created when SubscriptionChanges.isSecret(created.object()) ->
            job.out().leave(created, SubscriptionChanges.SECRET);
        case Change.Created created -> create(job, created.object(), creation, objects);
        case Change.Dropped dropped -> drop(job, dropped.object(), detours, objects);
        case Change.TableAltered altered -> {}
        case Change.EnumAltered altered -> enums.alter(altered);
        case Change.SequenceAltered altered -> {}
        case Change.ObjectAltered altered -> objects.alter(altered);
        case Change.Renamed renamed -> job.out().leave(renamed, RENAMED_FIRST);
        case Change.LabelRenamed renamed -> job.out().leave(renamed, RENAMED_FIRST);
        case Change.Unproven unproven -> job.out().leave(unproven, "nothing is proven to differ");
      }
    }
    objects.recreate();
    new PublicationChanges(job).draft();
    RowCopies copies = new RowCopies(job);
    transition.moves().forEach(move -> job.out().add(copies.step(move)));
    sequences.draft();
    for (TableEdit edit : job.edits().all()) {
      alteration.draft(edit, sequences, detours);
    }
    return job.out().draft();
  }

  @Override
  public List<Step> surrounded(Transition transition, List<Step> steps, OnlineForms.Replay replay) {
    return new BodyChecks(transition).around(steps, replay);
  }

  @Override
  public Draft rights(Transition transition, List<Change> changes) {
    return new RightsChanges(dialect, transition).draft(changes);
  }

  private void create(Job job, SchemaObject object, TableCreation creation, ObjectChanges objects) {
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
      case EnumType type ->
          job.out()
              .add(
                  PlannedStep.of(
                          Steps.step(
                              StepLabel.CREATE_ENUM,
                              new DdlStatement.CreateEnum(type.name(), type.labels())),
                          type.ref())
                      .making(Set.of(type.ref(), Names.relation(type.name()))));
      case Table table -> creation.draft(table);
      case Sequence sequence -> {} // see Sequences: it may come with a column
      case OpaqueObject opaque -> job.out().add(create(opaque));
      case DefinedObject defined -> objects.create(defined);
      case Comment comment -> objects.create(comment);
      case AccessObject rights -> {} // they come last, on what is there then
    }
  }

  private static PlannedStep create(OpaqueObject opaque) {
    PlannedStep step =
        PlannedStep.of(
                Steps.step(StepLabel.CREATE_OBJECT, new DdlStatement.CreateOpaque(opaque, false)),
                opaque.ref())
            .needing(opaque.dependsOn())
            // A column's type is looked for as an enum, whatever kind of type it turns out to be.
            .making(Set.of(opaque.ref(), ObjectRef.to(ObjectKind.ENUM_TYPE, opaque.ref().name())));
    return BEFORE_TABLES.contains(opaque.ref().kind()) ? step.at(StepLabel.ALTER_SEQUENCE) : step;
  }

  private void drop(Job job, SchemaObject object, Detours detours, ObjectChanges objects) {
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
      case EnumType type ->
          job.out()
              .add(
                  PlannedStep.of(
                          Steps.step(
                              StepLabel.DROP_ENUM,
                              new DdlStatement.DropTypes(
                                  List.of(type.name()), false, DropBehavior.RESTRICT)),
                          type.ref())
                      .freeing(Set.of(type.ref(), Names.relation(type.name()))));
      case Table table -> drop(job, table, detours);
      case Sequence sequence -> {} // see Sequences: it may go with a column
      case OpaqueObject opaque ->
          job.out()
              .add(
                  PlannedStep.of(
                          Steps.step(
                              StepLabel.DROP_OBJECT,
                              new DdlStatement.DropOpaque(
                                  List.of(opaque.ref()), false, DropBehavior.RESTRICT)),
                          opaque.ref())
                      .freeing(Set.of(opaque.ref(), Names.relation(opaque.ref().name())))
                      .releasing(opaque.dependsOn()));
      case DefinedObject defined -> objects.drop(defined);
      case Comment comment -> objects.drop(comment);
      case AccessObject rights -> {}
    }
  }

  // Foreign keys first, so that tables can go in any order.
  private static void drop(Job job, Table table, Detours detours) {
    table
        .foreignKeys()
        .filter(key -> key.postgres().local())
        .forEach(key -> job.out().add(dropForeignKey(table.name(), key, detours)));
    job.out()
        .add(
            PlannedStep.of(
                    Steps.step(
                        StepLabel.DROP_TABLE,
                        new DdlStatement.DropTable(
                            List.of(table.name()), false, DropBehavior.RESTRICT)),
                    table.ref())
                .freeing(Names.occupied(table))
                .releasing(releases(job, table))
                .forgetting(BodyNames.held(table)));
  }

  /**
   * What goes behind it, or is rebuilt then: enumerated types. Its foreign keys are gone by then;
   * what else is rebuilt is rebuilt under it, too, and all of it where its rows are to move.
   */
  private static Set<ObjectRef> releases(Job job, Table table) {
    Set<ObjectRef> releases = new TreeSet<>(References.of(table));
    boolean aside = Descent.isAside(job.transition(), table.name());
    releases.removeIf(
        ref ->
            ref.kind() == ObjectKind.TABLE
                || ((aside || ref.kind() != ObjectKind.ENUM_TYPE)
                    && job.transition().to().has(ref)));
    for (ObjectName parent : Descent.lineage(table).parents()) {
      releases.add(ObjectRef.table(parent));
      releases.add(Names.heirs(parent));
    }
    return releases;
  }

  static PlannedStep dropForeignKey(ObjectName table, Constraint.ForeignKey key, Detours detours) {
    return PlannedStep.of(
            Steps.step(
                StepLabel.DROP_FOREIGN_KEY,
                new DdlStatement.AlterTable(
                    table,
                    false,
                    List.of(
                        new TableAction.DropConstraint(key.name(), false, DropBehavior.RESTRICT)))),
            ObjectRef.constraint(table, key.name()))
        .releasing(detours.rebuiltIn(table))
        .releasing(detours.rebuiltIn(key.target()));
  }
}
