package dev.schemend.cli.render;

import dev.schemend.script.ParsedStatement;

/** What became of a statement when it was read, in words for machines and people. */
final class ReadWords {

  private ReadWords() {}

  static String of(ParsedStatement statement) {
    return switch (statement) {
      case ParsedStatement.Ddl ddl -> "modelled";
      case ParsedStatement.Inert inert -> "inert";
      case ParsedStatement.SetSearchPath set -> "modelled";
      case ParsedStatement.Code code -> "modelled";
      case ParsedStatement.Unknowable unknowable -> "unknowable";
      case ParsedStatement.Broken broken -> "broken";
    };
  }
}
