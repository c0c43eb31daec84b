package dev.schemend.apply;

import java.io.Serial;

/**
 * Carries a {@link SchemaError} out of the depths of an interpreter to its door, where it becomes
 * {@link Applied.Rejected}. Never leaves an interpreter.
 */
public final class Rejection extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final transient SchemaError error;

  /** A rejection for that reason. */
  public Rejection(SchemaError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  /** The reason. */
  public SchemaError error() {
    return error;
  }
}
