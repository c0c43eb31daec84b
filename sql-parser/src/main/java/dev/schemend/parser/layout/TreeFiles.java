package dev.schemend.parser.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemend.parser.layout.MigrationSourceException.Code;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The files of a tree, as layouts ask for them. */
public final class TreeFiles {

  /** What SQL files end with. */
  public static final String SQL = ".sql";

  /** The order of paths as bytes of UTF-8. */
  public static final Comparator<String> BYTE_ORDER =
      (a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));

  // Ten times what the largest histories have: beyond it somebody named a disk, not a history.
  private static final int MOST_ENTRIES = 100_000;
  private static final int DEEPEST = 32;

  private TreeFiles() {}

  /** Names of the files right below the root, in byte order; none where the root is a file. */
  public static List<String> names(SourceTree tree) {
    return tree.kind() == EntryKind.DIRECTORY ? names(tree, "") : List.of();
  }

  /** Names of the files right below a directory, in byte order. */
  public static List<String> names(SourceTree tree, String directory) {
    return tree.list(directory).stream().filter(TreeEntry::isFile).map(TreeEntry::name).toList();
  }

  /** Names of the SQL files right below the root, in byte order. */
  public static List<String> scripts(SourceTree tree) {
    return names(tree).stream().filter(TreeFiles::isScript).toList();
  }

  /** Whether a name is that of an SQL file that is not hidden. */
  public static boolean isScript(String name) {
    return name.endsWith(SQL) && !name.startsWith(".");
  }

  /** Whether the root is a directory with a file of that path. */
  public static boolean has(SourceTree tree, String path) {
    if (tree.kind() != EntryKind.DIRECTORY) {
      return false;
    }
    String directory = "";
    for (String part : TreePaths.parent(path).split("/", -1)) {
      if (!part.isEmpty()) {
        if (!hasEntry(tree, directory, new TreeEntry(part, EntryKind.DIRECTORY))) {
          return false;
        }
        directory = TreePaths.join(directory, part);
      }
    }
    return hasEntry(tree, directory, new TreeEntry(TreePaths.name(path), EntryKind.FILE));
  }

  private static boolean hasEntry(SourceTree tree, String directory, TreeEntry entry) {
    return tree.list(directory).contains(entry);
  }

  /** Names of the directories right below a directory, in byte order, without hidden ones. */
  public static List<String> directories(SourceTree tree, String directory) {
    return tree.list(directory).stream()
        .filter(TreeEntry::isDirectory)
        .map(TreeEntry::name)
        .filter(name -> !name.startsWith("."))
        .toList();
  }

  /**
   * Paths of all files at and below a directory, in byte order of the paths; hidden directories and
   * those of packages that a project installs are left out.
   *
   * @throws MigrationSourceException where there are too many to be a history
   */
  public static List<String> all(SourceTree tree, String directory) {
    List<String> files = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(List.of(directory));
    int entries = 0;
    while (!open.isEmpty()) {
      String at = open.pop();
      for (TreeEntry entry : tree.list(at)) {
        String path = TreePaths.join(at, entry.name());
        entries++;
        if (entries > MOST_ENTRIES || depth(path) > DEEPEST) {
          throw new MigrationSourceException(
              Code.TOO_MUCH,
              TreePaths.join(tree.label(), at),
              "the directory holds more than a history of migrations does");
        }
        if (entry.isFile()) {
          files.add(path);
        } else if (entry.isDirectory() && isOfTheProject(entry.name())) {
          open.push(path);
        }
      }
    }
    files.sort(BYTE_ORDER);
    return List.copyOf(files);
  }

  private static boolean isOfTheProject(String directory) {
    return !directory.startsWith(".") && !directory.equals("node_modules");
  }

  private static int depth(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
  }
}
