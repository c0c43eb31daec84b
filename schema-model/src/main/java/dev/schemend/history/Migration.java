package dev.schemend.history;

import dev.schemend.source.SourceText;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

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
 * @param made when it was made, where the layout writes that down
 */
public record Migration(
    String name,
    SourceText script,
    String path,
    SourceText file,
    TransactionWish wish,
    Optional<Instant> made) {

  /** Rejects null parts. */
  public Migration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(wish, "wish");
    Objects.requireNonNull(made, "made");
  }

  /** A migration of which nobody knows when it was made. */
  public Migration(
      String name, SourceText script, String path, SourceText file, TransactionWish wish) {
    this(name, script, path, file, wish, Optional.empty());
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
    return new Migration(name, script, path, file, other, made);
  }

  /** The same migration of which this runs. */
  public Migration running(SourceText other) {
    return new Migration(name, other, path, file, wish, made);
  }

  /** The same migration, made at this time. */
  public Migration madeAt(Instant time) {
    return new Migration(name, script, path, file, wish, Optional.of(time));
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
