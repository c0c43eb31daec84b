package dev.schemend.exec.error;

import java.util.Optional;

/**
 * An error of the executor, as a value. The parts are those of a PostgreSQL error report (message,
 * detail, hint); the code is Prisma's where Prisma has one, so that scripts and people who know
 * {@code P3009} find it again. No part ever holds a password.
 */
public interface ExecError {

  /** Stable, for machines: {@code P1001}, {@code P3018} … */
  String code();

  /** What happened, in one sentence. */
  String message();

  /** Why, as far as it is known; empty where the message says it all. */
  String detail();

  /** What to do; never empty. */
  String hint();

  /** What the server said, where a server said something. */
  Optional<ServerError> server();

  /** All of it, for a person: code and message, detail and hint, a line each. */
  default String text() {
    StringBuilder text = new StringBuilder(code()).append(": ").append(message());
    if (!detail().isEmpty()) {
      text.append('\n').append(detail());
    }
    return text.append('\n').append("Hint: ").append(hint()).toString();
  }
}
