package dev.schemend.history;

import dev.schemend.source.SourceText;
import java.util.Objects;

/**
 * One migration as its file has it.
 *
 * @param name what history tables and people call it; for Prisma the name of its directory
 * @param script its text, named so that a person finds the file
 * @param path its file, relative to the root of the history, with slashes; empty where the root is
 *     the file itself
 */
public record Migration(String name, SourceText script, String path) {

  /** Rejects null parts. */
  public Migration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(path, "path");
  }

  /** The {@link Checksum} of the script as it is. */
  public String checksum() {
    return Checksum.of(script.text());
  }

  /** Whether a history table's checksum stands for this script. */
  public boolean matches(String storedChecksum) {
    return Checksum.matches(storedChecksum, script.text());
  }
}
