package dev.schemend.planning.postgres;

import dev.schemend.model.Comment;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import java.util.Optional;

/** Comments on constraints and indexes, which go with them and come back when they do. */
final class MemberComments {

  private final Job job;

  MemberComments(Job job) {
    this.job = job;
  }

  /** The comments that stay on what is made anew; others are changes of their own. */
  void again(TableEdit edit) {
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
