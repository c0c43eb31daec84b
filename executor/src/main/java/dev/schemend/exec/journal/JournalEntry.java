package dev.schemend.exec.journal;

import java.util.Objects;

/**
 * What is known of a statement of a run.
 *
 * @param ordinal its place in the script, from 1; 0 stands for the run itself
 * @param digest of its text
 * @param state whether it is done
 */
public record JournalEntry(int ordinal, String digest, State state) {

  /** What the record says. */
  public enum State {
    /** It was about to be sent, and nobody wrote down what came of it. */
    BEGUN(0),
    /** The server has done it, and keeps it. */
    DONE(1),
    /** Of the run: a mark could not be written, so that a missing one means nothing. */
    BROKEN(2);

    private final int code;

    State(int code) {
      this.code = code;
    }

    /** The number in the table. */
    public int code() {
      return code;
    }

    static State of(int code) {
      return code == DONE.code ? DONE : code == BEGUN.code ? BEGUN : BROKEN;
    }
  }

  /** Rejects null parts. */
  public JournalEntry {
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(state, "state");
  }
}
