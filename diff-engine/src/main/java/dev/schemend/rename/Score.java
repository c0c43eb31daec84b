package dev.schemend.rename;

import dev.schemend.name.ObjectRef;
import dev.schemend.plan.RenameCandidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What speaks for a rename, while it is collected. */
final class Score {

  /** What less speaks for is no candidate. */
  static final int LEAST = 50;

  private static final double LOOKS_ALIKE = 0.5;

  private record Evidence(int points, String words) {}

  private final List<Evidence> found = new ArrayList<>();

  /** Points that are told of in words; none where there are none. */
  void add(int points, String words) {
    if (points > 0) {
      found.add(new Evidence(points, words));
    }
  }

  /** Points for two names that look alike. */
  void names(int most, ObjectRef from, ObjectRef to) {
    double likeness =
        from.holders().isEmpty()
            ? NameLikeness.of(from.name().name(), to.name().name())
            : NameLikeness.of(from.part(), to.part());
    if (likeness >= LOOKS_ALIKE) {
      add((int) Math.round(most * likeness), "the names look alike");
    }
  }

  /** The candidate. */
  RenameCandidate candidate(ObjectRef to) {
    return new RenameCandidate(
        to,
        Math.min(100, found.stream().mapToInt(Evidence::points).sum()),
        found.stream()
            .sorted(Comparator.comparingInt(Evidence::points).reversed())
            .map(one -> one.words() + " (" + one.points() + ")")
            .toList());
  }
}
