package dev.schemend.lint;

/** How bad it is that a rule finds something; each constant is worse than those before it. */
public enum Level {
  OFF,
  WARNING,
  ERROR
}
