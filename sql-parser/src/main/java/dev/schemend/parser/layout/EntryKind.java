package dev.schemend.parser.layout;

/** What a path leads to. */
public enum EntryKind {
  FILE,
  DIRECTORY,
  /** A device, a git submodule, a symbolic link in a git tree: nothing that migrations are. */
  OTHER
}
