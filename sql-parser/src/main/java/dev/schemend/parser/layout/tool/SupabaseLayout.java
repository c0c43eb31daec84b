package dev.schemend.parser.layout.tool;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Supabase: {@code supabase/migrations/<stamp>_<name>.sql}, in order of the names.
 *
 * <p>Source: supabase/cli, {@code pkg/migration/list.go} (ListLocalMigrations).
 */
final class SupabaseLayout implements MigrationLayout {

  private static final Pattern MIGRATION = Pattern.compile("\\d+_.*\\.sql");

  @Override
  public String name() {
    return "supabase";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    return tree.ownName().equals("migrations")
        && tree.above().filter(above -> above.ownName().equals("supabase")).isPresent()
        && TreeFiles.scripts(tree).stream().anyMatch(MIGRATION.asMatchPredicate());
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    HistoryNotes notes = new HistoryNotes(tree);
    List<Migration> migrations = new ArrayList<>();
    for (String name : TreeFiles.scripts(tree)) {
      if (MIGRATION.matcher(name).matches()) {
        migrations.add(new Migration(name, tree.read(name), name));
      } else {
        notes.notRun(name, "a migration is named <timestamp>_<name>.sql");
      }
    }
    return new MigrationHistory(name(), migrations, Optional.of("postgresql"), notes.all());
  }
}
