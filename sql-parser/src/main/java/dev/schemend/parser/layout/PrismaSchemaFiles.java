package dev.schemend.parser.layout;

import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a Prisma schema: one file, or every {@code .prisma} file below a directory (Prisma
 * documentation, "Multi-file Prisma schema").
 */
public final class PrismaSchemaFiles {

  /** What their names end with. */
  public static final String SUFFIX = ".prisma";

  private static final String DEPENDENCIES = "node_modules";

  private PrismaSchemaFiles() {}

  /**
   * The texts, a directory's files before those of its directories, in byte order.
   *
   * @param location {@code git:<revision>:<path>} or a path
   * @param workingDirectory where relative paths start
   * @throws MigrationSourceException if there are none or they cannot be read
   */
  public static List<SourceText> read(String location, Path workingDirectory) {
    try (SourceTree tree = SourceLocation.parse(location).open(workingDirectory)) {
      if (tree.kind() == EntryKind.FILE) {
        return List.of(tree.read(""));
      }
      List<SourceText> files = new ArrayList<>();
      collect(tree, "", files);
      if (files.isEmpty()) {
        throw new MigrationSourceException(
            Code.NO_MIGRATIONS, tree.label(), "there is no " + SUFFIX + " file below it");
      }
      return files;
    }
  }

  private static void collect(SourceTree tree, String directory, List<SourceText> files) {
    List<TreeEntry> entries = tree.list(directory);
    for (TreeEntry entry : entries) {
      if (entry.isFile() && entry.name().endsWith(SUFFIX)) {
        files.add(tree.read(TreePaths.join(directory, entry.name())));
      }
    }
    for (TreeEntry entry : entries) {
      if (entry.isDirectory() && !entry.name().equals(DEPENDENCIES)) {
        collect(tree, TreePaths.join(directory, entry.name()), files);
      }
    }
  }

  /** Whether a location is a schema rather than migrations: such a file, or a directory of them. */
  public static boolean recognises(String location, Path workingDirectory) {
    if (location.endsWith(SUFFIX)) {
      return true;
    }
    try (SourceTree tree = SourceLocation.parse(location).open(workingDirectory)) {
      return tree.kind() == EntryKind.DIRECTORY
          && tree.list("").stream()
              .anyMatch(entry -> entry.isFile() && entry.name().endsWith(SUFFIX));
    } catch (MigrationSourceException unreadable) {
      // Whoever reads it says why.
      return false;
    }
  }
}
