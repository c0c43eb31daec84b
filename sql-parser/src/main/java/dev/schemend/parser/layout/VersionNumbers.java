package dev.schemend.parser.layout;

import dev.schemend.history.Migration;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.split.Characters;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The numbers that names of migrations begin with. */
public final class VersionNumbers {

  private VersionNumbers() {}

  /** The number that a name begins with, if it does. */
  public static Optional<BigInteger> leading(String name) {
    int end = digitsEnd(name, 0);
    return end == 0 ? Optional.empty() : Optional.of(new BigInteger(name.substring(0, end)));
  }

  static int digitsEnd(String name, int from) {
    int end = from;
    while (end < name.length() && Characters.isDigit(name.charAt(end))) {
      end++;
    }
    return end;
  }

  /** By the leading number; names without one behind the others, in byte order. */
  public static Comparator<String> byNumber() {
    return Comparator.<String, BigInteger>comparing(
            name -> leading(name).orElse(null), Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(TreeFiles.BYTE_ORDER);
  }

  /**
   * Files whose names begin with a number, as migrations in order of those.
   *
   * @throws MigrationSourceException where two have one number
   */
  public static List<Migration> migrations(SourceTree tree, List<String> names) {
    return sorted(tree, names, name -> leading(name).orElseThrow()).stream()
        .map(name -> new Migration(name, tree.read(name), name))
        .toList();
  }

  /**
   * The names in order of their version.
   *
   * @throws MigrationSourceException where two have one version
   */
  public static <V extends Comparable<V>> List<String> sorted(
      SourceTree tree, List<String> names, Function<String, V> version) {
    Map<V, String> seen = new HashMap<>();
    for (String name : names) {
      String other = seen.put(version.apply(name), name);
      if (other != null) {
        throw new MigrationSourceException(
            Code.DUPLICATE_VERSION,
            tree.label(),
            other + " and " + name + " have the same version");
      }
    }
    return names.stream().sorted(Comparator.comparing(version)).toList();
  }
}
