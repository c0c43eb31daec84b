package dev.schemend.exec.introspect.postgres;

import dev.schemend.exec.introspect.CatalogQuery;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The query on objects with a definition of their own. A row is a rank, for the order among kinds;
 * kind, schema, name and member, for messages; and the statement that makes the object, by the
 * server's own deparser where it has one and else in the form of {@code pg_dump}.
 */
final class ObjectQueries {

  private ObjectQueries() {}

  // All of them, whatever the schemas: an extension lives in none. Every new database has plpgsql.
  private static final String EXTENSIONS =
      """
      SELECT 'EXTENSION', ''::text, e.extname::text, ''::text, e.oid,
             format('CREATE EXTENSION %I', e.extname)
             || CASE WHEN n.nspname = ANY (scope.schemas)
                     THEN format(' WITH SCHEMA %I', n.nspname) ELSE '' END
        FROM scope, pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
       WHERE e.extname <> 'plpgsql'\
      """;

  // Collations other than the type's own; constraints by name.
  private static final String DOMAINS =
      """
      SELECT 'DOMAIN', n.nspname::text, t.typname::text, '', t.oid,
             format('CREATE DOMAIN %I.%I AS %s', n.nspname, t.typname,
                    format_type(t.typbasetype, t.typtypmod))
             || coalesce((SELECT format(' COLLATE %I.%I', ln.nspname, l.collname)
                            FROM pg_collation l JOIN pg_namespace ln ON ln.oid = l.collnamespace
                            JOIN pg_type b ON b.oid = t.typbasetype
                           WHERE l.oid = t.typcollation AND t.typcollation <> b.typcollation), '')
             || coalesce(' DEFAULT ' || pg_get_expr(t.typdefaultbin, 0), '')
             || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
             || coalesce((SELECT string_agg(format(' CONSTRAINT %I %s', k.conname,
                                                   pg_get_constraintdef(k.oid)), ''
                                            ORDER BY k.oid)
                            FROM pg_constraint k
                           WHERE k.contypid = t.oid AND k.contype = 'c' AND k.convalidated), '')
             || coalesce((SELECT string_agg(format(';ALTER DOMAIN %I.%I ADD CONSTRAINT %I %s',
                                                   n.nspname, t.typname, k.conname,
                                                   pg_get_constraintdef(k.oid)), ''
                                            ORDER BY k.oid)
                            FROM pg_constraint k
                           WHERE k.contypid = t.oid AND k.contype = 'c'
                             AND NOT k.convalidated), '')
        FROM scope, pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
       WHERE t.typtype = 'd' AND n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_type", "t.oid");

  private static final String COMPOSITES =
      """
      SELECT 'COMPOSITE_TYPE', n.nspname::text, c.relname::text, '', c.reltype,
             format('CREATE TYPE %I.%I AS (%s)', n.nspname, c.relname,
                    (SELECT string_agg(format('%I %s', a.attname,
                                              format_type(a.atttypid, a.atttypmod))
                                       || coalesce((SELECT format(' COLLATE %I.%I', ln.nspname,
                                                                  l.collname)
                                                      FROM pg_collation l
                                                      JOIN pg_namespace ln
                                                        ON ln.oid = l.collnamespace
                                                      JOIN pg_type b ON b.oid = a.atttypid
                                                     WHERE l.oid = a.attcollation
                                                       AND a.attcollation <> b.typcollation), ''),
                                       ', ' ORDER BY a.attnum)
                       FROM pg_attribute a
                      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped))
        FROM scope, pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'c' AND n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_type", "c.reltype");

  private static final String RANGES =
      """
      SELECT 'RANGE_TYPE', n.nspname::text, t.typname::text, '', t.oid,
             format('CREATE TYPE %I.%I AS RANGE (subtype = %s', n.nspname, t.typname,
                    format_type(g.rngsubtype, NULL))
             || coalesce((SELECT format(', subtype_opclass = %I.%I', m.nspname, o.opcname)
                            FROM pg_opclass o JOIN pg_namespace m ON m.oid = o.opcnamespace
                           WHERE o.oid = g.rngsubopc AND NOT o.opcdefault), '')
             || coalesce((SELECT format(', collation = %I.%I', m.nspname, l.collname)
                            FROM pg_collation l JOIN pg_namespace m ON m.oid = l.collnamespace
                            JOIN pg_type s ON s.oid = g.rngsubtype
                           WHERE l.oid = g.rngcollation AND l.oid <> s.typcollation), '')
             || coalesce((SELECT format(', canonical = %I.%I', m.nspname, p.proname)
                            FROM pg_proc p JOIN pg_namespace m ON m.oid = p.pronamespace
                           WHERE p.oid = g.rngcanonical), '')
             || coalesce((SELECT format(', subtype_diff = %I.%I', m.nspname, p.proname)
                            FROM pg_proc p JOIN pg_namespace m ON m.oid = p.pronamespace
                           WHERE p.oid = g.rngsubdiff), '')
             -- Since 14 (read as JSON, which has no such key before).
             || coalesce((SELECT format(', multirange_type_name = %I.%I', m.nspname, r.typname)
                            FROM pg_type r JOIN pg_namespace m ON m.oid = r.typnamespace
                           WHERE r.oid = (to_jsonb(g) ->> 'rngmultitypid')::oid), '')
             || ')'
        FROM scope, pg_range g JOIN pg_type t ON t.oid = g.rngtypid
        JOIN pg_namespace n ON n.oid = t.typnamespace
       WHERE n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_type", "t.oid");

  // A base type is known by its name; its functions are read, and the rest of it is not modelled.
  private static final String SHELLS =
      """
      SELECT 'COMPOSITE_TYPE', n.nspname::text, t.typname::text, '', t.oid,
             format('CREATE TYPE %I.%I', n.nspname, t.typname)
        FROM scope, pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
       WHERE n.nspname = ANY (scope.schemas) AND t.typtype IN ('b', 'p')
         AND t.typcategory <> 'A' AND
      """
          + CatalogQueries.notOfExtension("pg_type", "t.oid");

  // What completes them comes behind the functions. A function that is not there is 0.
  private static final String BASE_TYPES =
      """
      SELECT 'COMPOSITE_TYPE', n.nspname::text, t.typname::text, '', t.oid,
             format('CREATE TYPE %I.%I (INPUT = %s, OUTPUT = %s', n.nspname, t.typname,
                    t.typinput, t.typoutput)
             || concat(', RECEIVE = ' || nullif(t.typreceive::oid, 0)::regproc,
                       ', SEND = ' || nullif(t.typsend::oid, 0)::regproc,
                       ', TYPMOD_IN = ' || nullif(t.typmodin::oid, 0)::regproc,
                       ', TYPMOD_OUT = ' || nullif(t.typmodout::oid, 0)::regproc,
                       ', ANALYZE = ' || nullif(t.typanalyze::oid, 0)::regproc,
                       ', SUBSCRIPT = ' || nullif(to_jsonb(t) ->> 'typsubscript', '-'),
                       ', INTERNALLENGTH = ' || nullif(t.typlen, -1),
                       CASE WHEN t.typbyval THEN ', PASSEDBYVALUE' END,
                       ', ALIGNMENT = ' || CASE t.typalign WHEN 'c' THEN 'char'
                            WHEN 's' THEN 'int2' WHEN 'd' THEN 'double' END,
                       ', STORAGE = ' || CASE t.typstorage WHEN 'e' THEN 'external'
                            WHEN 'x' THEN 'extended' WHEN 'm' THEN 'main' END,
                       format(', CATEGORY = %L', t.typcategory),
                       CASE WHEN t.typispreferred THEN ', PREFERRED = true' END,
                       ', DEFAULT = ' || quote_literal(t.typdefault),
                       ', ELEMENT = ' || format_type(nullif(t.typelem, 0), NULL),
                       format(', DELIMITER = %L', t.typdelim),
                       CASE WHEN t.typcollation <> 0 THEN ', COLLATABLE = true' END)
             || ')'
        FROM scope, pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
       WHERE n.nspname = ANY (scope.schemas) AND t.typtype = 'b' AND t.typisdefined
         AND t.typcategory <> 'A' AND
      """
          + CatalogQueries.notOfExtension("pg_type", "t.oid");

  // deptype 'i' leaves out the functions that the server makes for a range type.
  private static final String ROUTINES =
      """
      SELECT 'ROUTINE', n.nspname::text, p.proname::text,
             '(' || pg_get_function_identity_arguments(p.oid) || ')', p.oid,
             pg_get_functiondef(p.oid)
        FROM scope, pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname = ANY (scope.schemas) AND p.prokind <> 'a'
         AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_proc'::regclass
                            AND x.objid = p.oid AND x.deptype IN ('e', 'i'))\
      """;

  private static final String VIEWS =
      """
      SELECT CASE r.kind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED_VIEW' END, r.schema::text,
             r.name::text, '', r.oid,
             format('CREATE %s %I.%I%s%s AS %s',
                    CASE r.kind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED VIEW' END,
                    r.schema, r.name,
                    (SELECT ' (' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                            || ')'
                       FROM pg_attribute a
                      WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped),
                    coalesce((SELECT ' WITH (' || string_agg(
                                       format('%s = %L', split_part(o, '=', 1),
                                              substr(o, strpos(o, '=') + 1)), ', ') || ')'
                                FROM unnest(r.reloptions) o), ''),
                    pg_get_viewdef(r.oid))
             || coalesce((SELECT string_agg(format(';ALTER VIEW %I.%I ALTER %I SET DEFAULT %s',
                                                   r.schema, r.name, a.attname,
                                                   pg_get_expr(d.adbin, d.adrelid)), '')
                            FROM pg_attrdef d JOIN pg_attribute a
                              ON a.attrelid = d.adrelid AND a.attnum = d.adnum
                           WHERE d.adrelid = r.oid), '')
             || coalesce((SELECT ';' || string_agg(pg_get_indexdef(x.indexrelid), ';'
                                                   ORDER BY x.indexrelid)
                            FROM pg_index x WHERE x.indrelid = r.oid), '')
             -- Of a column's parameters the server has two; libraries add their own.
             || CASE r.kind WHEN 'm' THEN concat(
                  (SELECT format(';ALTER TABLE %I.%I CLUSTER ON %I', r.schema, r.name, i.relname)
                     FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
                    WHERE x.indrelid = r.oid AND x.indisclustered),
                  (SELECT string_agg(format(';ALTER TABLE %I.%I ALTER COLUMN %I SET %s', r.schema,
                                            r.name, a.attname, one.setting), ''
                                     ORDER BY a.attnum)
                     FROM pg_attribute a JOIN pg_type b ON b.oid = a.atttypid
                     CROSS JOIN LATERAL (VALUES
                       (CASE WHEN a.attstorage <> b.typstorage
                             THEN 'STORAGE ' || CASE a.attstorage WHEN 'p' THEN 'PLAIN'
                                                     WHEN 'e' THEN 'EXTERNAL'
                                                     WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END),
                       ('COMPRESSION ' || CASE to_jsonb(a) ->> 'attcompression' WHEN 'p'
                             THEN 'pglz' WHEN 'l' THEN 'lz4' END),
                       (CASE WHEN a.attstattarget >= 0
                             THEN 'STATISTICS ' || a.attstattarget END),
                       ((SELECT '(' || string_agg(format('%s = %L', split_part(o, '=', 1),
                                                         substr(o, strpos(o, '=') + 1)), ', ')
                                || ')'
                           FROM unnest(a.attoptions) o WHERE o LIKE 'n\\_distinct%')))
                       one (setting)
                    WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
                      AND one.setting IS NOT NULL)) ELSE '' END
        FROM relation r
       WHERE r.kind IN ('v', 'm')\
      """;

  // PostgreSQL 13 and newer copy triggers to partitions and name the original in tgparentid, which
  // 12 does not have: hence the look into the row as JSON.
  private static final String TRIGGERS =
      """
      SELECT 'TRIGGER', r.schema::text, r.name::text, t.tgname::text, t.oid,
             pg_get_triggerdef(t.oid)
             || CASE t.tgenabled WHEN 'O' THEN ''
                     ELSE format(';ALTER TABLE %I.%I %s TRIGGER %I', r.schema, r.name,
                                 CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R'
                                      THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END,
                                 t.tgname) END
        FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid
       WHERE NOT t.tgisinternal AND coalesce(to_jsonb(t) ->> 'tgparentid', '0') = '0'\
      """;

  private static final String POLICIES =
      """
      SELECT 'POLICY', r.schema::text, r.name::text, p.polname::text, p.oid,
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
      SELECT 'RULE', r.schema::text, r.name::text, w.rulename::text, w.oid,
             pg_get_ruledef(w.oid)
             || CASE w.ev_enabled WHEN 'O' THEN ''
                     ELSE format(';ALTER TABLE %I.%I %s RULE %I', r.schema, r.name,
                                 CASE w.ev_enabled WHEN 'D' THEN 'DISABLE' WHEN 'R'
                                      THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END,
                                 w.rulename) END
        FROM relation r JOIN pg_rewrite w ON w.ev_class = r.oid
       WHERE w.rulename <> '_RETURN'\
      """;

  /**
   * Takes schemas, ignored tables, and whether the scope is the whole database. Views by their
   * making, since one may read another; so all of them in that order.
   */
  static final CatalogQuery OBJECTS =
      new CatalogQuery(
          "pg_class, pg_type, pg_proc, pg_trigger, pg_policy, pg_rewrite, pg_extension,"
              + " pg_publication, pg_subscription",
          CatalogQueries.RELATIONS
              + ", whole AS (SELECT ?::boolean AS database)\n"
              + Stream.concat(
                      Stream.of(
                          EXTENSIONS,
                          RANGES,
                          COMPOSITES,
                          SHELLS,
                          BASE_TYPES,
                          DOMAINS,
                          ROUTINES,
                          VIEWS,
                          TRIGGERS,
                          POLICIES,
                          RULES),
                      Stream.concat(DeclarationQueries.ALL.stream(), ExtendingQueries.ALL.stream()))
                  .collect(Collectors.joining("\nUNION ALL\n"))
              + "\nORDER BY 5, 1, 2, 3, 4, 6");

  /** Comments on what does not hold its comment itself, as statements. */
  static final CatalogQuery COMMENTS =
      new CatalogQuery(
          "pg_description",
          CatalogQueries.RELATIONS
              + """
              , whole AS (SELECT ?::boolean AS database)
              , item AS (
                SELECT 'pg_class'::regclass AS class, r.oid, 0 AS part,
                       format('%s %I.%I', CASE r.kind WHEN 'v' THEN 'VIEW'
                              WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE'
                              ELSE 'MATERIALIZED VIEW' END,
                              r.schema, r.name) AS name
                  FROM relation r WHERE r.kind IN ('v', 'm', 'f', 'S')
                UNION ALL
                SELECT 'pg_class'::regclass, r.oid, a.attnum,
                       format('COLUMN %I.%I.%I', r.schema, r.name, a.attname)
                  FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0
                 WHERE r.kind IN ('v', 'm', 'f')
                UNION ALL
                SELECT 'pg_class'::regclass, c.oid, a.attnum,
                       format('COLUMN %I.%I.%I', n.nspname, c.relname, a.attname)
                  FROM scope, pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                 WHERE c.relkind = 'c' AND n.nspname = ANY (scope.schemas)
                   AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_type'::regclass
                                      AND x.objid = c.reltype AND x.deptype = 'e')
                UNION ALL
                SELECT 'pg_class'::regclass, i.oid, 0, format('INDEX %I.%I', r.schema, i.relname)
                  FROM relation r JOIN pg_index x ON x.indrelid = r.oid
                  JOIN pg_class i ON i.oid = x.indexrelid
                 WHERE r.modelled OR r.kind = 'm'
                UNION ALL
                SELECT 'pg_namespace'::regclass, n.oid, 0, format('SCHEMA %I', n.nspname)
                  FROM scope, pg_namespace n WHERE n.nspname = ANY (scope.schemas)
                UNION ALL
                SELECT 'pg_extension'::regclass, e.oid, 0, format('EXTENSION %I', e.extname)
                  FROM pg_extension e WHERE e.extname <> 'plpgsql'
                UNION ALL
                SELECT 'pg_type'::regclass, t.oid, 0,
                       format('%s %I.%I', CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END,
                              n.nspname, t.typname)
                  FROM scope, pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                 WHERE n.nspname = ANY (scope.schemas) AND (t.typtype IN ('e', 'd', 'c', 'r')
                        OR (t.typtype IN ('b', 'p') AND t.typcategory <> 'A'))
                   AND NOT EXISTS (SELECT FROM pg_class c
                                    WHERE c.oid = t.typrelid AND c.relkind <> 'c')
                   AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_type'::regclass
                                      AND x.objid = t.oid AND x.deptype = 'e')
                UNION ALL
                SELECT 'pg_proc'::regclass, p.oid, 0,
                       format('%s %I.%I(%s)', CASE p.prokind WHEN 'p' THEN 'PROCEDURE'
                              WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END,
                              n.nspname, p.proname,
                              CASE WHEN p.prokind = 'a' AND p.pronargs = 0 THEN '*'
                                   ELSE pg_get_function_identity_arguments(p.oid) END)
                  FROM scope, pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                 WHERE n.nspname = ANY (scope.schemas)
                   AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_proc'::regclass
                                      AND x.objid = p.oid AND x.deptype IN ('e', 'i'))
                UNION ALL
                SELECT 'pg_trigger'::regclass, t.oid, 0,
                       format('TRIGGER %I ON %I.%I', t.tgname, r.schema, r.name)
                  FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid
                 WHERE NOT t.tgisinternal
                UNION ALL
                SELECT 'pg_policy'::regclass, p.oid, 0,
                       format('POLICY %I ON %I.%I', p.polname, r.schema, r.name)
                  FROM relation r JOIN pg_policy p ON p.polrelid = r.oid
                UNION ALL
                SELECT 'pg_rewrite'::regclass, w.oid, 0,
                       format('RULE %I ON %I.%I', w.rulename, r.schema, r.name)
                  FROM relation r JOIN pg_rewrite w ON w.ev_class = r.oid
                 WHERE w.rulename <> '_RETURN'
                UNION ALL
                SELECT 'pg_constraint'::regclass, k.oid, 0,
                       format('CONSTRAINT %I ON %I.%I', k.conname, r.schema, r.name)
                  FROM relation r JOIN pg_constraint k ON k.conrelid = r.oid
                 WHERE r.modelled
                UNION ALL
                SELECT 'pg_constraint'::regclass, k.oid, 0,
                       format('CONSTRAINT %I ON DOMAIN %I.%I', k.conname, n.nspname, t.typname)
                  FROM scope, pg_constraint k JOIN pg_type t ON t.oid = k.contypid
                  JOIN pg_namespace n ON n.oid = t.typnamespace
                 WHERE n.nspname = ANY (scope.schemas)
                UNION ALL
                SELECT d.classoid, d.objoid, 0,
                       concat_ws(' ', k.words, CASE k.words WHEN 'TRANSFORM'
                                 THEN replace(o.identity, ' on language ', ' language ')
                                 ELSE o.identity END)
                  FROM scope, whole, pg_description d
                  JOIN (VALUES ('pg_collation'::regclass, 'COLLATION'),
                               ('pg_statistic_ext', 'STATISTICS'),
                               ('pg_publication', 'PUBLICATION'),
                               ('pg_event_trigger', 'EVENT TRIGGER'),
                               ('pg_subscription', 'SUBSCRIPTION'),
                               ('pg_cast', 'CAST'), ('pg_transform', 'TRANSFORM'), ('pg_conversion', 'CONVERSION'),
                               ('pg_operator', 'OPERATOR'),
                               ('pg_opclass', 'OPERATOR CLASS'),
                               ('pg_opfamily', 'OPERATOR FAMILY'),
                               ('pg_ts_parser', 'TEXT SEARCH PARSER'),
                               ('pg_ts_template', 'TEXT SEARCH TEMPLATE'),
                               ('pg_ts_dict', 'TEXT SEARCH DICTIONARY'),
                               ('pg_ts_config', 'TEXT SEARCH CONFIGURATION'),
                               ('pg_foreign_data_wrapper', 'FOREIGN DATA WRAPPER'),
                               ('pg_foreign_server', 'SERVER'), ('pg_language', 'LANGUAGE'),
                               ('pg_am', 'ACCESS METHOD')) k (class, words)
                    ON k.class = d.classoid
                 CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, 0) o
                 WHERE d.objoid >= 16384 AND d.objsubid = 0
                   -- Of a subscription that is dropped the comment stays behind.
                   AND o.identity IS NOT NULL
                   AND CASE WHEN o.schema IS NULL THEN whole.database
                            ELSE o.schema = ANY (SELECT quote_ident(s)
                                                   FROM unnest(scope.schemas) s) END
                   AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = d.classoid
                                      AND x.objid = d.objoid AND x.deptype IN ('e', 'i')))
              SELECT i.name, d.description
                FROM item i
                JOIN pg_description d ON d.classoid = i.class AND d.objoid = i.oid
                                     AND d.objsubid = i.part
               WHERE NOT (i.name = 'SCHEMA public' AND d.description = 'standard public schema')
               ORDER BY i.name
              """);
}
