package dev.schemend.parser.prisma.sql;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Prisma: the same schema means different tables under some of them.
 *
 * @param major first number
 * @param minor second number
 * @param patch third number
 */
public record PrismaVersion(int major, int minor, int patch) implements Comparable<PrismaVersion> {

  /** The one that is meant where nothing says which: the last of 7. */
  public static final PrismaVersion NEWEST = new PrismaVersion(7, 10, 0);

  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?");

  /** The version in a text such as {@code ^6.3.1} or {@code 5.x}. */
  public static Optional<PrismaVersion> parse(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    return numbers.find()
        ? Optional.of(
            new PrismaVersion(
                Integer.parseInt(numbers.group(1)), number(numbers, 2), number(numbers, 3)))
        : Optional.empty();
  }

  private static int number(Matcher numbers, int group) {
    return numbers.group(group) == null ? 0 : Integer.parseInt(numbers.group(group));
  }

  /**
   * Whether the table of a relation of lists has a primary key on PostgreSQL, rather than a unique
   * index (upgrade guide to 6).
   */
  public boolean keysRelationTables() {
    return major >= 6;
  }

  /** Whether a script from an empty database begins with its default schema (engines pull 5699). */
  public boolean createsDefaultSchema() {
    return compareTo(new PrismaVersion(6, 19, 1)) >= 0;
  }

  @Override
  public int compareTo(PrismaVersion other) {
    return Comparator.comparingInt(PrismaVersion::major)
        .thenComparingInt(PrismaVersion::minor)
        .thenComparingInt(PrismaVersion::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
