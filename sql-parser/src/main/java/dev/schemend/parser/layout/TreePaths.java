package dev.schemend.parser.layout;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths with slashes, whatever the machine's separator is. */
public final class TreePaths {

  private TreePaths() {}

  /** {@code child} below {@code parent}; an empty path is the place itself. */
  public static String join(String parent, String child) {
    if (child.isEmpty()) {
      return parent;
    }
    return parent.isEmpty() || parent.endsWith("/") || parent.endsWith(":")
        ? parent + child
        : parent + "/" + child;
  }

  /** The path without its last name; empty for a name alone. */
  public static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The last name of a path. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path without dots; empty where it leads out of the place that it starts from. */
  public static Optional<String> normalize(String path) {
    if (path.startsWith("/")) {
      return Optional.empty();
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }
}
