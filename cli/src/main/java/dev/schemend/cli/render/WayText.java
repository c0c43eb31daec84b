package dev.schemend.cli.render;

import dev.schemend.locate.Located;
import dev.schemend.repair.Way;
import dev.schemend.script.ParsedStatement;
import dev.schemend.script.StatementEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A way out of a failed migration, for a person. */
public final class WayText {

  private static final String INDENT = "  ";

  private WayText() {}

  /**
   * Where the way leads, its statements, and what it costs or what stands in it.
   *
   * @param heading where it leads, in a sentence
   * @param script what would be run
   * @param rows what the rows say, where they were asked
   */
  public static List<String> lines(
      String heading, Way way, String script, Optional<PreflightText> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(heading);
    if (way instanceof Way.Blocked blocked) {
      lines.add(INDENT + "blocked: " + blocked.reason());
      lines.add(INDENT + "hint: " + blocked.remedy());
      return lines;
    }
    if (script.isEmpty()) {
      lines.add(INDENT + "nothing to run: the database is there already");
    }
    script.lines().map(line -> INDENT + line).forEach(lines::add);
    rows.ifPresent(text -> text.lines().forEach(line -> lines.add(INDENT + line)));
    if (way instanceof Way.Planned planned) {
      LeftText.lines(planned.plan()).forEach(line -> lines.add(INDENT + line));
      planned.alsoUndone().stream()
          .flatMap(change -> LocationText.changes(change).stream())
          .forEach(line -> lines.add(INDENT + "also undoes" + line));
    }
    return lines;
  }

  /** Which statements of a migration changed rows, which no way back brings back; or nothing. */
  public static Optional<String> rowsStay(Located located) {
    String changed =
        IntStream.rangeClosed(1, located.atMost())
            .mapToObj(located::statement)
            .filter(WayText::changesRows)
            .map(statement -> String.valueOf(statement.source().ordinal()))
            .collect(Collectors.joining(", "));
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            INDENT
                + "note: rows that statement "
                + changed
                + " may have changed stay as they are now");
  }

  private static boolean changesRows(ParsedStatement statement) {
    return switch (StatementEffect.of(statement)) {
      case DATA, UNKNOWN -> true;
      case SCHEMA, SESSION, BEGIN, COMMIT, ROLLBACK, NONE -> false;
    };
  }
}
