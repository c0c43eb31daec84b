package dev.schemend.cli.render;

import dev.schemend.cli.prove.Divergence;
import dev.schemend.script.ParsedStatement;
import java.util.Optional;

/** What became of a statement when it was read, in words for machines and people. */
final class ReadWords {

  private ReadWords() {}

  /** How the statement was read behind which two readings part. */
  static Optional<String> of(Divergence divergence) {
    return divergence.unread().isPresent()
        ? Optional.of("unknowable")
        : divergence.read().map(ReadWords::of);
  }

  private static String of(ParsedStatement statement) {
    return switch (statement) {
      case ParsedStatement.Ddl ddl -> "modelled";
      case ParsedStatement.Inert inert -> "inert";
      case ParsedStatement.SetSearchPath set -> "modelled";
      case ParsedStatement.SetVariables set -> "modelled";
      case ParsedStatement.Code code -> "code";
      case ParsedStatement.Unknowable unknowable -> "unknowable";
      case ParsedStatement.Broken broken -> "broken";
    };
  }
}
