package dev.schemend.exec.introspect.postgres;

import dev.schemend.exec.introspect.CatalogQuery;

/**
 * The queries on tables and what belongs to them. Each takes two parameters, the schemas and the
 * ignored tables, and runs under an empty search path, so that every name in a definition is
 * qualified (manual, 9.27.4 and 54; {@code pg_dump} does the same).
 */
final class CatalogQueries {

  private CatalogQueries() {}

  /**
   * Makes the deparser's output independent of the session, for the transaction: names, dates,
   * intervals, floating-point numbers and binary strings, as {@code pg_dump} sets them. Compiling
   * these queries would cost more than running them.
   */
  static final CatalogQuery SETTINGS =
      new CatalogQuery(
          "the session's settings",
          """
          SELECT set_config('search_path', '', true),
                 set_config('quote_all_identifiers', 'off', true),
                 set_config('standard_conforming_strings', 'on', true),
                 set_config('DateStyle', 'ISO, YMD', true),
                 set_config('IntervalStyle', 'postgres', true),
                 set_config('TimeZone', 'UTC', true),
                 set_config('extra_float_digits', '3', true),
                 set_config('bytea_output', 'hex', true),
                 set_config('jit', 'off', true)
          """);

  /**
   * Takes the schemas of the scope and the ignored tables; without schemas, all that neither server
   * nor extension owns, and that are not there for the ignored tables alone (a history tool's own).
   */
  static final CatalogQuery SCHEMAS =
      new CatalogQuery(
          "pg_namespace",
          """
          SELECT n.nspname
            FROM pg_namespace n, (SELECT ?::text[] AS schemas, ?::text[] AS ignored) scope
           WHERE CASE WHEN cardinality(scope.schemas) > 0 THEN n.nspname = ANY (scope.schemas)
                      ELSE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                           AND %s
                           AND (n.nspname = 'public' OR NOT (
                             EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid
                                        AND c.relname = ANY (scope.ignored))
                             AND NOT EXISTS (SELECT FROM pg_class c
                                              WHERE c.relnamespace = n.oid
                                                AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                                                AND NOT c.relname = ANY (scope.ignored))))
                      END
           ORDER BY n.nspname
          """
              .formatted(notOfExtension("pg_namespace", "n.oid")));

  /** Relations of the scope that no extension owns, as {@code relation}. */
  static final String RELATIONS =
      """
      WITH scope AS (SELECT ?::text[] AS schemas, ?::text[] AS ignored),
      relation AS (
        SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind,
               c.relkind IN ('r', 'p') AS modelled, c.relkind = 'p' AS partitioned,
               c.relpersistence, c.reloptions, c.reltoastrelid, c.relrowsecurity,
               c.relforcerowsecurity, c.relreplident, c.relam, c.reltablespace, c.reloftype,
               c.relispartition, c.relpartbound
          FROM scope, pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = ANY (scope.schemas)
           AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
           AND NOT c.relname = ANY (scope.ignored)
           AND %s)
      """
          .formatted(notOfExtension("pg_class", "c.oid"));

  static final CatalogQuery ENUMS =
      new CatalogQuery(
          "pg_type, pg_enum",
          """
          SELECT n.nspname, t.typname,
                 array_remove(array_agg(e.enumlabel::text ORDER BY e.enumsortorder), NULL)
            FROM (SELECT ?::text[] AS schemas, ?::text[] AS ignored) scope,
                 pg_type t
            JOIN pg_namespace n ON n.oid = t.typnamespace
            LEFT JOIN pg_enum e ON e.enumtypid = t.oid
           WHERE t.typtype = 'e' AND n.nspname = ANY (scope.schemas) AND %s
           GROUP BY n.nspname, t.typname
           ORDER BY n.nspname, t.typname
          """
              .formatted(notOfExtension("pg_type", "t.oid")));

  /** Sequences that are not the inside of an identity column, nor owned by an ignored table. */
  static final CatalogQuery SEQUENCES =
      new CatalogQuery(
          "pg_sequence, pg_depend",
          RELATIONS
              + """
              SELECT r.schema, r.name, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement,
                     s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
                     tn.nspname, t.relname, a.attname
                FROM scope, relation r
                JOIN pg_sequence s ON s.seqrelid = r.oid
                LEFT JOIN (pg_depend d
                           JOIN pg_class t ON t.oid = d.refobjid
                           JOIN pg_namespace tn ON tn.oid = t.relnamespace
                           JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid)
                       ON d.classid = 'pg_class'::regclass AND d.objid = r.oid
                      AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
               WHERE d.deptype IS DISTINCT FROM 'i'
                 AND (t.relname = ANY (scope.ignored)) IS NOT TRUE
               ORDER BY r.schema, r.name
              """);

  /** Partitions stand alone here: {@link #PARTITIONS} attaches them. */
  static final CatalogQuery TABLES =
      new CatalogQuery(
          "pg_class",
          RELATIONS
              + """
              SELECT r.schema, r.name, r.relpersistence = 'u', r.relrowsecurity,
                     r.relforcerowsecurity, r.reloptions, toast.reloptions,
                     (SELECT m.amname FROM pg_am m WHERE m.oid = r.relam AND m.amname <> 'heap'),
                     (SELECT s.spcname FROM pg_tablespace s WHERE s.oid = r.reltablespace),
                     r.relreplident,
                     (SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
                       WHERE x.indrelid = r.oid AND x.indisreplident),
                     (SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
                       WHERE x.indrelid = r.oid AND x.indisclustered),
                     CASE WHEN r.partitioned
                          THEN format('CREATE TABLE k () PARTITION BY %s', pg_get_partkeydef(r.oid))
                          END,
                     CASE WHEN NOT r.relispartition
                          THEN (SELECT array_agg(part ORDER BY i.inhseqno, number)
                                  FROM pg_inherits i
                                  JOIN pg_class p ON p.oid = i.inhparent
                                  JOIN pg_namespace n ON n.oid = p.relnamespace,
                                       unnest(ARRAY[n.nspname, p.relname]::text[])
                                         WITH ORDINALITY AS two(part, number)
                                 WHERE i.inhrelid = r.oid) END,
                     ot.nspname, ot.typname
                FROM relation r
                LEFT JOIN pg_class toast ON toast.oid = r.reltoastrelid
                LEFT JOIN (SELECT t.oid, n.nspname, t.typname
                             FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace) ot
                       ON ot.oid = r.reloftype
               WHERE r.modelled
               ORDER BY r.schema, r.name
              """);

  static final CatalogQuery PARTITIONS =
      new CatalogQuery(
          "pg_inherits",
          RELATIONS
              + """
              SELECT r.schema, r.name,
                     format('ALTER TABLE %I.%I ATTACH PARTITION %I.%I %s', n.nspname, p.relname,
                            r.schema, r.name, pg_get_expr(r.relpartbound, r.oid))
                FROM relation r
                JOIN pg_inherits i ON i.inhrelid = r.oid
                JOIN pg_class p ON p.oid = i.inhparent
                JOIN pg_namespace n ON n.oid = p.relnamespace
               WHERE r.modelled AND r.relispartition
               ORDER BY r.schema, r.name
              """);

  static final CatalogQuery COLUMNS =
      new CatalogQuery(
          "pg_attribute, pg_attrdef, pg_sequence, pg_constraint",
          RELATIONS
              + """
              SELECT r.schema, r.name, a.attname, format_type(a.atttypid, a.atttypmod),
                     a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attgenerated,
                     CASE WHEN s.seqstart IS NULL THEN '' ELSE a.attidentity END,
                     CASE WHEN a.attcollation <> t.typcollation
                          THEN CASE ln.nspname WHEN 'pg_catalog' THEN l.collname
                                    ELSE format('"%s"."%s"', replace(ln.nspname, '"', '""'),
                                                replace(l.collname, '"', '""')) END END,
                     format_type(a.atttypid, NULL), s.seqstart, s.seqincrement, s.seqmin,
                     s.seqmax, s.seqcache, s.seqcycle,
                     a.attislocal OR r.relispartition,
                     CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END,
                     nullif(to_jsonb(a) ->> 'attcompression', ''),
                     CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END, a.attoptions,
                     nn.conname, nn.convalidated, nn.connoinherit, nn.conislocal
                FROM relation r
                JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                LEFT JOIN pg_constraint nn
                       ON nn.conrelid = r.oid AND nn.contype = 'n' AND nn.conkey[1] = a.attnum
                LEFT JOIN pg_collation l ON l.oid = a.attcollation
                LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
                LEFT JOIN (pg_depend i JOIN pg_sequence s ON s.seqrelid = i.objid)
                       ON a.attidentity <> '' AND i.classid = 'pg_class'::regclass
                      AND i.refclassid = 'pg_class'::regclass AND i.deptype = 'i'
                      AND i.refobjid = a.attrelid AND i.refobjsubid = a.attnum
               WHERE r.modelled
               ORDER BY r.schema, r.name, a.attnum
              """);

  static final CatalogQuery VIEW_COLUMNS =
      new CatalogQuery(
          "pg_class, pg_attribute",
          RELATIONS
              + """
              SELECT r.schema, r.name, a.attname, format_type(a.atttypid, a.atttypmod)
                FROM relation r
                LEFT JOIN pg_attribute a
                       ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
               WHERE r.kind = 'v'
               ORDER BY r.schema, r.name, a.attnum
              """);

  /**
   * Not the checks that an heir has from its parents alone, but that its rows were looked at where
   * those of the parents were not; nor the foreign keys that the server itself derives from another
   * one ({@code conparentid}), unless a partition's has a name of its own: such a one was there
   * before, and comes before the other. So do the checks of heirs whose parents' rows were not
   * looked at.
   */
  static final CatalogQuery CONSTRAINTS =
      new CatalogQuery(
          "pg_constraint",
          RELATIONS
              + """
              SELECT r.schema, r.name, k.conname, k.contype, k.convalidated,
                     CASE WHEN above.there THEN '' ELSE pg_get_constraintdef(k.oid) END,
                     format(CASE WHEN above.there THEN 'ALTER TABLE %s%I.%I VALIDATE CONSTRAINT %I'
                                 ELSE 'ALTER TABLE %s%I.%I ADD CONSTRAINT %I ' END,
                            CASE WHEN x.indisvalid = false THEN 'ONLY ' ELSE '' END,
                            r.schema, r.name, k.conname),
                     x.indisvalid = false AND r.partitioned, i.reloptions,
                     (SELECT s.spcname FROM pg_tablespace s WHERE s.oid = i.reltablespace)
                FROM relation r JOIN pg_constraint k ON k.conrelid = r.oid
                LEFT JOIN (pg_index x JOIN pg_class i ON i.oid = x.indexrelid)
                       ON x.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
                LEFT JOIN pg_constraint o ON o.oid = k.conparentid
                CROSS JOIN LATERAL
                     (SELECT count(*) > 0 AS there, bool_or(pk.convalidated) AS validated
                        FROM pg_inherits h
                        JOIN pg_constraint pk ON pk.conrelid = h.inhparent
                       WHERE k.contype = 'c' AND k.coninhcount > 0 AND NOT k.conislocal
                         AND NOT r.relispartition
                         AND h.inhrelid = r.oid AND pk.contype = 'c'
                         AND pk.conname = k.conname) above
               WHERE r.modelled AND k.contype IN ('p', 'u', 'f', 'c', 'x')
                 AND (NOT above.there OR k.convalidated AND NOT above.validated)
                 AND NOT (k.contype = 'f' AND o.oid IS NOT NULL
                          AND (o.conrelid = k.conrelid OR o.conname = k.conname))
               ORDER BY above.there, o.oid IS NULL, k.contype = 'c' AND NOT k.convalidated,
                        r.schema, r.name, k.oid
              """);

  /** Indexes of tables that are not the body of a constraint. */
  static final CatalogQuery INDEXES =
      new CatalogQuery(
          "pg_index",
          RELATIONS
              + """
              SELECT r.schema, r.name, i.relname, x.indisvalid, r.partitioned,
                     pg_get_indexdef(i.oid),
                     (SELECT s.spcname FROM pg_tablespace s WHERE s.oid = i.reltablespace),
                     (SELECT array_agg(n ORDER BY a.attnum, k)
                        FROM pg_attribute a,
                             unnest(ARRAY[a.attnum, a.attstattarget]::integer[])
                               WITH ORDINALITY AS two(n, k)
                       WHERE a.attrelid = i.oid AND a.attstattarget >= 0)
                FROM relation r
                JOIN pg_index x ON x.indrelid = r.oid
                JOIN pg_class i ON i.oid = x.indexrelid
               WHERE r.modelled
                 AND NOT EXISTS (SELECT FROM pg_constraint k
                                  WHERE k.conindid = i.oid AND k.contype IN ('p', 'u', 'x'))
               ORDER BY r.schema, r.name, i.oid
              """);

  /**
   * What indexes call the columns in them, and how these are called now, where that differs; {@code
   * RENAME COLUMN} of a table leaves its indexes as they are.
   */
  static final CatalogQuery INDEX_COLUMNS =
      new CatalogQuery(
          "pg_attribute, pg_index",
          RELATIONS
              + """
              SELECT r.schema, i.relname,
                     array_agg(own.attname::text ORDER BY own.attnum),
                     array_agg(coalesce(c.attname, own.attname)::text ORDER BY own.attnum)
                FROM relation r
                JOIN pg_index x ON x.indrelid = r.oid
                JOIN pg_class i ON i.oid = x.indexrelid
                JOIN pg_attribute own ON own.attrelid = i.oid
                LEFT JOIN pg_attribute c
                  ON c.attrelid = r.oid AND c.attnum = x.indkey[own.attnum - 1]
               WHERE r.modelled
               GROUP BY r.schema, r.name, i.oid, i.relname
              HAVING bool_or(c.attname <> own.attname)
               ORDER BY r.schema, r.name, i.oid
              """);

  /** The partitions of indexes that not every partition of their table has. */
  static final CatalogQuery PARTIAL_INDEXES =
      new CatalogQuery(
          "pg_inherits, pg_index",
          RELATIONS
              + """
              SELECT r.schema, r.name,
                     format('ALTER INDEX %I.%I ATTACH PARTITION %I.%I', r.schema, i.relname,
                            n.nspname, c.relname)
                FROM relation r
                JOIN pg_index x ON x.indrelid = r.oid AND NOT x.indisvalid
                JOIN pg_class i ON i.oid = x.indexrelid
                JOIN pg_inherits h ON h.inhparent = i.oid
                JOIN pg_class c ON c.oid = h.inhrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE r.partitioned
               ORDER BY r.schema, r.name, i.oid, c.oid
              """);

  static final CatalogQuery COMMENTS =
      new CatalogQuery(
          "pg_description",
          RELATIONS
              + """
              SELECT r.schema, r.name, a.attname, d.description
                FROM relation r
                JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = r.oid
                LEFT JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = d.objsubid
                                        AND d.objsubid > 0
               WHERE r.modelled
               ORDER BY r.schema, r.name, d.objsubid
              """);

  /** The condition that no extension brought the object of that catalog and oid. */
  static String notOfExtension(String catalog, String oid) {
    return """
    NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = '%s'::regclass
                AND x.objid = %s AND x.deptype = 'e')\
    """
        .formatted(catalog, oid);
  }
}
