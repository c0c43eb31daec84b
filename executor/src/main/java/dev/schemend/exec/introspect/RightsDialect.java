package dev.schemend.exec.introspect;

import dev.schemend.dialect.RightsBasis;
import dev.schemend.exec.connect.Database;
import java.util.Optional;

/** How a kind of server is asked who is at work. */
public interface RightsDialect {

  /**
   * The roles behind a connection; empty for servers whose owners and privileges are not compared.
   *
   * @throws dev.schemend.exec.error.ExecException with {@link IntrospectionError}
   */
  Optional<RightsBasis> basis(Database database);
}
