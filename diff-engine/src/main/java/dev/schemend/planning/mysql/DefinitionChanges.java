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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Views, triggers, routines and events. A view is replaced where it stands, which keeps the rights
 * on it; the others are dropped and made anew, since no statement gives them another body.
 */
final class DefinitionChanges {

  private final Job job;

  DefinitionChanges(Job job) {
    this.job = job;
  }

  void create(StoredDefinition definition) {
    make(definition, List.of());
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
    } else if (!isMovedAlone(from, to)) {
      make(to, List.of(dropped(from)));
    }
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
                    new Step(
                        StepLabel.CREATE_OBJECT, statements, List.of(), TransactionMode.AUTOCOMMIT),
                    definition.ref())
                .needing(needs)
                .making(Set.of(definition.ref())));
  }

  // ------------------------------------------------------------ the order of triggers

  private void make(StoredDefinition definition, List<DdlStatement> before) {
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
    statements.add(new DdlStatement.CreateObject(placed, false, false));
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
