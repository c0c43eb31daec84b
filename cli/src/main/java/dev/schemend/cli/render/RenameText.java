package dev.schemend.cli.render;

import dev.schemend.plan.Plan;
import dev.schemend.plan.RenameCandidate;
import dev.schemend.plan.RenameQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was renamed and who says so, and what may have been, for a person. */
public final class RenameText {

  /** How somebody says what was renamed. */
  public static final String REMEDY =
      "Say what became of it: in schemend.hints.json, with -- schemend:rename from=OLD above the"
          + " new name, or with --on-ambiguity rename or drop-create.";

  private RenameText() {}

  /** The part of a summary about renames; empty where there is nothing to say. */
  public static String of(Plan plan) {
    List<String> lines = new ArrayList<>();
    for (RenameQuestion one : plan.renames()) {
      one.decision()
          .ifPresent(
              decision ->
                  lines.add(
                      one.from()
                          + decision.to().map(to -> " is now " + to).orElse(" is dropped")
                          + ": "
                          + decision.source().words()
                          + ", "
                          + decision.where()));
    }
    return section("[i] What became of what is gone", lines)
        + section("[?] Renamed? Dropped and made anew, unless somebody says so", open(plan));
  }

  /**
   * A line for each question that nobody has answered, with its candidates and what speaks for
   * them.
   */
  public static List<String> open(List<RenameQuestion> questions) {
    return questions.stream().filter(RenameQuestion::isOpen).map(RenameText::line).toList();
  }

  /** The same of a plan. */
  public static List<String> open(Plan plan) {
    return open(plan.renames());
  }

  private static String line(RenameQuestion question) {
    return question.from()
        + " may now be "
        + question.candidates().stream()
            .map(RenameText::words)
            .collect(Collectors.joining(", or "));
  }

  private static String words(RenameCandidate one) {
    return one.to() + " (" + one.score() + " of 100: " + String.join(", ", one.evidence()) + ")";
  }

  private static String section(String heading, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : "\n"
            + heading
            + "\n"
            + lines.stream().map(line -> "  - " + line + "\n").collect(Collectors.joining());
  }
}
