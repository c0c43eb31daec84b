package dev.schemend.dialect;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server version. PostgreSQL since 10 has two parts; they are {@code major} and {@code minor}.
 *
 * @param major first number
 * @param minor second number, 0 where none is given
 * @param patch third number, 0 where none is given
 */
public record ServerVersion(int major, int minor, int patch) implements Comparable<ServerVersion> {

  private static final Pattern LEADING_NUMBERS =
      Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\.(\\d{1,4}))?");
  private static final Comparator<ServerVersion> ORDER =
      Comparator.comparingInt(ServerVersion::major)
          .thenComparingInt(ServerVersion::minor)
          .thenComparingInt(ServerVersion::patch);

  /** A version from its parts. */
  public static ServerVersion of(int major, int minor, int patch) {
    return new ServerVersion(major, minor, patch);
  }

  /**
   * The first version number in {@code text}, which may be a server's own version string: {@code
   * 8.0.33}, {@code 11.4.5-MariaDB-ubu2404}, {@code PostgreSQL 14.23 on x86_64}.
   */
  public static Optional<ServerVersion> parse(String text) {
    // Old MariaDB servers answer 5.5.5-10.x for the sake of old replication clients.
    Matcher numbers = LEADING_NUMBERS.matcher(text.replaceFirst("^5\\.5\\.5-", ""));
    return numbers.find()
        ? Optional.of(new ServerVersion(number(numbers, 1), number(numbers, 2), number(numbers, 3)))
        : Optional.empty();
  }

  private static int number(Matcher numbers, int group) {
    return numbers.group(group) == null ? 0 : Integer.parseInt(numbers.group(group));
  }

  /** Whether this version has what came with {@code other}. */
  public boolean since(ServerVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(ServerVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + (patch == 0 ? "" : "." + patch);
  }
}
