package dev.schemend.cli.prove;

/** How often the two readings are compared. */
public enum Stepping {
  /** At the end, and that is all. */
  HISTORY,
  /** At the end; where they differ then, the history is run again to find the first difference. */
  END,
  /** After every migration. */
  MIGRATION,
  /** After every statement, which the server commits before the next. */
  STATEMENT
}
