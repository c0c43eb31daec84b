package dev.schemend.parser.layout;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.split.Characters;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A directory of {@code *.sql} files that run in byte order of their names. A migration is named by
 * its file.
 *
 * <p>Two kinds of directory are refused because running them so would be a guess: one whose leading
 * numbers come in another order than its names, and one that holds scripts which undo others.
 */
public final class PlainLayout implements MigrationLayout {

  private static final String SUFFIX = ".sql";
  private static final String UNDO_SUFFIX = ".down.sql";

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    return tree.kind() == EntryKind.DIRECTORY && !scripts(tree).isEmpty();
  }

  @Override
  public MigrationHistory read(SourceTree tree) {
    List<String> names = scripts(tree);
    refuseUndoScripts(tree, names);
    refuseOtherOrder(tree, names);
    return new MigrationHistory(
        name(),
        names.stream().map(name -> new Migration(name, tree.read(name), name)).toList(),
        Optional.empty());
  }

  private static List<String> scripts(SourceTree tree) {
    return tree.list("").stream()
        .filter(entry -> entry.isFile() && entry.name().endsWith(SUFFIX))
        .map(TreeEntry::name)
        .toList();
  }

  private static void refuseUndoScripts(SourceTree tree, List<String> names) {
    for (String name : names) {
      if (name.endsWith(UNDO_SUFFIX)) {
        throw new MigrationSourceException(
            Code.UNDO_SCRIPTS, tree.label(), name + " undoes a migration and would be run as one");
      }
    }
  }

  private static void refuseOtherOrder(SourceTree tree, List<String> names) {
    String before = "";
    for (String name : names) {
      if (number(before).isPresent()
          && number(name).isPresent()
          && number(before).get().compareTo(number(name).get()) > 0) {
        throw new MigrationSourceException(
            Code.AMBIGUOUS_ORDER,
            tree.label(),
            before + " comes before " + name + " as text and behind it as a number");
      }
      before = name;
    }
  }

  /** The number that a name begins with. */
  private static Optional<BigInteger> number(String name) {
    int end = 0;
    while (end < name.length() && Characters.isDigit(name.charAt(end))) {
      end++;
    }
    return end == 0 ? Optional.empty() : Optional.of(new BigInteger(name.substring(0, end)));
  }
}
