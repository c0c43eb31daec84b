package dev.schemend.cli.command;

import dev.schemend.cli.fleet.Books;
import dev.schemend.cli.fleet.Fate;
import dev.schemend.cli.fleet.Group;
import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.fleet.Result;
import dev.schemend.cli.fleet.Situation;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Failures;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.PreflightText;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.exec.migrate.ApplyError;
import dev.schemend.exec.migrate.DeployListener;
import dev.schemend.exec.migrate.DeployOutcome;
import dev.schemend.exec.migrate.MigrationRunner;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.script.ParsedScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies pending migrations, each database under its own lock. */
final class FleetDeployJob implements FleetJob {

  private final MigrationHistory local;
  private final PreflightOptions preflight;
  private final Optional<FleetRepairJob> onward;
  private final ConductOptions.Running running;
  private final FleetSurveyor surveyor;
  private final Surroundings silent;

  /**
   * A deployment.
   *
   * @param onward finishes migrations that did not come to their end, where that is wanted
   */
  FleetDeployJob(
      MigrationHistory local,
      PreflightOptions preflight,
      Optional<FleetRepairJob> onward,
      ConductOptions.Running running,
      Surroundings surroundings) {
    this.local = local;
    this.preflight = preflight;
    this.onward = onward;
    this.running = running;
    this.surveyor = new FleetSurveyor(local);
    this.silent = surroundings.silent();
  }

  @Override
  public String name() {
    return onward.isPresent() ? "deploy, resuming" : "deploy";
  }

  @Override
  public Part plan(Group group) {
    return onward
        .map(job -> job.plan(group))
        .map(
            first ->
                switch (first) {
                  case Part.Nothing nothing -> deployment(group);
                  case Part.Blocked blocked -> blocked;
                  case Part.Work rest -> behind(rest, group.situation().books());
                })
        .orElseGet(() -> deployment(group));
  }

  /** What is pending comes behind the rest of what was begun. */
  private Part.Work behind(Part.Work rest, Books books) {
    List<String> lines = new ArrayList<>(rest.lines());
    if (!books.pending().isEmpty()) {
      lines.add("then applies what is pending: " + String.join(", ", books.pending()));
    }
    return new Part.Work(
        lines,
        rest.dangers(),
        member -> {
          Result done = rest.work().apply(member);
          return done.fate() == Fate.DONE ? deployed(member, Optional.empty()) : done;
        });
  }

  private Part deployment(Group group) {
    Books books = group.situation().books();
    if (!books.failed().isEmpty()) {
      return new Part.Blocked(
          Failure.of(
              "P3009",
              "A migration has failed: " + books.failed().getFirst().migration() + ".",
              "Repair these databases first: schemend fleet repair."));
    }
    if (books.pending().isEmpty()) {
      return new Part.Nothing();
    }
    return new Part.Work(
        List.of("applies " + String.join(", ", books.pending())),
        Set.of(),
        member -> deployed(member, Optional.of(group.situation())));
  }

  /**
   * Applies what is pending in one database.
   *
   * @param planned how it must stand; empty where something was done in it since
   */
  private Result deployed(Member member, Optional<Situation> planned) {
    try (OpenedDatabase opened =
        OpenedDatabase.at(member.url()).of(local).with(running.in(member.name()))) {
      DeployOutcome outcome =
          new MigrationRunner(opened.live(), opened.kit().frontend()::split)
              .deploy(
                  opened.database(),
                  opened.ledger(),
                  local,
                  OpenedDatabase.lock(silent),
                  new Gate(opened, planned));
      Optional<Failure> failure =
          outcome.error().map(MigrateDeploy::failure).or(() -> stopped(outcome));
      return failure
          .map(one -> Result.of(member, Fate.FAILED, one))
          .orElseGet(() -> Result.of(member, Fate.DONE));
    } catch (RuntimeException failure) {
      return Result.of(member, Fate.FAILED, Failures.of(failure));
    }
  }

  private static Optional<Failure> stopped(DeployOutcome outcome) {
    return outcome
        .stoppedBefore()
        .map(
            next ->
                Failure.of(
                    ApplyError.STOPPED,
                    "Stopped, as it was asked to, before the migration " + next + ".",
                    "The next deployment begins with it."));
  }

  /** Under the lock, before anything is run. */
  private final class Gate implements DeployListener {

    private final OpenedDatabase opened;
    private final Optional<Situation> planned;

    Gate(OpenedDatabase opened, Optional<Situation> planned) {
      this.opened = opened;
      this.planned = planned;
    }

    @Override
    public void pending(List<Migration> migrations) {
      planned.ifPresent(this::requireSame);
      List<ParsedScript> scripts =
          migrations.stream()
              .map(migration -> opened.kit().frontend().parse(migration.script()))
              .toList();
      scripts.forEach(new StillRunning(opened)::require);
      new Unrecorded(opened, silent).require(local, opened.diagnosis(local));
      if (preflight.isOn()) {
        PreflightText rows =
            preflight.ask(
                opened,
                new FailedMigrationReader(opened.kit(), opened.database()).live().schema(),
                scripts,
                silent);
        if (rows.stops()) {
          throw Failure.of(
                  "preflight",
                  "A statement would fail on the rows that are there; nothing was changed.",
                  "Clean the rows up, or go on all the same with --no-preflight.")
              .because(rows.lines())
              .exception();
        }
      }
    }

    private void requireSame(Situation group) {
      Situation now = surveyor.situation(opened);
      if (!now.schema().equals(group.schema()) || !now.books().sameAs(group.books())) {
        throw FleetRepairJob.moved();
      }
    }
  }
}
