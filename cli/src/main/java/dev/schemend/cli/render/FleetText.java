package dev.schemend.cli.render;

import dev.schemend.cli.fleet.Books;
import dev.schemend.cli.fleet.Fate;
import dev.schemend.cli.fleet.Group;
import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.fleet.Result;
import dev.schemend.cli.fleet.Survey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a fleet stands and what became of it, for a person. */
public final class FleetText {

  private static final String INDENT = "  ";
  private static final int NAMES_SHOWN = 5;
  private static final int HEX_SHOWN = 12;

  private FleetText() {}

  /** {@code 1000 databases in 3 groups}, and what could not be read. */
  public static List<String> headline(Survey survey) {
    List<String> lines = new ArrayList<>();
    int groups = survey.groups().size();
    lines.add(
        databases(survey.databases())
            + " in "
            + groups
            + (groups == 1 ? " group" : " groups")
            + (survey.missed().isEmpty() ? "" : ", " + survey.missed().size() + " not read"));
    lines.addAll(troubles(survey.missed()));
    return lines;
  }

  /** A group: how many there are, how they stand, some of their names. */
  public static List<String> lines(Group group) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "group "
            + group.number()
            + ": "
            + databases(group.members().size())
            + ", "
            + group.situation().server().flavor().productName()
            + " "
            + group.situation().server().version()
            + ", schema "
            + group.situation().schema().hex().substring(0, HEX_SHOWN));
    lines.add(INDENT + names(group.members().stream().map(Member::name).toList()));
    lines.add(INDENT + books(group.situation().books()));
    return lines;
  }

  private static String books(Books books) {
    List<String> parts = new ArrayList<>();
    if (!books.managed()) {
      parts.add("no history table");
    }
    parts.add(books.applied().size() + " applied");
    if (!books.failed().isEmpty()) {
      parts.add(
          "failed: "
              + books.failed().stream()
                  .map(Books.Failed::migration)
                  .collect(Collectors.joining(", ")));
    }
    if (!books.pending().isEmpty()) {
      parts.add("pending: " + String.join(", ", books.pending()));
    }
    if (!books.edited().isEmpty()) {
      parts.add("edited since: " + String.join(", ", books.edited()));
    }
    return String.join("; ", parts);
  }

  /** What a run came to: counts, and what went wrong, the same trouble once. */
  public static List<String> report(Collection<Result> results, int before) {
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    results.forEach(result -> counts.merge(result.fate(), 1, Integer::sum));
    List<String> lines = new ArrayList<>(troubles(results));
    List<String> parts = new ArrayList<>();
    counts.forEach((fate, count) -> parts.add(count + " " + words(fate)));
    if (before > 0) {
      parts.add(before + " done before, by the state file");
    }
    lines.add(parts.isEmpty() ? "nothing to do" : String.join(", ", parts));
    return lines;
  }

  private static String words(Fate fate) {
    return switch (fate) {
      case DONE -> "done";
      case NOTHING -> "had nothing to do";
      case DRIFTED -> "drifted";
      case FAILED -> "failed";
      case UNREACHED -> "not read";
      case BLOCKED -> "not tried";
      case LEFT -> "left";
    };
  }

  private static List<String> troubles(Collection<Result> results) {
    Map<List<String>, List<String>> alike = new LinkedHashMap<>();
    for (Result result : results) {
      if (result.fate().isTrouble()) {
        List<String> told = new ArrayList<>();
        told.add(words(result.fate()) + ": " + result.code() + " " + result.message());
        result.because().forEach(line -> line.lines().forEach(one -> told.add(INDENT + one)));
        alike.computeIfAbsent(told, first -> new ArrayList<>()).add(result.database());
      }
    }
    List<String> lines = new ArrayList<>();
    alike.forEach(
        (told, databases) -> {
          lines.addAll(told);
          lines.add(INDENT + "in " + names(databases));
        });
    return lines;
  }

  private static String names(List<String> names) {
    int more = names.size() - NAMES_SHOWN;
    String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private static String databases(int count) {
    return count + (count == 1 ? " database" : " databases");
  }
}
