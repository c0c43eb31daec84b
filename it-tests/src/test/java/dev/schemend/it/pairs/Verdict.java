package dev.schemend.it.pairs;

/** What came of a pair. */
enum Verdict {
  /**
   * The wanted schema is reached, the server's own words say so, and there is nothing left to do.
   */
  REACHED(true),
  /** The server does not accept the old schema: no case. */
  OLD_REFUSED(false),
  /** The server does not accept the new schema: no case. */
  NEW_REFUSED(false),
  /** No plan: one of the states could not be read, or the plan was not proven. */
  NO_PLAN(true),
  /** The server refuses the plan's script, even without rows. */
  SCRIPT_REFUSED(true),
  /** What was made differs from what the new schema makes, as read from the catalogs. */
  NOT_REACHED(true),
  /** The catalogs read alike, and yet the server's own words for the two differ. */
  WORDS_DIFFER(true),
  /** A second plan is not empty. */
  NOT_SETTLED(true),
  /** A row of a table that both schemas have did not survive. */
  ROWS_LOST(true),
  /** Something was dropped and made anew that an ALTER would have kept. */
  RECREATED(true),
  /** Without the server another plan is made of the same pair. */
  OFFLINE_DIFFERS(true),
  /** The tool broke down. */
  BROKE_DOWN(true);

  private final boolean counted;

  Verdict(boolean counted) {
    this.counted = counted;
  }

  /** Whether the server accepts both schemas, so that the pair says something about plans. */
  boolean isCounted() {
    return counted;
  }
}
