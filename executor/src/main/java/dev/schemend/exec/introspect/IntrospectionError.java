package dev.schemend.exec.introspect;

import dev.schemend.exec.error.ExecError;
import dev.schemend.exec.error.ServerError;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A server's schema could not be read.
 *
 * @param kind why
 * @param catalogs the catalogs that the refused query reads: {@code pg_constraint}, {@code
 *     information_schema.TABLES}
 * @param server what the server, or its driver, said
 */
public record IntrospectionError(
    IntrospectionErrorKind kind, String catalogs, Optional<ServerError> server)
    implements ExecError {

  // PostgreSQL's insufficient_privilege; MySQL's ER_TABLEACCESS_DENIED_ERROR and its like.
  private static final Set<String> DENIED_STATES = Set.of("42501");
  private static final Set<Integer> DENIED_NUMBERS = Set.of(1044, 1045, 1142, 1143, 1227, 1370);

  /** Rejects null parts. */
  public IntrospectionError {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(catalogs, "catalogs");
    Objects.requireNonNull(server, "server");
  }

  /** The error behind a refused query. */
  public static IntrospectionError of(String catalogs, SQLException failure) {
    ServerError said = ServerError.of(failure);
    return new IntrospectionError(kind(said), catalogs, Optional.of(said));
  }

  private static IntrospectionErrorKind kind(ServerError said) {
    if (DENIED_STATES.contains(said.sqlState()) || DENIED_NUMBERS.contains(said.vendorCode())) {
      return IntrospectionErrorKind.DENIED;
    }
    return said.sqlState().startsWith("08")
        ? IntrospectionErrorKind.CONNECTION_LOST
        : IntrospectionErrorKind.REFUSED;
  }

  @Override
  public String code() {
    return kind.code();
  }

  @Override
  public String message() {
    return kind.summary() + " " + catalogs + ".";
  }

  @Override
  public String detail() {
    return server.map(ServerError::line).orElse("");
  }

  @Override
  public String hint() {
    return kind.hint();
  }
}
