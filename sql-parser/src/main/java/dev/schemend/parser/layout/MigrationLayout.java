package dev.schemend.parser.layout;

import dev.schemend.history.MigrationHistory;

/** A way to keep migrations in files. */
public interface MigrationLayout {

  /** Its name in {@link MigrationHistory#layout()}. */
  String name();

  /** Whether a tree looks like this layout. */
  boolean recognises(SourceTree tree);

  /**
   * The migrations of a tree, in the order in which they run.
   *
   * @throws MigrationSourceException if one of them cannot be read
   */
  MigrationHistory read(SourceTree tree);
}
