package dev.schemend.cli.command;

import dev.schemend.cli.fleet.Crew;
import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.fleet.Roster;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.state.Project;
import dev.schemend.history.MigrationHistory;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which databases, which migrations, and how many at a time. */
final class FleetOptions {

  @Option(
      names = "--urls-file",
      paramLabel = "FILE",
      description = "The databases: a URL on each line (env:NAME and file:PATH as well).")
  private String file;

  @Option(
      names = "--urls-cmd",
      paramLabel = "COMMAND",
      description = "A command that prints such a list.")
  private String command;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description =
          "How many databases at a time, default 8; each takes three connections at most.")
  private int parallel = 8;

  @Option(names = "--json", description = "Print the report as JSON (docs/plan-json.md).")
  private boolean json;

  @Mixin private MigrationsOption migrations;

  boolean isJson() {
    return json;
  }

  /** The databases, all of one family. */
  List<Member> members(Surroundings surroundings) {
    if ((file == null) == (command == null)) {
      throw Failure.usage(
              "A fleet is named by --urls-file or by --urls-cmd.", "Give one of the two.")
          .exception();
    }
    Roster roster = new Roster(surroundings);
    List<Member> members = file == null ? roster.ofCommand(command) : roster.ofFile(file);
    if (members.stream().map(member -> member.url().family()).distinct().count() > 1) {
      throw Failure.usage(
              "The databases are of different dialects.",
              "Migrations are written for one of them: make a list for each.")
          .exception();
    }
    return members;
  }

  Crew crew() {
    if (parallel < 1) {
      throw Failure.usage("--parallel is a number of 1 or more.", "").exception();
    }
    return new Crew(parallel);
  }

  /** The migrations, which all databases share. */
  MigrationHistory local(Surroundings surroundings, List<Member> members) {
    return migrations.read(
        project(surroundings),
        surroundings,
        Optional.of(ServerFamily.of(members.getFirst().url()).mainFlavor()));
  }

  /** Their directory as a person knows it. */
  String directory(Surroundings surroundings) {
    return migrations.directory(project(surroundings));
  }

  private static Project project(Surroundings surroundings) {
    return new Project(surroundings, Optional.empty());
  }
}
