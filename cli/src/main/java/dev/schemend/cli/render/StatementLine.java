package dev.schemend.cli.render;

import dev.schemend.source.StatementText;

/** A statement in one line. */
final class StatementLine {

  private static final int SHOWN = 72;

  private StatementLine() {}

  /** {@code 3 backward.sql:7:1 ALTER TABLE …}: the number in the script, the place, the start. */
  static String of(StatementText statement) {
    return statement.ordinal() + " " + statement.span().position() + " " + start(statement.text());
  }

  /** The start of a statement, white space joined. */
  static String start(String sql) {
    String text = Secrets.masked(sql.strip()).replaceAll("\\s+", " ");
    return text.length() > SHOWN ? text.substring(0, SHOWN - 1) + "…" : text;
  }
}
