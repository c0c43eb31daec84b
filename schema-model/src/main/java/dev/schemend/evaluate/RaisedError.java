package dev.schemend.evaluate;

import dev.schemend.apply.ErrorCode;
import java.io.Serial;

/** An error of the server that code may catch. Never leaves the evaluator. */
public final class RaisedError extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final transient ErrorCode code;

  /** An error with its code and what it says. */
  public RaisedError(ErrorCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** Its code. */
  public ErrorCode code() {
    return code;
  }
}
