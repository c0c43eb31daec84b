package dev.schemend.parser.layout;

/** Paths with slashes, whatever the machine's separator is. */
final class TreePaths {

  private TreePaths() {}

  /** {@code child} below {@code parent}; an empty path is the place itself. */
  static String join(String parent, String child) {
    if (child.isEmpty()) {
      return parent;
    }
    return parent.isEmpty() || parent.endsWith("/") || parent.endsWith(":")
        ? parent + child
        : parent + "/" + child;
  }
}
