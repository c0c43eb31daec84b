package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Constraint;
import dev.schemend.model.DomainType;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks and defaults of domains that step aside while a routine that they call is made anew: the
 * domain itself, and the columns that have it, stay.
 */
final class DomainDetours {

  private final Job job;
  private final Recreation recreation;

  DomainDetours(Job job, Recreation recreation) {
    this.job = job;
    this.recreation = recreation;
  }

  void draft() {
    TreeMap<ObjectRef, Set<ObjectRef>> calling = new TreeMap<>();
    for (ObjectRef ref : recreation.foundations()) {
      if (ref.kind() == ObjectKind.ROUTINE) {
        recreation
            .domains(ref)
            .filter(domain -> !recreation.has(domain.ref()))
            .forEach(
                domain -> calling.computeIfAbsent(domain.ref(), one -> new TreeSet<>()).add(ref));
      }
    }
    calling.forEach(this::draft);
  }

  private void draft(ObjectRef ref, Set<ObjectRef> routines) {
    Optional<DomainType> from = domain(job.transition().from(), ref);
    Optional<DomainType> to = domain(job.transition().to(), ref);
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    List<DdlStatement> before = new ArrayList<>();
    List<DdlStatement> after = new ArrayList<>();
    // What differs is dropped, or set, by the change of the domain.
    for (Constraint.Check check : from.get().checks()) {
      if (Detours.mentions(check.expression(), routines) && to.get().checks().contains(check)) {
        before.add(altered(ref, new ObjectAction.DropCheck(check.name(), false)));
        after.add(altered(ref, new ObjectAction.AddCheck(check)));
      }
    }
    boolean called =
        from.get().defaultValue().filter(one -> Detours.mentions(one, routines)).isPresent();
    if (called && from.get().defaultValue().equals(to.get().defaultValue())) {
      before.add(altered(ref, new ObjectAction.DomainDefault(Optional.empty())));
      after.add(altered(ref, new ObjectAction.DomainDefault(to.get().defaultValue())));
    }
    if (before.isEmpty()) {
      return;
    }
    job.out()
        .add(
            PlannedStep.of(Steps.step(StepLabel.CREATE_OBJECT, before), ref)
                .at(StepLabel.RENAME_TABLE)
                .releasing(routines));
    Set<ObjectRef> names = new TreeSet<>();
    routines.forEach(routine -> names.add(ObjectRef.to(routine.kind(), routine.name())));
    job.out().add(PlannedStep.of(Steps.step(StepLabel.CREATE_OBJECT, after), ref).needing(names));
  }

  private static Optional<DomainType> domain(Schema schema, ObjectRef ref) {
    return schema.get(ref).filter(DomainType.class::isInstance).map(DomainType.class::cast);
  }

  private static DdlStatement altered(ObjectRef domain, ObjectAction action) {
    return new DdlStatement.AlterObject(domain, false, action);
  }
}
