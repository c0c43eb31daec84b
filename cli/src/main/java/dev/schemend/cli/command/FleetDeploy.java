package dev.schemend.cli.command;

import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.history.MigrationHistory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet deploy}: applies pending migrations in many databases. */
@Command(
    name = "deploy",
    description = "Apply pending migrations in all databases of a fleet.",
    footer = {
      "",
      "Example:",
      "  schemend fleet deploy --urls-file tenants.txt --canary 3 --state deploy.jsonl --yes",
      "  schemend fleet deploy --urls-file tenants.txt --canary 3 --state deploy.jsonl --yes"
          + " --continue"
    })
final class FleetDeploy implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private FleetOptions fleet;
  @Mixin private FleetWorkOptions options;
  @Mixin private PreflightOptions preflight;
  @Mixin private ConductOptions conduct;

  @Option(
      names = "--resume",
      description =
          "Run the rest of a migration that failed or was broken off, where it is known for sure"
              + " which of its statements are applied; then go on.")
  private boolean resume;

  FleetDeploy(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    options.requireKnown();
    List<Member> members = fleet.members(surroundings);
    MigrationHistory local = fleet.local(surroundings, members);
    FleetRepairJob.Manner onward =
        new FleetRepairJob.Manner(
            RepairCommand.FORWARD, false, Optional.empty(), options.allow(), preflight);
    try (ConductOptions.Running running = conduct.begin(surroundings)) {
      return new FleetWork(surroundings, fleet, options, running.interruption())
          .run(
              new FleetDeployJob(
                  local,
                  preflight,
                  resume
                      ? Optional.of(new FleetRepairJob(local, onward, running, surroundings))
                      : Optional.empty(),
                  running,
                  surroundings),
              members,
              local)
          .status();
    }
  }
}
