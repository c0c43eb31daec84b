package dev.schemend.cli.command;

import dev.schemend.cli.fleet.Group;
import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.fleet.Survey;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failures;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.FailureText;
import dev.schemend.cli.render.FleetJson;
import dev.schemend.cli.render.FleetText;
import dev.schemend.cli.render.LocationText;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.history.MigrationHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleet status}: how many databases stand how. Changes nothing. */
@Command(
    name = "status",
    description = "Show how the databases of a fleet stand, those that stand alike together.",
    footer = {"", "Example:", "  schemend fleet status --urls-file tenants.txt"})
final class FleetStatus implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private FleetOptions fleet;

  FleetStatus(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<Member> members = fleet.members(surroundings);
    MigrationHistory local = fleet.local(surroundings, members);
    Survey survey = new FleetSurveyor(local).survey(fleet.crew(), members);
    Map<Integer, List<String>> told = new TreeMap<>();
    survey.groups().forEach(group -> told.put(group.number(), places(group, local)));
    if (fleet.isJson()) {
      surroundings.out().print(FleetJson.of("status", survey, told, survey.missed(), 0));
    } else {
      FleetText.headline(survey).forEach(surroundings.out()::println);
      for (Group group : survey.groups()) {
        FleetText.lines(group).forEach(surroundings.out()::println);
        told.get(group.number()).forEach(line -> surroundings.out().println("  " + line));
      }
    }
    boolean inOrder =
        survey.missed().isEmpty() && survey.groups().stream().allMatch(FleetStatus::isInOrder);
    return (inOrder ? ExitCode.CLEAN : ExitCode.FAILURE).status();
  }

  private static boolean isInOrder(Group group) {
    return group.situation().books().managed()
        && group.situation().books().failed().isEmpty()
        && group.situation().books().pending().isEmpty();
  }

  /** How far the failed migrations of a group came. */
  private static List<String> places(Group group, MigrationHistory local) {
    if (group.situation().books().failed().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("as seen in " + group.first().name() + ":");
    try (OpenedDatabase opened = OpenedDatabase.at(group.first().url()).of(local)) {
      HistoryDiagnosis diagnosis = opened.diagnosis(local);
      for (LedgerRow row : diagnosis.failed()) {
        lines.addAll(
            new FailedMigrationReader(opened.kit(), opened.database())
                .read(local, diagnosis, row)
                .map(LocationText::lines)
                .orElseGet(() -> List.of(RepairCommand.notLocal(row).title())));
      }
    } catch (RuntimeException failure) {
      lines.addAll(FailureText.lines(Failures.of(failure)));
    }
    return lines;
  }
}
