package dev.schemend.model;

/** When PostgreSQL checks a constraint. */
public enum Deferrability {
  NOT_DEFERRABLE,
  INITIALLY_IMMEDIATE,
  INITIALLY_DEFERRED
}
