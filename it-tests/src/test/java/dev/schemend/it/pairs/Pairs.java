package dev.schemend.it.pairs;

import dev.schemend.it.server.ServerKind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Judges files of pairs on real servers: {@code Pairs [--server KIND,…] [--only TEXT] FILE.jsonl
 * …}. Standard output gets a table in Markdown, and below it each pair that was not reached with
 * its cause; standard error gets all that was said about them.
 */
public final class Pairs {

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  private Pairs() {}

  /** Exits with 0 when every counted pair was reached, else with 1. */
  public static void main(String[] arguments) throws IOException {
    List<ServerKind> kinds = List.of(ServerKind.values());
    String only = "";
    List<SchemaPair> pairs = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--server" ->
            kinds = Arrays.stream(arguments[++i].split(",", -1)).map(ServerKind::valueOf).toList();
        case "--only" -> only = arguments[++i];
        default -> pairs.addAll(SchemaPair.read(Path.of(arguments[i])));
      }
    }
    String wanted = only;
    pairs.removeIf(pair -> !pair.id().contains(wanted));
    System.exit(new Pairs().run(kinds, pairs) ? 0 : 1);
  }

  private boolean run(List<ServerKind> kinds, List<SchemaPair> pairs) throws IOException {
    Map<ServerKind, List<Judgement>> judgements = new EnumMap<>(ServerKind.class);
    for (ServerKind kind : kinds) {
      Path directory = Files.createTempDirectory("schemend-pairs");
      PairJudge judge = new PairJudge(kind, directory);
      List<Judgement> found = new ArrayList<>();
      for (SchemaPair pair : pairs) {
        if (judge.isFor(pair)) {
          Judgement judgement = judge.judge(pair);
          found.add(judgement);
          tell(kind, judgement);
        }
      }
      judgements.put(kind, found);
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

  private void tell(ServerKind kind, Judgement judgement) {
    if (judgement.verdict() != Verdict.REACHED) {
      err.println("==== " + kind + " " + judgement.pair().id() + " " + judgement.verdict());
      err.println(judgement.detail());
    }
  }

  private static String header() {
    return Arrays.stream(Verdict.values())
        .map(verdict -> verdict.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(" | "));
  }

  private void row(ServerKind kind, List<Judgement> judgements) {
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
        kind,
        cells,
        counted == 0 ? 100.0 : 100.0 * reached / counted);
  }

  private void causes(ServerKind kind, List<Judgement> judgements) {
    out.println();
    out.println("### " + kind);
    out.println();
    judgements.stream()
        .filter(one -> one.verdict().isCounted() && one.verdict() != Verdict.REACHED)
        .forEach(
            one -> out.println("- " + one.pair().id() + ": " + one.verdict() + ", " + one.cause()));
  }
}
