package dev.schemend.exec.migrate;

import dev.schemend.exec.error.ExecError;
import dev.schemend.exec.error.ServerError;
import java.util.Objects;
import java.util.Optional;

/**
 * A database could not be emptied (Prisma's P3016).
 *
 * @param database its name
 * @param said what the server said
 */
public record ResetError(String database, ServerError said) implements ExecError {

  /** Rejects null parts. */
  public ResetError {
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(said, "said");
  }

  @Override
  public String code() {
    return "P3016";
  }

  @Override
  public String message() {
    return "The database " + database + " could not be reset.";
  }

  @Override
  public String detail() {
    return said.line();
  }

  @Override
  public String hint() {
    return "Some of it may be gone already; connect as the owner of what it holds, and reset"
        + " again.";
  }

  @Override
  public Optional<ServerError> server() {
    return Optional.of(said);
  }
}
