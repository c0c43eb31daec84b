package dev.schemend.cli.command;

import dev.schemend.apply.Session;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.state.HistoryTables;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.repair.RepairPlanner;
import java.util.TreeSet;

/** Makes planners of repairs. */
final class Repairing {

  private Repairing() {}

  /** One that may drop what a migration made and the model only carries: views, routines. */
  static RepairPlanner planner(DialectKit kit) {
    return planner(kit, false);
  }

  /** The same, where wanted in the forms that let others work meanwhile. */
  static RepairPlanner planner(DialectKit kit, boolean online) {
    ChangePolicy policy = new ChangePolicy(new TreeSet<>(HistoryTables.NAMES), true);
    return new RepairPlanner(
        online ? kit.onlinePlanMaker(policy) : kit.planMaker(policy),
        kit.fold(),
        kit.interpreter(),
        Session.in(kit.profile().defaultSchema()));
  }
}
