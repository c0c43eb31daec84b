package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TransactionMode;
import java.util.List;
import java.util.Optional;

/** Steps that can share a transaction, as almost all DDL of PostgreSQL can. */
final class Steps {

  // Every new database has that comment (initdb), and the model does not count it as one.
  private static final ObjectRef PUBLIC = ObjectRef.schema(Identifier.of("public"));
  private static final Optional<String> OF_PUBLIC = Optional.of("standard public schema");

  private Steps() {}

  static Step step(StepLabel label, List<DdlStatement> statements) {
    return new Step(label, statements, TransactionMode.TRANSACTIONAL);
  }

  static Step step(StepLabel label, DdlStatement statement) {
    return step(label, List.of(statement));
  }

  /** Says something about an object, or takes back what was said. */
  static Step comment(ObjectRef on, Optional<String> text) {
    // An index is told of by its own name, which stands in the schema of its table.
    boolean member = on.kind() == ObjectKind.INDEX && !on.member().isNone();
    ObjectRef named = member ? ObjectRef.to(on.kind(), on.name().sibling(on.member())) : on;
    return step(
        StepLabel.COMMENT,
        new DdlStatement.CommentOn(named, on.equals(PUBLIC) ? text.or(() -> OF_PUBLIC) : text));
  }
}
