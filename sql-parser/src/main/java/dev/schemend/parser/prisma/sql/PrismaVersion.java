package dev.schemend.parser.prisma.sql;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Prisma: the same schema means different tables under some of them.
 *
 * @param major first number
 * @param minor second number
 * @param patch third number
 * @param early whether it is a version on the way there, such as {@code 6.13.0-dev.4}
 */
public record PrismaVersion(int major, int minor, int patch, boolean early)
    implements Comparable<PrismaVersion> {

  /** The one that is meant where nothing says which: the last of 7. */
  public static final PrismaVersion NEWEST = new PrismaVersion(7, 10, 0);

  // The last release of each major version (registry of npm).
  private static final List<PrismaVersion> LAST =
      List.of(
          new PrismaVersion(4, 16, 2),
          new PrismaVersion(5, 22, 0),
          new PrismaVersion(6, 19, 3),
          NEWEST);

  private static final Pattern NUMBERS =
      Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+)(-[a-z]+)?)?");

  /** A release. */
  public PrismaVersion(int major, int minor, int patch) {
    this(major, minor, patch, false);
  }

  /** The version in a text such as {@code ^6.3.1} or {@code 5.x}. */
  public static Optional<PrismaVersion> parse(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    return numbers.find()
        ? Optional.of(
            new PrismaVersion(
                Integer.parseInt(numbers.group(1)),
                number(numbers, 2),
                number(numbers, 3),
                numbers.group(4) != null))
        : Optional.empty();
  }

  /**
   * The newest version that a range such as {@code ^6.3.1} lets in, as a package manager would
   * install it: the last of its major version, where the range does not hold the minor one.
   */
  public static Optional<PrismaVersion> newestIn(String range) {
    return parse(range)
        .map(
            lowest ->
                range.startsWith("^")
                    ? LAST.stream()
                        .filter(last -> last.major() == lowest.major())
                        .filter(last -> last.compareTo(lowest) > 0)
                        .findFirst()
                        .orElse(lowest)
                    : lowest);
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

  /**
   * Whether a script from an empty database creates the default schema though the datasource lists
   * none (engines pulls 5561, 5614, 5699).
   */
  public boolean createsDefaultSchema() {
    return (isFrom(6, 13, 0) && !isFrom(6, 17, 0)) || isFrom(6, 19, 1);
  }

  /**
   * Whether names in the default schema show it (engines pulls 5561 and 5614); on the way to 6.13
   * they did before scripts began to create it.
   */
  public boolean namesDefaultSchema() {
    boolean early = major == 6 && minor == 13 && patch == 0;
    return early || (isFrom(6, 13, 0) && !isFrom(6, 17, 0));
  }

  /** Whether names show the default schema where the datasource lists it (engines pull 5699). */
  public boolean namesListedDefaultSchema() {
    return !isFrom(6, 19, 1);
  }

  /**
   * Whether names show the default schema on the way to what no Prisma schema declares: a database,
   * migrations, nothing (engines pull 5699).
   */
  public boolean namesDefaultSchemaOfOthers() {
    return isFrom(6, 19, 1);
  }

  /** Whether a listed schema is created in which no table and no enum lives. */
  public boolean createsUnusedSchemas() {
    return !isFrom(6, 13, 0);
  }

  /** Whether a partial index counts as a whole one, unless the schema asks for the difference. */
  public boolean seesPartialIndexesWhole() {
    return isFrom(7, 4, 0);
  }

  /** Whether a unique index over the columns of a foreign key is dropped (engines pull 5020). */
  public boolean dropsUniqueKeyIndexes() {
    return isFrom(5, 22, 0);
  }

  /** Whether any index over the columns of a foreign key is dropped (engines pull 5073). */
  public boolean dropsKeyIndexes() {
    return isFrom(6, 1, 0);
  }

  private boolean isFrom(int fromMajor, int fromMinor, int fromPatch) {
    return compareTo(new PrismaVersion(fromMajor, fromMinor, fromPatch)) >= 0;
  }

  @Override
  public int compareTo(PrismaVersion other) {
    return Comparator.comparingInt(PrismaVersion::major)
        .thenComparingInt(PrismaVersion::minor)
        .thenComparingInt(PrismaVersion::patch)
        .thenComparing(PrismaVersion::early, Comparator.reverseOrder())
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch + (early ? "-dev" : "");
  }
}
