package dev.schemend.ddl;

import dev.schemend.name.Identifier;

/** Where MySQL puts a column. */
public sealed interface ColumnPosition {

  /** Where the server puts it by itself: last when added, unmoved when modified. */
  record Unstated() implements ColumnPosition {}

  /** {@code FIRST}. */
  record First() implements ColumnPosition {}

  /** {@code AFTER column}. */
  record After(Identifier column) implements ColumnPosition {}

  /** No position written. */
  ColumnPosition UNSTATED = new Unstated();
}
