package dev.schemend.parser.layout;

import dev.schemend.parser.layout.MigrationSourceException.Code;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;

/** Paths in a git revision, as gitrevisions(7) reads {@code <rev>:<path>}. */
final class GitPaths {

  private GitPaths() {}

  /** The location's path from the root of the repository, without dots; empty for the root. */
  static String fromRoot(
      Repository repository, SourceLocation.Git location, Path workingDirectory) {
    String path = location.path();
    boolean relative =
        path.equals(".") || path.equals("..") || path.startsWith("./") || path.startsWith("../");
    String base = relative ? workingPath(repository, location, workingDirectory) : "";
    return normalize(TreePaths.join(base, path), location);
  }

  /** Where the working directory is in the working tree; a bare repository has only its root. */
  private static String workingPath(
      Repository repository, SourceLocation.Git location, Path workingDirectory) {
    if (repository.isBare()) {
      return "";
    }
    try {
      Path top = repository.getWorkTree().toPath().toRealPath();
      Path here = workingDirectory.toRealPath();
      return here.startsWith(top)
          ? top.relativize(here).toString().replace(here.getFileSystem().getSeparator(), "/")
          : "";
    } catch (IOException e) {
      throw new MigrationSourceException(
          Code.NOT_A_REPOSITORY, location.label(), "the working tree is not there", e);
    }
  }

  private static String normalize(String path, SourceLocation.Git location) {
    // git takes a path with a slash before it from the root, too.
    return TreePaths.normalize(path.replaceFirst("^/+", ""))
        .orElseThrow(
            () ->
                new MigrationSourceException(
                    Code.OUTSIDE_REPOSITORY,
                    location.label(),
                    "the path leads out of the repository"));
  }
}
