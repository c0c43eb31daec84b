package dev.schemend.exec.mysql;

import dev.schemend.exec.run.LeadingWords;
import java.util.List;
import java.util.Set;

/**
 * Which statements commit the transaction that they stand in before they do anything else, so that
 * it is kept even where they fail. Source: MySQL manual, "Statements That Cause an Implicit
 * Commit"; MariaDB manual, "SQL Statements That Cause an Implicit Commit". Temporary tables do not.
 */
final class ImplicitCommit {

  private static final int WORDS = 5;

  private static final Set<String> COMMITTING =
      Set.of(
          "ALTER",
          "ANALYZE",
          "BEGIN",
          "CACHE",
          "CHECK",
          "CREATE",
          "DROP",
          "FLUSH",
          "GRANT",
          "INSTALL",
          "LOCK",
          "OPTIMIZE",
          "RENAME",
          "REPAIR",
          "RESET",
          "REVOKE",
          "START",
          "TRUNCATE",
          "UNINSTALL");

  private ImplicitCommit() {}

  static boolean comesBefore(String statement) {
    List<String> words = LeadingWords.of(statement, WORDS);
    return !words.isEmpty()
        && COMMITTING.contains(words.getFirst())
        && !words.contains("TEMPORARY");
  }
}
