package dev.schemend.exec.introspect.postgres;

import dev.schemend.exec.introspect.CatalogQuery;
import java.util.List;

/**
 * The queries on objects that are carried, not understood. A row is kind, schema, name, member and
 * the server's text; what has no text function of its own is written out in the form of {@code
 * pg_dump}.
 */
final class OpaqueQueries {

  private OpaqueQueries() {}

  // All of them, whatever the schemas: an extension lives in none. Every new database has plpgsql.
  private static final String EXTENSIONS =
      """
      SELECT 'EXTENSION', '', e.extname::text, '',
             format('CREATE EXTENSION %I WITH SCHEMA %I', e.extname, n.nspname)
        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
       WHERE e.extname <> 'plpgsql'\
      """;

  private static final String DOMAINS =
      """
      SELECT 'DOMAIN', n.nspname::text, t.typname::text, '',
             format('CREATE DOMAIN %I.%I AS %s', n.nspname, t.typname,
                    format_type(t.typbasetype, t.typtypmod))
             || coalesce(' DEFAULT ' || t.typdefault, '')
             || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
             || coalesce((SELECT string_agg(format(' CONSTRAINT %I %s', k.conname,
                                                   pg_get_constraintdef(k.oid)), ''
                                            ORDER BY k.conname)
                            FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), '')
        FROM scope, pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
       WHERE t.typtype = 'd' AND n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_type", "t.oid");

  private static final String COMPOSITES =
      """
      SELECT 'COMPOSITE_TYPE', n.nspname::text, c.relname::text, '',
             format('CREATE TYPE %I.%I AS (%s)', n.nspname, c.relname,
                    (SELECT string_agg(format('%I %s', a.attname,
                                              format_type(a.atttypid, a.atttypmod)), ', '
                                       ORDER BY a.attnum)
                       FROM pg_attribute a
                      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped))
        FROM scope, pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'c' AND n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_type", "c.reltype");

  private static final String RANGES =
      """
      SELECT 'RANGE_TYPE', n.nspname::text, t.typname::text, '',
             format('CREATE TYPE %I.%I AS RANGE (subtype = %s)', n.nspname, t.typname,
                    format_type(g.rngsubtype, NULL))
        FROM scope, pg_range g JOIN pg_type t ON t.oid = g.rngtypid
        JOIN pg_namespace n ON n.oid = t.typnamespace
       WHERE n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_type", "t.oid");

  // Overloads share one name, as they do in a history; deptype 'i' leaves out the functions that
  // the server makes for a range type.
  private static final String ROUTINES =
      """
      SELECT CASE WHEN p.prokind = 'a' THEN 'AGGREGATE' ELSE 'ROUTINE' END, n.nspname::text,
             p.proname::text, '',
             string_agg(CASE WHEN p.prokind = 'a'
                             THEN format('CREATE AGGREGATE %I.%I(%s)', n.nspname, p.proname,
                                         pg_get_function_identity_arguments(p.oid))
                             ELSE pg_get_functiondef(p.oid) END,
                        E';\\n' ORDER BY pg_get_function_identity_arguments(p.oid))
        FROM scope, pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname = ANY (scope.schemas)
         AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_proc'::regclass
                            AND x.objid = p.oid AND x.deptype IN ('e', 'i'))
       GROUP BY p.prokind = 'a', n.nspname, p.proname\
      """;

  private static final String FOREIGN_TABLES =
      """
      SELECT 'FOREIGN_TABLE', r.schema::text, r.name::text, '',
             format('CREATE FOREIGN TABLE %I.%I (%s)', r.schema, r.name,
                    concat_ws(', ',
                      (SELECT string_agg(format('%I %s', a.attname,
                                                format_type(a.atttypid, a.atttypmod))
                                || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
                                || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), ''),
                                ', ' ORDER BY a.attnum)
                         FROM pg_attribute a
                         LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                        WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped),
                      (SELECT string_agg(format('CONSTRAINT %I %s', k.conname,
                                                pg_get_constraintdef(k.oid)), ', '
                                         ORDER BY k.conname)
                         FROM pg_constraint k
                        WHERE k.conrelid = r.oid AND k.contype = 'c')))
             || coalesce((SELECT ' INHERITS ('
                                 || string_agg(i.inhparent::regclass::text, ', '
                                               ORDER BY i.inhseqno) || ')'
                            FROM pg_inherits i WHERE i.inhrelid = r.oid
                          HAVING count(*) > 0), '')
             || coalesce(' ' || pg_get_expr(r.relpartbound, r.oid), '')
        FROM relation r
       WHERE r.kind = 'f'\
      """;

  private static final String VIEWS =
      """
      SELECT CASE r.kind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED_VIEW' END, r.schema::text,
             r.name::text, '',
             format('CREATE %s %I.%I AS %s',
                    CASE r.kind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED VIEW' END,
                    r.schema, r.name, pg_get_viewdef(r.oid))
             || coalesce((SELECT ' ' || string_agg(pg_get_indexdef(x.indexrelid), '; '
                                            ORDER BY x.indexrelid)
                            FROM pg_index x WHERE x.indrelid = r.oid), '')
        FROM relation r
       WHERE r.kind IN ('v', 'm')\
      """;

  // PostgreSQL 13 and newer copy triggers to partitions and name the original in tgparentid, which
  // 12 does not have: hence the look into the row as JSON.
  private static final String TRIGGERS =
      """
      SELECT 'TRIGGER', r.schema::text, r.name::text, t.tgname::text, pg_get_triggerdef(t.oid)
        FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid
       WHERE NOT t.tgisinternal AND coalesce(to_jsonb(t) ->> 'tgparentid', '0') = '0'\
      """;

  private static final String POLICIES =
      """
      SELECT 'POLICY', r.schema::text, r.name::text, p.polname::text,
             format('CREATE POLICY %I ON %I.%I AS %s FOR %s TO %s', p.polname, r.schema, r.name,
                    CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
                    CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT'
                                  WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
                    CASE WHEN p.polroles = '{0}' THEN 'PUBLIC'
                         ELSE (SELECT string_agg(quote_ident(o.rolname), ', ' ORDER BY o.rolname)
                                 FROM pg_roles o WHERE o.oid = ANY (p.polroles)) END)
             || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
             || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
        FROM relation r JOIN pg_policy p ON p.polrelid = r.oid\
      """;

  private static final String RULES =
      """
      SELECT 'RULE', r.schema::text, r.name::text, w.rulename::text, pg_get_ruledef(w.oid)
        FROM relation r JOIN pg_rewrite w ON w.ev_class = r.oid
       WHERE w.rulename <> '_RETURN'\
      """;

  private static final String STATISTICS =
      """
      SELECT 'STATISTICS', n.nspname::text, s.stxname::text, '',
             pg_get_statisticsobjdef(s.oid)
        FROM relation r JOIN pg_statistic_ext s ON s.stxrelid = r.oid
        JOIN pg_namespace n ON n.oid = s.stxnamespace\
      """;

  private static final String COLLATIONS =
      """
      SELECT 'COLLATION', n.nspname::text, l.collname::text, '',
             format('CREATE COLLATION %I.%I (provider = %L)', n.nspname, l.collname,
                    l.collprovider)
        FROM scope, pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace
       WHERE n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_collation", "l.oid");

  private static final String EVENT_TRIGGERS =
      """
      SELECT 'EVENT_TRIGGER', '', e.evtname::text, '',
             format('CREATE EVENT TRIGGER %I ON %s EXECUTE FUNCTION %s()', e.evtname,
                    e.evtevent, e.evtfoid::regproc)
        FROM whole, pg_event_trigger e
       WHERE whole.database AND
      """
          + CatalogQueries.notOfExtension("pg_event_trigger", "e.oid");

  /** Takes schemas, ignored tables, and whether the scope is the whole database. */
  static final CatalogQuery OBJECTS =
      new CatalogQuery(
          "pg_class, pg_type, pg_proc, pg_trigger, pg_policy, pg_rewrite, pg_extension",
          CatalogQueries.RELATIONS
              + ", whole AS (SELECT ?::boolean AS database)\n"
              + String.join(
                  "\nUNION ALL\n",
                  List.of(
                      EXTENSIONS,
                      RANGES,
                      COMPOSITES,
                      DOMAINS,
                      ROUTINES,
                      FOREIGN_TABLES,
                      VIEWS,
                      TRIGGERS,
                      POLICIES,
                      RULES,
                      STATISTICS,
                      COLLATIONS,
                      EVENT_TRIGGERS))
              + "\nORDER BY 1, 2, 3, 4");

  /**
   * What those objects need: kind, schema, name and member of the one; kind, schema and name of the
   * other.
   */
  static final CatalogQuery DEPENDENCIES =
      new CatalogQuery(
          "pg_depend, pg_rewrite, pg_inherits, pg_trigger",
          CatalogQueries.RELATIONS
              + """
              , target AS (
                SELECT 'pg_class'::regclass AS catalog, c.oid,
                       CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED_VIEW'
                                      WHEN 'f' THEN 'FOREIGN_TABLE' WHEN 'S' THEN 'SEQUENCE'
                                      ELSE 'TABLE' END AS kind,
                       n.nspname AS schema, c.relname AS name
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                UNION ALL
                SELECT 'pg_proc'::regclass, p.oid, 'ROUTINE', n.nspname, p.proname
                  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                 WHERE p.prokind <> 'a'
                UNION ALL
                SELECT 'pg_type'::regclass, t.oid, 'ENUM_TYPE', n.nspname, t.typname
                  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                 WHERE t.typtype = 'e')
              SELECT CASE r.kind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED_VIEW' END, r.schema::text,
                     r.name::text, '', g.kind, g.schema::text, g.name::text
                FROM relation r
                JOIN pg_rewrite w ON w.ev_class = r.oid
                JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
                JOIN target g ON g.catalog = d.refclassid AND g.oid = d.refobjid
               WHERE r.kind IN ('v', 'm') AND g.oid <> r.oid
                 AND g.schema <> 'pg_catalog'
               UNION
              SELECT 'TRIGGER', r.schema::text, r.name::text, t.tgname::text, g.kind,
                     g.schema::text, g.name::text
                FROM relation r
                JOIN pg_trigger t ON t.tgrelid = r.oid
                JOIN target g ON g.catalog = 'pg_proc'::regclass AND g.oid = t.tgfoid
               WHERE NOT t.tgisinternal AND g.schema <> 'pg_catalog'
               UNION
              SELECT 'FOREIGN_TABLE', r.schema::text, r.name::text, '', g.kind, g.schema::text,
                     g.name::text
                FROM relation r
                JOIN pg_inherits i ON i.inhrelid = r.oid
                JOIN target g ON g.catalog = 'pg_class'::regclass AND g.oid = i.inhparent
               WHERE r.kind = 'f'
               ORDER BY 1, 2, 3, 4, 5, 6, 7
              """);
}
