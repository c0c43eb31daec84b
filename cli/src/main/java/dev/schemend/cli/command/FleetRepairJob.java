package dev.schemend.cli.command;

import dev.schemend.cli.fleet.Books;
import dev.schemend.cli.fleet.Fate;
import dev.schemend.cli.fleet.Group;
import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.fleet.Result;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Failures;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.LocationText;
import dev.schemend.cli.render.PreflightText;
import dev.schemend.cli.render.WayText;
import dev.schemend.cli.state.FailedMigration;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.history.MigrationHistory;
import dev.schemend.repair.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Leads failed migrations out of their failure: one way for all databases that stand alike. */
final class FleetRepairJob implements FleetJob {

  /**
   * How it is done.
   *
   * @param way backward or forward
   * @param online whether in the forms that let others work meanwhile
   * @param applied how many statements are applied, where somebody said so
   * @param allow the dangers that are allowed
   * @param preflight whether and how rows are asked before
   */
  record Manner(
      String way,
      boolean online,
      Optional<Integer> applied,
      AllowOption allow,
      PreflightOptions preflight) {}

  private final MigrationHistory local;
  private final Manner manner;
  private final ConductOptions.Running running;
  private final Surroundings silent;

  FleetRepairJob(
      MigrationHistory local,
      Manner manner,
      ConductOptions.Running running,
      Surroundings surroundings) {
    this.local = local;
    this.manner = manner;
    this.running = running;
    this.silent = surroundings.silent();
  }

  @Override
  public String name() {
    return "repair " + manner.way() + manner.applied().map(count -> " from " + count).orElse("");
  }

  @Override
  public Part plan(Group group) {
    List<Books.Failed> failed = group.situation().books().failed();
    Books books = group.situation().books();
    if (failed.isEmpty() && (books.pending().isEmpty() || !books.managed())) {
      return new Part.Nothing();
    }
    if (failed.size() > 1) {
      return new Part.Blocked(
          Failure.of(
              "several-failed",
              failed.size() + " migrations have failed, and only one can be repaired at a time.",
              "Repair these databases one by one: schemend repair."));
    }
    try (OpenedDatabase opened = OpenedDatabase.at(group.first().url()).of(local)) {
      return planned(opened, group);
    } catch (RuntimeException failure) {
      return new Part.Blocked(Failures.of(failure));
    }
  }

  private Part planned(OpenedDatabase opened, Group group) {
    HistoryDiagnosis diagnosis = opened.diagnosis(local);
    requireSame(opened, diagnosis, group);
    Optional<FailedMigration> stopped = stopped(opened, diagnosis);
    if (stopped.isEmpty()) {
      return new Part.Nothing();
    }
    FailedMigration failed = Repairing.placed(stopped.get(), manner.applied());
    boolean same =
        FailedMigrationReader.POLICY
            .visible(failed.live().schema())
            .fingerprint()
            .equals(group.situation().schema());
    if (!same) {
      throw moved();
    }
    WayOut way =
        Repairing.way(opened.kit(), failed, manner.way(), manner.applied(), manner.online());
    if (way.way() instanceof Way.Blocked blocked) {
      return new Part.Blocked(
          Failure.of("blocked", "There is no way " + way.name() + ".", blocked.remedy())
              .because(List.of(blocked.reason())));
    }
    List<String> lines = new ArrayList<>();
    lines.add("as seen in " + group.first().name() + ":");
    lines.addAll(LocationText.lines(failed));
    lines.addAll(WayText.lines(way.name(), way.way(), way.text(), way.rows()));
    Set<String> dangers = new TreeSet<>(way.dangers());
    if (manner.preflight().isOn()) {
      // What each would lose is counted in each.
      dangers.remove(WayOut.DATA_LOSS);
    }
    return new Part.Work(lines, dangers, member -> repaired(member, group, failed, way));
  }

  private Optional<FailedMigration> stopped(OpenedDatabase opened, HistoryDiagnosis diagnosis) {
    FailedMigrationReader reader = new FailedMigrationReader(opened.kit(), opened.database());
    if (diagnosis.failed().isEmpty()) {
      return reader.unrecorded(local, diagnosis);
    }
    LedgerRow row = diagnosis.failed().getFirst();
    return Optional.of(
        reader
            .read(local, diagnosis, row)
            .orElseThrow(() -> RepairCommand.notLocal(row).exception()));
  }

  private Result repaired(Member member, Group group, FailedMigration failed, WayOut way) {
    try (OpenedDatabase opened =
        OpenedDatabase.at(member.url()).of(local).with(running.in(member.name()))) {
      HistoryDiagnosis diagnosis = opened.diagnosis(local);
      requireSame(opened, diagnosis, group);
      new StillRunning(opened).require(failed.located().script());
      WayOut asked = asked(opened, failed, way);
      manner.allow().require("Going " + way.name(), asked.dangers());
      // The fingerprint is held against the group's under the lock, and again at the end.
      new RepairRun(opened, silent, failed.live())
          .run(Repairing.repair(failed, row(opened, failed, diagnosis), asked), asked);
      return Result.of(member, Fate.DONE);
    } catch (RuntimeException failure) {
      return Result.of(member, Fate.FAILED, Failures.of(failure));
    }
  }

  /** Each database's own. */
  private Optional<String> row(
      OpenedDatabase opened, FailedMigration failed, HistoryDiagnosis diagnosis) {
    return failed.row().isPresent()
        ? Optional.of(diagnosis.failed().getFirst().id())
        : new Unrecorded(opened, silent).row(failed, local);
  }

  private WayOut asked(OpenedDatabase opened, FailedMigration failed, WayOut way) {
    if (!manner.preflight().isOn()) {
      return way;
    }
    PreflightText rows =
        manner.preflight().ask(opened, failed.live().finished(), List.of(way.parsed()), silent);
    if (rows.stops()) {
      throw Failure.of(
              "preflight",
              "A statement would fail on the rows that are there; nothing was changed.",
              "Clean the rows up, or take the other way.")
          .because(rows.lines())
          .exception();
    }
    return way.asked(rows);
  }

  private static void requireSame(OpenedDatabase opened, HistoryDiagnosis diagnosis, Group group) {
    if (!FleetSurveyor.books(opened, diagnosis).sameAs(group.situation().books())) {
      throw moved();
    }
  }

  /** It is no longer what its group was planned for. */
  static RuntimeException moved() {
    return Failure.of(
            "changed-meanwhile",
            "The database changed after its group was planned; nothing was run.",
            "Run the command again, to plan from what it holds now.")
        .exiting(ExitCode.REFUSED)
        .exception();
  }
}
