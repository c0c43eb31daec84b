package dev.schemend.cli.prove;

/** What becomes of a scratch database when all is done. */
public enum Afterwards {
  /** It is emptied, if it was empty. */
  EMPTIED,
  /** It is left as the last run left it. */
  KEPT
}
