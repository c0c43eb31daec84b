package dev.schemend.cli.command;

import dev.schemend.apply.Session;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.state.FailedMigration;
import dev.schemend.cli.state.HistoryTables;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.exec.ledger.Resolution;
import dev.schemend.exec.migrate.Repair;
import dev.schemend.exec.run.Grouping;
import dev.schemend.locate.Located;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectRef;
import dev.schemend.repair.RepairPlanner;
import dev.schemend.repair.Way;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Makes planners of repairs. */
final class Repairing {

  private Repairing() {}

  /** One that may drop what a migration made and the model only carries: views, routines. */
  static RepairPlanner planner(DialectKit kit) {
    return planner(kit, false);
  }

  /**
   * A failed migration at the place that somebody named.
   *
   * @param applied how many of its statements are applied, where somebody said so
   */
  static FailedMigration placed(FailedMigration failed, Optional<Integer> applied) {
    if (applied.isEmpty()) {
      return failed;
    }
    int count = applied.get();
    Located located = failed.located();
    boolean possible =
        count >= 0
            && count <= located.statements()
            && (!located.isExact() || located.candidates().contains(count));
    if (!possible) {
      throw Failure.usage(
              "--applied " + count + " cannot be: the schema shows " + located.candidates() + ".",
              "Give one of these, or leave the option out.")
          .exception();
    }
    return failed.at(count);
  }

  /**
   * A way out of a failed migration.
   *
   * @param name {@link RepairCommand#BACKWARD} or {@link RepairCommand#FORWARD}
   * @param applied how many of its statements are applied, where somebody said so
   */
  static WayOut way(
      DialectKit kit,
      FailedMigration failed,
      String name,
      Optional<Integer> applied,
      boolean online) {
    RepairPlanner planner = planner(kit, online);
    Schema live = failed.live().finished();
    Way way =
        name.equals(RepairCommand.BACKWARD)
            ? planner.backward(failed.located(), live)
            : applied
                .map(count -> planner.onward(failed.located(), count, live))
                .orElseGet(() -> planner.forward(failed.located(), live));
    return WayOut.of(name, way, unfinished(failed), kit);
  }

  /**
   * What is run and recorded where a way is taken.
   *
   * @param row the id of the migration's failed row in the database that is worked on; empty where
   *     its history has none
   */
  static Repair repair(FailedMigration failed, Optional<String> row, WayOut way) {
    String name = failed.migration().name();
    boolean onward = way.name().equals(RepairCommand.FORWARD);
    return new Repair(
        name,
        row,
        way.scripts(),
        onward,
        Grouping.of(failed.migration().wish()),
        rows ->
            onward
                ? Resolution.applied(rows, name, failed.migration().checksum())
                : row.isPresent() ? Resolution.rolledBack(rows, name) : Resolution.NONE);
  }

  /** Indexes that the migration began and the server never finished. */
  static List<ObjectRef> unfinished(FailedMigration failed) {
    return failed.live().invalidIndexes().stream()
        .filter(index -> failed.located().touched().contains(ObjectRef.table(index.name())))
        .toList();
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
