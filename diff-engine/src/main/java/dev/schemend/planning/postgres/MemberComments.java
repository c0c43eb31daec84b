package dev.schemend.planning.postgres;

import dev.schemend.model.Comment;
import dev.schemend.model.Constraint;
import dev.schemend.model.DomainType;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.TableDifference;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import java.util.Optional;

/**
 * Comments on constraints and indexes, which go with them and come back when they do; a renamed one
 * keeps its comment.
 */
final class MemberComments {

  private final Job job;

  MemberComments(Job job) {
    this.job = job;
  }

  /** The comments that stay on what is made anew; others are changes of their own. */
  void again(TableEdit edit) {
    takeBack(edit);
    ObjectName table = edit.from().name();
    for (Constraint constraint : edit.droppedConstraints()) {
      if (edit.successor(constraint).isPresent()) {
        again(ObjectRef.constraint(table, constraint.name()));
        again(ObjectRef.index(table, constraint.name()));
      }
    }
    for (Index index : edit.droppedIndexes()) {
      if (edit.successor(index).isPresent()) {
        again(ObjectRef.index(table, index.name()));
      }
    }
  }

  /** Takes back comments that come along with a new name, and are not wanted there. */
  private void takeBack(TableEdit edit) {
    ObjectName table = edit.from().name();
    for (TableDifference.ConstraintRenamed renamed : edit.renamedConstraints()) {
      Identifier old = renamed.from().name();
      Identifier anew = renamed.to().name();
      takeBack(ObjectRef.constraint(table, old), ObjectRef.constraint(table, anew));
      takeBack(ObjectRef.index(table, old), ObjectRef.index(table, anew));
    }
    for (TableDifference.IndexRenamed renamed : edit.renamedIndexes()) {
      takeBack(
          ObjectRef.index(table, renamed.from().name()),
          ObjectRef.index(table, renamed.to().name()));
    }
  }

  /** The same of a domain's checks. */
  void takeBack(DomainType from, DomainType to) {
    DomainChanges.renamed(from, to)
        .forEach((old, anew) -> takeBack(check(from.ref(), old), check(to.ref(), anew)));
  }

  /** The same of anything that had another name. */
  void takeBack(ObjectRef old, ObjectRef anew) {
    if (comment(job.transition().from(), old).isPresent()
        && comment(job.transition().to(), anew).isEmpty()) {
      job.out().add(PlannedStep.of(Steps.comment(anew, Optional.empty()), anew));
    }
  }

  /** Whether a check of a domain has that comment already, under its old name. */
  boolean comesAlong(Comment wanted) {
    ObjectRef on = wanted.on();
    ObjectRef domain = ObjectRef.to(on.kind(), on.name());
    return job.transition().from().get(domain).orElse(null) instanceof DomainType from
        && job.transition().to().get(domain).orElse(null) instanceof DomainType to
        && DomainChanges.renamed(from, to).entrySet().stream()
            .filter(renamed -> renamed.getValue().equals(on.member()))
            .flatMap(
                renamed ->
                    comment(job.transition().from(), check(domain, renamed.getKey())).stream())
            .anyMatch(old -> old.text().equals(wanted.text()));
  }

  private static ObjectRef check(ObjectRef domain, Identifier check) {
    return new ObjectRef(domain.kind(), domain.name(), check);
  }

  /** The comment on an index or constraint that was made anew, if it stays. */
  void again(ObjectRef member) {
    Optional<Comment> kept = comment(job.transition().to(), member);
    if (kept.isPresent() && kept.equals(comment(job.transition().from(), member))) {
      job.out().add(PlannedStep.of(Steps.comment(member, Optional.of(kept.get().text())), member));
    }
  }

  private static Optional<Comment> comment(Schema schema, ObjectRef member) {
    SchemaObject found = schema.get(Comment.refOn(member)).orElse(null);
    return found instanceof Comment comment ? Optional.of(comment) : Optional.empty();
  }
}
