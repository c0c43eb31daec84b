package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import java.util.List;
import java.util.Objects;

/** Which rows a partition takes (PostgreSQL manual, CREATE TABLE, {@code FOR VALUES}). */
public sealed interface PartitionBound {

  /** {@code DEFAULT}: what no other partition takes. */
  record Rest() implements PartitionBound {}

  /** {@code FOR VALUES IN (…)}. */
  record In(List<SqlExpr> values) implements PartitionBound {
    /** Copies the values. */
    public In {
      values = List.copyOf(values);
    }
  }

  /** {@code FOR VALUES FROM (…) TO (…)}: the first inclusive, the second exclusive. */
  record Range(List<Edge> from, List<Edge> to) implements PartitionBound {
    /** Copies the edges. */
    public Range {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /** {@code FOR VALUES WITH (MODULUS …, REMAINDER …)}. */
  record Hash(int modulus, int remainder) implements PartitionBound {}

  /** One column's end of a range. */
  sealed interface Edge {
    /** {@code MINVALUE}: below every value. */
    record Lowest() implements Edge {}

    /** {@code MAXVALUE}: above every value. */
    record Highest() implements Edge {}

    /** A value. */
    record At(SqlExpr value) implements Edge {
      /** Rejects null. */
      public At {
        Objects.requireNonNull(value, "value");
      }
    }
  }
}
