package dev.schemend.parser.layout;

import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import java.nio.file.Path;
import java.util.List;

/** The layouts that are known, and the choice between them. */
public final class Layouts {

  // Prisma ignores files beside its directories, so it is asked before the layout of plain files.
  private static final List<MigrationLayout> KNOWN =
      List.of(new SchemaFile(), new PrismaLayout(), new PlainLayout());

  private Layouts() {}

  /**
   * The migrations at a location.
   *
   * @param location {@code git:<revision>:<path>} or a path
   * @param workingDirectory where relative paths start
   * @throws MigrationSourceException if there are none or they cannot be read
   */
  public static MigrationHistory read(String location, Path workingDirectory) {
    try (SourceTree tree = SourceLocation.parse(location).open(workingDirectory)) {
      return detect(tree).read(tree);
    }
  }

  /**
   * The first layout that recognises a tree.
   *
   * @throws MigrationSourceException if none does
   */
  public static MigrationLayout detect(SourceTree tree) {
    return KNOWN.stream()
        .filter(layout -> layout.recognises(tree))
        .findFirst()
        .orElseThrow(() -> nothingIn(tree));
  }

  private static MigrationSourceException nothingIn(SourceTree tree) {
    return switch (tree.kind()) {
      case DIRECTORY ->
          tree.list("").isEmpty()
              ? new MigrationSourceException(
                  Code.EMPTY_DIRECTORY, tree.label(), "the directory is empty")
              : new MigrationSourceException(
                  Code.NO_MIGRATIONS, tree.label(), "the directory holds no migration");
      case FILE, OTHER ->
          new MigrationSourceException(
              Code.NO_MIGRATIONS, tree.label(), "it is neither a directory nor a plain file");
    };
  }
}
