package dev.schemend.exec.connect;

import dev.schemend.exec.error.ExecError;
import dev.schemend.exec.error.ServerError;
import java.util.Objects;
import java.util.Optional;

/**
 * A URL that cannot be understood: Prisma's P1013.
 *
 * @param problem what is wrong with it
 * @param detail the parameter's name, or empty; never a part of the URL that could hold a password
 */
public record InvalidUrl(UrlProblem problem, String detail) implements ExecError {

  /** Rejects null parts. */
  public InvalidUrl {
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(detail, "detail");
  }

  @Override
  public String code() {
    return "P1013";
  }

  @Override
  public String message() {
    return "The database URL is invalid: " + problem.explanation() + ".";
  }

  @Override
  public String hint() {
    return problem.hint();
  }

  @Override
  public Optional<ServerError> server() {
    return Optional.empty();
  }
}
