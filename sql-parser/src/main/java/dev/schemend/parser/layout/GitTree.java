package dev.schemend.parser.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A directory, or a file alone, as it was at a git revision; read from the object database, nothing
 * is checked out.
 */
public final class GitTree implements SourceTree {

  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private static final int LONGEST_LINK = 4096;

  private final String label;
  private final Repository repository;
  private final ObjectId revision;
  private final String revisionName;
  private final String rootPath;
  private final EntryKind kind;

  private GitTree(
      String label,
      Repository repository,
      ObjectId revision,
      String revisionName,
      String rootPath) {
    this.label = label;
    this.repository = repository;
    this.revision = revision;
    this.revisionName = revisionName;
    this.rootPath = rootPath;
    this.kind = find("").kind();
  }

  /**
   * The tree at a revision of the repository around {@code workingDirectory}.
   *
   * @param location revision and path; a path that starts with {@code ./} or {@code ../} is taken
   *     from the working directory, every other from the root of the repository, as git does
   * @throws MigrationSourceException if there is no repository, no such revision, or no such path
   *     in it
   */
  public static GitTree open(SourceLocation.Git location, Path workingDirectory) {
    Repository repository = repositoryAround(workingDirectory, location.label());
    try {
      return new GitTree(
          location.label(),
          repository,
          resolve(repository, location),
          location.revision(),
          GitPaths.fromRoot(repository, location, workingDirectory));
    } catch (RuntimeException | Error e) {
      repository.close();
      throw e;
    }
  }

  private static Repository repositoryAround(Path workingDirectory, String label) {
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().findGitDir(workingDirectory.toAbsolutePath().toFile());
    if (builder.getGitDir() == null) {
      throw new MigrationSourceException(
          Code.NOT_A_REPOSITORY,
          label,
          "neither the current directory nor one above it is a git repository");
    }
    try {
      return builder.setMustExist(true).build();
    } catch (IOException e) {
      throw new MigrationSourceException(
          Code.NOT_A_REPOSITORY, label, "the git repository cannot be opened", e);
    }
  }

  private static ObjectId resolve(Repository repository, SourceLocation.Git location) {
    try {
      ObjectId tree = repository.resolve(location.revision() + "^{tree}");
      if (tree != null) {
        return tree;
      }
      throw unknown(location, "the repository has no revision of that name", null);
    } catch (IllegalArgumentException | IOException e) {
      throw unknown(location, "that names no revision: " + e.getMessage(), e);
    }
  }

  private static MigrationSourceException unknown(
      SourceLocation.Git location, String what, Throwable cause) {
    return new MigrationSourceException(
        Code.UNKNOWN_REVISION, location.label(), "\"" + location.revision() + "\": " + what, cause);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public EntryKind kind() {
    return kind;
  }

  @Override
  public String ownName() {
    return TreePaths.name(rootPath);
  }

  @Override
  public Optional<SourceTree> above() {
    if (rootPath.isEmpty()) {
      return Optional.empty();
    }
    String parent = TreePaths.parent(rootPath);
    return Optional.of(
        new GitTree(
            SourceLocation.PREFIX + revisionName + ":" + parent,
            repository,
            revision,
            revisionName,
            parent));
  }

  @Override
  public List<TreeEntry> list(String path) {
    Found directory = find(path);
    if (directory.kind() != EntryKind.DIRECTORY) {
      throw notReadable(path, "it is no directory", null);
    }
    List<TreeEntry> entries = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(directory.id());
      while (walk.next()) {
        String name = walk.getNameString();
        entries.add(new TreeEntry(name, kindIn(path, name, walk)));
      }
    } catch (IOException e) {
      throw notReadable(path, "git cannot read it: " + e.getMessage(), e);
    }
    // Git sorts a directory as if its name ended with a slash.
    entries.sort(TreeEntry.BYTE_ORDER);
    return List.copyOf(entries);
  }

  @Override
  public SourceText read(String path) {
    Found file = followed(path);
    if (file.kind() != EntryKind.FILE) {
      throw notReadable(path, "it is no plain file in that revision", null);
    }
    try {
      ObjectLoader blob = repository.open(file.id());
      if (blob.getSize() > DirectoryTree.MOST_BYTES) {
        throw new MigrationSourceException(
            Code.TOO_MUCH,
            TreePaths.join(label, path),
            "the file has more than " + DirectoryTree.MOST_BYTES + " bytes");
      }
      return Utf8Text.decode(
          TreePaths.join(label, path), blob.getCachedBytes(DirectoryTree.MOST_BYTES));
    } catch (IOException e) {
      throw notReadable(path, "git cannot read it: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    repository.close();
  }

  private record Found(ObjectId id, EntryKind kind) {}

  private Found find(String path) {
    return lookUp(path)
        .orElseThrow(
            () ->
                new MigrationSourceException(
                    Code.NOT_IN_REVISION,
                    TreePaths.join(label, path),
                    "that revision has no file or directory \""
                        + TreePaths.join(rootPath, path)
                        + "\""));
  }

  private Optional<Found> lookUp(String path) {
    String full = TreePaths.join(rootPath, path);
    if (full.isEmpty()) {
      return Optional.of(new Found(revision, EntryKind.DIRECTORY));
    }
    try (TreeWalk walk = TreeWalk.forPath(repository, full, revision)) {
      return walk == null
          ? Optional.empty()
          : Optional.of(new Found(walk.getObjectId(0), kindOf(walk)));
    } catch (IOException e) {
      throw notReadable(path, "git cannot read it: " + e.getMessage(), e);
    }
  }

  private static EntryKind kindOf(TreeWalk walk) {
    FileMode mode = walk.getFileMode(0);
    if (FileMode.TREE.equals(mode)) {
      return EntryKind.DIRECTORY;
    }
    if (FileMode.SYMLINK.equals(mode)) {
      return EntryKind.LINK;
    }
    boolean file = FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    return file ? EntryKind.FILE : EntryKind.OTHER;
  }

  /** A link to a file of the tree is that file, as on disk. */
  private EntryKind kindIn(String directory, String name, TreeWalk walk) {
    EntryKind kind = kindOf(walk);
    if (kind != EntryKind.LINK) {
      return kind;
    }
    EntryKind target = followed(TreePaths.join(directory, name)).kind();
    return target == EntryKind.FILE ? EntryKind.FILE : EntryKind.LINK;
  }

  /** What a path leads to, links to files of the tree followed. */
  private Found followed(String path) {
    String at = path;
    Found found = find(at);
    for (int links = 0; found.kind() == EntryKind.LINK && links < MOST_LINKS; links++) {
      Optional<String> target =
          TreePaths.normalize(TreePaths.join(TreePaths.parent(at), linkText(found)));
      Optional<Found> next = target.flatMap(this::lookUp);
      if (next.isEmpty()) {
        return found;
      }
      at = target.orElseThrow();
      found = next.get();
    }
    return found;
  }

  private String linkText(Found link) {
    try {
      return new String(repository.open(link.id()).getCachedBytes(LONGEST_LINK), UTF_8);
    } catch (IOException e) {
      throw notReadable("", "git cannot read a symbolic link: " + e.getMessage(), e);
    }
  }

  private MigrationSourceException notReadable(String path, String what, Throwable cause) {
    return new MigrationSourceException(
        Code.NOT_READABLE, TreePaths.join(label, path), what, cause);
  }
}
