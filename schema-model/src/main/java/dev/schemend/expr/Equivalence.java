package dev.schemend.expr;

/** The three answers to "do these mean the same?": never a guess. */
public enum Equivalence {
  EQUAL,
  DIFFERENT,
  /** Neither could be shown; reported, never acted upon. */
  UNPROVEN;

  /** Both must hold: a difference decides, then a doubt. */
  public Equivalence and(Equivalence other) {
    if (this == DIFFERENT || other == DIFFERENT) {
      return DIFFERENT;
    }
    return this == UNPROVEN || other == UNPROVEN ? UNPROVEN : EQUAL;
  }
}
