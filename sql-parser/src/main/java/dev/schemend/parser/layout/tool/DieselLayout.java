package dev.schemend.parser.layout.tool;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.EntryKind;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeEntry;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.TreePaths;
import dev.schemend.parser.layout.VersionNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Diesel, and Hasura alike: every directory is a migration, holds {@code up.sql}, and is named by a
 * version and a name with an underscore between them. Dashes in the version do not count: {@code
 * 2023-01-02-030405} stands between {@code 20230102} and {@code 20230103}.
 *
 * <p>Source: diesel, {@code diesel_migrations/migrations_internals/src/lib.rs}
 * (version_from_string, search_for_migrations_directory).
 */
final class DieselLayout implements MigrationLayout {

  private static final String UP = "up.sql";
  private static final String PRISMA_SCRIPT = "migration.sql";

  @Override
  public String name() {
    return "diesel";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    if (tree.kind() != EntryKind.DIRECTORY) {
      return false;
    }
    List<String> directories = TreeFiles.directories(tree, "");
    return directories.stream().anyMatch(directory -> holds(tree, directory, UP))
        && directories.stream().noneMatch(directory -> holds(tree, directory, PRISMA_SCRIPT));
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    HistoryNotes notes = new HistoryNotes(tree);
    List<String> directories = new ArrayList<>();
    for (String directory : TreeFiles.directories(tree, "")) {
      if (holds(tree, directory, UP)) {
        directories.add(directory);
      } else {
        notes.notRun(directory, "the directory has no " + UP);
      }
    }
    TreeFiles.scripts(tree)
        .forEach(file -> notes.notRun(file, "it lies in no directory of its own"));
    List<Migration> migrations =
        VersionNumbers.sorted(tree, directories, DieselLayout::version).stream()
            .map(directory -> migration(tree, directory))
            .toList();
    return new MigrationHistory(name(), migrations, Optional.empty(), notes.all());
  }

  private static Migration migration(SourceTree tree, String directory) {
    String path = TreePaths.join(directory, UP);
    return new Migration(directory, tree.read(path), path);
  }

  private static boolean holds(SourceTree tree, String directory, String file) {
    return tree.list(directory).contains(new TreeEntry(file, EntryKind.FILE));
  }

  private static Version version(String directory) {
    int end = directory.indexOf('_');
    return new Version((end < 0 ? directory : directory.substring(0, end)).replace("-", ""));
  }

  /** Diesel compares versions as text. */
  private record Version(String text) implements Comparable<Version> {
    @Override
    public int compareTo(Version other) {
      return Comparator.comparing(Version::text, TreeFiles.BYTE_ORDER).compare(this, other);
    }
  }
}
