package dev.schemend.hazard;

import dev.schemend.plan.Hazard;
import dev.schemend.plan.TableLock;
import java.util.ArrayList;
import java.util.List;

/** What locks mean to those who wait: dangers where the work under a lock grows with the rows. */
public final class LongLocks {

  private LongLocks() {}

  /** The dangers of these locks. */
  public static List<Hazard> hazards(List<TableLock> locks) {
    List<Hazard> hazards = new ArrayList<>();
    for (TableLock lock : locks) {
      if (lock.work() == TableLock.Work.REWRITE) {
        hazards.add(
            new Hazard(
                Hazard.Kind.TABLE_REWRITE, lock.object(), "every row of it is written anew"));
      }
      if (lock.blocksLong()) {
        hazards.add(blocking(lock));
      }
    }
    return hazards;
  }

  private static Hazard blocking(TableLock lock) {
    boolean reads = lock.blocks() == TableLock.Blocks.READS_AND_WRITES;
    return new Hazard(
        reads ? Hazard.Kind.BLOCKS_READS : Hazard.Kind.BLOCKS_WRITES,
        lock.object(),
        (reads ? "nobody reads or writes it" : "nobody writes to it")
            + " while its rows are "
            + (lock.work() == TableLock.Work.REWRITE ? "written anew" : "read")
            + " ("
            + lock.mode()
            + ")");
  }
}
