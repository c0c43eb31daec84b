package dev.schemend.it.pairs;

import dev.schemend.it.server.ServerKind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Judges files of pairs on real servers: {@code Pairs [--server KIND-OR-URL,…] [--only TEXT,…]
 * FILE.jsonl …}. Standard output gets a table in Markdown, and below it each pair that was not
 * reached with its cause; standard error gets all that was said about them.
 */
public final class Pairs {

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  private Pairs() {}

  /** Exits with 0 when every counted pair was reached, else with 1. */
  public static void main(String[] arguments) throws IOException {
    List<String> servers = Arrays.stream(ServerKind.values()).map(ServerKind::name).toList();
    List<String> only = List.of("");
    List<SchemaPair> pairs = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--server" -> servers = List.of(arguments[++i].split(",", -1));
        case "--only" -> only = List.of(arguments[++i].split(",", -1));
        default -> pairs.addAll(SchemaPair.read(Path.of(arguments[i])));
      }
    }
    List<String> wanted = only;
    pairs.removeIf(pair -> wanted.stream().noneMatch(pair.id()::contains));
    System.exit(new Pairs().run(servers, pairs) ? 0 : 1);
  }

  private boolean run(List<String> servers, List<SchemaPair> pairs) throws IOException {
    Map<String, List<Judgement>> judgements = new LinkedHashMap<>();
    for (String name : servers) {
      JudgeServer server = JudgeServer.of(name);
      PairJudge judge = new PairJudge(server, Files.createTempDirectory("schemend-pairs"));
      List<Judgement> found = new ArrayList<>();
      for (SchemaPair pair : pairs) {
        if (pair.isFor(server.flavor())) {
          Judgement judgement = judge.judge(pair);
          found.add(judgement);
          tell(server.label(), judgement);
        }
      }
      judgements.put(server.label(), found);
      server.close();
    }
    out.println("| server | " + header() + " | reached of counted |");
    out.println("|---|" + "---|".repeat(Verdict.values().length + 1));
    judgements.forEach(this::row);
    judgements.forEach(this::causes);
    return judgements.values().stream()
        .flatMap(List::stream)
        .filter(judgement -> judgement.verdict().isCounted())
        .allMatch(judgement -> judgement.verdict() == Verdict.REACHED);
  }

  private void tell(String server, Judgement judgement) {
    if (judgement.verdict() != Verdict.REACHED) {
      err.println("==== " + server + " " + judgement.pair().id() + " " + judgement.verdict());
      err.println(judgement.detail());
    }
  }

  private static String header() {
    return Arrays.stream(Verdict.values())
        .map(verdict -> verdict.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(" | "));
  }

  private void row(String server, List<Judgement> judgements) {
    Map<Verdict, Long> counts =
        judgements.stream()
            .collect(Collectors.groupingBy(Judgement::verdict, Collectors.counting()));
    long counted = judgements.stream().filter(one -> one.verdict().isCounted()).count();
    long reached = counts.getOrDefault(Verdict.REACHED, 0L);
    String cells =
        Arrays.stream(Verdict.values())
            .map(verdict -> counts.getOrDefault(verdict, 0L).toString())
            .collect(Collectors.joining(" | "));
    out.printf(
        Locale.ROOT,
        "| %s | %s | %.1f%% |%n",
        server,
        cells,
        counted == 0 ? 100.0 : 100.0 * reached / counted);
  }

  private void causes(String server, List<Judgement> judgements) {
    out.println();
    out.println("### " + server);
    out.println();
    judgements.stream()
        .filter(one -> one.verdict().isCounted() && one.verdict() != Verdict.REACHED)
        .forEach(
            one -> out.println("- " + one.pair().id() + ": " + one.verdict() + ", " + one.cause()));
  }
}
