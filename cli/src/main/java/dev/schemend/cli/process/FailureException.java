package dev.schemend.cli.process;

/** Carries a {@link Failure} to the door of the tool, where it is told to a person. */
public final class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  /** Carries {@code failure}. */
  public FailureException(Failure failure) {
    super(failure.code() + ": " + failure.title());
    this.failure = failure;
  }

  /** The failure itself. */
  public Failure failure() {
    return failure;
  }
}
