package dev.schemend.apply;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * The code that a server gives an error.
 *
 * @param sqlState the five characters of ISO 9075
 * @param number MySQL's error number
 */
public record ErrorCode(String sqlState, OptionalInt number) {

  /** Rejects what is no SQLSTATE. */
  public ErrorCode {
    Objects.requireNonNull(number, "number");
    if (sqlState.length() != 5) {
      throw new IllegalArgumentException("not a SQLSTATE: " + sqlState);
    }
  }

  /** A code of a server that has no numbers. */
  public static ErrorCode of(String sqlState) {
    return new ErrorCode(sqlState, OptionalInt.empty());
  }

  /** A code of MySQL. */
  public static ErrorCode of(int number, String sqlState) {
    return new ErrorCode(sqlState, OptionalInt.of(number));
  }

  @Override
  public String toString() {
    return number.isPresent() ? number.getAsInt() + " (" + sqlState + ")" : sqlState;
  }
}
