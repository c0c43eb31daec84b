package dev.schemend.it.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemend.dialect.Flavor;
import dev.schemend.it.conformance.TrialResult.Figures;
import dev.schemend.it.conformance.TrialResult.Verdict;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tries a history on a server as a user would: {@code prove} runs it and counts, {@code migrate
 * diff} compares both ways; where they differ, {@code prove} finds the first difference, in a
 * database of its own.
 */
final class HistoryTrial {

  private static final int DIFFERENT = 2;

  private final ListedHistory history;
  private final TrialServer server;
  private final Duration limit;
  private List<String> clock = List.of();

  HistoryTrial(ListedHistory history, TrialServer server, Duration limit) {
    this.history = history;
    this.server = server;
    this.limit = limit;
  }

  TrialResult run() throws IOException, InterruptedException {
    TrialResult result = in(database -> compare(database, List.of()));
    List<String> rules = List.of();
    if (result.verdict() == Verdict.NOT_RUN && server.flavor() == Flavor.POSTGRESQL) {
      // Its own runner may commit each statement, as psql does.
      rules = List.of("--autocommit");
      TrialResult other = in(database -> compare(database, List.of("--autocommit")));
      result = other.verdict() == Verdict.NOT_RUN ? result : other;
    }
    if (result.verdict() != Verdict.DIFFERS || !result.difference().isEmpty()) {
      return result;
    }
    List<String> same = rules;
    return result.at(
        in(database -> json(prove(database, same)).map(HistoryTrial::place).orElse("")));
  }

  private interface Trial<T> {
    T in(TestDatabase database) throws IOException, InterruptedException;
  }

  private <T> T in(Trial<T> trial) throws IOException, InterruptedException {
    Set<String> before = server.globals();
    try (TestDatabase database = server.create(history.database())) {
      clock = clock(database);
      return trial.in(database);
    } finally {
      server.restore(before);
    }
  }

  private TrialResult compare(TestDatabase database, List<String> rules)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("--each", "history", "--keep"));
    words.addAll(rules);
    ChildRun proof = prove(database, words);
    Optional<JsonNode> json = json(proof);
    if (json.isEmpty()) {
      return result(Verdict.BROKEN, Optional.empty(), why(proof));
    }
    Figures figures = figures(json.get());
    if (figures.run() < figures.migrations()) {
      return result(Verdict.NOT_RUN, Optional.of(figures), stop(json.get()));
    }
    ChildRun forward = diff("--from-migrations", directory(), "--to-url", database.url());
    ChildRun back = diff("--from-url", database.url(), "--to-migrations", directory());
    boolean agrees = proof.exit() == 0 && forward.exit() == 0 && back.exit() == 0;
    boolean elsewhere = !agrees && proof.exit() != DIFFERENT;
    return new TrialResult(
        history.name(),
        server.label(),
        agrees
            ? Verdict.AGREES
            : broken(forward) || broken(back) ? Verdict.BROKEN : Verdict.DIFFERS,
        Optional.of(figures),
        elsewhere ? "migrate diff: " + why(forward.exit() == 0 ? back : forward) : "",
        forward.exit(),
        back.exit());
  }

  private TrialResult result(Verdict verdict, Optional<Figures> figures, String difference) {
    return new TrialResult(history.name(), server.label(), verdict, figures, difference, 1, 1);
  }

  private String directory() {
    return history.directory().getFileName().toString();
  }

  private ChildRun prove(TestDatabase database, List<String> more)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of("prove", "--json", "--create-roles", "--migrations", directory()));
    words.addAll(List.of("--url", database.url()));
    words.addAll(more);
    words.addAll(clock);
    return run(words);
  }

  /** When the history runs, for code that asks; days are what such code asks for. */
  private static List<String> clock(TestDatabase database) {
    return database.kind().flavor() == Flavor.POSTGRESQL
        ? List.of(
            "--now",
            database
                .query("SELECT to_char(now(), 'YYYY-MM-DD\"T\"HH24:MI:SSTZH:TZM')")
                .getFirst()
                .getFirst())
        : List.of();
  }

  private ChildRun diff(String... sides) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("migrate", "diff", "--exit-code"));
    words.addAll(List.of(sides));
    words.addAll(clock);
    return run(words);
  }

  private ChildRun run(List<String> words) throws IOException, InterruptedException {
    history.layout().ifPresent(layout -> words.addAll(List.of("--layout", layout)));
    if (!history.session().isBlank()) {
      words.addAll(List.of("--session-init", history.session()));
    }
    // From above the directory, so that no path of this machine gets into a report.
    Path above = history.directory().toAbsolutePath().getParent();
    return ChildRun.of(above, limit, words);
  }

  private static boolean broken(ChildRun run) {
    return run.exit() == ChildRun.TIMED_OUT || run.crashed();
  }

  private static Optional<JsonNode> json(ChildRun run) throws IOException {
    return run.out().startsWith("{")
        ? Optional.of(new ObjectMapper().readTree(run.out()))
        : Optional.empty();
  }

  private String why(ChildRun run) {
    if (run.exit() == ChildRun.TIMED_OUT) {
      return "no end after " + limit.toSeconds() + " s";
    }
    List<String> lines = run.err().lines().toList();
    int error = 0;
    while (error < lines.size() && !lines.get(error).startsWith("error: ")) {
      error++;
    }
    return error == lines.size()
        ? run.exit() == DIFFERENT ? "finds a difference" : "exit status " + run.exit()
        : String.join(" ", lines.subList(error, Math.min(lines.size(), error + 2)));
  }

  private static String place(JsonNode proof) {
    JsonNode divergence = proof.path("divergence");
    List<String> objects = new ArrayList<>();
    divergence.path("objects").forEach(object -> objects.add(object.path("object").asText()));
    return position(divergence)
        + (divergence.has("read") ? " (" + divergence.path("read").asText() + ")" : "")
        + (divergence.has("refusal")
            ? ", refused offline: " + divergence.path("refusal").path("message").asText()
            : "")
        + (objects.isEmpty()
            ? ""
            : ": " + String.join(", ", objects.subList(0, Math.min(3, objects.size()))));
  }

  private static String stop(JsonNode proof) {
    JsonNode stop = proof.path("stop");
    return position(stop)
        + ": "
        + stop.path("server").path("sqlState").asText()
        + " "
        + stop.path("server").path("message").asText()
        + (stop.path("foreseen").asBoolean() ? " (foreseen offline)" : "");
  }

  private static String position(JsonNode node) {
    return node.has("source")
        ? node.path("source").asText() + ":" + node.path("line") + ":" + node.path("column")
        : node.path("migration").asText();
  }

  private static Figures figures(JsonNode proof) {
    JsonNode statements = proof.path("statements");
    JsonNode objects = proof.path("objects");
    return new Figures(
        proof.path("migrations").path("count").asInt(),
        proof.path("migrations").path("run").asInt(),
        statements.path("count").asInt(),
        statements.path("modelled").asInt(),
        statements.path("inert").asInt(),
        statements.path("opaque").asInt(),
        statements.path("unknowable").asInt(),
        statements.path("refused").asInt(),
        objects.path("compared").asInt(),
        objects.path("agree").asInt(),
        texts(objects.path("differ")),
        texts(objects.path("unproven")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
