package dev.schemend.parser.postgres;

import dev.schemend.name.ObjectKind;

/** What the leading key words of a statement say about it (architecture, section 4). */
sealed interface StatementClass {

  /** One for the grammar. */
  record Modelled() implements StatementClass {}

  /** Without effect on the schema. */
  record Inert(String kind) implements StatementClass {}

  /** {@code CREATE} of an object that is carried. */
  record CreateOpaque(ObjectKind kind) implements StatementClass {}

  /** {@code DROP} of such objects. */
  record DropOpaque(ObjectKind kind) implements StatementClass {}

  /** {@code ALTER} of such an object. */
  record AlterOpaque(ObjectKind kind, String words) implements StatementClass {}

  /** {@code COMMENT ON} such an object. */
  record CommentOpaque(ObjectKind kind) implements StatementClass {}

  /** {@code CLUSTER}, which may mark an index. */
  record Cluster() implements StatementClass {}

  /** Code, to be run on the model. */
  record Code() implements StatementClass {}

  /** What makes objects in a way that only a server can follow. */
  record Unknowable(String why) implements StatementClass {}

  /** {@code SET} or {@code RESET}, which may change the search path, or a query, which may call. */
  record MaybePath(String kind) implements StatementClass {}

  /** Words that start no statement. */
  record None() implements StatementClass {}
}
