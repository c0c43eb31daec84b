package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Value;
import java.util.List;
import java.util.Optional;

/** Which rows a partial index holds. */
public sealed interface Condition {

  /**
   * {@code raw("…")}: the database's own words.
   *
   * @param bare whether they are written without {@code raw()}, as engines on the way to 7.4 took
   *     them, and put no brackets around them
   */
  record Raw(String sql, boolean bare) implements Condition {}

  /** <code>{ field: value }</code>: all of the tests. */
  record All(List<Test> tests) implements Condition {
    /** Copies the tests. */
    public All {
      tests = List.copyOf(tests);
    }
  }

  /**
   * One test of a row.
   *
   * @param field whose value
   * @param negated {@code not}
   * @param value which; empty for null
   */
  record Test(ScalarField field, boolean negated, Optional<Value> value) {}
}
