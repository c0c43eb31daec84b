package dev.schemend.planning.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.StoredDefinition.Clause;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TransactionMode;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Views, triggers, routines and events. What can be altered is: all of an event, what is said about
 * a routine but not what it does. A view is replaced where it stands, which keeps the rights on it,
 * and so is everything else on MariaDB; MySQL has no statement that gives a routine or a trigger
 * another body, so there they are dropped and made anew.
 */
final class DefinitionChanges {

  /** What {@code ALTER PROCEDURE} and {@code ALTER FUNCTION} change (manual, 15.1.4 and 15.1.7). */
  private static final Set<Clause> OF_ROUTINES =
      EnumSet.of(Clause.SECURITY, Clause.DATA, Clause.COMMENT);

  private static final Set<Clause> SCHEDULE =
      EnumSet.of(Clause.AT, Clause.EVERY, Clause.STARTS, Clause.ENDS);

  private final Job job;
  private final boolean replaces;

  DefinitionChanges(Job job) {
    this.job = job;
    this.replaces = MySqlFeature.OR_REPLACE.in(job.dialect().profile());
  }

  void create(StoredDefinition definition) {
    make(definition, List.of(), false);
  }

  void drop(StoredDefinition definition) {
    if (definition.table().filter(job::drops).isPresent()) {
      return;
    }
    Set<ObjectRef> frees = new TreeSet<>(Set.of(definition.ref()));
    if (definition.is(ObjectKind.VIEW)) {
      frees.add(ObjectRef.table(definition.ref().name()));
    }
    job.out()
        .add(
            PlannedStep.of(Steps.step(StepLabel.DROP_OBJECT, dropped(definition)), definition.ref())
                .freeing(frees)
                .releasing(definition.dependsOn()));
  }

  void alter(StoredDefinition from, StoredDefinition to) {
    if (to.is(ObjectKind.VIEW)) {
      add(to, List.of(new DdlStatement.CreateObject(to, true, false)), Set.of());
      return;
    }
    if (isMovedAlone(from, to)) {
      return;
    }
    Optional<DdlStatement> altered = altered(from, to);
    if (altered.isPresent()) {
      add(to, List.of(altered.get()), Set.of());
    } else {
      // A table that goes takes its triggers along.
      boolean gone = from.table().filter(job::drops).isPresent();
      // A trigger is replaced on its own table only (MariaDB: CREATE TRIGGER).
      boolean replacing = replaces && from.table().equals(to.table());
      make(to, replacing || gone ? List.of() : List.of(dropped(from)), replacing);
    }
  }

  /** The one statement that changes the object where it stands, where there is one. */
  private Optional<DdlStatement> altered(StoredDefinition from, StoredDefinition to) {
    Set<Clause> changed = EnumSet.noneOf(Clause.class);
    for (Clause clause : Clause.values()) {
      // An event that does not say when it starts starts when it is made.
      boolean unsaid =
          clause == Clause.DEFINER
              || (clause == Clause.STARTS
                  && from.clause(clause).isPresent() != to.clause(clause).isPresent());
      if (!unsaid && !from.clause(clause).equals(to.clause(clause))) {
        changed.add(clause);
      }
    }
    boolean sameBody = from.body().tokens().equals(to.body().tokens());
    boolean sameHead =
        from.parameters().equals(to.parameters()) && from.result().equals(to.result());
    boolean losesEnd =
        from.clause(Clause.ENDS).isPresent()
            && to.clause(Clause.ENDS).isEmpty()
            && to.clause(Clause.EVERY).isPresent();
    boolean losesComment =
        changed.contains(Clause.COMMENT) && to.clause(Clause.COMMENT).equals(Optional.of(""));
    boolean alterableEvent =
        to.is(ObjectKind.EVENT)
            && (MySqlFeature.ENDLESS_SCHEDULE.in(job.dialect().profile()) || !losesEnd);
    boolean alterableRoutine =
        to.is(ObjectKind.ROUTINE)
            && sameBody
            && sameHead
            && OF_ROUTINES.containsAll(changed)
            && (MySqlFeature.EMPTY_ROUTINE_COMMENT.in(job.dialect().profile()) || !losesComment);
    if (!alterableEvent && !alterableRoutine) {
      return Optional.empty();
    }
    SortedMap<Clause, String> clauses = new TreeMap<>();
    // A schedule is said as a whole.
    boolean anotherTime = changed.stream().anyMatch(SCHEDULE::contains);
    for (Clause clause : Clause.values()) {
      if (SCHEDULE.contains(clause) ? anotherTime : changed.contains(clause)) {
        to.clause(clause).or(clause::normal).ifPresent(value -> clauses.put(clause, value));
      }
    }
    return Optional.of(
        new DdlStatement.OfMySql.AlterDefinition(
            to.ref(),
            clauses,
            Optional.empty(),
            sameBody ? Optional.empty() : Optional.of(to.body())));
  }

  private static DdlStatement dropped(StoredDefinition definition) {
    return new DdlStatement.DropObjects(List.of(definition.ref()), false, DropBehavior.RESTRICT);
  }

  private void add(
      StoredDefinition definition, List<DdlStatement> statements, Set<ObjectRef> alsoNeeds) {
    SortedSet<ObjectRef> needs = References.of(definition);
    needs.addAll(alsoNeeds);
    job.out()
        .add(
            PlannedStep.of(
                    new Step(StepLabel.CREATE_OBJECT, statements, TransactionMode.AUTOCOMMIT),
                    definition.ref())
                .needing(needs)
                .making(Set.of(definition.ref())));
  }

  // ------------------------------------------------------------ the order of triggers

  private void make(StoredDefinition definition, List<DdlStatement> before, boolean replacing) {
    List<StoredDefinition> together = together(job.transition().to(), definition);
    int at = together.indexOf(definition);
    StoredDefinition placed = definition;
    Set<ObjectRef> needs = Set.of();
    if (at > 0) {
      ObjectRef other = together.get(at - 1).ref();
      placed = definition.with(Clause.FOLLOWS, other.name().name().text());
      needs = Set.of(other);
    } else {
      Optional<StoredDefinition> next = together.stream().skip(1).filter(this::isKept).findFirst();
      if (next.isPresent()) {
        placed = definition.with(Clause.PRECEDES, next.get().ref().name().name().text());
      }
    }
    List<DdlStatement> statements = new ArrayList<>(before);
    statements.add(new DdlStatement.CreateObject(placed, replacing, false));
    add(definition, statements, needs);
  }

  private boolean isKept(StoredDefinition trigger) {
    return job.transition().from().get(trigger.ref()).orElse(null) instanceof StoredDefinition old
        && isMovedAlone(old, trigger);
  }

  /** Whether a trigger only moves up or down because others come or go. */
  private boolean isMovedAlone(StoredDefinition from, StoredDefinition to) {
    if (!from.withClauses(withoutPlace(from)).equals(to.withClauses(withoutPlace(to)))) {
      return false;
    }
    List<ObjectRef> older = others(job.transition().from(), from);
    List<ObjectRef> newer = others(job.transition().to(), to);
    older.retainAll(newer);
    newer.retainAll(older);
    return older.equals(newer);
  }

  private static Map<Clause, String> withoutPlace(StoredDefinition trigger) {
    Map<Clause, String> clauses = new TreeMap<>(trigger.clauses());
    clauses.remove(Clause.PLACE);
    return clauses;
  }

  private static List<ObjectRef> others(Schema schema, StoredDefinition trigger) {
    return new ArrayList<>(together(schema, trigger).stream().map(StoredDefinition::ref).toList());
  }

  private static List<StoredDefinition> together(Schema schema, StoredDefinition trigger) {
    return trigger.table().stream()
        .flatMap(table -> schema.dependants(ObjectRef.table(table)))
        .flatMap(ref -> schema.get(ref).stream())
        .filter(StoredDefinition.class::isInstance)
        .map(StoredDefinition.class::cast)
        .filter(trigger::firesWith)
        .sorted(Comparator.comparingInt(StoredDefinition::place))
        .toList();
  }
}
