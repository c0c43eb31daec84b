package dev.schemend.cli.render;

import dev.schemend.blame.Provenance;
import dev.schemend.blame.Touch;
import dev.schemend.blame.Trail;
import dev.schemend.name.ObjectRef;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Optional;

/** Where a history has an object from, in a line. */
final class StoryText {

  private StoryText() {}

  /**
   * {@code made at V1.sql:3:1, last changed at V4.sql:1:1}; {@code dropped at …} where the history
   * had it once; {@code not in the history} where it never did.
   */
  static String of(Provenance provenance, ObjectRef ref) {
    Optional<Trail> trail = provenance.trail(ref);
    if (trail.isEmpty()) {
      return "not in the history";
    }
    Touch last = trail.get().last();
    return switch (last.act()) {
      case LEFT ->
          "renamed " + String.join(", ", last.details()) + " at " + place(last.statement());
      case DROPPED -> "dropped at " + place(last.statement());
      case MADE -> "made at " + place(last.statement());
      case CHANGED, RENAMED ->
          trail.get().made().map(made -> "made at " + place(made) + ", last ").orElse("last ")
              + last.act().words()
              + " at "
              + place(last.statement());
    };
  }

  static String place(StatementText statement) {
    return statement.span().position();
  }

  /** The beginning of a statement, in a line. */
  static String excerpt(StatementText statement, int length) {
    String text = statement.text().strip().replaceAll("\\s+", " ");
    return text.length() > length ? text.substring(0, length - 1) + "…" : text;
  }

  /** The lines of a trail: what happened, where, by which statement. */
  static List<String> lines(Trail trail) {
    int width =
        trail.touches().stream()
            .mapToInt(touch -> place(touch.statement()).length())
            .max()
            .orElse(0);
    return trail.touches().stream().map(touch -> line(touch, width)).toList();
  }

  private static String line(Touch touch, int width) {
    String place = place(touch.statement());
    String line =
        pad(touch.act().words(), 8) + pad(place, width) + "  " + excerpt(touch.statement(), 60);
    return touch.details().isEmpty()
        ? line
        : line + "\n" + " ".repeat(9) + String.join("; ", touch.details());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length())) + " ";
  }
}
