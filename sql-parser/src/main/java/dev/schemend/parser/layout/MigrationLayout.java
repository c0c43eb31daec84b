package dev.schemend.parser.layout;

import dev.schemend.history.MigrationHistory;

/** A way to keep migrations in files. */
public interface MigrationLayout {

  /** Its name on the command line and in {@link MigrationHistory#layout()}. */
  String name();

  /**
   * Whether a tree looks like this layout, and like no other that is asked behind it.
   *
   * @throws MigrationSourceException if the tree cannot be read
   */
  boolean recognises(SourceTree tree);

  /**
   * The migrations of a tree, in the order in which they run on an empty database. What undoes
   * migrations is no part of it.
   *
   * @throws MigrationSourceException if one of them cannot be read, or their order is not clear
   */
  MigrationHistory read(SourceTree tree, LayoutOptions options);
}
