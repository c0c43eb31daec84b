package dev.schemend.apply;

import dev.schemend.script.ParsedStatement;

/** Is shown each statement of a fold with the states on both sides of it. */
@FunctionalInterface
public interface FoldObserver {

  /** Looks at nothing. */
  FoldObserver NONE = (statement, before, after) -> {};

  /** The fold has gone from {@code before} to {@code after} by {@code statement}. */
  void folded(ParsedStatement statement, FoldState before, FoldState after);
}
