package dev.schemend.parser.layout.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.EntryKind;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.StructuredText;
import dev.schemend.parser.layout.TreeEntry;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.TreePaths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Drizzle: {@code meta/_journal.json} lists the files in order; or, from version 1 on, directories
 * with {@code migration.sql} and {@code snapshot.json}, in order of their names. Its {@code -->
 * statement-breakpoint} is a comment for everybody else.
 *
 * <p>Source: drizzle-orm, {@code src/migrator.ts} (readMigrationFiles).
 */
final class DrizzleLayout implements MigrationLayout {

  private static final String JOURNAL = "meta/_journal.json";
  private static final String SCRIPT = "migration.sql";
  private static final String SNAPSHOT = "snapshot.json";

  @Override
  public String name() {
    return "drizzle";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    return TreeFiles.has(tree, JOURNAL)
        || (tree.kind() == EntryKind.DIRECTORY
            && TreeFiles.directories(tree, "").stream()
                .anyMatch(
                    directory ->
                        holds(tree, directory, SCRIPT) && holds(tree, directory, SNAPSHOT)));
  }

  private static boolean holds(SourceTree tree, String directory, String file) {
    return tree.list(directory).contains(new TreeEntry(file, EntryKind.FILE));
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    return TreeFiles.has(tree, JOURNAL) ? journal(tree) : directories(tree);
  }

  private MigrationHistory directories(SourceTree tree) {
    HistoryNotes notes = new HistoryNotes(tree);
    List<Migration> migrations =
        TreeFiles.directories(tree, "").stream()
            .filter(directory -> holds(tree, directory, SCRIPT))
            .map(
                directory -> {
                  String path = TreePaths.join(directory, SCRIPT);
                  return new Migration(directory, tree.read(path), path);
                })
            .toList();
    return new MigrationHistory(name(), migrations, Optional.empty(), notes.all());
  }

  private MigrationHistory journal(SourceTree tree) {
    HistoryNotes notes = new HistoryNotes(tree);
    JsonNode journal = StructuredText.read(tree.read(JOURNAL));
    Set<String> scripts = new TreeSet<>(TreeFiles.scripts(tree));
    Set<String> listed = new HashSet<>();
    List<Migration> migrations = new ArrayList<>();
    for (JsonNode entry : journal.path("entries")) {
      String tag = StructuredText.text(entry, "tag").orElseThrow(() -> noTag(tree));
      String path = tag + TreeFiles.SQL;
      if (!scripts.contains(path)) {
        throw new MigrationSourceException(
            Code.MISSING_FILE,
            TreePaths.join(tree.label(), path),
            JOURNAL + " lists it, and it is not there");
      }
      if (!listed.add(path)) {
        throw new MigrationSourceException(
            Code.BAD_SETTINGS, TreePaths.join(tree.label(), JOURNAL), "it lists " + tag + " twice");
      }
      Migration migration = new Migration(tag, tree.read(path), path);
      JsonNode when = entry.path("when");
      migrations.add(
          when.canConvertToLong()
              ? migration.madeAt(Instant.ofEpochMilli(when.asLong()))
              : migration);
    }
    scripts.stream()
        .filter(script -> !listed.contains(script))
        .forEach(script -> notes.notRun(script, JOURNAL + " does not list it"));
    return new MigrationHistory(
        name(), migrations, StructuredText.text(journal, "dialect"), notes.all());
  }

  private static MigrationSourceException noTag(SourceTree tree) {
    return new MigrationSourceException(
        Code.BAD_SETTINGS, TreePaths.join(tree.label(), JOURNAL), "an entry has no tag");
  }
}
