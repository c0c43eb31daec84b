package dev.schemend.ddl;

/** What a {@code DROP} does to the objects that depend on its target. */
public enum DropBehavior {
  RESTRICT,
  CASCADE
}
