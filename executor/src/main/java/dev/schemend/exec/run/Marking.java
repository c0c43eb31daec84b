package dev.schemend.exec.run;

import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which statements of a script can be marked, and how, by their leading words. */
public final class Marking {

  /** Statements whose effect is on the session or on its transaction, and gone with it. */
  private static final Set<String> STEERING =
      Set.of(
          "BEGIN",
          "START",
          "COMMIT",
          "END",
          "ROLLBACK",
          "ABORT",
          "SAVEPOINT",
          "RELEASE",
          "SET",
          "RESET",
          "USE",
          "PREPARE",
          "DEALLOCATE",
          "DECLARE",
          "LISTEN",
          "UNLISTEN",
          "SHOW");

  /** Statements that change rows and share a transaction with their mark. */
  private static final Set<String> ROWS =
      Set.of("INSERT", "UPDATE", "DELETE", "REPLACE", "MERGE", "WITH", "TRUNCATE", "COPY");

  private static final int WORDS = 12;

  /** What a mark between two statements would change for the second of them. */
  private static final Set<String> DISTURBED =
      Set.of("ROW_COUNT", "FOUND_ROWS", "DIAGNOSTICS", "WARNING_COUNT");

  private Marking() {}

  /** Whether a statement of this text gets a mark. */
  public static boolean isMarked(String sql) {
    List<String> words = LeadingWords.of(sql, 1);
    return !words.isEmpty() && !STEERING.contains(words.getFirst());
  }

  /** Whether the statement changes rows and nothing else, so that it can stand in a transaction. */
  public static boolean changesRows(String sql) {
    List<String> words = LeadingWords.of(sql, 1);
    return !words.isEmpty() && ROWS.contains(words.getFirst());
  }

  /**
   * Whether marks would neither disturb the script nor be kept from being written by it: it takes
   * no table locks, changes no role, and asks for nothing about the statement before.
   */
  public static boolean isPossible(List<StatementText> script) {
    return script.stream().map(StatementText::text).noneMatch(Marking::forbids);
  }

  private static boolean forbids(String sql) {
    List<String> words = LeadingWords.of(sql, WORDS);
    if (words.isEmpty()) {
      return false;
    }
    boolean role =
        words.getFirst().equals("SET")
            && (words.contains("ROLE")
                || words.contains("AUTHORIZATION")
                || words.contains("AUTOCOMMIT"));
    boolean locks = words.getFirst().equals("LOCK");
    return role
        || locks
        || DISTURBED.stream().anyMatch(word -> sql.toUpperCase(Locale.ROOT).contains(word));
  }
}
