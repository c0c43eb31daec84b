package dev.schemend.plan;

import dev.schemend.name.ObjectRef;
import java.util.Objects;

/**
 * A lock that a statement takes on something that others use.
 *
 * @param object a table, view, sequence or index
 * @param mode the server's own name of it: {@code ACCESS EXCLUSIVE}, {@code ALGORITHM=INPLACE,
 *     LOCK=NONE}
 * @param blocks what others cannot do meanwhile
 * @param work what the server does while it holds the lock; how long it waits for it, and how long
 *     a transaction keeps it afterwards, is another matter
 */
public record TableLock(ObjectRef object, String mode, Blocks blocks, Work work) {

  /** What a lock keeps from others; each constant keeps what those before it keep. */
  public enum Blocks {
    NOTHING("nothing"),
    SCHEMA_CHANGES("schema-changes"),
    WRITES("writes"),
    READS_AND_WRITES("reads-and-writes");

    private final String words;

    Blocks(String words) {
      this.words = words;
    }

    /** The name in documents. */
    public String words() {
      return words;
    }
  }

  /** How the work grows; each constant takes longer than those before it. */
  public enum Work {
    /** Catalogs alone: the number of rows does not matter. */
    INSTANT("instant"),
    /** All rows are read. */
    SCAN("scan"),
    /** All rows are written. */
    REWRITE("rewrite");

    private final String words;

    Work(String words) {
      this.words = words;
    }

    /** The name in documents. */
    public String words() {
      return words;
    }
  }

  /** Rejects null parts. */
  public TableLock {
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(blocks, "blocks");
    Objects.requireNonNull(work, "work");
  }

  /** Whether others wait for as long as it takes to go through the rows. */
  public boolean blocksLong() {
    return work != Work.INSTANT && blocks.compareTo(Blocks.WRITES) >= 0;
  }
}
