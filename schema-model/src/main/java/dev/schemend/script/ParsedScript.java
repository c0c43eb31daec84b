package dev.schemend.script;

import dev.schemend.source.SourceText;
import java.util.List;
import java.util.Objects;

/**
 * A script after reading.
 *
 * @param source the text
 * @param statements its statements in order
 */
public record ParsedScript(SourceText source, List<ParsedStatement> statements) {

  /** Copies the statements. */
  public ParsedScript {
    Objects.requireNonNull(source, "source");
    statements = List.copyOf(statements);
  }
}
