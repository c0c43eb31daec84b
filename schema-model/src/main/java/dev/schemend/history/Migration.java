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
 * @param wish what it says of transactions
 */
public record Migration(
    String name, SourceText script, String path, SourceText file, TransactionWish wish) {

  /** Rejects null parts. */
  public Migration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(wish, "wish");
  }

  /** A migration that says nothing of transactions. */
  public Migration(String name, SourceText script, String path, SourceText file) {
    this(name, script, path, file, TransactionWish.WHOLE);
  }

  /** A migration that is a file as it stands. */
  public Migration(String name, SourceText script, String path) {
    this(name, script, path, script);
  }

  /** The same migration that says this of transactions. */
  public Migration wishing(TransactionWish other) {
    return new Migration(name, script, path, file, other);
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
