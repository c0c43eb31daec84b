package dev.schemend.exec.introspect.postgres;

import dev.schemend.exec.introspect.CatalogQuery;

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

  /** Takes schemas and ignored tables. */
  static final CatalogQuery OBJECTS =
      new CatalogQuery(
          "pg_class", CatalogQueries.RELATIONS + FOREIGN_TABLES + "\nORDER BY 1, 2, 3, 4");

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
