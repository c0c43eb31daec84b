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

  // Overloads share one name, and classes one with the family that is made for them.
  private static final String OPERATORS =
      """
      SELECT 'OPERATOR', n.nspname::text, o.name, '',
             string_agg(format('CREATE %s %I.%s', o.kind, n.nspname, o.text), E';\\n'
                        ORDER BY o.kind, o.text)
        FROM scope, (SELECT 'pg_operator'::regclass AS class, oid, oprnamespace AS namespace,
                            oprname::text AS name, 'OPERATOR' AS kind,
                            format('%s (%s, %s)', oprname, oprleft::regtype, oprright::regtype)
                              AS text
                       FROM pg_operator
                      WHERE oprcode <> 0
                     UNION ALL
                     SELECT 'pg_opclass'::regclass, oid, opcnamespace, opcname::text,
                            'OPERATOR CLASS', quote_ident(opcname) FROM pg_opclass
                     UNION ALL
                     SELECT 'pg_opfamily'::regclass, oid, opfnamespace, opfname::text,
                            'OPERATOR FAMILY', quote_ident(opfname) FROM pg_opfamily) o
        JOIN pg_namespace n ON n.oid = o.namespace
       WHERE n.nspname = ANY (scope.schemas)
         AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = o.class
                            AND x.objid = o.oid AND x.deptype = 'e')
       GROUP BY n.nspname, o.name\
      """;

  /** Takes schemas, ignored tables, and whether the scope is the whole database. */
  static final CatalogQuery OBJECTS =
      new CatalogQuery(
          "pg_class, pg_operator, pg_foreign_server, pg_ts_config, pg_ts_dict",
          CatalogQueries.RELATIONS
              + ", whole AS (SELECT ?::boolean AS database)\n"
              + String.join(
                  "\nUNION ALL\n", List.of(OPERATORS, FOREIGN_TABLES, SERVERS, TEXT_SEARCH))
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
