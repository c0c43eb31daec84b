package dev.schemend.evaluate;

import java.io.Serial;

/** Carries the reason why an effect on the schema is unknown up to the statement that has it. */
final class Undecidable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final boolean fatal;

  private Undecidable(String why, boolean fatal) {
    super(why, null, false, false);
    this.fatal = fatal;
  }

  /** A statement's effect is unknown. */
  static Undecidable because(String why) {
    return new Undecidable(why, false);
  }

  /** Nothing more can be said about the whole. */
  static Undecidable fatal(String why) {
    return new Undecidable(why, true);
  }

  boolean isFatal() {
    return fatal;
  }
}
