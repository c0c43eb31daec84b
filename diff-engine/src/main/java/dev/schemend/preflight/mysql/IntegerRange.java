package dev.schemend.preflight.mysql;

import dev.schemend.type.SqlType;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The values of an integer type (manual, 11.1.2).
 *
 * @param low the least
 * @param high the greatest
 */
record IntegerRange(BigInteger low, BigInteger high) {

  private static final Map<String, Integer> BITS =
      Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);
  private static final String UNSIGNED = " unsigned";
  private static final Pattern ATTRIBUTES = Pattern.compile(" unsigned| zerofill");

  /** The range of {@code type}; empty where it is no integer type. */
  static Optional<IntegerRange> of(SqlType type) {
    if (!(type instanceof SqlType.Builtin builtin)) {
      return Optional.empty();
    }
    // What is zerofill is unsigned, too, and says so.
    boolean unsigned = builtin.name().contains(UNSIGNED);
    return Optional.ofNullable(BITS.get(ATTRIBUTES.matcher(builtin.name()).replaceAll("")))
        .map(
            bits ->
                new IntegerRange(
                    unsigned ? BigInteger.ZERO : BigInteger.TWO.pow(bits - 1).negate(),
                    BigInteger.TWO.pow(unsigned ? bits : bits - 1).subtract(BigInteger.ONE)));
  }

  boolean holds(IntegerRange other) {
    return low.compareTo(other.low) <= 0 && high.compareTo(other.high) >= 0;
  }

  /** How many characters its longest value is written with. */
  int width() {
    return Math.max(low.toString().length(), high.toString().length());
  }
}
