package dev.schemend.history;

import dev.schemend.source.SourceText;
import java.util.Objects;

/**
 * One migration as its file has it.
 *
 * @param name what history tables and people call it; for Prisma the name of its directory
 * @param script what of it runs, named so that a person finds the file: the file itself, or the
 *     section of it that goes forward
 * @param path its file, relative to the root of the history, with slashes; empty where the root is
 *     the file itself
 * @param file the whole file, which checksums are made of
 */
public record Migration(String name, SourceText script, String path, SourceText file) {

  /** Rejects null parts. */
  public Migration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(file, "file");
  }

  /** A migration that is a file as it stands. */
  public Migration(String name, SourceText script, String path) {
    this(name, script, path, script);
  }

  /** The {@link Checksum} of the file as it is. */
  public String checksum() {
    return Checksum.of(file.text());
  }

  /** Whether a history table's checksum stands for this file. */
  public boolean matches(String storedChecksum) {
    return Checksum.matches(storedChecksum, file.text());
  }
}
