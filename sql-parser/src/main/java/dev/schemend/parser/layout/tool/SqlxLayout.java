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
 * SQLx: {@code <number>_<description>.sql}, or {@code .up.sql} beside {@code .down.sql}, in order
 * of the numbers. Only a directory with both kinds is known by itself; with one kind it reads as
 * well as {@code plain} or as {@code golang-migrate}.
 *
 * <p>Source: sqlx, {@code sqlx-core/src/migrate/source.rs} (resolve_blocking), {@code
 * migration_type.rs}.
 */
final class SqlxLayout implements MigrationLayout {

  private static final Pattern NUMBERED = Pattern.compile("\\d+_.*\\.sql");
  private static final String UP = ".up.sql";
  private static final String DOWN = ".down.sql";

  @Override
  public String name() {
    return "sqlx";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    List<String> scripts = TreeFiles.scripts(tree);
    boolean numbered = scripts.stream().allMatch(NUMBERED.asMatchPredicate());
    boolean up = scripts.stream().anyMatch(name -> name.endsWith(UP));
    boolean simple = scripts.stream().anyMatch(name -> !name.endsWith(UP) && !name.endsWith(DOWN));
    // A word between two dots is a dialect of pop's.
    boolean dialects = scripts.stream().anyMatch(PopLayout::namesDialect);
    return numbered && up && simple && !dialects;
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    HistoryNotes notes = new HistoryNotes(tree);
    List<String> names = new ArrayList<>();
    for (String name : TreeFiles.scripts(tree)) {
      if (!NUMBERED.matcher(name).matches()) {
        notes.notRun(name, name() + " knows no migration of such a name");
      } else if (!name.endsWith(DOWN)) {
        names.add(name);
      }
    }
    return new MigrationHistory(
        name(), VersionNumbers.migrations(tree, names), Optional.empty(), notes.all());
  }
}
