package dev.schemend.parser.postgres;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of a script's {@code \if} branches run. Source: manual, "psql", {@code \if}. */
final class PsqlBranches {

  private static final List<String> TRUE = List.of("true", "yes", "on", "1");
  private static final List<String> FALSE = List.of("false", "no", "off", "0");

  /** How one {@code \if} stands. */
  private enum State {
    RUNS,
    /** An earlier branch ran, or the surrounding one does not. */
    DONE,
    NOT_YET,
    /** Its condition cannot be told, so none of its branches is read. */
    UNDECIDED
  }

  private final Deque<State> open = new ArrayDeque<>();

  /** Whether what stands here runs. */
  boolean runs() {
    return open.stream().allMatch(State.RUNS::equals);
  }

  /**
   * A command that opens, changes or closes branches.
   *
   * @param condition what it asks; empty where that cannot be told
   * @return false where nobody can tell which branch runs
   */
  boolean take(String command, Optional<String> condition) {
    switch (command) {
      case "if" -> open.push(runs() ? decide(condition) : State.DONE);
      case "elif" -> {
        State before = open.isEmpty() ? State.DONE : open.pop();
        open.push(next(before, condition));
      }
      case "else" -> {
        State before = open.isEmpty() ? State.DONE : open.pop();
        open.push(next(before, Optional.of("true")));
      }
      default -> open.poll();
    }
    return open.peek() != State.UNDECIDED;
  }

  private static State next(State before, Optional<String> condition) {
    return switch (before) {
      case RUNS, DONE -> State.DONE;
      case UNDECIDED -> State.UNDECIDED;
      case NOT_YET -> decide(condition);
    };
  }

  /** psql takes what is no truth value for false. */
  private static State decide(Optional<String> condition) {
    if (condition.isEmpty()) {
      return State.UNDECIDED;
    }
    String word = condition.get().strip().toLowerCase(Locale.ROOT);
    boolean yes = !word.isEmpty() && TRUE.stream().anyMatch(text -> abbreviates(word, text));
    return yes && FALSE.stream().noneMatch(word::equals) ? State.RUNS : State.NOT_YET;
  }

  private static boolean abbreviates(String word, String text) {
    // "o" could be on and off.
    return text.startsWith(word) && !word.equals("o");
  }
}
