package dev.schemend.parser.layout.tool;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.EntryKind;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.TreePaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory of {@code *.sql} files that run in order of their names, numbers in them by value. A
 * migration is named by its file.
 *
 * <p>Two kinds of directory are refused because running them so would be a guess: one whose names
 * have two readings, and one with scripts that undo something that is not there.
 */
final class PlainLayout implements MigrationLayout {

  private static final Pattern UNDOES =
      Pattern.compile("(.*)([._-])(down|undo|revert|rollback)\\.sql", Pattern.CASE_INSENSITIVE);
  private static final List<String> DOES = List.of("up", "do", "deploy", "apply", "forward");

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    return !TreeFiles.scripts(tree).isEmpty();
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    HistoryNotes notes = new HistoryNotes(tree);
    List<String> names = forward(tree, notes);
    noteBelow(tree, notes);
    List<String> ordered = names.stream().sorted(NaturalOrder.DOTTED).toList();
    requireOneSequence(tree, ordered);
    if (!ordered.equals(names)) {
      requireOneReading(tree, ordered);
      notes.note("numeric-order", "", "the numbers in the names decide, not their characters");
    }
    return new MigrationHistory(
        name(),
        ordered.stream().map(name -> new Migration(name, tree.read(name), name)).toList(),
        Optional.empty(),
        notes.all());
  }

  // Which of them would run, and when, no file tells; that they are there must be.
  private static void noteBelow(SourceTree tree, HistoryNotes notes) {
    if (tree.kind() != EntryKind.DIRECTORY) {
      return;
    }
    for (String directory : TreeFiles.directories(tree, "")) {
      boolean scripts =
          hasScripts(tree, directory)
              || TreeFiles.directories(tree, directory).stream()
                  .anyMatch(below -> hasScripts(tree, TreePaths.join(directory, below)));
      if (scripts) {
        notes.notRun(
            directory, "the scripts of directories below; --layout nested takes them along");
      }
    }
  }

  private static boolean hasScripts(SourceTree tree, String directory) {
    return TreeFiles.names(tree, directory).stream().anyMatch(TreeFiles::isScript);
  }

  private static List<String> forward(SourceTree tree, HistoryNotes notes) {
    List<String> scripts = TreeFiles.scripts(tree);
    Set<String> all = new HashSet<>(scripts);
    List<String> names = new ArrayList<>();
    for (String name : scripts) {
      Matcher undoes = UNDOES.matcher(name);
      if (!undoes.matches()) {
        names.add(name);
      } else if (hasTwin(undoes, all)) {
        notes.notRun(name, "it undoes the file of the same name");
      } else if (undoes.group(2).equals(".") || undoes.group(3).equalsIgnoreCase("down")) {
        throw new MigrationSourceException(
            Code.UNDO_SCRIPTS, tree.label(), name + " undoes a migration and would be run as one");
      } else {
        // Without a counterpart, a migration may well be named revert.
        names.add(name);
      }
    }
    return names;
  }

  private static boolean hasTwin(Matcher undoes, Set<String> all) {
    String base = undoes.group(1);
    return all.contains(base + TreeFiles.SQL)
        || DOES.stream()
            .anyMatch(word -> all.contains(base + undoes.group(2) + word + TreeFiles.SQL));
  }

  /** {@code 1_9} and {@code 1_10} may be counted in two ways, and no tool is there to say how. */
  private static void requireOneSequence(SourceTree tree, List<String> ordered) {
    List<String> separated = ordered.stream().sorted(NaturalOrder.SEPARATED).toList();
    for (int i = 0; i < ordered.size(); i++) {
      if (!ordered.get(i).equals(separated.get(i))) {
        throw ambiguous(tree, ordered.get(i), separated.get(i));
      }
    }
  }

  /**
   * Numbers of several lengths are read by value, unless they are dates of several precisions, or
   * one number written in two ways.
   */
  private static void requireOneReading(SourceTree tree, List<String> ordered) {
    for (int i = 1; i < ordered.size(); i++) {
      String one = ordered.get(i - 1);
      String other = ordered.get(i);
      int oneEnd = NaturalOrder.digitsEnd(one, 0);
      int otherEnd = NaturalOrder.digitsEnd(other, 0);
      boolean dates = isDate(one, oneEnd) && isDate(other, otherEnd);
      boolean same =
          oneEnd > 0 && otherEnd > 0 && stripZeros(one, oneEnd).equals(stripZeros(other, otherEnd));
      if (oneEnd != otherEnd && (dates || same)) {
        throw ambiguous(tree, one, other);
      }
    }
  }

  private static MigrationSourceException ambiguous(SourceTree tree, String one, String other) {
    boolean first = TreeFiles.BYTE_ORDER.compare(one, other) < 0;
    return new MigrationSourceException(
        Code.AMBIGUOUS_ORDER,
        tree.label(),
        (first ? one + " and " + other : other + " and " + one)
            + " come in one order as text and in another as numbers");
  }

  private static boolean isDate(String name, int digits) {
    return digits >= 8
        && (name.startsWith("19") || name.startsWith("20"))
        && Integer.parseInt(name.substring(4, 6)) <= 12;
  }

  private static String stripZeros(String name, int end) {
    int start = 0;
    while (start < end - 1 && name.charAt(start) == '0') {
      start++;
    }
    return name.substring(start, end);
  }
}
