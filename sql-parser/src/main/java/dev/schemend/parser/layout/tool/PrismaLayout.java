package dev.schemend.parser.layout.tool;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.EntryKind;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeEntry;
import dev.schemend.parser.layout.TreePaths;
import java.util.List;
import java.util.Optional;

/**
 * Prisma Migrate: every directory is a migration and holds {@code migration.sql}; {@code
 * migration_lock.toml} beside them names the provider. Everything else is ignored.
 *
 * <p>Source: prisma-engines, {@code schema-connector/src/migrations_directory.rs}.
 */
public final class PrismaLayout implements MigrationLayout {

  private static final String LOCK_FILE = "migration_lock.toml";
  private static final String SCRIPT = "migration.sql";
  private static final int TIMESTAMP_DIGITS = 14;

  @Override
  public String name() {
    return "prisma";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    if (tree.kind() != EntryKind.DIRECTORY) {
      return false;
    }
    List<TreeEntry> entries = tree.list("");
    return hasFile(entries, LOCK_FILE)
        || entries.stream()
            .filter(TreeEntry::isDirectory)
            .anyMatch(
                entry ->
                    startsWithTimestamp(entry.name()) || hasFile(tree.list(entry.name()), SCRIPT));
  }

  /** The migrations; none where the lock file stands alone, as before the first migration. */
  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    List<TreeEntry> entries = tree.list("");
    return new MigrationHistory(
        name(),
        entries.stream()
            .filter(TreeEntry::isDirectory)
            .map(entry -> migration(tree, entry.name()))
            .toList(),
        hasFile(entries, LOCK_FILE)
            ? Optional.of(provider(tree.read(LOCK_FILE).text()))
            : Optional.empty());
  }

  private static Migration migration(SourceTree tree, String name) {
    String path = TreePaths.join(name, SCRIPT);
    boolean there = tree.list(name).stream().anyMatch(entry -> entry.name().equals(SCRIPT));
    if (!there) {
      throw new MigrationSourceException(
          Code.MISSING_SCRIPT,
          TreePaths.join(tree.label(), path),
          "the migration \"" + name + "\" has no " + SCRIPT);
    }
    return new Migration(name, tree.read(path), path);
  }

  /**
   * What the lock file names, as Prisma takes it from there: the file is not read as TOML. Empty
   * where no line begins with the key.
   */
  private static String provider(String lockFile) {
    return lockFile
        .lines()
        .filter(line -> line.startsWith("provider"))
        .findFirst()
        .map(line -> line.startsWith("provider = ") ? line.substring("provider = ".length()) : line)
        .map(PrismaLayout::withoutQuotes)
        .orElse("");
  }

  private static String withoutQuotes(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == '"') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == '"') {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean hasFile(List<TreeEntry> entries, String name) {
    return entries.stream().anyMatch(entry -> entry.isFile() && entry.name().equals(name));
  }

  private static boolean startsWithTimestamp(String name) {
    return name.length() > TIMESTAMP_DIGITS
        && name.charAt(TIMESTAMP_DIGITS) == '_'
        && name.chars().limit(TIMESTAMP_DIGITS).allMatch(c -> c >= '0' && c <= '9');
  }
}
