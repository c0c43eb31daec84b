package dev.schemend.diff;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.DefinedObject;
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

  /**
   * Two parts of objects that only the object around them gives a meaning: the condition of a
   * policy or trigger, the commands of a rule, a body of standard SQL.
   *
   * @param from the older part, an expression or a query, as it is compared offline
   * @param to the newer one
   */
  record OfDefinitions(Object from, Object to, Definition older, Definition newer)
      implements OpenQuestion {}

  /**
   * An object with nothing in it but what is asked about.
   *
   * @param rows the columns of its table, where it has one
   */
  record Definition(DefinedObject object, List<Column> rows) {
    /** Copies the columns. */
    public Definition {
      rows = List.copyOf(rows);
    }
  }

  /** What two views show; a materialised one stands here as a plain one. */
  record OfViews(View from, View to) implements OpenQuestion {}
}
