package dev.schemend.parser.layout;

import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.source.SourceText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A directory, or a file alone, on disk. The root may be a symbolic link; inside of it only links
 * to files of the tree are followed.
 */
public final class DirectoryTree implements SourceTree {

  private static final String REPOSITORY = ".git";

  /** A file is read whole, and a text cannot be longer. */
  static final int MOST_BYTES = 1_000_000_000;

  private final String label;
  private final Path workingDirectory;
  private final Path root;
  private final EntryKind kind;

  /**
   * The tree at {@code label}.
   *
   * @param label a path as the user wrote it
   * @param workingDirectory where a relative path starts
   * @throws MigrationSourceException if nothing is there
   */
  public DirectoryTree(String label, Path workingDirectory) {
    this.label = label;
    this.workingDirectory = workingDirectory;
    this.root = workingDirectory.resolve(label);
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      throw new MigrationSourceException(
          Code.NOT_FOUND, label, "there is no such file or directory");
    }
    this.kind = targetOf(root);
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
    Path name = root.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }

  @Override
  public Optional<SourceTree> above() {
    Path here = root.toAbsolutePath().normalize();
    Path parent = here.getParent();
    return parent == null || !Files.isReadable(parent) || Files.exists(here.resolve(REPOSITORY))
        ? Optional.empty()
        : Optional.of(new DirectoryTree(labelAbove(), workingDirectory));
  }

  /** The way to the directory above, in the user's words as long as they go. */
  private String labelAbove() {
    String written = label.endsWith("/") ? label.substring(0, label.length() - 1) : label;
    String last = TreePaths.name(written);
    boolean named = !last.isEmpty() && !last.equals(".") && !last.equals("..");
    if (!named) {
      return TreePaths.join(written, "..");
    }
    String parent = TreePaths.parent(written);
    return parent.isEmpty() && written.startsWith("/") ? "/" : parent;
  }

  @Override
  public List<TreeEntry> list(String path) {
    List<TreeEntry> entries = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(root.resolve(path))) {
      for (Path child : children) {
        entries.add(new TreeEntry(child.getFileName().toString(), kindOf(child)));
      }
    } catch (DirectoryIteratorException e) {
      throw failure(path, e.getCause());
    } catch (IOException e) {
      throw failure(path, e);
    }
    entries.sort(TreeEntry.BYTE_ORDER);
    return List.copyOf(entries);
  }

  @Override
  public SourceText read(String path) {
    if (!path.isEmpty() && leadsOut(root.resolve(path))) {
      throw new MigrationSourceException(
          Code.LINK_OUTSIDE, name(path), "a symbolic link leads out of the directory");
    }
    try {
      if (Files.size(root.resolve(path)) > MOST_BYTES) {
        throw new MigrationSourceException(
            Code.TOO_MUCH, name(path), "the file has more than " + MOST_BYTES + " bytes");
      }
      return Utf8Text.decode(name(path), Files.readAllBytes(root.resolve(path)));
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  /** A directory on disk holds nothing open between two calls. */
  @Override
  public void close() {}

  private EntryKind kindOf(Path path) {
    EntryKind target = targetOf(path);
    boolean followed = !Files.isSymbolicLink(path) || (target == EntryKind.FILE && !leadsOut(path));
    return followed ? target : EntryKind.LINK;
  }

  private static EntryKind targetOf(Path path) {
    if (Files.isRegularFile(path)) {
      return EntryKind.FILE;
    }
    return Files.isDirectory(path) ? EntryKind.DIRECTORY : EntryKind.OTHER;
  }

  private boolean leadsOut(Path path) {
    try {
      return !path.toRealPath().startsWith(root.toRealPath());
    } catch (IOException nothingThere) {
      // Reading it says so in better words.
      return false;
    }
  }

  private String name(String path) {
    return TreePaths.join(label, path);
  }

  private MigrationSourceException failure(String path, IOException cause) {
    return switch (cause) {
      case NoSuchFileException e ->
          new MigrationSourceException(
              Code.NOT_FOUND, name(path), "there is no such file or directory", e);
      case AccessDeniedException e ->
          new MigrationSourceException(Code.NOT_READABLE, name(path), "permission denied", e);
      default ->
          new MigrationSourceException(
              Code.NOT_READABLE, name(path), "it cannot be read: " + reason(path, cause), cause);
    };
  }

  private String reason(String path, IOException cause) {
    return switch (targetOf(root.resolve(path))) {
      case DIRECTORY -> "it is a directory";
      case FILE, LINK, OTHER -> cause.getMessage();
    };
  }
}
