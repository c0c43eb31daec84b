package dev.schemend.exec.introspect;

import dev.schemend.exec.connect.Database;
import dev.schemend.model.Table;
import java.sql.Connection;
import java.util.List;

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

  /**
   * The same over a session of its own, which is ended afterwards.
   *
   * @throws dev.schemend.exec.error.ExecException with {@link IntrospectionError}, or with {@link
   *     dev.schemend.exec.connect.ConnectError} where no session can be had
   */
  default LiveCatalog read(Database database, IntrospectionScope scope) {
    Connection session = database.session();
    try {
      return read(session, scope);
    } finally {
      database.end(session);
    }
  }

  /**
   * The views as tables of their columns, with the types that the server shows; not the
   * materialised ones. A view has no keys, and its columns take {@code NULL} wherever the server
   * does not say otherwise.
   *
   * @param session as for {@link #read(Connection, IntrospectionScope)}
   * @throws dev.schemend.exec.error.ExecException with {@link IntrospectionError}
   */
  List<Table> views(Connection session, IntrospectionScope scope);

  /**
   * The same over a session of its own, which is ended afterwards.
   *
   * @throws dev.schemend.exec.error.ExecException as {@link #read(Database, IntrospectionScope)}
   */
  default List<Table> views(Database database, IntrospectionScope scope) {
    Connection session = database.session();
    try {
      return views(session, scope);
    } finally {
      database.end(session);
    }
  }
}
