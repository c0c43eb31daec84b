package dev.schemend.hazard;

import dev.schemend.plan.Hazard;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A statement of a script, judged.
 *
 * @param statement the statement
 * @param parts what it comes to, each with what is known of it; none for code and data
 * @param lost what code or data statements lose
 * @param missed what could not be read of it, or would be refused
 */
public record Assessed(
    ParsedStatement statement, List<Part> parts, List<Hazard> lost, List<Diagnostic> missed) {

  /** One of the statements that a written one means. */
  public record Part(Deed deed, Assessment assessment) {}

  /** Copies the lists. */
  public Assessed {
    Objects.requireNonNull(statement, "statement");
    parts = List.copyOf(parts);
    lost = List.copyOf(lost);
    missed = List.copyOf(missed);
  }

  /** All dangers of it, the worse kinds first. */
  public List<Hazard> hazards() {
    return Stream.concat(
            parts.stream().flatMap(part -> part.assessment().hazards().stream()), lost.stream())
        .distinct()
        .sorted(Comparator.comparing(Hazard::kind))
        .toList();
  }
}
