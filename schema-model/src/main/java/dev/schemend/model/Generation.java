package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import java.util.Objects;

/** How a column gets values that nobody writes, apart from a plain default. */
public sealed interface Generation {

  /**
   * {@code GENERATED … AS IDENTITY} (PostgreSQL manual, CREATE TABLE).
   *
   * @param always {@code ALWAYS} rather than {@code BY DEFAULT}
   * @param options of the sequence behind it
   */
  record Identity(boolean always, SequenceOptions options) implements Generation {
    /** Rejects null options. */
    public Identity {
      Objects.requireNonNull(options, "options");
    }
  }

  /** MySQL's {@code AUTO_INCREMENT}. */
  record AutoIncrement() implements Generation {}

  /**
   * {@code GENERATED ALWAYS AS (expression)}.
   *
   * @param expression of other columns of the row
   * @param stored {@code STORED} (MariaDB: {@code PERSISTENT}) rather than {@code VIRTUAL}
   */
  record Computed(SqlExpr expression, boolean stored) implements Generation {
    /** Rejects a null expression. */
    public Computed {
      Objects.requireNonNull(expression, "expression");
    }
  }
}
