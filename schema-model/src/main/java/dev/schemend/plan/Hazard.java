package dev.schemend.plan;

import dev.schemend.name.ObjectRef;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * What a step may do to what is there.
 *
 * @param kind which danger
 * @param object to what
 * @param reason in a sentence
 */
public record Hazard(Kind kind, ObjectRef object, String reason) {

  /** The dangers, by the names they are allowed under. */
  public enum Kind {
    /** Rows, values or a counter go, or values are rounded or cut without a word. */
    DATA_LOSS("data-loss"),
    /** Whether the server accepts it hangs on the rows that are there. */
    FAILS_ON_EXISTING_ROWS("fails-on-existing-rows"),
    /** Every row is written anew. */
    TABLE_REWRITE("table-rewrite"),
    /** Nobody can read a table while the server works through it. */
    BLOCKS_READS("blocks-reads"),
    /** Nobody can write to a table while the server works through it. */
    BLOCKS_WRITES("blocks-writes"),
    /** It takes effect by itself, although the server could otherwise undo what comes with it. */
    NON_TRANSACTIONAL("non-transactional"),
    /** An object goes and comes back: meanwhile nobody can use it. */
    RECREATED("recreated"),
    /** Grants go with an object that is made anew. */
    PRIVILEGES_LOST("privileges-lost"),
    /** Code mentions what goes, and nobody follows what code does. */
    UNTRACKED_DEPENDENCIES("untracked-dependencies"),
    /** Programs that know the old name stop working. */
    BREAKS_CLIENTS("breaks-clients");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The name as options and scripts write it. */
    public String words() {
      return words;
    }

    /** The danger of that name; empty where there is none such. */
    public static Optional<Kind> named(String words) {
      return Arrays.stream(values()).filter(kind -> kind.words.equals(words)).findFirst();
    }
  }

  /** Rejects null parts. */
  public Hazard {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(reason, "reason");
  }
}
