package dev.schemend.exec.introspect.postgres;

import dev.schemend.model.SequenceOptions;
import dev.schemend.type.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the options of a sequence. The catalog spells every one out; those that the server would
 * fill in by itself are left out (manual, CREATE SEQUENCE: the bounds are those of the type, the
 * start is the bound it counts away from).
 */
final class SequenceDefaults {

  private static final Map<String, Bounds> BOUNDS =
      Map.of(
          "smallint", new Bounds(Short.MIN_VALUE, Short.MAX_VALUE),
          "integer", new Bounds(Integer.MIN_VALUE, Integer.MAX_VALUE));
  private static final Bounds BIGINT = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE);

  private record Bounds(long lowest, long highest) {}

  private SequenceDefaults() {}

  /**
   * The options in the six columns of {@code row} from {@code first} on: start, increment, minimum,
   * maximum, cache, cycle.
   *
   * @param typeName the type it counts in, as {@code format_type} writes it
   * @param type what of it is to be said: nothing for an identity column, whose type decides
   */
  static SequenceOptions options(ResultSet row, int first, String typeName, Optional<SqlType> type)
      throws SQLException {
    Bounds bounds = BOUNDS.getOrDefault(typeName, BIGINT);
    long increment = row.getLong(first + 1);
    long minimum = row.getLong(first + 2);
    long maximum = row.getLong(first + 3);
    boolean ascending = increment > 0;
    return new SequenceOptions(
        type,
        unless(ascending ? minimum : maximum, row.getLong(first)),
        unless(1, increment),
        unless(ascending ? 1 : bounds.lowest(), minimum),
        unless(ascending ? bounds.highest() : -1, maximum),
        unless(1, row.getLong(first + 4)),
        row.getBoolean(first + 5));
  }

  private static Optional<Long> unless(long usual, long value) {
    return value == usual ? Optional.empty() : Optional.of(value);
  }
}
