package dev.schemend.check;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.View;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * A live server that tells how it would store a text, without keeping it. Two texts with one stored
 * form mean the same to it.
 */
public interface StoredForms {

  /**
   * The stored form of an expression; empty where the server refuses it or does not answer in time.
   *
   * @param columns those that it may name
   * @param type that of the column whose default it is; empty for any other expression
   */
  Optional<String> expression(List<Column> columns, Optional<SqlType> type, SqlExpr expression);

  /**
   * The stored form of an object; empty as above, and where such objects are not asked about.
   *
   * @param object a policy, trigger, rule or routine
   * @param rows the columns of its table
   */
  Optional<String> definition(DefinedObject object, List<Column> rows);

  /** The stored form of what a view shows; empty as above. */
  Optional<String> query(View view);
}
