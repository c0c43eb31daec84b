package dev.schemend.cli.command;

import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.history.MigrationHistory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet repair}: leads failed migrations out of their failure in many databases. */
@Command(
    name = "repair",
    description = "Lead failed migrations out of their failure in all databases of a fleet.",
    footer = {
      "",
      "Examples:",
      "  schemend fleet repair --urls-file tenants.txt --backward --dry-run",
      "  schemend fleet repair --urls-cmd ./tenants.sh --forward --yes --state repair.jsonl"
    })
final class FleetRepair implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private FleetOptions fleet;
  @Mixin private FleetWorkOptions options;
  @Mixin private PreflightOptions preflight;
  @Mixin private ConductOptions conduct;

  @Option(names = "--backward", description = "Undo what the migration did.")
  private boolean backward;

  @Option(names = "--forward", description = "Run what is left of the migration.")
  private boolean forward;

  @Option(
      names = "--online",
      description = "Plan in the forms that let others read and write meanwhile.")
  private boolean online;

  @Option(
      names = "--applied",
      paramLabel = "N",
      description =
          "How many statements of it are applied, where the schema cannot tell; groups of which"
              + " that cannot be are not tried.")
  private Integer applied;

  FleetRepair(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    options.requireKnown();
    if (backward == forward) {
      throw Failure.usage(
              "A fleet goes backward or forward.", "Give --backward or --forward, one of the two.")
          .exception();
    }
    List<Member> members = fleet.members(surroundings);
    MigrationHistory local = fleet.local(surroundings, members);
    FleetRepairJob.Manner manner =
        new FleetRepairJob.Manner(
            backward ? RepairCommand.BACKWARD : RepairCommand.FORWARD,
            online,
            Optional.ofNullable(applied),
            options.allow(),
            preflight);
    try (ConductOptions.Running running = conduct.begin(surroundings)) {
      return new FleetWork(surroundings, fleet, options, running.interruption())
          .run(new FleetRepairJob(local, manner, running, surroundings), members, local)
          .status();
    }
  }
}
