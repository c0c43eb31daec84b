package dev.schemend.dialect;

import dev.schemend.model.Role;
import java.util.Objects;

/**
 * Who is at work, where owners and privileges are part of the schema.
 *
 * @param session whose objects those are that nobody says otherwise of: a live connection's role,
 *     {@link Role#SESSION} where there is no connection
 * @param bootstrap the server's first role, which owns what is in every new database
 */
public record RightsBasis(Role session, Role bootstrap) {

  /** Rejects null parts. */
  public RightsBasis {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(bootstrap, "bootstrap");
  }
}
