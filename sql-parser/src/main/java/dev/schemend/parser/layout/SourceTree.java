package dev.schemend.parser.layout;

import dev.schemend.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * Something with files in it: a directory, a directory as it was at a git revision, or one file
 * alone. Paths are relative to its root, with slashes; the root is the empty path.
 */
public interface SourceTree extends AutoCloseable {

  /** The root as the user named it. */
  String label();

  /** What the root is. */
  EntryKind kind();

  /** The root's own name, without the way to it; empty where it has none. */
  String ownName();

  /**
   * The directory that holds the root, where settings of the whole project may be; empty at the top
   * of the repository or of the file system. It shares what this tree holds open.
   */
  Optional<SourceTree> above();

  /**
   * What a directory holds, in byte order of the names in UTF-8.
   *
   * @throws MigrationSourceException if it is not there, no directory, or cannot be read
   */
  List<TreeEntry> list(String path);

  /**
   * A file's text. Its name is the label with the path behind it.
   *
   * @throws MigrationSourceException if it is not there, no file, cannot be read, or is not UTF-8
   */
  SourceText read(String path);

  /** Lets go of what the tree holds open. */
  @Override
  void close();
}
