package dev.schemend.exec.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the migration that a mistyped name may have meant. */
public final class NearestName {

  private NearestName() {}

  /**
   * The candidate that {@code name} is a part of (people leave out the timestamp), else the one
   * with the least edit distance, where that is less than a third of the name.
   */
  public static Optional<String> of(String name, Collection<String> candidates) {
    String wanted = name.toLowerCase(Locale.ROOT);
    Optional<String> whole =
        candidates.stream()
            .filter(candidate -> !wanted.isEmpty())
            .filter(candidate -> candidate.toLowerCase(Locale.ROOT).endsWith(wanted))
            .findFirst();
    return whole.or(
        () ->
            candidates.stream()
                .filter(candidate -> distance(wanted, candidate) * 3 < wanted.length())
                .min(Comparator.comparingInt(candidate -> distance(wanted, candidate))));
  }

  /** Levenshtein's distance, without regard to case. */
  private static int distance(String wanted, String candidate) {
    String other = candidate.toLowerCase(Locale.ROOT);
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= wanted.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (wanted.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
