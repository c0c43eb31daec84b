package dev.schemend.dialect.postgres;

import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.type.SqlType;
import java.util.Optional;

/** What is known of the rows that an expression is about. */
interface RowTypes {

  /** Nothing is known. */
  RowTypes NONE = column -> Optional.empty();

  /** The type of a column, of a domain that under it. */
  Optional<SqlType> column(SqlExpr.ColumnRef column);

  /** The type of the one column of a query inside of the expression, in canonical form. */
  default Optional<SqlType> query(Query query) {
    return Optional.empty();
  }
}
