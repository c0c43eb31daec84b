package dev.schemend.hazard.mysql;

import dev.schemend.dialect.Dialect;
import dev.schemend.hazard.Assessment;
import dev.schemend.hazard.Deed;
import dev.schemend.hazard.HazardRules;
import dev.schemend.hazard.LongLocks;
import dev.schemend.hazard.RowRisks;
import dev.schemend.name.ObjectKind;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.TableLock;
import dev.schemend.plan.TransactionMode;
import dev.schemend.preflight.RowRules;
import java.util.ArrayList;
import java.util.List;

/** What statements do on MySQL and MariaDB. */
public final class MySqlHazards implements HazardRules {

  private final OnlineWays ways;
  private final RowRules rows;

  /**
   * The rules of one server.
   *
   * @param rows what it looks at in the rows
   */
  public MySqlHazards(Dialect dialect, RowRules rows) {
    this.ways = new OnlineWays(dialect.profile());
    this.rows = rows;
  }

  /** Grants stay by the names of tables and views; a routine's go (manual, 27.2.2). */
  @Override
  public boolean grantsGoWith(ObjectKind kind) {
    return kind == ObjectKind.ROUTINE;
  }

  @Override
  public Assessment assess(Deed deed) {
    List<TableLock> locks = ways.locks(deed);
    List<Hazard> hazards = new ArrayList<>(RowRisks.of(rows, deed));
    hazards.addAll(LongLocks.hazards(locks));
    return new Assessment(hazards, locks, TransactionMode.AUTOCOMMIT);
  }
}
