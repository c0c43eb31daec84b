package dev.schemend.parser.layout.liquibase;

import dev.schemend.parser.split.Characters;
import dev.schemend.source.SourceComposer;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A changelog in formatted SQL, cut into its change sets: comments say where each begins, what
 * undoes it, and when it runs. Source: "Example changelogs: SQL format"; {@code
 * AbstractFormattedChangeLogParser}.
 */
final class FormattedSql {

  private static final Pattern HEADER =
      Pattern.compile("\\s*--\\s*liquibase\\s+formatted\\s+sql.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHANGE_SET =
      command("changeset\\s+(\"[^\"]+\"|[^:]+):\\s*(\"[^\"]+\"|\\S+)(.*)");
  private static final Pattern PROPERTY = command("property\\s+(.*)");
  private static final Pattern ROLLBACK = command("rollback\\b.*");
  private static final Pattern ROLLBACK_START =
      Pattern.compile("/\\*\\s*liquibase\\s+rollback\\b.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern PRECONDITIONS = command("preconditions\\b(.*)");
  private static final Pattern PRECONDITION = command("precondition-([a-z-]+)\\s*(.*)");
  private static final Pattern IGNORE = command("ignorelines:\\s*(start|end|\\d+)\\s*");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([\\w-]+):\\s*(\"[^\"]*\"|'[^']*'|\\S+)");
  private static final int LONGEST_COMMAND = 10_000;

  private final SourceText file;
  private final List<ChangeSet> changeSets = new ArrayList<>();
  private final List<Map<String, String>> properties = new ArrayList<>();
  private Draft draft;
  private boolean undoing;
  private int ignored;
  private boolean ignoring;

  private FormattedSql(SourceText file) {
    this.file = file;
  }

  /**
   * What a file holds.
   *
   * @param changeSets in order
   * @param properties what it defines, in order
   */
  record Content(List<ChangeSet> changeSets, List<Map<String, String>> properties) {}

  private static Pattern command(String rest) {
    return Pattern.compile("--\\s*" + rest, Pattern.CASE_INSENSITIVE);
  }

  /** A change set while its lines come. */
  private static final class Draft {
    private final ChangeSet.Identity identity;
    private final Map<String, String> attributes;
    private final SourceComposer script;
    private final List<Precondition> conditions = new ArrayList<>();
    private Map<String, String> handling = Map.of();

    Draft(ChangeSet.Identity identity, Map<String, String> attributes, SourceText file) {
      this.identity = identity;
      this.attributes = attributes;
      this.script = new SourceComposer(file.name());
    }

    ChangeSet finish(SourceText file) {
      return new ChangeSet(
          identity,
          attributes,
          Preconditions.all(conditions, handling),
          List.of(new ChangeSet.Change(script.build(), attributes)),
          file);
    }
  }

  /** Whether the first line with anything in it says so. */
  static boolean isFormatted(SourceText file) {
    String text = file.text();
    int at = 0;
    while (at < text.length()
        && (Characters.isSpace(text.charAt(at)) || text.charAt(at) == Characters.BYTE_ORDER_MARK)) {
      at++;
    }
    int end = Math.min(Characters.lineEnd(text, at), at + LONGEST_COMMAND);
    return HEADER.matcher(text.substring(at, end)).matches();
  }

  static Content read(SourceText file) {
    return new FormattedSql(file).content();
  }

  private Content content() {
    String text = file.text();
    int at = 0;
    while (at < text.length()) {
      int end = Math.min(Characters.lineEnd(text, at) + 1, text.length());
      line(at, end);
      at = end;
    }
    finishDraft();
    return new Content(List.copyOf(changeSets), List.copyOf(properties));
  }

  private void line(int from, int to) {
    String text = file.text();
    int start = from;
    while (start < to && Characters.isSpace(text.charAt(start))) {
      start++;
    }
    boolean comment = text.startsWith("--", start) || text.startsWith("/*", start);
    String line =
        comment && to - start < LONGEST_COMMAND
            ? text.substring(start, Characters.trimEnd(text, start, to))
            : "";
    Matcher ignore = IGNORE.matcher(line);
    if (ignore.matches()) {
      ignore(ignore.group(1).toLowerCase(Locale.ROOT));
    } else if (ignoring || ignored > 0) {
      ignored = Math.max(0, ignored - 1);
    } else if (undoing) {
      undoing = !text.substring(start, to).contains("*/");
    } else if (ROLLBACK_START.matcher(line).matches()) {
      undoing = !line.contains("*/");
    } else if (!isCommand(line) && draft != null) {
      draft.script.copy(file, from, to);
    }
  }

  private void ignore(String what) {
    switch (what) {
      case "start" -> ignoring = true;
      case "end" -> ignoring = false;
      default -> ignored = what.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(what);
    }
  }

  /** Whether a line is for Liquibase alone. */
  private boolean isCommand(String line) {
    if (line.isEmpty()) {
      return false;
    }
    Matcher changeSet = CHANGE_SET.matcher(line);
    if (changeSet.matches()) {
      finishDraft();
      draft =
          new Draft(
              new ChangeSet.Identity(
                  unquoted(changeSet.group(1).strip()), unquoted(changeSet.group(2))),
              attributes(changeSet.group(3)),
              file);
      return true;
    }
    Matcher property = PROPERTY.matcher(line);
    if (property.matches()) {
      properties.add(attributes(property.group(1)));
      return true;
    }
    return ROLLBACK.matcher(line).matches() || HEADER.matcher(line).matches() || condition(line);
  }

  private boolean condition(String line) {
    Matcher handling = PRECONDITIONS.matcher(line);
    if (handling.matches()) {
      if (draft != null) {
        draft.handling = attributes(handling.group(1));
      }
      return true;
    }
    Matcher condition = PRECONDITION.matcher(line);
    if (condition.matches()) {
      if (draft != null) {
        draft.conditions.add(
            Preconditions.written(condition.group(1).toLowerCase(Locale.ROOT), condition.group(2)));
      }
      return true;
    }
    return false;
  }

  private void finishDraft() {
    if (draft != null) {
      changeSets.add(draft.finish(file));
      draft = null;
    }
  }

  /** {@code name:value} pairs; values with spaces stand in quotes. */
  static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new HashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(text);
    while (matcher.find()) {
      attributes.put(matcher.group(1), unquoted(matcher.group(2)));
    }
    return attributes;
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
