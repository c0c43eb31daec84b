package dev.schemend.exec.postgres;

import dev.schemend.dialect.RightsBasis;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.introspect.CatalogQuery;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.RightsDialect;
import dev.schemend.model.Role;
import dev.schemend.name.Identifier;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/** Who a connection to PostgreSQL works as, and who made the server. */
final class PostgresRoles implements RightsDialect {

  // The first role has a number of its own (BOOTSTRAP_SUPERUSERID).
  private static final CatalogQuery ROLES =
      new CatalogQuery("pg_roles", "SELECT current_user, pg_get_userbyid(10)");

  @Override
  public Optional<RightsBasis> basis(Database database) {
    Connection session = database.session();
    try {
      return new CatalogSession(session)
              .rows(
                  ROLES,
                  List.of(),
                  row -> new RightsBasis(role(row.getString(1)), role(row.getString(2))))
              .stream()
              .findFirst();
    } finally {
      database.end(session);
    }
  }

  private static Role role(String name) {
    return Role.named(Identifier.of(name));
  }
}
