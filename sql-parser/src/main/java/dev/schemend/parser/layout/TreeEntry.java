package dev.schemend.parser.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

/**
 * One name in a directory.
 *
 * @param name without the path that leads to it
 * @param kind what it is
 */
public record TreeEntry(String name, EntryKind kind) {

  /** The order of the names as bytes of UTF-8: that of Prisma's engine, of git and of ls in C. */
  public static final Comparator<TreeEntry> BYTE_ORDER =
      (a, b) -> Arrays.compareUnsigned(a.name.getBytes(UTF_8), b.name.getBytes(UTF_8));

  /** Rejects null parts. */
  public TreeEntry {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
  }

  /** Whether it can be read as a file. */
  public boolean isFile() {
    return kind == EntryKind.FILE;
  }

  /** Whether it can be listed. */
  public boolean isDirectory() {
    return kind == EntryKind.DIRECTORY;
  }

  /** Whether it is a symbolic link that is not followed. */
  public boolean isLink() {
    return kind == EntryKind.LINK;
  }
}
