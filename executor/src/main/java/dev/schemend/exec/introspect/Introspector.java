package dev.schemend.exec.introspect;

import java.sql.Connection;

/** PORT: reads the schema of a live server. One adapter per dialect. */
public interface Introspector {

  /**
   * The statements that would make what the server holds, with every name written out. The number
   * of queries does not depend on the number of tables.
   *
   * @param session in autocommit mode, as a pool gives it out; it is left in the state it came in
   * @throws dev.schemend.exec.error.ExecException with {@link IntrospectionError}
   */
  LiveCatalog read(Connection session, IntrospectionScope scope);
}
