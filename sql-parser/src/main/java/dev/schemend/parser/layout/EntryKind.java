package dev.schemend.parser.layout;

/** What a path leads to. */
public enum EntryKind {
  FILE,
  DIRECTORY,
  /**
   * A symbolic link that is not followed: to a directory, out of the tree, or to nothing. One to a
   * file of the tree is that file.
   */
  LINK,
  /** A device, a git submodule: nothing that migrations are. */
  OTHER
}
