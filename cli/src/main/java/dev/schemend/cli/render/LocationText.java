package dev.schemend.cli.render;

import dev.schemend.cli.state.FailedMigration;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.locate.Located;
import dev.schemend.plan.Change;
import dev.schemend.plan.TableDifference;
import dev.schemend.script.ParsedStatement;
import dev.schemend.script.StatementEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where a database stands in a migration that failed, for a person. */
public final class LocationText {

  private static final String INDENT = "  ";

  private LocationText() {}

  /** What is applied, what failed and why, what never ran, and what no statement explains. */
  public static List<String> lines(FailedMigration failed) {
    Located located = failed.located();
    List<String> lines = new ArrayList<>();
    lines.add(failed.migration().name() + " " + headline(failed));
    OptionalInt culprit = failed.failedStatement();
    for (ParsedStatement statement : located.script().statements()) {
      int ordinal = statement.source().ordinal();
      boolean isCulprit = culprit.isPresent() && culprit.getAsInt() == ordinal;
      lines.add(
          INDENT
              + "%-15s ".formatted(fate(located, ordinal, isCulprit))
              + StatementLine.of(statement.source()));
      if (isCulprit) {
        said(failed).forEach(line -> lines.add(INDENT + INDENT + line));
      }
    }
    if (culprit.isEmpty()) {
      said(failed).forEach(line -> lines.add(INDENT + line));
    }
    doubts(failed).forEach(line -> lines.add(INDENT + line));
    return lines;
  }

  private static String headline(FailedMigration failed) {
    Located located = failed.located();
    int all = located.statements();
    if (!located.isCertain()) {
      return "stopped half way: "
          + counts(located.candidates())
          + " of its "
          + all
          + " statements are applied";
    }
    int applied = located.atLeast();
    if (applied == 0) {
      return "left nothing behind: none of its " + all + " statements is applied";
    }
    return applied == all
        ? "is applied as a whole, all " + all + " statements of it"
        : "stopped half way: " + applied + " of its " + all + " statements are applied";
  }

  /** {@code 1 or 2}, {@code 1 to 4}: the numbers that may be meant. */
  private static String counts(List<Integer> candidates) {
    int first = candidates.getFirst();
    int last = candidates.getLast();
    boolean all = last - first == candidates.size() - 1 && candidates.size() > 2;
    return all
        ? first + " to " + last
        : candidates.stream().map(String::valueOf).collect(Collectors.joining(" or "));
  }

  private static String fate(Located located, int ordinal, boolean isCulprit) {
    if (ordinal <= located.atLeast()) {
      return "applied";
    }
    if (isCulprit) {
      return "failed";
    }
    return ordinal <= located.atMost() ? "perhaps applied" : "not applied";
  }

  private static List<String> said(FailedMigration failed) {
    if (failed.row().isEmpty()) {
      return List.of("the history has no row of it: whoever ran it wrote none");
    }
    return failed
        .row()
        .flatMap(LedgerRow::logs)
        .filter(logs -> !logs.isBlank())
        .map(LocationText::server)
        .orElse(List.of("the history table holds no error of it"));
  }

  /** The server's part of what Prisma keeps: its headings are for the reader of the table. */
  private static List<String> server(String logs) {
    String plain = logs.replaceAll("\u001b\\[[0-9;]*m", "");
    int start = plain.indexOf("Database error:\n");
    String text = start < 0 ? plain : plain.substring(start + "Database error:\n".length());
    return text.lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isBlank() && !line.startsWith("DbError {"))
        .toList();
  }

  private static List<String> doubts(FailedMigration failed) {
    Located located = failed.located();
    List<String> lines = new ArrayList<>();
    if (!located.isCertain()) {
      String unseen =
          IntStream.rangeClosed(located.atLeast() + 1, located.atMost())
              .mapToObj(located::statement)
              .filter(statement -> !StatementEffect.of(statement).isVisible())
              .map(statement -> String.valueOf(statement.source().ordinal()))
              .collect(Collectors.joining(", "));
      lines.add(
          "doubt: "
              + (unseen.isEmpty()
                  ? "the schema is the same after each of these"
                  : "statement " + unseen + " leaves no mark on the schema")
              + "; say with --applied N how many statements are applied");
    }
    if (failed.edited()) {
      lines.add("note: the file was edited since it ran; this is told by the file as it is now");
    }
    if (!located.isExact()) {
      lines.add("differs from that place in:");
      located.unexplained().forEach(change -> lines.addAll(changes(change)));
    }
    if (!located.drift().isEmpty()) {
      lines.add("no statement of it explains (drift):");
      located.drift().forEach(change -> lines.addAll(changes(change)));
    }
    return lines;
  }

  /** What the live side has more, less or otherwise than the history, an object or part a line. */
  public static List<String> changes(Change change) {
    if (change instanceof Change.TableAltered altered) {
      return altered.differences().stream()
          .map(part -> INDENT + altered.ref() + ": " + part(part))
          .toList();
    }
    return List.of(
        INDENT
            + change.ref()
            + ": "
            + switch (change) {
              case Change.Created created -> "only in the database";
              case Change.Dropped dropped -> "missing in the database";
              case Change.TableAltered altered -> "differs";
              case Change.EnumAltered enumeration ->
                  "has " + enumeration.to().labels() + ", not " + enumeration.from().labels();
              case Change.SequenceAltered sequence -> "has other options or another owner";
              case Change.ObjectAltered object ->
                  RightsText.of(object.from(), object.to()).orElse("is defined otherwise");
              case Change.Renamed renamed ->
                  "is called "
                      + (renamed.to().ref().holders().isEmpty()
                          ? renamed.to().ref().name()
                          : renamed.to().ref().member());
              case Change.LabelRenamed renamed -> "is called " + renamed.to().part();
              case Change.Unproven unproven -> "cannot be compared";
            });
  }

  private static String part(TableDifference part) {
    return switch (part) {
      case TableDifference.ColumnAdded column ->
          "column " + column.column().name() + " only in the database";
      case TableDifference.ColumnDropped column ->
          "column " + column.column().name() + " missing in the database";
      case TableDifference.ColumnRenamed column ->
          "column " + column.from() + " is called " + column.to();
      case TableDifference.ColumnAltered column ->
          "column "
              + column.from().name()
              + " differs in "
              + column.aspects().stream()
                  .map(aspect -> aspect.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                  .collect(Collectors.joining(", "));
      case TableDifference.ColumnsReordered order -> "columns in another order";
      case TableDifference.ConstraintAdded constraint ->
          "constraint " + constraint.constraint().name() + " only in the database";
      case TableDifference.ConstraintDropped constraint ->
          "constraint " + constraint.constraint().name() + " missing in the database";
      case TableDifference.ConstraintAltered constraint ->
          "constraint " + constraint.from().name() + " differs";
      case TableDifference.ConstraintRenamed constraint ->
          "constraint " + constraint.from().name() + " is called " + constraint.to().name();
      case TableDifference.IndexAdded index ->
          "index " + index.index().name() + " only in the database";
      case TableDifference.IndexDropped index ->
          "index " + index.index().name() + " missing in the database";
      case TableDifference.IndexAltered index -> "index " + index.from().name() + " differs";
      case TableDifference.IndexRenamed index ->
          "index " + index.from().name() + " is called " + index.to().name();
      case TableDifference.OptionsChanged options -> "options or comment differ";
    };
  }
}
