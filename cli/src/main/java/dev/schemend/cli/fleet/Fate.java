package dev.schemend.cli.fleet;

import java.util.Locale;

/** What became of a database in a run on the fleet. */
public enum Fate {
  /** What was to be done is done. */
  DONE,
  /** There was nothing to do. */
  NOTHING,
  /** It is not what its migrations leave. */
  DRIFTED,
  /** It was tried, and failed. */
  FAILED,
  /** It could not be reached or read. */
  UNREACHED,
  /** It was not tried: there is no way, or something else must be done first. */
  BLOCKED,
  /** Its turn did not come. */
  LEFT;

  /** For people and programs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether somebody has to look at it. */
  public boolean isTrouble() {
    return switch (this) {
      case FAILED, UNREACHED, BLOCKED -> true;
      case DONE, NOTHING, DRIFTED, LEFT -> false;
    };
  }
}
