package dev.schemend.history;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names somebody may have meant. */
public final class NearestNames {

  private static final int SHOWN = 3;

  private NearestNames() {}

  /**
   * At most three of {@code known}: those that hold the given name, for people leave out the time
   * stamp, before those that fewest changed characters lead to.
   */
  public static List<String> of(String given, List<String> known) {
    String wanted = given.toLowerCase(Locale.ROOT);
    return known.stream()
        .map(name -> new Candidate(name, wanted))
        .sorted(
            Comparator.comparing(Candidate::holdsWanted)
                .reversed()
                .thenComparingInt(Candidate::distance)
                .thenComparing(Candidate::name))
        .limit(SHOWN)
        .map(Candidate::name)
        .toList();
  }

  private record Candidate(String name, boolean holdsWanted, int distance) {
    Candidate(String name, String wanted) {
      this(
          name,
          !wanted.isEmpty() && name.toLowerCase(Locale.ROOT).contains(wanted),
          editDistance(wanted, name.toLowerCase(Locale.ROOT)));
    }
  }

  /** Levenshtein's distance: insertions, deletions and replacements from one to the other. */
  public static int editDistance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
