package dev.schemend.cli.command;

import dev.schemend.cli.drift.Drift;
import dev.schemend.cli.drift.DriftReader;
import dev.schemend.cli.fleet.Fate;
import dev.schemend.cli.fleet.Group;
import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.fleet.Result;
import dev.schemend.cli.fleet.Survey;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failures;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.DriftText;
import dev.schemend.cli.render.FleetJson;
import dev.schemend.cli.render.FleetText;
import dev.schemend.history.MigrationHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleet drift}: which databases are what their applied migrations leave. */
@Command(
    name = "drift",
    description = "Tell which databases of a fleet are what their applied migrations leave.",
    footer = {
      "",
      "Exits with 0 where all are, 2 where one is not, 1 where one could not be read.",
      "",
      "Example:",
      "  schemend fleet drift --urls-file tenants.txt --ignore 'audit_*' --json"
    })
final class FleetDrift implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private FleetOptions fleet;
  @Mixin private IgnoreOption ignore;

  private final Map<Integer, List<String>> told = new TreeMap<>();
  private final List<Result> results = new ArrayList<>();
  private boolean drifting;

  FleetDrift(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<Member> members = fleet.members(surroundings);
    MigrationHistory local = fleet.local(surroundings, members);
    Survey survey = new FleetSurveyor(local).survey(fleet.crew(), members);
    results.addAll(survey.missed());
    DriftReader reader = new DriftReader(fleet.directory(surroundings), local, ignore.of());
    survey.groups().forEach(group -> look(group, local, reader));
    if (fleet.isJson()) {
      surroundings.out().print(FleetJson.of("drift", survey, told, results, 0));
    } else {
      FleetText.headline(survey).forEach(surroundings.out()::println);
      for (Group group : survey.groups()) {
        FleetText.lines(group).forEach(surroundings.out()::println);
        told.get(group.number()).forEach(line -> surroundings.out().println("  " + line));
      }
    }
    boolean trouble = results.stream().anyMatch(result -> result.fate().isTrouble());
    return (trouble ? ExitCode.FAILURE : drifting ? ExitCode.DIFFERENT : ExitCode.CLEAN).status();
  }

  /** One stands for all of its group: they hold the same and have the same history. */
  private void look(Group group, MigrationHistory local, DriftReader reader) {
    List<String> lines = new ArrayList<>();
    try (OpenedDatabase opened = OpenedDatabase.at(group.first().url()).of(local)) {
      Drift drift = DriftCommand.read(opened, local, reader);
      lines.addAll(DriftText.lines(group.first().name(), drift));
      lines.addAll(DriftText.remarks(drift));
      drifting |= drift.isThere();
      Fate fate = drift.isThere() ? Fate.DRIFTED : Fate.NOTHING;
      group.members().forEach(member -> results.add(Result.of(member, fate)));
    } catch (RuntimeException failure) {
      lines.add("not read: " + Failures.of(failure).title());
      group
          .members()
          .forEach(member -> results.add(Result.of(member, Fate.UNREACHED, Failures.of(failure))));
    }
    told.put(group.number(), lines);
  }
}
