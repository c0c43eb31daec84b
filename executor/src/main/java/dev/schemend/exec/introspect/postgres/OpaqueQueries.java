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

  // Overloads share one name.
  private static final String AGGREGATES =
      """
      SELECT 'AGGREGATE', n.nspname::text, p.proname::text, '',
             string_agg(format('CREATE AGGREGATE %I.%I(%s)', n.nspname, p.proname,
                               pg_get_function_identity_arguments(p.oid)),
                        E';\\n' ORDER BY pg_get_function_identity_arguments(p.oid))
        FROM scope, pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname = ANY (scope.schemas) AND p.prokind = 'a'
         AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_proc'::regclass
                            AND x.objid = p.oid AND x.deptype IN ('e', 'i'))
       GROUP BY n.nspname, p.proname\
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

  // Texts of their own they have none; that they are there keeps a plan from making them again.
  private static final String PUBLICATIONS =
      """
      SELECT 'PUBLICATION', '', p.pubname::text, '', format('CREATE PUBLICATION %I', p.pubname)
        FROM whole, pg_publication p
       WHERE whole.database\
      """;

  private static final String SERVERS =
      """
      SELECT 'FOREIGN_SERVER', '', s.srvname::text, '',
             format('CREATE SERVER %I FOREIGN DATA WRAPPER %I', s.srvname, w.fdwname)
        FROM whole, pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
       WHERE whole.database AND
      """
          + CatalogQueries.notOfExtension("pg_foreign_server", "s.oid");

  private static final String TEXT_SEARCH =
      """
      SELECT 'TEXT_SEARCH', n.nspname::text, o.name::text, '',
             format('CREATE TEXT SEARCH %s %I.%I', o.kind, n.nspname, o.name)
        FROM scope, (SELECT 'CONFIGURATION' AS kind, 'pg_ts_config'::regclass AS class, oid,
                            cfgname AS name, cfgnamespace AS namespace FROM pg_ts_config
                     UNION ALL
                     SELECT 'DICTIONARY', 'pg_ts_dict'::regclass, oid, dictname, dictnamespace
                       FROM pg_ts_dict) o
        JOIN pg_namespace n ON n.oid = o.namespace
       WHERE n.nspname = ANY (scope.schemas)
         AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = o.class
                            AND x.objid = o.oid AND x.deptype = 'e')\
      """;

  /** Takes schemas, ignored tables, and whether the scope is the whole database. */
  static final CatalogQuery OBJECTS =
      new CatalogQuery(
          "pg_class, pg_proc, pg_statistic_ext, pg_collation, pg_event_trigger",
          CatalogQueries.RELATIONS
              + ", whole AS (SELECT ?::boolean AS database)\n"
              + String.join(
                  "\nUNION ALL\n",
                  List.of(
                      AGGREGATES,
                      FOREIGN_TABLES,
                      STATISTICS,
                      COLLATIONS,
                      EVENT_TRIGGERS,
                      PUBLICATIONS,
                      SERVERS,
                      TEXT_SEARCH))
              + "\nORDER BY 1, 2, 3, 4");

  /**
   * What those objects need: kind, schema, name and member of the one; kind, schema and name of the
   * other.
   */
  static final CatalogQuery DEPENDENCIES =
      new CatalogQuery(
          "pg_inherits",
          CatalogQueries.RELATIONS
              + """
              SELECT 'FOREIGN_TABLE', r.schema::text, r.name::text, '', 'TABLE', n.nspname::text,
                     c.relname::text
                FROM relation r
                JOIN pg_inherits i ON i.inhrelid = r.oid
                JOIN pg_class c ON c.oid = i.inhparent
                JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE r.kind = 'f'
               ORDER BY 1, 2, 3, 4, 5, 6, 7
              """);
}
