package dev.schemend.parser.layout.tool;

import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The changes of a plan.
 *
 * @param changes in order
 */
record SqitchPlan(List<Change> changes) {

  /**
   * A change.
   *
   * @param name as the plan has it
   * @param reworkTags the tags between it and the next change of its name, latest first; empty for
   *     the last one of a name
   * @param reworked whether another of its name follows
   */
  record Change(String name, List<String> reworkTags, boolean reworked) {
    Change {
      reworkTags = List.copyOf(reworkTags);
    }

    /** The name, with the tag behind it where the plan has another change of that name. */
    String identity() {
      return reworkTags.isEmpty() ? name : name + "@" + reworkTags.getFirst();
    }

    /** What its script may be called, without the ending; the likeliest first. */
    List<String> scriptNames() {
      return reworked ? reworkTags.stream().map(tag -> name + "@" + tag).toList() : List.of(name);
    }
  }

  SqitchPlan {
    changes = List.copyOf(changes);
  }

  /** A line is a pragma, a tag, a change or a comment; only its first word is looked at. */
  static SqitchPlan of(SourceText plan) {
    List<String> names = new ArrayList<>();
    List<List<String>> tags = new ArrayList<>();
    Map<String, Integer> last = new HashMap<>();
    Map<Integer, Integer> next = new HashMap<>();
    for (String line : plan.text().lines().toList()) {
      String stripped = withoutByteOrderMark(line).strip();
      if (stripped.isEmpty() || stripped.startsWith("#") || stripped.startsWith("%")) {
        continue;
      }
      String word = stripped.split("[\\s\\[]", 2)[0];
      if (word.startsWith("@")) {
        if (names.isEmpty()) {
          throw malformed(plan, "the tag " + word + " stands before every change");
        }
        tags.getLast().add(word.substring(1));
      } else {
        String name = word.startsWith("+") ? word.substring(1) : word;
        if (name.isEmpty() || name.startsWith("-")) {
          throw malformed(plan, "\"" + word + "\" is no change that can be deployed");
        }
        Integer before = last.put(name, names.size());
        if (before != null) {
          next.put(before, names.size());
        }
        names.add(name);
        tags.add(new ArrayList<>());
      }
    }
    return new SqitchPlan(changes(plan, names, tags, next));
  }

  private static List<Change> changes(
      SourceText plan, List<String> names, List<List<String>> tags, Map<Integer, Integer> next) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      List<String> between = new ArrayList<>();
      Integer rework = next.get(i);
      if (rework != null) {
        tags.subList(i, rework).forEach(between::addAll);
        if (between.isEmpty()) {
          throw malformed(
              plan, "the change " + names.get(i) + " comes twice without a tag between");
        }
      }
      changes.add(new Change(names.get(i), between.reversed(), rework != null));
    }
    return changes;
  }

  private static String withoutByteOrderMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static MigrationSourceException malformed(SourceText plan, String what) {
    return new MigrationSourceException(Code.BAD_SETTINGS, plan.name(), what);
  }
}
