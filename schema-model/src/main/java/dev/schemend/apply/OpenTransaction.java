package dev.schemend.apply;

import dev.schemend.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A transaction that a script has begun and not ended, on a server that undoes definitions with it.
 *
 * @param before the schema in which it began
 * @param savepoints those that are set, the oldest first
 */
public record OpenTransaction(Schema before, List<Savepoint> savepoints) {

  private static final Pattern COMMENTS = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  /** A place to go back to, by the name of it in lower case. */
  public record Savepoint(String name, Schema schema) {}

  /** Copies the places. */
  public OpenTransaction {
    Objects.requireNonNull(before, "before");
    savepoints = List.copyOf(savepoints);
  }

  /** The state after a statement about transactions; the same after every other one. */
  static FoldState follow(FoldState state, String statement) {
    List<String> words = words(statement);
    String first = words.isEmpty() ? "" : words.getFirst();
    boolean prepared = words.size() > 1 && words.get(1).equals("prepared");
    return switch (first) {
      case "begin", "start" ->
          state.transaction().isPresent()
              ? state
              : state.in(Optional.of(new OpenTransaction(state.schema(), List.of())));
      case "commit", "end" -> prepared ? state : ended(state, words);
      case "rollback", "abort" -> prepared ? state : rolledBack(state, words);
      case "savepoint" -> set(state, words.getLast());
      case "release" -> released(state, words.getLast());
      default -> state;
    };
  }

  // Names are compared as they are written, but for their case.
  private static List<String> words(String statement) {
    List<String> words = new ArrayList<>();
    String bare = COMMENTS.matcher(statement).replaceAll(" ");
    for (String word : bare.strip().replace(";", " ").split("\\s+", -1)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  private static FoldState ended(FoldState state, List<String> words) {
    boolean chained = words.contains("chain") && !words.contains("no");
    return state.in(
        chained ? Optional.of(new OpenTransaction(state.schema(), List.of())) : Optional.empty());
  }

  private static FoldState rolledBack(FoldState state, List<String> words) {
    Optional<OpenTransaction> open = state.transaction();
    if (open.isEmpty()) {
      return state;
    }
    if (!words.contains("to")) {
      return ended(state.withSchema(open.get().before()), words);
    }
    int place = open.get().place(words.getLast());
    if (place < 0) {
      return state;
    }
    List<Savepoint> kept = open.get().savepoints().subList(0, place + 1);
    return state
        .withSchema(kept.getLast().schema())
        .in(Optional.of(new OpenTransaction(open.get().before(), kept)));
  }

  private static FoldState set(FoldState state, String name) {
    return state.in(
        state
            .transaction()
            .map(
                open -> {
                  List<Savepoint> more = new ArrayList<>(open.savepoints());
                  more.add(new Savepoint(name, state.schema()));
                  return new OpenTransaction(open.before(), more);
                }));
  }

  private static FoldState released(FoldState state, String name) {
    return state.in(
        state
            .transaction()
            .map(
                open ->
                    open.place(name) < 0
                        ? open
                        : new OpenTransaction(
                            open.before(), open.savepoints().subList(0, open.place(name)))));
  }

  private int place(String name) {
    int place = savepoints.size() - 1;
    while (place >= 0 && !savepoints.get(place).name().equals(name)) {
      place--;
    }
    return place;
  }
}
