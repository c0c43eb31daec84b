package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.LocationText;
import dev.schemend.cli.render.RunText;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.cli.state.ReadState;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.exec.migrate.ApplyError;
import dev.schemend.exec.migrate.MigrationRepairer;
import dev.schemend.exec.migrate.Repair;
import dev.schemend.exec.migrate.RepairWitness;
import dev.schemend.model.Schema;
import dev.schemend.plan.Change;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Optional;

/** Takes a way out: runs it, looks at what came of it, and has the history closed. */
final class RepairRun {

  private final OpenedDatabase opened;
  private final Surroundings surroundings;
  private final ReadState planned;

  /**
   * A run.
   *
   * @param planned what the database held when the way was planned
   */
  RepairRun(OpenedDatabase opened, Surroundings surroundings, ReadState planned) {
    this.opened = opened;
    this.surroundings = surroundings;
    this.planned = planned;
  }

  void run(Repair repair, WayOut way) {
    Optional<ApplyError> error =
        new MigrationRepairer(opened.live())
            .run(
                opened.database(),
                opened.ledger(),
                OpenedDatabase.lock(surroundings),
                repair,
                new Witness(way.expected().orElseThrow()));
    error.ifPresent(
        failed -> {
          throw Failure.of(
                  failed.code(),
                  "Going " + way.name() + " stopped at a statement; the history is not closed.",
                  "Correct the cause and run schemend repair again: it goes on from there.")
              .because(RunText.lines(failed.outcome()))
              .exception();
        });
  }

  private ReadState now() {
    return new FailedMigrationReader(opened.kit(), opened.database()).live();
  }

  private final class Witness implements RepairWitness {

    private final Schema expected;

    Witness(Schema expected) {
      this.expected = expected;
    }

    @Override
    public void beforehand() {
      ChangePolicy policy = FailedMigrationReader.POLICY;
      boolean same =
          policy
              .visible(now().schema())
              .fingerprint()
              .equals(policy.visible(planned.schema()).fingerprint());
      if (!same) {
        throw Failure.of(
                "changed-meanwhile",
                "The database changed after the way was planned; nothing was run.",
                "Run schemend repair again, to plan from what it holds now.")
            .exiting(ExitCode.REFUSED)
            .exception();
      }
    }

    @Override
    public void after(StatementText statement) {
      surroundings.err().println("done: " + statement.text().strip().replaceAll("\\s+", " "));
    }

    @Override
    public void afterwards() {
      Schema live = now().schema();
      List<Change> missed =
          FailedMigrationReader.POLICY
              .select(
                  opened.kit().differ().diff(expected, live),
                  expected,
                  opened.kit().rules().movesColumns())
              .actionable();
      if (!missed.isEmpty()) {
        throw Failure.of(
                "not-reached",
                "Every statement was run, and the database is not as it was planned to be; the"
                    + " history is not closed.",
                "See what differs, and run schemend repair again.")
            .because(
                missed.stream().flatMap(change -> LocationText.changes(change).stream()).toList())
            .exception();
      }
    }
  }
}
