package dev.schemend.hazard.mysql;

import dev.schemend.plan.TableLock.Blocks;
import dev.schemend.plan.TableLock.Work;

/**
 * How a server carries out an operation on a table.
 *
 * @param algorithm what {@code ALGORITHM} calls it
 * @param work what becomes of the rows
 * @param blocks what others cannot do meanwhile
 */
record Way(Algorithm algorithm, Work work, Blocks blocks) {

  /** The algorithms; each constant costs more than those before it. */
  enum Algorithm {
    INSTANT,
    INPLACE,
    COPY
  }

  /** The catalogs alone. */
  static final Way INSTANT = new Way(Algorithm.INSTANT, Work.INSTANT, Blocks.NOTHING);

  /** In place, and no row is touched. */
  static final Way METADATA = new Way(Algorithm.INPLACE, Work.INSTANT, Blocks.NOTHING);

  /** In place: rows are read, and written to meanwhile. */
  static final Way BUILD = new Way(Algorithm.INPLACE, Work.SCAN, Blocks.NOTHING);

  /** In place: rows are read, and not written to meanwhile. */
  static final Way SHARED_BUILD = new Way(Algorithm.INPLACE, Work.SCAN, Blocks.WRITES);

  /** In place: the table is built anew, and written to meanwhile. */
  static final Way REBUILD = new Way(Algorithm.INPLACE, Work.REWRITE, Blocks.NOTHING);

  /** In place: the table is built anew, and not written to meanwhile. */
  static final Way SHARED_REBUILD = new Way(Algorithm.INPLACE, Work.REWRITE, Blocks.WRITES);

  /** The server copies row by row, and takes no writes meanwhile. */
  static final Way COPY = new Way(Algorithm.COPY, Work.REWRITE, Blocks.WRITES);

  /** The server copies row by row and catches up with the writes (MariaDB). */
  static final Way ONLINE_COPY = new Way(Algorithm.COPY, Work.REWRITE, Blocks.NOTHING);

  /** One statement does both: it goes the harder way. */
  Way and(Way other) {
    return new Way(
        algorithm.compareTo(other.algorithm) >= 0 ? algorithm : other.algorithm,
        work.compareTo(other.work) >= 0 ? work : other.work,
        blocks.compareTo(other.blocks) >= 0 ? blocks : other.blocks);
  }

  /** The clauses that make the server refuse any harder way. */
  String words() {
    return "ALGORITHM="
        + algorithm
        + (algorithm == Algorithm.INSTANT
            ? ""
            : ", LOCK=" + (blocks == Blocks.NOTHING ? "NONE" : "SHARED"));
  }
}
