package dev.schemend.parser.mysql;

import dev.schemend.source.SourceSpan;
import dev.schemend.source.StatementText;

/** Places in a statement as places in its source. */
final class Places {

  private Places() {}

  /** The span of {@code [start, end)} of the statement's characters in the statement's source. */
  static SourceSpan inside(StatementText statement, int start, int end) {
    String text = statement.text();
    int from = Math.clamp(start, 0, text.length());
    int to = Math.clamp(end, from, text.length());
    int line = statement.span().line();
    int lineStart = -1;
    for (int i = text.indexOf('\n'); i >= 0 && i < from; i = text.indexOf('\n', i + 1)) {
      line++;
      lineStart = i;
    }
    int column = lineStart < 0 ? statement.span().column() + from : from - lineStart;
    int offset = statement.span().start();
    return new SourceSpan(statement.span().source(), offset + from, offset + to, line, column);
  }
}
