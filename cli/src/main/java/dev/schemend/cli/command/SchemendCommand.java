package dev.schemend.cli.command;

import dev.schemend.cli.process.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The tool itself: a name for its commands. */
@Command(
    name = "schemend",
    description = "Mends a production database's schema, offline.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "States (--from, --to): empty, a migrations directory, a .sql file, a schema.prisma (or a",
      "directory of .prisma files), a database URL,",
      "env:NAME or file:PATH that hold a URL, or git:<revision>:<path>.",
      "",
      "Exit codes: 0 clean, 1 failure, 2 differences found (with --exit-code), 3 refused,",
      "64 wrong usage.",
      "",
      "A migration failed half way in production:",
      "  schemend repair",
      "The same by hand, backward:",
      "  schemend migrate diff --from env:DATABASE_URL --to prisma/migrations \\",
      "      --before 20230101120000_unique --script > backward.sql",
      "  schemend db execute --file backward.sql",
      "  schemend migrate resolve --rolled-back 20230101120000_unique",
      "Or forward, after repairing the data:",
      "  schemend migrate diff --from env:DATABASE_URL --to prisma/migrations --script >"
          + " forward.sql",
      "  schemend db execute --file forward.sql",
      "  schemend migrate resolve --applied 20230101120000_unique",
      "  schemend migrate deploy"
    })
public final class SchemendCommand extends CommandGroup {

  private SchemendCommand() {}

  /** The command line with all commands in it. */
  public static CommandLine commandLine(Surroundings surroundings) {
    CommandLine migrate =
        new CommandLine(new MigrateGroup())
            .addSubcommand(new MigrateDiff(surroundings))
            .addSubcommand(new MigrateDeploy(surroundings))
            .addSubcommand(new MigrateDev(surroundings))
            .addSubcommand(new MigrateReset(surroundings))
            .addSubcommand(new MigrateResolve(surroundings))
            .addSubcommand(new MigrateBaseline(surroundings))
            .addSubcommand(new MigrateStatus(surroundings))
            .addSubcommand(new MigrateSquash(surroundings));
    CommandLine db =
        new CommandLine(new DatabaseGroup())
            .addSubcommand(new DatabaseExecute(surroundings))
            .addSubcommand(new DatabasePullCommand(surroundings))
            .addSubcommand(new DatabasePush(surroundings));
    CommandLine fleet =
        new CommandLine(new FleetGroup())
            .addSubcommand(new FleetStatus(surroundings))
            .addSubcommand(new FleetDeploy(surroundings))
            .addSubcommand(new FleetRepair(surroundings))
            .addSubcommand(new FleetDrift(surroundings));
    CommandLine schemend =
        new CommandLine(new SchemendCommand())
            .addSubcommand(migrate)
            .addSubcommand(db)
            .addSubcommand(fleet)
            .addSubcommand(new Validate(surroundings))
            .addSubcommand(new Format(surroundings))
            .addSubcommand(new Prove(surroundings))
            .addSubcommand(new Explain(surroundings))
            .addSubcommand(new Lint(surroundings))
            .addSubcommand(new Check(surroundings))
            .addSubcommand(new RepairCommand(surroundings))
            .addSubcommand(new DriftCommand(surroundings));
    addStandardOptions(schemend);
    return schemend;
  }

  private static void addStandardOptions(CommandLine command) {
    command.addMixin("standard", new StandardOptions());
    command.getSubcommands().values().forEach(SchemendCommand::addStandardOptions);
  }

  /** Migrations. */
  @Command(
      name = "migrate",
      description = "Compare, deploy and resolve migrations.",
      synopsisSubcommandLabel = "COMMAND")
  private static final class MigrateGroup extends CommandGroup {}

  /** Many databases of one application. */
  @Command(
      name = "fleet",
      description = "Work on many databases of one application: tenants, shards.",
      synopsisSubcommandLabel = "COMMAND")
  private static final class FleetGroup extends CommandGroup {}

  /** The database itself. */
  @Command(name = "db", description = "Work on a database.", synopsisSubcommandLabel = "COMMAND")
  private static final class DatabaseGroup extends CommandGroup {}
}
