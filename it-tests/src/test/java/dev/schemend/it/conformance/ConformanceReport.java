package dev.schemend.it.conformance;

import dev.schemend.it.conformance.TrialResult.Figures;
import dev.schemend.it.conformance.TrialResult.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The figures as a page of Markdown. It names no path and no time: the same run gives it again. */
final class ConformanceReport {

  private static final int NAMES_SHOWN = 12;
  private static final int LINE = 300;

  private final StringBuilder page = new StringBuilder();

  private ConformanceReport() {}

  /**
   * The page.
   *
   * @param command how it was made
   * @param results in the order in which they are to stand
   * @param regression the figures of PostgreSQL's regression suite, where it was read
   */
  static String of(
      String command, List<TrialResult> results, Optional<RegressionFigures> regression) {
    ConformanceReport report = new ConformanceReport();
    report.head(command, results);
    report.totals(results);
    report.table(results);
    report.differences(results);
    report.notRun(results);
    report.regression(regression);
    return report.page.toString();
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private void head(String command, List<TrialResult> results) {
    line("# How well real histories are read");
    line("");
    line("Made by `" + command + "`, which `it-tests/conformance.sh --help` explains. For each");
    line("history and server: `schemend prove` runs it in an empty database and compares what it");
    line("reads offline with what the server then holds; `schemend migrate diff --exit-code` from");
    line("the history to the server, and from the server to the history, must find nothing. Of");
    line("PostgreSQL's histories all three are told with `--now` when the server ran them. The");
    line("histories are of public projects and no part of this repository.");
    line("");
    line("Servers: " + String.join(", ", servers(results)) + ".");
    line("");
  }

  private static List<String> servers(List<TrialResult> results) {
    return results.stream().map(TrialResult::server).distinct().sorted().toList();
  }

  private void totals(List<TrialResult> results) {
    line(
        "| | histories | run on the server | agree wholly | | objects | agree | | unproven"
            + " | statements | opaque | unknowable or refused |");
    line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (String server : servers(results)) {
      totals(server, results.stream().filter(one -> one.server().equals(server)).toList());
    }
    totals("**all**", results);
    line("");
  }

  private void totals(String label, List<TrialResult> results) {
    List<TrialResult> run = results.stream().filter(ConformanceReport::hasRun).toList();
    int agree = (int) run.stream().filter(one -> one.verdict() == Verdict.AGREES).count();
    int objects = sum(run, Figures::objects);
    int same = sum(run, Figures::agree);
    int unproven = sum(run, figures -> figures.unproven().size());
    cells(
        label,
        results.size(),
        run.size(),
        agree,
        share(agree, run.size()),
        objects,
        same,
        share(same, objects),
        unproven,
        sum(run, Figures::statements),
        sum(run, Figures::opaque),
        sum(run, figures -> figures.unknowable() + figures.refused()));
  }

  /** A history that breaks the tool may well run on the server: it counts. */
  private static boolean hasRun(TrialResult result) {
    return result.verdict() != Verdict.NOT_RUN;
  }

  private static int sum(List<TrialResult> results, ToIntFunction<Figures> count) {
    return results.stream().flatMap(one -> one.figures().stream()).mapToInt(count).sum();
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  private void cells(Object... cells) {
    StringBuilder row = new StringBuilder("|");
    for (Object cell : cells) {
      row.append(' ').append(cell).append(" |");
    }
    line(row.toString());
  }

  private void table(List<TrialResult> results) {
    line("## History by history");
    line("");
    line("Statements: how many there are, and of those: inert (rows, grants, settings: counted),");
    line("opaque (an object carried as text), unknowable (the effect cannot be decided offline),");
    line(
        "refused (the model or the parser says the server would not take it). Diff: exit status"
            + " of");
    line("`migrate diff --exit-code` to the server and back; 0 finds nothing.");
    line("");
    line(
        "| history | server | | migrations | statements | inert | opaque | unknowable | refused"
            + " | objects | agree | differ | unproven | diff |");
    line("|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|");
    for (TrialResult result : results) {
      if (result.figures().isEmpty()) {
        cells(
            result.history(),
            result.server(),
            result.verdict().words(),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "");
        continue;
      }
      Figures figures = result.figures().get();
      boolean whole = hasRun(result);
      cells(
          result.history(),
          result.server(),
          result.verdict().words(),
          whole ? figures.migrations() : figures.run() + " of " + figures.migrations(),
          figures.statements(),
          figures.inert(),
          figures.opaque(),
          figures.unknowable(),
          figures.refused(),
          whole ? figures.objects() : "",
          whole ? figures.agree() : "",
          whole ? figures.different().size() : "",
          whole ? figures.unproven().size() : "",
          whole ? result.forward() + ", " + result.back() : "");
    }
    line("");
  }

  private void differences(List<TrialResult> results) {
    line("## What differs");
    line("");
    List<TrialResult> apart =
        results.stream()
            .filter(one -> one.verdict() == Verdict.DIFFERS || one.verdict() == Verdict.BROKEN)
            .toList();
    if (apart.isEmpty()) {
      line("Nothing.");
    }
    for (TrialResult result : apart) {
      line(
          "- **"
              + result.history()
              + "** on "
              + result.server()
              + ": "
              + text(result.difference()));
      result
          .figures()
          .filter(figures -> !figures.different().isEmpty())
          .ifPresent(figures -> line("  Differ: " + names(figures.different())));
    }
    line("");
  }

  private static String names(List<String> names) {
    List<String> shown = new ArrayList<>();
    names.stream().limit(NAMES_SHOWN).map(ConformanceReport::text).forEach(shown::add);
    int more = names.size() - NAMES_SHOWN;
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more." : ".");
  }

  private static String text(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    String shown = line.length() > LINE ? line.substring(0, LINE - 1) + "…" : line;
    return shown.isEmpty() ? "no place was found" : "`" + shown.replace('`', '\'') + "`";
  }

  private void notRun(List<TrialResult> results) {
    line("## What the servers do not run");
    line("");
    List<TrialResult> stopped =
        results.stream().filter(one -> one.verdict() == Verdict.NOT_RUN).toList();
    if (stopped.isEmpty()) {
      line("Nothing.");
    }
    for (TrialResult result : stopped) {
      line("- " + result.history() + " on " + result.server() + ": " + text(result.difference()));
    }
    line("");
  }

  private void regression(Optional<RegressionFigures> regression) {
    line("## PostgreSQL's own regression suite");
    line("");
    if (regression.isEmpty()) {
      line("Not read in this run (`--regression DIR` with the suite's SQL files).");
      return;
    }
    RegressionFigures figures = regression.get();
    line(
        "The suite is full of statements that are meant to fail, so not all of them should be"
            + " read.");
    line("");
    line("| files | statements | modelled | opaque | inert | unknowable | refused |");
    line("|--:|--:|--:|--:|--:|--:|--:|");
    cells(
        figures.files(),
        figures.statements(),
        figures.modelled(),
        figures.opaque(),
        figures.inert(),
        figures.unknowable(),
        figures.broken());
    if (!figures.unfinished().isEmpty()) {
      line("");
      line("Not read to their end: " + names(figures.unfinished()));
    }
  }
}
