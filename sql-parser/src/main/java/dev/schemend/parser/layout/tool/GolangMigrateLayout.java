package dev.schemend.parser.layout.tool;

import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.VersionNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * golang-migrate: {@code <number>_<title>.up.sql} beside {@code .down.sql}, in order of the
 * numbers.
 *
 * <p>Source: golang-migrate, {@code MIGRATIONS.md}, {@code source/parse.go}.
 */
final class GolangMigrateLayout implements MigrationLayout {

  private static final Pattern UP = Pattern.compile("\\d+_.*\\.up\\.sql");
  private static final Pattern DOWN = Pattern.compile("\\d+_.*\\.down\\.sql");

  @Override
  public String name() {
    return "golang-migrate";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    return TreeFiles.scripts(tree).stream().anyMatch(UP.asMatchPredicate());
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    HistoryNotes notes = new HistoryNotes(tree);
    List<String> names = new ArrayList<>();
    for (String name : TreeFiles.scripts(tree)) {
      if (UP.matcher(name).matches()) {
        names.add(name);
      } else if (!DOWN.matcher(name).matches()) {
        notes.notRun(name, name() + " knows no migration of such a name");
      }
    }
    return new MigrationHistory(
        name(), VersionNumbers.migrations(tree, names), Optional.empty(), notes.all());
  }
}
