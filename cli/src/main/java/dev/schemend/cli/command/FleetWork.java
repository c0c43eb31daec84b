package dev.schemend.cli.command;

import dev.schemend.cli.fleet.Crew;
import dev.schemend.cli.fleet.Fate;
import dev.schemend.cli.fleet.Group;
import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.fleet.Progress;
import dev.schemend.cli.fleet.Result;
import dev.schemend.cli.fleet.Survey;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.FleetJson;
import dev.schemend.cli.render.FleetText;
import dev.schemend.exec.run.StopSign;
import dev.schemend.history.Checksum;
import dev.schemend.history.MigrationHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Does a job in a fleet: looks, groups, plans, asks, canaries first, then the others. */
final class FleetWork {

  private final Surroundings surroundings;
  private final FleetOptions fleet;
  private final FleetWorkOptions options;
  private final StopSign stop;

  private final Map<Integer, List<String>> told = new TreeMap<>();
  private final List<Result> results = new ArrayList<>();
  private final Map<Member, FleetJob.Part.Work> work = new LinkedHashMap<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  FleetWork(
      Surroundings surroundings, FleetOptions fleet, FleetWorkOptions options, StopSign stop) {
    this.surroundings = surroundings;
    this.fleet = fleet;
    this.options = options;
    this.stop = stop;
  }

  ExitCode run(FleetJob job, List<Member> members, MigrationHistory local) {
    Progress progress = Progress.of(options.state(surroundings), id(job, local));
    Crew crew = fleet.crew();
    Survey survey =
        new FleetSurveyor(local)
            .survey(crew, members.stream().filter(member -> !progress.isDone(member)).toList());
    results.addAll(survey.missed());
    List<List<Member>> groups = plan(job, survey);
    if (options.isDryRun()) {
      report(job, survey, progress);
      return exit();
    }
    if (!work.isEmpty()) {
      options.consent(surroundings, work.size(), dangers());
      canariesFirst(crew, progress, options.canaries(groups, progress.doneBefore()));
    }
    report(job, survey, progress);
    return exit();
  }

  /** Another order, another way or another file is another job. */
  private static String id(FleetJob job, MigrationHistory local) {
    StringBuilder files = new StringBuilder();
    local
        .migrations()
        .forEach(one -> files.append(one.name()).append(' ').append(one.checksum()).append('\n'));
    return job.name() + " " + Checksum.of(files.toString());
  }

  private List<List<Member>> plan(FleetJob job, Survey survey) {
    List<List<Member>> groups = new ArrayList<>();
    FleetText.headline(survey).forEach(this::say);
    for (Group group : survey.groups()) {
      FleetText.lines(group).forEach(this::say);
      List<String> lines =
          switch (job.plan(group)) {
            case FleetJob.Part.Nothing nothing -> {
              settle(group, Fate.NOTHING);
              yield List.of("nothing to do");
            }
            case FleetJob.Part.Blocked blocked -> {
              group
                  .members()
                  .forEach(one -> results.add(Result.of(one, Fate.BLOCKED, blocked.reason())));
              yield List.of("not tried: " + blocked.reason().title());
            }
            case FleetJob.Part.Work part -> {
              group.members().forEach(member -> work.put(member, part));
              groups.add(group.members());
              yield part.lines();
            }
          };
      told.put(group.number(), lines);
      lines.forEach(line -> say("  " + line));
    }
    return groups;
  }

  private void settle(Group group, Fate fate) {
    group.members().forEach(member -> results.add(Result.of(member, fate)));
  }

  private Set<String> dangers() {
    Set<String> dangers = new TreeSet<>();
    work.values().forEach(part -> dangers.addAll(part.dangers()));
    return dangers;
  }

  private void canariesFirst(Crew crew, Progress progress, List<Member> canaries) {
    say("");
    begin(crew, progress, canaries);
    List<Member> others =
        work.keySet().stream().filter(member -> !canaries.contains(member)).toList();
    boolean wanted =
        failures.get() == 0
            && (canaries.isEmpty()
                || options.goesOn()
                || FleetWorkOptions.agreed(
                    surroundings,
                    "The canaries went well. Go on with " + others.size() + " more? [y/N] "));
    if (canaries.isEmpty() || wanted) {
      begin(crew, progress, others);
    } else if (failures.get() == 0 && !others.isEmpty()) {
      say("The canaries went well; go on with --continue.");
    }
    Set<String> tried = new TreeSet<>();
    results.forEach(result -> tried.add(result.database()));
    work.keySet().stream()
        .filter(member -> !tried.contains(member.name()))
        .forEach(member -> results.add(Result.of(member, Fate.LEFT)));
  }

  private void begin(Crew crew, Progress progress, List<Member> members) {
    results.addAll(
        crew.each(
            members,
            () -> stop.isRaised() || failures.get() >= options.maxFailures(),
            member -> {
              Result result = work.get(member).work().apply(member);
              progress.keep(result);
              if (result.fate().isTrouble()) {
                failures.incrementAndGet();
              }
              surroundings
                  .err()
                  .println(
                      result.fate().word()
                          + ": "
                          + member.name()
                          + (result.code().isEmpty() ? "" : " (" + result.code() + ")")
                          + ", "
                          + ended.incrementAndGet()
                          + " of "
                          + work.size());
              return result;
            }));
  }

  private void report(FleetJob job, Survey survey, Progress progress) {
    if (fleet.isJson()) {
      surroundings
          .out()
          .print(FleetJson.of(job.name(), survey, told, results, progress.doneBefore()));
      return;
    }
    say("");
    if (options.isDryRun()) {
      say("Nothing was changed; " + work.size() + " databases have something to do.");
    } else {
      FleetText.report(results, progress.doneBefore()).forEach(this::say);
    }
  }

  private ExitCode exit() {
    if (results.stream().anyMatch(result -> result.fate().isTrouble())) {
      return ExitCode.FAILURE;
    }
    boolean left = results.stream().anyMatch(result -> result.fate() == Fate.LEFT);
    return left ? ExitCode.DIFFERENT : ExitCode.CLEAN;
  }

  private void say(String line) {
    (fleet.isJson() ? surroundings.err() : surroundings.out()).println(line);
  }
}
