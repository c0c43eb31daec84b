package dev.schemend.type;

/** What changing a column from one type to another can do to the values in it. */
public enum CastRisk {
  /** The same type. */
  IDENTICAL,
  /** Every value fits; the server need not read the table. */
  WIDENING,
  /** Every value fits, but the table is rewritten. */
  REWRITE,
  /** Values may be refused, rounded or cut. */
  LOSSY,
  /** The server has no cast, or only one that must be written out and may fail. */
  EXPLICIT,
  /** No cast leads there. */
  IMPOSSIBLE;

  /** Whether the server converts values without being told to. */
  public boolean isAssignable() {
    return switch (this) {
      case IDENTICAL, WIDENING, REWRITE, LOSSY -> true;
      case EXPLICIT, IMPOSSIBLE -> false;
    };
  }
}
