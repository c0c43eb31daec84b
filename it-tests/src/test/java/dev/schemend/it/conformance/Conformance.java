package dev.schemend.it.conformance;

import dev.schemend.it.conformance.TrialResult.Verdict;
import dev.schemend.it.server.ServerUnavailableException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries histories on real servers and writes the figures down: {@code docs/conformance.md}. */
@Command(
    name = "conformance.sh",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description =
        "Try histories on real servers: run each, compare what is read offline with what the server"
            + " holds then, and write the figures down.",
    footer = {
      "",
      "A LIST.json is an array of {\"name\", \"path\", \"dialect\"} with, if need be, \"layout\","
          + " \"session\"",
      "(SET statements of the project's runner) and \"database\" (a name that the scripts demand).",
      "Paths are relative to the file. Dialects are postgresql, mysql (tried on MariaDB too) and"
          + " mariadb.",
      "",
      "Example:",
      "  it-tests/conformance.sh --output docs/conformance.md histories.json mysql:../shop/sql"
    })
final class Conformance implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "LIST.json|DIALECT:DIR", description = "The histories.")
  private List<String> histories;

  @Option(
      names = "--server",
      paramLabel = "KIND|URL",
      split = ",",
      description =
          "POSTGRES_14, POSTGRES_18, MYSQL_8_0, MARIADB_11_4, started for the run; or the URL of"
              + " one that runs. Without it: all four.")
  private List<String> servers = List.of("POSTGRES_14", "POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4");

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      description = "The layout of histories that name none; without it, it is detected.")
  private String layout;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the page goes; without it, to standard output.")
  private Path output;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "How long a command may take for a history (${DEFAULT-VALUE}).")
  private int timeLimit = 600;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "On how many servers at a time (${DEFAULT-VALUE}).")
  private int jobs = 2;

  @Option(
      names = "--regression",
      paramLabel = "DIR",
      description = "Also read the SQL files of PostgreSQL's regression suite.")
  private Path regression;

  private final PrintStream talk = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  private Conformance() {}

  /** Exits with 0 when the page was written, whatever it says. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Conformance()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<ListedHistory> listed = new ArrayList<>();
    for (String argument : histories) {
      ListedHistory.of(argument).stream()
          .map(history -> history.orLayout(Optional.ofNullable(layout)))
          .forEach(listed::add);
    }
    List<TrialResult> results = results(listed);
    Optional<RegressionFigures> suite =
        regression == null
            ? Optional.empty()
            : Optional.of(RegressionFigures.of(regression, timeLimit));
    String page = ConformanceReport.of(command(), results, suite);
    if (output == null) {
      new PrintStream(System.out, true, StandardCharsets.UTF_8).print(page);
    } else {
      Files.writeString(output, page);
    }
    return 0;
  }

  /** Without names of files, URLs and directories: they are this machine's. */
  private static String command() {
    return "it-tests/conformance.sh --output docs/conformance.md LIST.json";
  }

  private List<TrialResult> results(List<ListedHistory> listed) throws InterruptedException {
    List<Future<List<TrialResult>>> running = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, jobs))) {
      for (String server : servers) {
        running.add(workers.submit(() -> on(server, listed)));
      }
    }
    List<TrialResult> results = new ArrayList<>();
    for (Future<List<TrialResult>> one : running) {
      try {
        results.addAll(one.get());
      } catch (ExecutionException failure) {
        talk.println("a server is lost: " + failure.getCause());
      }
    }
    results.sort(Comparator.comparing(TrialResult::history).thenComparing(TrialResult::server));
    return results;
  }

  /** One after the other: histories may make databases and roles of the same names. */
  private List<TrialResult> on(String name, List<ListedHistory> listed)
      throws InterruptedException {
    TrialServer server;
    try {
      server = TrialServer.of(name);
    } catch (ServerUnavailableException missing) {
      talk.println(name + ": " + missing.getMessage());
      return List.of();
    }
    List<TrialResult> results = new ArrayList<>();
    for (ListedHistory history : listed) {
      if (history.flavors().contains(server.flavor())) {
        long begin = System.nanoTime();
        TrialResult result = tried(history, server);
        results.add(result);
        talk.printf(
            "%-24s %-18s %-14s %4d s  %s%n",
            history.name(),
            server.label(),
            result.verdict().words(),
            Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
            result.difference());
      }
    }
    return results;
  }

  private TrialResult tried(ListedHistory history, TrialServer server) throws InterruptedException {
    try {
      return new HistoryTrial(history, server, Duration.ofSeconds(timeLimit)).run();
    } catch (IOException | RuntimeException | AssertionError failure) {
      return new TrialResult(
          history.name(),
          server.label(),
          Verdict.BROKEN,
          Optional.empty(),
          "the runner: " + failure.getMessage(),
          1,
          1);
    }
  }
}
