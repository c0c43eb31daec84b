package dev.schemend.parser.layout.tool;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.VersionNumbers;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files like those of golang-migrate, of which several have one number: golang-migrate refuses such
 * a directory, so another runner reads it, in order of the numbers and then of the names.
 *
 * <p>Source: maragu.dev/migrate, {@code migrate.go} (getFilenames: sorted by name).
 */
final class UpDownLayout implements MigrationLayout {

  private static final Pattern UP = Pattern.compile("\\d+_.*\\.up\\.sql");

  private static final Pattern DOWN = Pattern.compile("\\d+_.*\\.down\\.sql");

  @Override
  public String name() {
    return "up-down";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    List<BigInteger> numbers =
        ups(tree).stream().map(name -> VersionNumbers.leading(name).orElseThrow()).toList();
    return numbers.stream().distinct().count() < numbers.size();
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    HistoryNotes notes = new HistoryNotes(tree);
    TreeFiles.scripts(tree).stream()
        .filter(name -> !UP.matcher(name).matches() && !DOWN.matcher(name).matches())
        .forEach(name -> notes.notRun(name, name() + " knows no migration of such a name"));
    List<String> names = ups(tree).stream().sorted(VersionNumbers.byNumber()).toList();
    Map<BigInteger, String> first = new HashMap<>();
    for (String name : names) {
      String other = first.putIfAbsent(VersionNumbers.leading(name).orElseThrow(), name);
      if (other != null) {
        notes.warn(
            "same-version",
            name,
            "it has the version of " + other + ", and is taken to run after it",
            "golang-migrate refuses that; where it is the runner, one needs another number");
      }
    }
    List<Migration> migrations =
        names.stream().map(name -> new Migration(name, tree.read(name), name)).toList();
    return new MigrationHistory(name(), migrations, Optional.empty(), notes.all());
  }

  private static List<String> ups(SourceTree tree) {
    return TreeFiles.scripts(tree).stream().filter(UP.asMatchPredicate()).toList();
  }
}
