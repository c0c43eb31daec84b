package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Comment;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Declaration;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.DomainType;
import dev.schemend.model.Extension;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Policy;
import dev.schemend.model.PostgresTriggerOptions;
import dev.schemend.model.RangeType;
import dev.schemend.model.References;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.Table;
import dev.schemend.model.Trigger;
import dev.schemend.model.View;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Views, routines, triggers, policies, types and their like: made, dropped, replaced where the
 * server can, and otherwise dropped and made anew together with whatever depends on them.
 */
final class ObjectChanges {

  /** Objects that tables may use; the others use tables, and come after them. */
  private static final Set<ObjectKind> BEFORE_TABLES =
      EnumSet.of(
          ObjectKind.EXTENSION,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.RANGE_TYPE,
          ObjectKind.DOMAIN,
          ObjectKind.ROUTINE,
          ObjectKind.AGGREGATE,
          ObjectKind.COLLATION,
          ObjectKind.OPERATOR,
          ObjectKind.OPERATOR_CLASS,
          ObjectKind.OPERATOR_FAMILY,
          ObjectKind.CAST,
          ObjectKind.TRANSFORM,
          ObjectKind.CONVERSION,
          ObjectKind.TEXT_SEARCH_PARSER,
          ObjectKind.TEXT_SEARCH_TEMPLATE,
          ObjectKind.TEXT_SEARCH_DICTIONARY,
          ObjectKind.TEXT_SEARCH_CONFIGURATION,
          ObjectKind.LANGUAGE,
          ObjectKind.ACCESS_METHOD,
          ObjectKind.FOREIGN_DATA_WRAPPER,
          ObjectKind.FOREIGN_SERVER,
          ObjectKind.USER_MAPPING);

  /** Objects that go with their table. */
  private static final Set<ObjectKind> ON_TABLES =
      EnumSet.of(ObjectKind.TRIGGER, ObjectKind.POLICY, ObjectKind.RULE);

  private final Job job;
  private final Recreation recreation;
  private final BodyTies ties;

  ObjectChanges(Job job, Recreation recreation) {
    this.job = job;
    this.recreation = recreation;
    this.ties = new BodyTies(job.transition().from());
  }

  // ------------------------------------------------------------ made and dropped

  void create(Comment comment) {
    // What is made anew gets all its comments then.
    boolean comesToo = References.of(comment).stream().anyMatch(recreation::has);
    if (!comesToo && !new MemberComments(job).comesAlong(comment)) {
      comment(comment.on(), Optional.of(comment.text()), comment.on());
    }
  }

  void create(DefinedObject object) {
    if (BaseTypes.carried(job.transition().to(), job.transition().from()).contains(object.ref())) {
      return;
    }
    if (object instanceof Declaration type && BaseTypes.isOne(type)) {
      job.out().add(made(type));
      return;
    }
    job.out().add(made(object));
    if (object instanceof MaterializedView view) {
      view.indexes().forEach(index -> new MaterializedChanges(job).create(view, index));
      new MaterializedChanges(job).settings(view);
    }
    if (object instanceof Trigger trigger) {
      enable(trigger, PostgresTriggerOptions.Enabled.ORIGIN);
    }
  }

  // It is made with the functions that need it, which are needed for it.
  private PlannedStep made(Declaration type) {
    Set<ObjectRef> makes = new TreeSet<>();
    makes.add(type.ref());
    SortedSet<ObjectRef> needs = References.of(type);
    for (Routine function : BaseTypes.functions(type, job.transition().to())) {
      if (!job.transition().from().has(function.ref())) {
        makes.add(function.ref());
        makes.add(ObjectRef.to(ObjectKind.ROUTINE, function.name()));
        needs.addAll(References.of(function));
      }
    }
    References.TYPES.forEach(kind -> makes.add(ObjectRef.to(kind, type.ref().name())));
    needs.removeAll(makes);
    return PlannedStep.of(
            Steps.step(StepLabel.CREATE_OBJECT, BaseTypes.creation(type, job.transition())),
            type.ref())
        .needing(needs)
        .making(makes)
        .at(StepLabel.ALTER_SEQUENCE);
  }

  private PlannedStep made(DefinedObject object) {
    ObjectRef ref = object.ref();
    Set<ObjectRef> makes = new TreeSet<>();
    makes.add(ref);
    if (ref.kind() == ObjectKind.ROUTINE || ref.kind() == ObjectKind.AGGREGATE) {
      makes.add(ObjectRef.to(ObjectKind.ROUTINE, ref.name()));
    }
    if (isNamed(object)) {
      makes.add(Names.relation(ref.name()));
    }
    SortedSet<ObjectRef> needs = References.of(object);
    needs.removeAll(makes);
    PlannedStep step =
        PlannedStep.of(Steps.step(StepLabel.CREATE_OBJECT, InPlace.creation(object)), ref)
            .needing(needs)
            .making(makes)
            .mentioning(BodyNames.of(object));
    return BEFORE_TABLES.contains(ref.kind()) ? step.at(StepLabel.ALTER_SEQUENCE) : step;
  }

  /** Whether a table cannot have its name as well: the server keeps a relation or a type of it. */
  private static boolean isNamed(DefinedObject object) {
    return switch (object) {
      case View view -> true;
      case MaterializedView view -> true;
      case CompositeType type -> true;
      case RangeType type -> true;
      case DomainType type -> true;
      case Routine routine -> false;
      case Trigger trigger -> false;
      case Policy policy -> false;
      case RewriteRule rule -> false;
      case Extension extension -> false;
      case ForeignTable foreign -> true;
      case Declaration declaration -> false;
      case StoredDefinition definition -> false;
    };
  }

  private void enable(Trigger trigger, PostgresTriggerOptions.Enabled present) {
    if (trigger.postgres().enabled() != present) {
      job.out()
          .add(
              PlannedStep.of(
                      Steps.step(
                          StepLabel.ALTER_TABLE,
                          new DdlStatement.AlterTable(
                              trigger.table(),
                              false,
                              List.of(
                                  new TableAction.OfPostgres.SetTriggerEnabled(
                                      trigger.name(), trigger.postgres().enabled())))),
                      trigger.ref())
                  .at(StepLabel.COMMENT)
                  .needing(Set.of(trigger.ref())));
    }
  }

  void drop(Comment comment) {
    ObjectRef on = comment.on();
    boolean goesToo =
        !isLeft(comment)
            || job.drops(on.name())
            || References.of(comment).stream().anyMatch(recreation::has);
    if (!goesToo) {
      comment(on, Optional.empty(), on);
    }
  }

  void drop(DefinedObject object) {
    ObjectRef ref = object.ref();
    boolean ofTable =
        object instanceof Declaration declaration
            && declaration.table().filter(job::drops).isPresent();
    boolean ofType =
        BaseTypes.carried(job.transition().from(), job.transition().to()).contains(object.ref());
    if (ofTable || ofType || goesWithTable(object)) {
      return;
    }
    Set<ObjectRef> frees = new TreeSet<>();
    frees.add(ref);
    if (isNamed(object)) {
      frees.add(Names.relation(ref.name()));
    }
    if (object instanceof MaterializedView view) {
      view.indexes().forEach(index -> frees.add(Names.index(view.name(), index.name())));
    }
    SortedSet<ObjectRef> releases = References.of(object);
    if (object instanceof Declaration type && BaseTypes.isOne(type)) {
      for (Routine function : BaseTypes.functions(type, job.transition().from())) {
        frees.add(function.ref());
        releases.addAll(References.of(function));
      }
    }
    releases.addAll(ties.of(object));
    releases.removeAll(frees);
    PlannedStep step =
        PlannedStep.of(Steps.step(StepLabel.DROP_OBJECT, InPlace.removal(object)), ref)
            .freeing(frees)
            .releasing(releases)
            .forgetting(BodyNames.held(object));
    // Defaults and columns let go of types, functions and collations before these go.
    StepLabel usual =
        BEFORE_TABLES.contains(ref.kind()) ? StepLabel.DROP_ENUM : StepLabel.DROP_OBJECT;
    if (ref.kind() == ObjectKind.EXTENSION) {
      // What it brought is in no model, and so nobody knows who uses it: it goes behind all others.
      usual = StepLabel.DROP_SEQUENCE;
    }
    // What fires on other statements may stand against them.
    job.out()
        .add(step.at(ref.kind() == ObjectKind.EVENT_TRIGGER ? StepLabel.CREATE_SCHEMA : usual));
  }

  /** What names others that go must go by itself: they may go before its table does. */
  private boolean goesWithTable(DefinedObject object) {
    ObjectName table = object.ref().name();
    return ON_TABLES.contains(object.ref().kind())
        && job.drops(table)
        && References.of(object).stream()
            .filter(ref -> !ref.name().equals(table))
            .noneMatch(this::goes);
  }

  private boolean goes(ObjectRef ref) {
    Schema from = job.transition().from();
    Schema to = job.transition().to();
    if (ref.kind() == ObjectKind.COLUMN) {
      return from.has(ObjectRef.table(ref.name())) && job.drops(ref.name(), ref.member());
    }
    // Which of its namesakes is meant may not be known.
    boolean anyNamesake = ref.kind() == ObjectKind.ROUTINE && ref.member().isNone();
    return anyNamesake
        ? from.routines(ref.name()).anyMatch(routine -> !to.has(routine.ref()))
        : from.has(ref) && !to.has(ref);
  }

  private static boolean hasColumn(Schema schema, ObjectRef owner, ObjectRef column) {
    return schema.get(owner).orElse(null) instanceof CompositeType type
        ? type.attribute(column.member()).isPresent()
        : schema.has(owner);
  }

  /** Whether what the comment is about is still there when all is done. */
  private boolean isLeft(Comment comment) {
    Schema to = job.transition().to();
    ObjectRef on = comment.on();
    Optional<Table> table = to.table(on.name());
    return switch (on.kind()) {
      case INDEX ->
          table.filter(one -> one.index(on.member()).isPresent()).isPresent()
              || table.filter(one -> one.constraint(on.member()).isPresent()).isPresent()
              || to.materializedView(on.name())
                  .flatMap(view -> view.index(on.member()))
                  .isPresent();
      case CONSTRAINT -> table.filter(one -> one.constraint(on.member()).isPresent()).isPresent();
      case DOMAIN ->
          to.get(ObjectRef.to(ObjectKind.DOMAIN, on.name())).orElse(null) instanceof DomainType type
              && (on.member().isNone() || type.check(on.member()).isPresent());
      case COLUMN -> References.of(comment).stream().anyMatch(owner -> hasColumn(to, owner, on));
      case SCHEMA,
          EXTENSION,
          ENUM_TYPE,
          COMPOSITE_TYPE,
          RANGE_TYPE,
          SEQUENCE,
          TABLE,
          FOREIGN_TABLE,
          VIEW,
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
          ENUM_VALUE ->
          to.has(on);
    };
  }

  /** {@code owner} is made before it is told of. */
  private void comment(ObjectRef on, Optional<String> text, ObjectRef owner) {
    job.out()
        .add(
            PlannedStep.of(Steps.comment(on, text), on).needing(new TreeSet<>(List.of(on, owner))));
  }

  // ------------------------------------------------------------ changed

  void alter(Change.ObjectAltered altered) {
    if (recreation.has(altered.ref())) {
      return;
    }
    if (altered.to() instanceof Comment comment) {
      create(comment);
      return;
    }
    if (altered.ref().kind() == ObjectKind.PUBLICATION) {
      return;
    }
    if (altered.from() instanceof MaterializedView from) {
      new MaterializedChanges(job).alter(from, (MaterializedView) altered.to());
      return;
    }
    if (altered.from() instanceof DomainType from && altered.to() instanceof DomainType to) {
      new MemberComments(job).takeBack(from, to);
    }
    Optional<String> obstacle = DeclarationChanges.obstacle(altered.from(), altered.to());
    if (obstacle.isPresent()) {
      job.out().leave(altered, obstacle.get());
      return;
    }
    List<DdlStatement> statements =
        altered.from() instanceof RewriteRule from
            ? RuleChanges.between(from, (RewriteRule) altered.to(), job.dialect().expressions())
            : InPlace.statements(altered.from(), altered.to(), job);
    boolean held =
        altered.from() instanceof CompositeType from
            && CompositeChanges.isHeld(from, (CompositeType) altered.to(), job.transition().from());
    if (statements.isEmpty() || held) {
      job.out()
          .leave(
              altered,
              TypeRebuild.obstacle(altered.from(), job.transition().from())
                  .orElse("no statement of the server changes it while it is used"));
      return;
    }
    SortedSet<ObjectRef> needs = References.of(altered.to());
    needs.remove(altered.ref());
    PlannedStep step =
        PlannedStep.of(Steps.step(StepLabel.CREATE_OBJECT, statements), altered.ref())
            .needing(needs)
            .releasing(released(altered))
            .releasing(ties.of(altered.from()))
            .mentioning(BodyNames.of(altered.to()))
            .forgetting(BodyNames.held(altered.from()));
    if (altered.from() instanceof CompositeType) {
      // Tables that are OF it let go of it before, and are of it again behind.
      step = step.freeing(Set.of(altered.ref())).making(Set.of(altered.ref()));
    }
    job.out()
        .add(
            BEFORE_TABLES.contains(altered.ref().kind())
                ? step.at(StepLabel.ALTER_SEQUENCE)
                : step);
  }

  // Tables that it reads no more may go.
  private static SortedSet<ObjectRef> released(Change.ObjectAltered altered) {
    SortedSet<ObjectRef> released = References.of(altered.from());
    released.removeAll(References.of(altered.to()));
    released.remove(altered.ref());
    return released;
  }

  /** Drops and makes anew what must go and come back. */
  void recreate() {
    Schema from = job.transition().from();
    Schema to = job.transition().to();
    SortedSet<ObjectRef> types = recreation.types();
    types.removeIf(ref -> !to.has(ref));
    if (!types.isEmpty()) {
      job.out().add(new TypeRebuild(job, types).step());
      types.stream().filter(ref -> ref.kind() == ObjectKind.ENUM_TYPE).forEach(this::commentsAgain);
    }
    for (ObjectRef ref : recreation.members()) {
      // What only comes or only goes is a change of its own.
      if (!(from.get(ref).orElse(null) instanceof DefinedObject old)
          || !(to.get(ref).orElse(null) instanceof DefinedObject anew)) {
        continue;
      }
      if (!types.contains(ref)) {
        drop(old);
        create(anew);
      }
      commentsAgain(ref);
    }
  }

  private void commentsAgain(ObjectRef ref) {
    Schema to = job.transition().to();
    to.dependants(ref)
        .map(one -> to.get(one).orElseThrow())
        .filter(Comment.class::isInstance)
        .map(Comment.class::cast)
        .forEach(comment -> comment(comment.on(), Optional.of(comment.text()), ref));
  }
}
