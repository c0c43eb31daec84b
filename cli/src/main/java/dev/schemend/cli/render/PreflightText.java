package dev.schemend.cli.render;

import dev.schemend.check.Check;
import dev.schemend.check.Concern;
import dev.schemend.exec.preflight.Answer;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the rows say about a script, for a person.
 *
 * @param lines statement by statement; empty where there is nothing to say
 * @param stops whether a statement would fail for certain
 * @param loses whether something is lost, or nobody knows whether it is
 */
public record PreflightText(List<String> lines, boolean stops, boolean loses) {

  private static final String INDENT = "  ";
  private static final int VALUE_SHOWN = 40;

  /** Copies the lines. */
  public PreflightText {
    lines = List.copyOf(lines);
  }

  /** The text of the answers, and of what no question can settle. */
  public static PreflightText of(List<Answer> answers, List<Diagnostic> notes) {
    List<String> lines = new ArrayList<>();
    Optional<StatementText> last = Optional.empty();
    for (Answer answer : answers) {
      List<String> told = told(answer);
      if (!told.isEmpty()) {
        StatementText statement = answer.concern().statement();
        if (!last.equals(Optional.of(statement))) {
          lines.add(StatementLine.of(statement));
          last = Optional.of(statement);
        }
        told.forEach(line -> lines.add(INDENT + line));
      }
    }
    notes.forEach(
        note ->
            lines.add(
                (note.severity() == Diagnostic.Severity.NOTE ? "note: " : "warning: ")
                    + note.text()));
    return new PreflightText(
        lines,
        answers.stream().anyMatch(Answer::stops),
        answers.stream()
            .filter(answer -> answer.concern().weight() == Concern.Weight.LOSES)
            .anyMatch(answer -> !(answer.outcome() instanceof Answer.Clean)));
  }

  private static List<String> told(Answer answer) {
    return switch (answer.outcome()) {
      case Answer.Clean clean -> List.of();
      case Answer.Unanswered unanswered ->
          List.of(
              "not known: whether "
                  + answer.concern().reason()
                  + " ("
                  + answer.concern().object()
                  + "): "
                  + unanswered.reason()
                  + (unanswered.sampled() ? "; a part of the table has none" : ""));
      case Answer.Refused refused -> refused(answer.concern(), refused);
      case Answer.Found found -> found(answer, found);
    };
  }

  private static List<String> refused(Concern concern, Answer.Refused refused) {
    return List.of(
        words(concern)
            + ": "
            + concern.object()
            + ": "
            + concern.reason()
            + " (the server would answer "
            + refused.server().sqlState()
            + ")",
        INDENT + refused.server().line());
  }

  private static List<String> found(Answer answer, Answer.Found found) {
    Concern concern = answer.concern();
    List<String> lines = new ArrayList<>();
    lines.add(
        words(concern)
            + ": "
            + concern.object()
            + ": "
            + count(concern, found)
            + concern.reason()
            + concern.code().map(code -> " (the server would answer " + code + ")").orElse(""));
    if (concern.weight() == Concern.Weight.COSTS) {
      return List.of(
          words(concern)
              + ": "
              + concern.object()
              + ": "
              + concern.reason()
              + ", "
              + found.sample().getFirst().getFirst());
    }
    boolean rowsMatter =
        switch (concern.weight()) {
          case FAILS, MAY_FAIL -> true;
          case LOSES, COSTS -> false;
        };
    if (rowsMatter && !found.columns().isEmpty() && answer.sql().count().isPresent()) {
      found.sample().stream()
          .filter(row -> row.size() > 1 || !found.columns().getFirst().equals("1"))
          .filter(row -> !found.columns().getFirst().equals("?column?"))
          .forEach(row -> lines.add(INDENT + row(found.columns(), row)));
    }
    concern
        .after()
        .ifPresent(
            statement ->
                lines.add(
                    INDENT
                        + "as the rows are now; statement "
                        + statement.ordinal()
                        + " may change them before"));
    if (concern.weight() == Concern.Weight.FAILS) {
      answer.sql().cleanUp().stream()
          .flatMap(String::lines)
          .forEach(line -> lines.add(INDENT + line));
    }
    return lines;
  }

  private static String words(Concern concern) {
    return switch (concern.weight()) {
      case FAILS -> concern.after().isEmpty() ? "fails" : "may fail";
      case MAY_FAIL -> "may fail";
      case LOSES -> "loses";
      case COSTS -> "costs";
    };
  }

  private static String count(Concern concern, Answer.Found found) {
    return found.count().isPresent()
        ? found.count().getAsLong() + ": "
        : switch (concern.check()) {
          case Check.MissingRight right -> "";
          case Check.MissingExtension extension -> "";
          case Check.SizeOnDisk size -> "";
          case Check.Refused refused -> "";
          case Check.Certain certain -> "";
          case Check.RowsWhere rows -> "some ";
          case Check.Duplicates duplicates -> "some ";
          case Check.Orphans orphans -> "some ";
          case Check.Conflicts conflicts -> "some ";
          case Check.AnyRow any -> "some ";
        };
  }

  private static String row(List<String> columns, List<String> row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> columns.get(i) + " = " + shortened(row.get(i)))
        .collect(Collectors.joining(", "));
  }

  private static String shortened(String value) {
    String line = value.replaceAll("\\s+", " ");
    return line.length() > VALUE_SHOWN ? line.substring(0, VALUE_SHOWN - 1) + "…" : line;
  }
}
