package dev.schemend.preflight;

import dev.schemend.check.Check;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/** PORT: what one dialect's server looks at in the rows, and what it answers. */
public interface RowRules {

  /** The code for two rows with one key. */
  String duplicate();

  /** The code for a NULL where none may be. */
  String nullValue();

  /** The code for a row that points at nothing. */
  String orphan();

  /** The code for two rows that exclude each other. */
  String exclusion();

  /** The code for a row that a condition is false of. */
  String violation();

  /**
   * What a new column holds in the rows that are there, where it has no default of its own.
   *
   * @return empty where the server refuses to add it to a table with rows
   */
  Optional<SqlExpr> implicitValue(Column column);

  /** The code for an extension that is not at hand. */
  String noExtension();

  /** How the server fails with a new column that {@link #implicitValue} has nothing for. */
  String noValue();

  /**
   * What of {@code value} cannot become the new type, or loses something on the way.
   *
   * @param from the column as it is
   * @param to the column as it is to be
   * @param value its values, in terms of the live table
   * @param using how they are converted, in the same terms; empty where the server decides
   * @param after the schema with the new column in it
   */
  List<Misfit> misfits(
      Column from, Column to, SqlExpr value, Optional<SqlExpr> using, Schema after);

  /**
   * When a key is longer than an index of the server can hold, where that hangs on the rows.
   *
   * @param method the access method
   * @param types of those parts that are columns
   * @param values of all parts, in terms of the live table
   */
  Optional<Misfit> tooLong(String method, List<SqlType> types, List<SqlExpr> values);

  /** Whether the change of type makes the server write the table anew. */
  boolean rewrites(Column from, Column to);

  /** The bounds of the server that a table does not keep. */
  List<Limit> limits(Table table);

  /** How the server answers to somebody who may not do it. */
  String noRight();

  /** The rights that a statement needs on what is there. */
  List<Check.MissingRight> rights(DdlStatement statement);
}
