package dev.schemend.dialect.postgres;

import dev.schemend.apply.Session;
import dev.schemend.dialect.RightsBasis;
import dev.schemend.model.Role;
import dev.schemend.name.Identifier;
import java.util.Objects;

/** Who a session's statements run as. */
record SessionRoles(RightsBasis basis, Session settings) {

  /** What {@code SET ROLE} sets; also the name under which the frontend tells of it. */
  static final String ROLE = "role";

  /** What {@code SET SESSION AUTHORIZATION} sets. */
  static final String AUTHORIZATION = "session_authorization";

  SessionRoles {
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(settings, "settings");
  }

  /** The session's own role. */
  Role session() {
    return settings
        .variable(AUTHORIZATION)
        .map(name -> Role.named(Identifier.of(name)))
        .orElse(basis.session());
  }

  /** The role whose rights count. */
  Role current() {
    return settings
        .variable(ROLE)
        .map(name -> Role.named(Identifier.of(name)))
        .orElseGet(this::session);
  }

  /** The role that a statement means. */
  Role of(Role written) {
    return switch (written.kind()) {
      case CURRENT -> current();
      case SESSION -> session();
      case PUBLIC, NAMED -> written;
    };
  }
}
