package dev.schemend.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A {@link Check} as queries of one dialect.
 *
 * @param find a few of the rows that it asks for; the fastest way to the answer "none"
 * @param count one row with one number: how many there are
 * @param findInSample as {@code find}, over a part of the table only, for tables that are too large
 *     to be read in time
 * @param cleanUp statements that would make the answer "none", each with a comment that says what
 *     it costs; never run by this tool
 */
public record CheckSql(
    String find, Optional<String> count, Optional<String> findInSample, List<String> cleanUp) {

  /** Copies the statements. */
  public CheckSql {
    Objects.requireNonNull(find, "find");
    Objects.requireNonNull(count, "count");
    Objects.requireNonNull(findInSample, "findInSample");
    cleanUp = List.copyOf(cleanUp);
  }

  /** A question that is answered whole by one query. */
  public static CheckSql of(String find) {
    return new CheckSql(find, Optional.empty(), Optional.empty(), List.of());
  }
}
