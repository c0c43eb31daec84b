package dev.schemend.exec.postgres;

import dev.schemend.dialect.ServerVersion;
import dev.schemend.exec.run.LeadingWords;
import dev.schemend.plan.TransactionMode;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which statements have the same effect when they are sent again after their transaction is rolled
 * back. What stands in no transaction block may have committed a part by itself (CREATE INDEX
 * CONCURRENTLY leaves an invalid index, a procedure what it did before its COMMIT); and prepared
 * statements, programs and a sequence's last value outlive a rollback.
 */
final class Repeatable {

  private static final Set<String> COMMITS_ITSELF = Set.of("CALL", "DO");
  private static final Set<String> OUTLIVES = Set.of("PREPARE", "DEALLOCATE");
  private static final Pattern KEPT =
      Pattern.compile("\\b(LASTVAL|CURRVAL)\\s*\\(|\\bPROGRAM\\s+'");

  private Repeatable() {}

  static boolean is(List<StatementText> statements, boolean inTransaction, ServerVersion version) {
    return statements.stream()
        .map(StatementText::text)
        .allMatch(sql -> isUndone(sql, inTransaction, version) && !leavesSomething(sql));
  }

  /** Whether nothing of a statement remains where the server refuses it. */
  static boolean isUndone(String sql, boolean inTransaction, ServerVersion version) {
    return inTransaction
        || (TransactionRules.mode(sql, version) == TransactionMode.TRANSACTIONAL
            && LeadingWords.of(sql, 1).stream().noneMatch(COMMITS_ITSELF::contains));
  }

  private static boolean leavesSomething(String sql) {
    return LeadingWords.of(sql, 1).stream().anyMatch(OUTLIVES::contains)
        || KEPT.matcher(sql.toUpperCase(Locale.ROOT)).find();
  }
}
