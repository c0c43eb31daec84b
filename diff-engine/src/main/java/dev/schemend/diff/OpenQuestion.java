package dev.schemend.diff;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.View;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/** Two texts that could be neither told apart nor proven equal, with what a server needs to. */
public sealed interface OpenQuestion {

  /** Two expressions, each as a side has it. */
  record OfExpressions(Side from, Side to) implements OpenQuestion {}

  /**
   * An expression and where it stands.
   *
   * @param columns of its table
   * @param type of the column whose default it is; empty for any other expression
   */
  record Side(List<Column> columns, Optional<SqlType> type, SqlExpr expression) {
    /** Copies the columns. */
    public Side {
      columns = List.copyOf(columns);
    }
  }

  /** What two views show; a materialised one stands here as a plain one. */
  record OfViews(View from, View to) implements OpenQuestion {}
}
