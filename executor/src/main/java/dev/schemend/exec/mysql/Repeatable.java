package dev.schemend.exec.mysql;

import dev.schemend.exec.run.LeadingWords;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which statements have the same effect when they are sent again after their transaction is rolled
 * back: no procedure among them, which may have committed a part by itself, and nothing that reads
 * or writes what a session keeps through a rollback.
 */
final class Repeatable {

  /** User variables that are set, and what the statement before left behind. */
  private static final Pattern KEPT =
      Pattern.compile(
          ":=|\\bINTO\\s+@|^\\s*SET\\b[^;]*@|\\b(LAST_INSERT_ID|ROW_COUNT|FOUND_ROWS)\\s*\\(");

  private Repeatable() {}

  static boolean is(List<StatementText> statements) {
    return statements.stream().map(StatementText::text).noneMatch(Repeatable::leavesSomething);
  }

  private static boolean leavesSomething(String sql) {
    return LeadingWords.of(sql, 1).contains("CALL")
        || KEPT.matcher(sql.toUpperCase(Locale.ROOT)).find();
  }
}
