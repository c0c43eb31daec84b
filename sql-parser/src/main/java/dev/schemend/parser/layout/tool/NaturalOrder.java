package dev.schemend.parser.layout.tool;

import dev.schemend.parser.layout.DottedVersion;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.split.Characters;
import java.util.Comparator;
import java.util.List;

/**
 * Names in the order in which people count: {@code 9_b} before {@code 10_a}, {@code u-1.9} before
 * {@code u-1.10}. What stands before the first number and behind it is compared as bytes.
 */
final class NaturalOrder {

  /** Dots go on with a number: {@code 1.10}. */
  static final Comparator<String> DOTTED = order(".");

  /** Dashes and underscores do, too: {@code 1_10}. */
  static final Comparator<String> SEPARATED = order("._-");

  private NaturalOrder() {}

  private static Comparator<String> order(String separators) {
    return Comparator.<String, String>comparing(
            path -> path.substring(0, firstDigit(path)), TreeFiles.BYTE_ORDER)
        .thenComparing(path -> version(path, separators))
        .thenComparing(TreeFiles.BYTE_ORDER);
  }

  private static DottedVersion version(String name, String separators) {
    int start = firstDigit(name);
    int end = digitsEnd(name, start);
    while (end + 1 < name.length()
        && separators.indexOf(name.charAt(end)) >= 0
        && Characters.isDigit(name.charAt(end + 1))) {
      end = digitsEnd(name, end + 1);
    }
    return start == end
        ? new DottedVersion(List.of())
        : DottedVersion.parse(name.substring(start, end).replace('-', '.')).orElseThrow();
  }

  private static int firstDigit(String name) {
    int start = 0;
    while (start < name.length() && !Characters.isDigit(name.charAt(start))) {
      start++;
    }
    return start;
  }

  static int digitsEnd(String name, int from) {
    int end = from;
    while (end < name.length() && Characters.isDigit(name.charAt(end))) {
      end++;
    }
    return end;
  }
}
