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
 * Postgrator: {@code <number>.do.<description>.sql} beside {@code .undo.}, in order of the numbers.
 *
 * <p>Source: postgrator, README, "Usage".
 */
final class PostgratorLayout implements MigrationLayout {

  private static final Pattern DO = Pattern.compile("\\d+\\.do(\\..*)?\\.sql");
  private static final Pattern UNDO = Pattern.compile("\\d+\\.undo(\\..*)?\\.sql");
  private static final Pattern CODE = Pattern.compile("\\d+\\.do(\\..*)?\\.(js|mjs|cjs)");

  @Override
  public String name() {
    return "postgrator";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    return TreeFiles.scripts(tree).stream().anyMatch(DO.asMatchPredicate());
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    HistoryNotes notes = new HistoryNotes(tree);
    List<String> names = new ArrayList<>();
    for (String name : TreeFiles.names(tree)) {
      if (DO.matcher(name).matches()) {
        names.add(name);
      } else if (CODE.matcher(name).matches()) {
        notes.notSql(name, "JavaScript");
      } else if (TreeFiles.isScript(name) && !UNDO.matcher(name).matches()) {
        notes.notRun(name, name() + " knows no migration of such a name");
      }
    }
    return new MigrationHistory(
        name(), VersionNumbers.migrations(tree, names), Optional.empty(), notes.all());
  }
}
