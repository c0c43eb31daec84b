package dev.schemend.exec.postgres;

import dev.schemend.exec.run.LeadingWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Labels of enums that the open transaction has added. Until it commits, the server refuses any use
 * of them (55P04), unless the type was made in the same transaction (PostgreSQL manual, "ALTER
 * TYPE"; {@code check_safe_enum_use}). What is a use is told by the label's text alone: a value
 * that happens to be written alike counts as one.
 */
final class UncommittedLabels {

  /** Enough for {@code ALTER TYPE a . b ADD VALUE IF NOT EXISTS 'label'}. */
  private static final int TOKENS = 12;

  private static final int NAME = 2;

  private final Set<String> constants = new HashSet<>();
  private final Set<List<String>> made = new HashSet<>();

  /** Whether a statement may use one. */
  boolean mayBeUsedBy(String statement) {
    return constants.stream().anyMatch(statement::contains);
  }

  /** Takes note of a statement of the transaction. */
  void saw(String statement) {
    List<String> words = LeadingWords.of(statement, TOKENS);
    if (begins(words, "CREATE", "TYPE")) {
      made.add(name(words, "AS"));
    } else if (begins(words, "ALTER", "TYPE") && !made.contains(name(words, "ADD"))) {
      addLabel(words);
    }
  }

  private void addLabel(List<String> words) {
    int add = words.indexOf("ADD");
    if (add < 0 || add + 1 >= words.size() || !words.get(add + 1).equals("VALUE")) {
      return;
    }
    words.subList(add, words.size()).stream()
        .filter(word -> word.startsWith("'"))
        .findFirst()
        .ifPresent(constants::add);
  }

  private static boolean begins(List<String> words, String first, String second) {
    return words.size() > NAME && words.get(0).equals(first) && words.get(1).equals(second);
  }

  private static List<String> name(List<String> words, String until) {
    int end = words.indexOf(until);
    return new ArrayList<>(words.subList(NAME, end < NAME ? words.size() : end));
  }

  /** Whatever was added is there for all now, or gone. */
  void ended() {
    constants.clear();
    made.clear();
  }
}
