package dev.schemend.evaluate;

import dev.schemend.code.CodeSpan;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.StatementText;

/**
 * Where running code comes from.
 *
 * @param statement the statement of the script that runs
 * @param within the routine or text inside of which the code stands; empty where it stands in the
 *     statement itself, so that its spans are places in the script
 */
record Place(StatementText statement, String within) {

  SourceSpan at(CodeSpan span) {
    String text = statement.text();
    if (!within.isEmpty() || span.end() > text.length()) {
      return statement.span();
    }
    int line = statement.span().line();
    int column = statement.span().column();
    for (int i = 0; i < span.start(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    int base = statement.span().start();
    return new SourceSpan(
        statement.span().source(), base + span.start(), base + span.end(), line, column);
  }

  String explain(String message) {
    return within.isEmpty() ? message : within + ": " + message;
  }

  Place inside(String what) {
    return new Place(statement, what);
  }
}
