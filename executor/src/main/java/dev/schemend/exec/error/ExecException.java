package dev.schemend.exec.error;

import java.util.Objects;

/** Carries an {@link ExecError} to whoever can tell a person about it. */
public final class ExecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ExecError error;

  /** Carries {@code error}, which has no exception of its own behind it. */
  public ExecException(ExecError error) {
    super(error.text());
    this.error = error;
  }

  /** Carries {@code error}, which {@code cause} made known. */
  public ExecException(ExecError error, Throwable cause) {
    super(error.text(), Objects.requireNonNull(cause, "cause"));
    this.error = error;
  }

  /** The error itself. */
  public ExecError error() {
    return error;
  }
}
