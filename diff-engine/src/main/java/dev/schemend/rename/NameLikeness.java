package dev.schemend.rename;

import dev.schemend.name.Identifier;
import java.util.Locale;

/** How much two names look alike, from 0 to 1. */
final class NameLikeness {

  private NameLikeness() {}

  /**
   * One minus the share of characters that must be edited (Levenshtein), without regard to case.
   */
  static double of(Identifier one, Identifier other) {
    String left = one.key().toLowerCase(Locale.ROOT);
    String right = other.key().toLowerCase(Locale.ROOT);
    int longest = Math.max(left.length(), right.length());
    if (longest == 0) {
      return 1;
    }
    boolean inside = left.contains(right) || right.contains(left);
    double edited = 1 - (double) distance(left, right) / longest;
    return inside ? Math.max(edited, 0.6) : edited;
  }

  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int swapped = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swapped, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[right.length()];
  }
}
