package dev.schemend.evaluate;

import java.io.Serial;

/** Carries the reason why an effect on the schema is unknown up to the statement that has it. */
final class Undecidable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private enum Reach {
    OBJECT,
    STATEMENT,
    WHOLE
  }

  private final Reach reach;

  private Undecidable(String why, Reach reach) {
    super(why, null, false, false);
    this.reach = reach;
  }

  /**
   * An object is there, and the state that the machine has come to holds it; what it is like is
   * unknown.
   */
  static Undecidable object(String why) {
    return new Undecidable(why, Reach.OBJECT);
  }

  /** A statement's effect is unknown. */
  static Undecidable because(String why) {
    return new Undecidable(why, Reach.STATEMENT);
  }

  /** Nothing more can be said about the whole. */
  static Undecidable fatal(String why) {
    return new Undecidable(why, Reach.WHOLE);
  }

  boolean isFatal() {
    return reach == Reach.WHOLE;
  }

  /** Whether what has been done up to it stands. */
  boolean isOfObject() {
    return reach == Reach.OBJECT;
  }
}
