package dev.schemend.parser.layout;

import dev.schemend.parser.layout.MigrationSourceException.Code;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/** Where migrations are, as the user writes it. */
public sealed interface SourceLocation {

  /** The location as it was written. */
  String label();

  /**
   * The tree there.
   *
   * @param workingDirectory where relative paths start
   * @throws MigrationSourceException if nothing is there that can be read
   */
  SourceTree open(Path workingDirectory);

  /** A path on disk. */
  record Files(String label) implements SourceLocation {

    /** Rejects null. */
    public Files {
      Objects.requireNonNull(label, "label");
    }

    @Override
    public SourceTree open(Path workingDirectory) {
      try {
        return new DirectoryTree(label, workingDirectory);
      } catch (InvalidPathException e) {
        throw new MigrationSourceException(Code.NOT_FOUND, label, "that cannot be a path", e);
      }
    }
  }

  /**
   * A path in a revision of the git repository around the working directory.
   *
   * @param revision whatever git takes for a revision, without {@code :}
   * @param path from the root of the repository, unless {@code ./} or {@code ../} leads it
   */
  record Git(String revision, String path) implements SourceLocation {

    /** Rejects null parts. */
    public Git {
      Objects.requireNonNull(revision, "revision");
      Objects.requireNonNull(path, "path");
    }

    @Override
    public String label() {
      return PREFIX + revision + ":" + path;
    }

    @Override
    public SourceTree open(Path workingDirectory) {
      return GitTree.open(this, workingDirectory);
    }
  }

  /** What a location in git begins with. */
  String PREFIX = "git:";

  /**
   * Reads a location: {@code git:<revision>:<path>}, or else a path on disk.
   *
   * @throws MigrationSourceException if it begins with {@code git:} and the rest is missing
   */
  static SourceLocation parse(String text) {
    if (!text.startsWith(PREFIX)) {
      return new Files(text);
    }
    int colon = text.indexOf(':', PREFIX.length());
    if (colon <= PREFIX.length()) {
      throw new MigrationSourceException(
          Code.BAD_LOCATION, text, "a revision and a path are needed, with a colon between them");
    }
    return new Git(text.substring(PREFIX.length(), colon), text.substring(colon + 1));
  }
}
