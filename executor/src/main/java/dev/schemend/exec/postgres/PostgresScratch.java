package dev.schemend.exec.postgres;

import dev.schemend.exec.scratch.ScratchDialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Scratch databases on PostgreSQL. What initdb makes has an object identifier below 16384 (manual,
 * "Object Identifiers Assignment"), all else has been made by somebody.
 */
final class PostgresScratch implements ScratchDialect {

  /**
   * Everything of its own, in the order in which it can be dropped: first what reacts to drops or
   * holds on to much, last what others live in. Members of extensions go with them, as do indexes,
   * triggers, policies and the like with their tables, and what a type has of its own.
   */
  private static final String OBJECTS =
      """
      WITH catalogs(rank, classid, objid) AS (
        SELECT 0, 'pg_event_trigger'::regclass, oid FROM pg_event_trigger
        UNION ALL SELECT 1, 'pg_subscription'::regclass, oid FROM pg_subscription
                   WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        UNION ALL SELECT 2, 'pg_publication'::regclass, oid FROM pg_publication
        UNION ALL SELECT 3, 'pg_extension'::regclass, oid FROM pg_extension
        UNION ALL SELECT CASE relkind WHEN 'v' THEN 4 WHEN 'm' THEN 5 WHEN 'S' THEN 7 ELSE 6 END,
                         'pg_class'::regclass, oid
                    FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
        UNION ALL SELECT 8, 'pg_proc'::regclass, oid FROM pg_proc
        UNION ALL SELECT 9, 'pg_opclass'::regclass, oid FROM pg_opclass
        UNION ALL SELECT 10, 'pg_opfamily'::regclass, oid FROM pg_opfamily
        UNION ALL SELECT 11, 'pg_operator'::regclass, oid FROM pg_operator
        UNION ALL SELECT 12, 'pg_cast'::regclass, oid FROM pg_cast
        UNION ALL SELECT 13, 'pg_type'::regclass, t.oid FROM pg_type t
                   WHERE t.typtype IN ('b', 'd', 'e', 'p', 'r') AND t.typelem = 0
                      OR t.typtype = 'c'
                         AND (SELECT relkind FROM pg_class c WHERE c.oid = t.typrelid) = 'c'
        UNION ALL SELECT 14, 'pg_ts_config'::regclass, oid FROM pg_ts_config
        UNION ALL SELECT 15, 'pg_ts_dict'::regclass, oid FROM pg_ts_dict
        UNION ALL SELECT 16, 'pg_ts_template'::regclass, oid FROM pg_ts_template
        UNION ALL SELECT 17, 'pg_ts_parser'::regclass, oid FROM pg_ts_parser
        UNION ALL SELECT 18, 'pg_collation'::regclass, oid FROM pg_collation
        UNION ALL SELECT 19, 'pg_conversion'::regclass, oid FROM pg_conversion
        UNION ALL SELECT 20, 'pg_am'::regclass, oid FROM pg_am
        UNION ALL SELECT 21, 'pg_language'::regclass, oid FROM pg_language
        UNION ALL SELECT 22, 'pg_foreign_data_wrapper'::regclass, oid FROM pg_foreign_data_wrapper
        UNION ALL SELECT 23, 'pg_namespace'::regclass, oid FROM pg_namespace
                   WHERE nspname <> 'public' AND nspname !~ '^pg_'
      )
      SELECT o.type,
             -- DROP wants a star where an aggregate has no arguments.
             CASE WHEN o.type = 'aggregate' AND right(o.identity, 2) = '()'
                  THEN left(o.identity, -2) || '(*)' ELSE o.identity END
        FROM catalogs c, pg_identify_object(c.classid, c.objid, 0) o
       WHERE c.objid >= 16384
         AND o.identity IS NOT NULL
         AND coalesce(o.schema, '') !~ '^pg_(toast|temp)'
         AND NOT EXISTS (SELECT FROM pg_depend d
                          WHERE d.classid = c.classid AND d.objid = c.objid
                            AND d.objsubid = 0 AND d.deptype IN ('e', 'i'))
       ORDER BY c.rank, o.identity
      """;

  /** Privileges for objects to come, of the database as a whole: those of a schema go with it. */
  private static final String DEFAULT_PRIVILEGES =
      """
      SELECT DISTINCT pg_get_userbyid(d.defaclrole), d.defaclobjtype,
             CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END
        FROM pg_default_acl d LEFT JOIN LATERAL aclexplode(d.defaclacl) a ON true
       WHERE d.defaclnamespace = 0
      """;

  private static final String PUBLIC_IS_THERE =
      "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'public'),"
          + " current_setting('server_version_num')::int >= 150000,"
          + " (SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace"
          + " WHERE nspname = 'public') IS DISTINCT FROM 'standard public schema'";

  private record Named(String type, String identity) {

    /** The kind of object as DROP spells it. */
    String words() {
      return switch (type) {
        case "foreign-data wrapper" -> "FOREIGN DATA WRAPPER";
        default -> type.toUpperCase(Locale.ROOT);
      };
    }
  }

  @Override
  public List<String> contents(Connection session) throws SQLException {
    return objects(session).stream().map(object -> object.type + " " + object.identity).toList();
  }

  private static List<Named> objects(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(OBJECTS)) {
      List<Named> objects = new ArrayList<>();
      while (row.next()) {
        objects.add(new Named(row.getString(1), row.getString(2)));
      }
      return objects;
    }
  }

  @Override
  public void clear(Connection session) throws SQLException {
    try (Statement statement = session.createStatement()) {
      // One by one: a single transaction may not hold locks on thousands of tables.
      for (Named object : objects(session)) {
        if (object.type.equals("subscription")) {
          // Else the server would ask the publisher to drop its end.
          statement.execute("ALTER SUBSCRIPTION " + object.identity + " DISABLE");
          statement.execute("ALTER SUBSCRIPTION " + object.identity + " SET (slot_name = NONE)");
        }
        statement.execute("DROP " + object.words() + " IF EXISTS " + object.identity + " CASCADE");
      }
      for (String revocation : revocations(session)) {
        statement.execute(revocation);
      }
      restorePublic(statement);
    }
  }

  /** Back to the built-in privileges (manual, "Privileges", table of access privileges). */
  private static List<String> revocations(Connection session) throws SQLException {
    List<String> revocations = new ArrayList<>();
    Set<String> grants = new TreeSet<>();
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(DEFAULT_PRIVILEGES)) {
      while (row.next()) {
        String owner = PostgresConnector.quoted(row.getString(1));
        String kind =
            switch (row.getString(2)) {
              case "r" -> "TABLES";
              case "S" -> "SEQUENCES";
              case "f" -> "FUNCTIONS";
              case "T" -> "TYPES";
              case "n" -> "SCHEMAS";
              default -> "LARGE OBJECTS";
            };
        String prefix = "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner;
        if (row.getString(3) != null) {
          revocations.add(prefix + " REVOKE ALL ON " + kind + " FROM " + row.getString(3));
        }
        grants.add(prefix + " GRANT ALL ON " + kind + " TO " + owner);
        if (kind.equals("FUNCTIONS") || kind.equals("TYPES")) {
          grants.add(prefix + " GRANT ALL ON " + kind + " TO PUBLIC");
        }
      }
    }
    revocations.addAll(grants);
    return revocations;
  }

  /** As initdb makes it (manual, "The Public Schema"; release notes of 15). */
  private static void restorePublic(Statement statement) throws SQLException {
    boolean missing;
    boolean ownedByDatabaseOwner;
    boolean commentedOtherwise;
    try (ResultSet row = statement.executeQuery(PUBLIC_IS_THERE)) {
      row.next();
      missing = !row.getBoolean(1);
      ownedByDatabaseOwner = row.getBoolean(2);
      commentedOtherwise = row.getBoolean(3);
    }
    if (missing) {
      statement.execute(
          ownedByDatabaseOwner
              ? "CREATE SCHEMA public AUTHORIZATION pg_database_owner"
              : "CREATE SCHEMA public");
      statement.execute(
          "GRANT " + (ownedByDatabaseOwner ? "USAGE" : "ALL") + " ON SCHEMA public TO PUBLIC");
    }
    if (commentedOtherwise) {
      statement.execute("COMMENT ON SCHEMA public IS 'standard public schema'");
    }
  }

  @Override
  public Set<String> roles(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery("SELECT rolname FROM pg_roles")) {
      Set<String> roles = new TreeSet<>();
      while (row.next()) {
        roles.add(row.getString(1));
      }
      return roles;
    }
  }

  @Override
  public void createRole(Connection session, String name) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute("CREATE ROLE " + PostgresConnector.quoted(name));
    }
  }

  @Override
  public void dropRole(Connection session, String name) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute("DROP OWNED BY " + PostgresConnector.quoted(name) + " CASCADE");
      statement.execute("DROP ROLE " + PostgresConnector.quoted(name));
    }
  }

  @Override
  public Set<String> otherDatabases(Connection session) {
    return Set.of();
  }

  @Override
  public void dropDatabase(Connection session, String name) {
    throw new UnsupportedOperationException("a session sees one database: " + name);
  }
}
