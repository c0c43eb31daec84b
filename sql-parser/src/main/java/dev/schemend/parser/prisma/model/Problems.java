package dev.schemend.parser.prisma.model;

import dev.schemend.history.NearestNames;
import dev.schemend.parser.prisma.PrismaProblem;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Collects what is wrong with a schema while it is checked. */
final class Problems {

  private static final int CLOSE_ENOUGH = 3;

  private final List<Diagnostic> found = new ArrayList<>();

  void error(SourceSpan span, String message, String hint) {
    found.add(PrismaProblem.error(span, message, hint));
  }

  void all(List<Diagnostic> others) {
    found.addAll(others);
  }

  /** Whether something inside of a place is wrong already. */
  boolean isWithin(SourceSpan place) {
    return found.stream()
        .map(one -> one.span().orElseThrow())
        .anyMatch(
            span ->
                span.source().equals(place.source())
                    && span.start() >= place.start()
                    && span.end() <= place.end());
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Those found, file by file from top to bottom. */
  List<Diagnostic> inOrder(List<String> files) {
    return found.stream()
        .sorted(
            Comparator.<Diagnostic>comparingInt(
                    one -> files.indexOf(one.span().orElseThrow().source()))
                .thenComparingInt(one -> one.span().orElseThrow().start()))
        .distinct()
        .toList();
  }

  /** A hint that names what somebody may have meant, or lists what there is. */
  static String oneOf(String given, List<String> known, String what) {
    if (known.isEmpty()) {
      return "There is no " + what + ".";
    }
    String nearest = NearestNames.of(given, known).getFirst();
    boolean near =
        NearestNames.editDistance(given.toLowerCase(Locale.ROOT), nearest.toLowerCase(Locale.ROOT))
            <= Math.min(CLOSE_ENOUGH, (given.length() + 1) / 2);
    return near
        ? "Did you mean \"" + nearest + "\"?"
        : "Known ones: " + String.join(", ", known) + ".";
  }
}
