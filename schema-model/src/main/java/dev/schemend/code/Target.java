package dev.schemend.code;

import dev.schemend.name.Identifier;
import dev.schemend.query.Scalar;
import java.util.List;

/** What code assigns to. */
public sealed interface Target {

  /** A variable, or a field of one: {@code r.name}. */
  record Variable(List<Identifier> path) implements Target {
    /** Copies the path; it has at least one part. */
    public Variable {
      path = List.copyOf(path);
      if (path.isEmpty()) {
        throw new IllegalArgumentException("a variable has a name");
      }
    }
  }

  /** An element of an array. */
  record Element(List<Identifier> path, Scalar index) implements Target {
    /** Copies the path. */
    public Element {
      path = List.copyOf(path);
    }
  }

  /** MySQL's {@code @name}, or a setting with its signs and without. */
  record SessionVariable(String name) implements Target {}
}
