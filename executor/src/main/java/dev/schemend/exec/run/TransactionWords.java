package dev.schemend.exec.run;

import java.util.List;
import java.util.Set;

/** Statements by which a script steers its own transactions; spelled alike in both dialects. */
public final class TransactionWords {

  private static final int WORDS = 5;
  private static final Set<String> COMMITTING = Set.of("COMMIT", "END");
  private static final Set<String> ROLLING_BACK = Set.of("ROLLBACK", "ABORT");

  private TransactionWords() {}

  /** Whether the statement begins a transaction: {@code BEGIN}, {@code START TRANSACTION}. */
  public static boolean begins(String statement) {
    List<String> words = LeadingWords.of(statement, 2);
    return words.equals(List.of("START", "TRANSACTION"))
        || (!words.isEmpty() && words.getFirst().equals("BEGIN"));
  }

  /** Whether the statement asks for the end of the transaction, by commit. */
  public static boolean commits(String statement) {
    List<String> words = LeadingWords.of(statement, WORDS);
    return !words.isEmpty() && COMMITTING.contains(words.getFirst()) && !words.contains("PREPARED");
  }

  /** Whether the statement asks for the end of the transaction, by rollback; not to a savepoint. */
  public static boolean rollsBack(String statement) {
    List<String> words = LeadingWords.of(statement, WORDS);
    return !words.isEmpty()
        && ROLLING_BACK.contains(words.getFirst())
        && !words.contains("TO")
        && !words.contains("PREPARED");
  }
}
