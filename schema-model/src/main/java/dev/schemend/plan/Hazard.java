package dev.schemend.plan;

import dev.schemend.name.ObjectRef;
import java.util.Objects;

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
    DATA_LOSS("data-loss"),
    FAILS_ON_EXISTING_ROWS("fails-on-existing-rows"),
    TABLE_REWRITE("table-rewrite"),
    BLOCKS_READS("blocks-reads"),
    BLOCKS_WRITES("blocks-writes");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The name as options and scripts write it. */
    public String words() {
      return words;
    }
  }

  /** Rejects null parts. */
  public Hazard {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(reason, "reason");
  }
}
