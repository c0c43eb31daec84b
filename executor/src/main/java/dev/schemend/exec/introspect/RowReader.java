package dev.schemend.exec.introspect;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Turns one row of a catalog into a value.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface RowReader<T> {

  /** The value of the row that {@code row} stands on. */
  T read(ResultSet row) throws SQLException;
}
