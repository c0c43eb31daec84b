package dev.schemend.cli.rename;

import java.util.Locale;

/** What becomes of a likely rename that nobody has decided and nobody can be asked about. */
public enum OnAmbiguity {
  /** No plan is made. */
  FAIL,
  /** The old is dropped and the new is made, as if they had nothing to do with each other. */
  DROP_CREATE,
  /** What stands out on both sides is renamed; where nothing does, no plan is made. */
  RENAME;

  /** As the option writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
