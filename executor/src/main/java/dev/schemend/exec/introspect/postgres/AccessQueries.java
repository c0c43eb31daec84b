package dev.schemend.exec.introspect.postgres;

import dev.schemend.exec.introspect.CatalogQuery;
import java.util.List;

/**
 * The queries on owners and privileges. Privileges come as a list for each two roles, with a star
 * behind those that may be passed on; a role without a name is everybody.
 */
final class AccessQueries {

  private AccessQueries() {}

  private static final String RELATIONS =
      """
      SELECT CASE r.kind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED_VIEW'
                         WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN_TABLE' ELSE 'TABLE' END,
             r.schema::text, r.name::text, ''::text, c.relowner,
             coalesce(c.relacl, acldefault(CASE r.kind WHEN 'S' THEN 's'::"char"
                                                       ELSE 'r'::"char" END, c.relowner))
        FROM relation r JOIN pg_class c ON c.oid = r.oid\
      """;

  private static final String COLUMNS =
      """
      SELECT 'COLUMN', r.schema::text, r.name::text, a.attname::text, NULL, a.attacl
        FROM relation r
        JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE a.attacl IS NOT NULL\
      """;

  private static final String SCHEMAS =
      """
      SELECT 'SCHEMA', '', n.nspname::text, '', n.nspowner,
             coalesce(n.nspacl, acldefault('n', n.nspowner))
        FROM scope, pg_namespace n
       WHERE n.nspname = ANY (scope.schemas)\
      """;

  private static final String ROUTINES =
      """
      SELECT CASE p.prokind WHEN 'a' THEN 'AGGREGATE' ELSE 'ROUTINE' END, n.nspname::text,
             p.proname::text,
             format('%I.%I(%s)', n.nspname, p.proname,
                    CASE WHEN p.prokind = 'a' AND p.pronargs = 0 THEN '*'
                         ELSE pg_get_function_identity_arguments(p.oid) END),
             p.proowner, coalesce(p.proacl, acldefault('f', p.proowner))
        FROM scope, pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname = ANY (scope.schemas)
         AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_proc'::regclass
                            AND x.objid = p.oid AND x.deptype IN ('e', 'i'))\
      """;

  private static final String TYPES =
      """
      SELECT CASE t.typtype WHEN 'e' THEN 'ENUM_TYPE' WHEN 'd' THEN 'DOMAIN'
                            WHEN 'r' THEN 'RANGE_TYPE' ELSE 'COMPOSITE_TYPE' END,
             n.nspname::text, t.typname::text, '', t.typowner,
             coalesce(t.typacl, acldefault('T', t.typowner))
        FROM scope, pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        LEFT JOIN pg_class c ON c.oid = t.typrelid
       WHERE n.nspname = ANY (scope.schemas)
         AND (t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c')\
      """;

  private static final String OTHERS =
      """
      SELECT 'COLLATION', n.nspname::text, l.collname::text, '', l.collowner, NULL
        FROM scope, pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace
       WHERE n.nspname = ANY (scope.schemas)
      UNION ALL
      SELECT 'STATISTICS', n.nspname::text, s.stxname::text, '', s.stxowner, NULL
        FROM scope, pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
       WHERE n.nspname = ANY (scope.schemas)
      UNION ALL
      SELECT 'EVENT_TRIGGER', '', e.evtname::text, '', e.evtowner, NULL FROM pg_event_trigger e
      UNION ALL
      SELECT 'PUBLICATION', '', p.pubname::text, '', p.pubowner, NULL FROM pg_publication p
      UNION ALL
      SELECT 'FOREIGN_SERVER', '', s.srvname::text, '', s.srvowner,
             coalesce(s.srvacl, acldefault('S', s.srvowner))
        FROM pg_foreign_server s\
      """;

  private static final String GRANTS =
      """
      SELECT x.grantee, x.grantor,
             string_agg(x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ',')
               AS privileges
        FROM aclexplode(i.acl) x GROUP BY x.grantee, x.grantor\
      """;

  /**
   * Kind, schema, name and member (of a routine: how a statement names it); owner; grantee, grantor
   * and privileges, where there are any. Tables come first: their sequences go with them.
   */
  static final CatalogQuery RIGHTS =
      new CatalogQuery(
          "pg_class, pg_attribute, pg_namespace, pg_proc, pg_type",
          CatalogQueries.RELATIONS
              + ", item (kind, schema, name, member, owner, acl) AS (\n"
              + String.join(
                  "\nUNION ALL\n", List.of(RELATIONS, COLUMNS, SCHEMAS, ROUTINES, TYPES, OTHERS))
              + """
              )
              SELECT i.kind, i.schema, i.name, i.member, pg_get_userbyid(i.owner),
                     CASE g.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(g.grantee) END,
                     pg_get_userbyid(g.grantor), g.privileges
                FROM item i LEFT JOIN LATERAL (
              """
              + GRANTS
              + """
              ) g ON true
               ORDER BY i.kind <> 'TABLE', 1, 2, 3, 4
              """);

  /**
   * Role, schema (empty for everywhere), kind of object; grantee, grantor and privileges.
   *
   * <p>Takes schemas, ignored tables, and whether the scope is the whole database.
   */
  static final CatalogQuery DEFAULTS =
      new CatalogQuery(
          "pg_default_acl",
          """
          WITH scope AS (SELECT ?::text[] AS schemas, ?::text[] AS ignored, ?::boolean AS whole),
          item AS (
            SELECT pg_get_userbyid(d.defaclrole) AS role, coalesce(n.nspname::text, '') AS schema,
                   CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
                        WHEN 'f' THEN 'ROUTINES' WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END AS kind,
                   d.defaclacl AS acl
              FROM scope, pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
             WHERE d.defaclobjtype IN ('r', 'S', 'f', 'T', 'n')
               AND (n.nspname = ANY (scope.schemas) OR (n.oid IS NULL AND scope.whole)))
          SELECT i.role, i.schema, i.kind,
                 CASE g.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(g.grantee) END,
                 pg_get_userbyid(g.grantor), g.privileges
            FROM item i LEFT JOIN LATERAL (
          """
              + GRANTS
              + """
              ) g ON true
               ORDER BY 1, 2, 3
              """);
}
