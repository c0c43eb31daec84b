package dev.schemend.plan;

import dev.schemend.name.ObjectRef;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of something that is gone, and who says so.
 *
 * @param to its name now; empty where it is dropped for good
 * @param source who says so
 * @param where the place in a file, the statement, or the option
 */
public record RenameDecision(Optional<ObjectRef> to, Source source, String where) {

  /** Who can say it, in the order in which they are believed. */
  public enum Source {
    HINT("hint"),
    ANNOTATION("annotation"),
    /** A statement of a migration renames it. */
    HISTORY("history"),
    /** Who owns a sequence is the same, so the sequence is. */
    OWNER("owner"),
    /** All but the name is the same, and nothing hangs on the object that a new one would lack. */
    DEFINITION("definition"),
    ANSWER("answer"),
    /** The command line says what to do with likely ones. */
    OPTION("option");

    private final String words;

    Source(String words) {
      this.words = words;
    }

    /** As people and machines read it. */
    public String words() {
      return words;
    }
  }

  /** Rejects null parts. */
  public RenameDecision {
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(where, "where");
  }
}
