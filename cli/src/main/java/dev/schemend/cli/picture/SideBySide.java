package dev.schemend.cli.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts beside each other, line by line, with what they have in common on one height.
 *
 * @param left the older line, empty where the newer text alone has one
 * @param right the newer line, empty where the older text alone has one
 * @param mark what becomes of the line
 */
record SideBySide(String left, String right, Mark mark) {

  /** Cells of a table that is still worth its memory: four bytes each. */
  private static final long CELLS = 10_000_000;

  /** The rows of a comparison; very long texts with little in common are not aligned. */
  static List<SideBySide> of(List<String> from, List<String> to) {
    int same = 0;
    while (same < from.size() && same < to.size() && from.get(same).equals(to.get(same))) {
      same++;
    }
    List<SideBySide> rows = new ArrayList<>();
    from.subList(0, same).forEach(line -> rows.add(new SideBySide(line, line, Mark.SAME)));
    List<String> gone = from.subList(same, from.size());
    List<String> come = to.subList(same, to.size());
    if ((long) gone.size() * come.size() > CELLS) {
      pair(new ArrayList<>(gone), new ArrayList<>(come), rows);
    } else {
      rows.addAll(aligned(gone, come));
    }
    return rows;
  }

  /** By a longest common subsequence. */
  private static List<SideBySide> aligned(List<String> from, List<String> to) {
    int[][] common = new int[from.size() + 1][to.size() + 1];
    for (int i = from.size() - 1; i >= 0; i--) {
      for (int j = to.size() - 1; j >= 0; j--) {
        common[i][j] =
            from.get(i).equals(to.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<SideBySide> rows = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    List<String> come = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < from.size() || j < to.size()) {
      if (i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
        pair(gone, come, rows);
        rows.add(new SideBySide(from.get(i++), to.get(j++), Mark.SAME));
      } else if (j == to.size() || (i < from.size() && common[i + 1][j] >= common[i][j + 1])) {
        gone.add(from.get(i++));
      } else {
        come.add(to.get(j++));
      }
    }
    pair(gone, come, rows);
    return rows;
  }

  private static void pair(List<String> gone, List<String> come, List<SideBySide> rows) {
    for (int k = 0; k < Math.max(gone.size(), come.size()); k++) {
      rows.add(
          new SideBySide(
              k < gone.size() ? gone.get(k) : "",
              k < come.size() ? come.get(k) : "",
              k >= come.size() ? Mark.REMOVED : k >= gone.size() ? Mark.ADDED : Mark.CHANGED));
    }
    gone.clear();
    come.clear();
  }
}
