package dev.schemend.exec.introspect.postgres;

import dev.schemend.exec.introspect.CatalogQuery;
import java.util.List;

/**
 * The parts of {@link ObjectQueries#OBJECTS} that read aggregates, extended statistics, collations,
 * publications, event triggers and subscriptions, as the statements that make them. What came with
 * a version of the server is looked for in the row as JSON, where older ones lack it.
 */
final class DeclarationQueries {

  private DeclarationQueries() {}

  // A function that is not there is 0.
  private static final String AGGREGATES =
      """
      SELECT 'AGGREGATE', n.nspname::text, p.proname::text,
             '(' || pg_get_function_identity_arguments(p.oid) || ')', p.oid,
             format('CREATE AGGREGATE %I.%I(%s) (SFUNC = %s, STYPE = %s', n.nspname, p.proname,
                    CASE WHEN p.pronargs = 0 THEN '*'
                         ELSE pg_get_function_identity_arguments(p.oid) END,
                    a.aggtransfn, format_type(a.aggtranstype, NULL))
             || concat(', SSPACE = ' || nullif(a.aggtransspace, 0),
                       ', FINALFUNC = ' || nullif(a.aggfinalfn::oid, 0)::regproc,
                       CASE WHEN a.aggfinalextra THEN ', FINALFUNC_EXTRA' END,
                       CASE WHEN a.aggfinalfn <> 0 THEN ', FINALFUNC_MODIFY = '
                            || CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY'
                                    WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,
                       ', COMBINEFUNC = ' || nullif(a.aggcombinefn::oid, 0)::regproc,
                       ', SERIALFUNC = ' || nullif(a.aggserialfn::oid, 0)::regproc,
                       ', DESERIALFUNC = ' || nullif(a.aggdeserialfn::oid, 0)::regproc,
                       ', INITCOND = ' || quote_literal(a.agginitval),
                       ', MSFUNC = ' || nullif(a.aggmtransfn::oid, 0)::regproc,
                       ', MINVFUNC = ' || nullif(a.aggminvtransfn::oid, 0)::regproc,
                       ', MSTYPE = ' || format_type(nullif(a.aggmtranstype, 0), NULL),
                       ', MSSPACE = ' || nullif(a.aggmtransspace, 0),
                       ', MFINALFUNC = ' || nullif(a.aggmfinalfn::oid, 0)::regproc,
                       CASE WHEN a.aggmfinalextra THEN ', MFINALFUNC_EXTRA' END,
                       CASE WHEN a.aggmfinalfn <> 0 THEN ', MFINALFUNC_MODIFY = '
                            || CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY'
                                    WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,
                       ', MINITCOND = ' || quote_literal(a.aggminitval),
                       (SELECT format(', SORTOP = OPERATOR(%I.%s)', o.nspname, s.oprname)
                          FROM pg_operator s JOIN pg_namespace o ON o.oid = s.oprnamespace
                         WHERE s.oid = a.aggsortop),
                       CASE p.proparallel WHEN 's' THEN ', PARALLEL = SAFE'
                            WHEN 'r' THEN ', PARALLEL = RESTRICTED' END,
                       CASE a.aggkind WHEN 'h' THEN ', HYPOTHETICAL' END)
             || ')'
        FROM scope, pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        JOIN pg_aggregate a ON a.aggfnoid = p.oid
       WHERE n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_proc", "p.oid");

  private static final String STATISTICS =
      """
      SELECT 'STATISTICS', n.nspname::text, s.stxname::text, '', s.oid,
             pg_get_statisticsobjdef(s.oid)
             || coalesce((SELECT format(';ALTER STATISTICS %I.%I SET STATISTICS %s', n.nspname,
                                        s.stxname, t.target)
                            FROM (SELECT (to_jsonb(s) ->> 'stxstattarget')::int AS target) t
                           WHERE t.target >= 0), '')
        FROM relation r JOIN pg_statistic_ext s ON s.stxrelid = r.oid
        JOIN pg_namespace n ON n.oid = s.stxnamespace\
      """;

  // The locale of ICU has stood in three columns (10, 15, 17).
  private static final String COLLATIONS =
      """
      SELECT 'COLLATION', n.nspname::text, l.collname::text, '', l.oid,
             format('CREATE COLLATION %I.%I (PROVIDER = %s', n.nspname, l.collname,
                    CASE l.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin'
                         ELSE 'libc' END)
             || CASE l.collprovider
                     WHEN 'c' THEN format(', LC_COLLATE = %L, LC_CTYPE = %L', l.collcollate,
                                          l.collctype)
                     ELSE format(', LOCALE = %L', coalesce(to_jsonb(l) ->> 'colllocale',
                                                           to_jsonb(l) ->> 'colliculocale',
                                                           l.collcollate)) END
             || CASE WHEN l.collisdeterministic THEN '' ELSE ', DETERMINISTIC = false' END
             || coalesce(', RULES = ' || quote_literal(to_jsonb(l) ->> 'collicurules'), '')
             || ')'
        FROM scope, pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace
       WHERE n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_collation", "l.oid");

  // Lists of columns, conditions and schemas came with 15, generated columns with 18. A column that
  // the server lacks is that of the row named "older" to the innermost SELECT; the catalog of the
  // schemas is looked at through what depends on them.
  private static final String PUBLICATIONS =
      """
      SELECT 'PUBLICATION', '', p.pubname::text, '', p.oid,
             format('CREATE PUBLICATION %I', p.pubname)
             || CASE WHEN p.puballtables THEN ' FOR ALL TABLES'
                ELSE coalesce(' FOR ' || nullif(concat_ws(', ',
                  (SELECT string_agg(
                            format('TABLE %I.%I', r.schema, r.name)
                            || coalesce((SELECT format(' (%s)',
                                                       string_agg(quote_ident(a.attname), ', '
                                                                  ORDER BY a.attname))
                                           FROM pg_attribute a
                                          WHERE a.attrelid = r.oid
                                            AND a.attnum = ANY (
                                                  (SELECT prattrs FROM pg_publication_rel x
                                                    WHERE x.oid = m.oid)::int2[])
                                         HAVING count(*) > 0), '')
                            || coalesce(' WHERE ('
                                        || pg_get_expr((SELECT prqual FROM pg_publication_rel x
                                                           WHERE x.oid = m.oid), r.oid)
                                        || ')', ''),
                            ', ' ORDER BY r.schema, r.name)
                     FROM pg_publication_rel m JOIN relation r ON r.oid = m.prrelid,
                          (SELECT NULL::int2vector AS prattrs,
                                  NULL::pg_node_tree AS prqual) older
                    WHERE m.prpubid = p.oid),
                  (SELECT string_agg(format('TABLES IN SCHEMA %I', n.nspname), ', '
                                     ORDER BY n.nspname)
                     FROM scope, pg_namespace n
                    WHERE n.nspname = ANY (scope.schemas)
                      AND EXISTS (SELECT FROM pg_depend s JOIN pg_depend d
                                            ON d.classid = s.classid AND d.objid = s.objid
                                   WHERE s.classid = to_regclass('pg_publication_namespace')
                                     AND s.refclassid = 'pg_namespace'::regclass
                                     AND s.refobjid = n.oid
                                     AND d.refclassid = 'pg_publication'::regclass
                                     AND d.refobjid = p.oid))), ''), '') END
             || format(' WITH (publish = %L, publish_via_partition_root = %s%s)',
                       concat_ws(', ', CASE WHEN p.pubdelete THEN 'delete' END,
                                 CASE WHEN p.pubinsert THEN 'insert' END,
                                 CASE WHEN p.pubtruncate THEN 'truncate' END,
                                 CASE WHEN p.pubupdate THEN 'update' END),
                       coalesce(to_jsonb(p) ->> 'pubviaroot', 'false'),
                       CASE to_jsonb(p) ->> 'pubgencols'
                            WHEN 's' THEN ', publish_generated_columns = stored' ELSE '' END)
        FROM whole, pg_publication p
       WHERE whole.database\
      """;

  private static final String EVENT_TRIGGERS =
      """
      SELECT 'EVENT_TRIGGER', '', e.evtname::text, '', e.oid,
             format('CREATE EVENT TRIGGER %I ON %s%s EXECUTE FUNCTION %s()', e.evtname, e.evtevent,
                    coalesce((SELECT ' WHEN TAG IN (' || string_agg(quote_literal(t), ', ') || ')'
                                FROM unnest(e.evttags) t), ''),
                    e.evtfoid::regproc)
             || CASE e.evtenabled WHEN 'O' THEN ''
                     ELSE format(';ALTER EVENT TRIGGER %I %s', e.evtname,
                                 CASE e.evtenabled WHEN 'D' THEN 'DISABLE' WHEN 'R'
                                      THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END) END
        FROM whole, pg_event_trigger e
       WHERE whole.database AND
      """
          + CatalogQueries.notOfExtension("pg_event_trigger", "e.oid");

  // Where a connection may not be seen, nothing but the name is told. What came with a version is
  // that of the row named "older" to the innermost SELECT, as above.
  private static final String SUBSCRIPTIONS =
      """
      SELECT 'SUBSCRIPTION', '', s.subname::text, '', s.oid,
             CASE WHEN has_column_privilege('pg_subscription', 'subconninfo', 'SELECT')
                  THEN format('CREATE SUBSCRIPTION %I CONNECTION '''' PUBLICATION %s WITH (%s%s%s)',
                         s.subname,
                         (SELECT string_agg(quote_ident(p), ', ') FROM unnest(s.subpublications) p),
                         CASE WHEN s.subenabled THEN '' ELSE 'connect = false, ' END,
                         format('slot_name = %L, synchronous_commit = %L',
                                coalesce(s.subslotname, 'none'), s.subsynccommit),
                         (SELECT (SELECT concat(
                                     CASE WHEN subbinary THEN ', binary = true' END,
                                     ', streaming = '
                                     || CASE WHEN substream::text IN ('t', 'true') THEN 'on'
                                             WHEN substream::text = 'p' THEN 'parallel'
                                             WHEN substream IS NOT NULL THEN 'off' END,
                                     CASE WHEN subtwophasestate IN ('p', 'e')
                                          THEN ', two_phase = true' END,
                                     CASE WHEN subdisableonerr
                                          THEN ', disable_on_error = true' END,
                                     CASE WHEN NOT subpasswordrequired
                                          THEN ', password_required = false' END,
                                     CASE WHEN subrunasowner THEN ', run_as_owner = true' END,
                                     ', origin = ' || quote_literal(suborigin),
                                     CASE WHEN subfailover THEN ', failover = true' END)
                                    FROM pg_subscription x WHERE x.oid = s.oid)
                            FROM (SELECT NULL::boolean AS subbinary, NULL::text AS substream,
                                         NULL::text AS subtwophasestate,
                                         NULL::boolean AS subdisableonerr,
                                         NULL::boolean AS subpasswordrequired,
                                         NULL::boolean AS subrunasowner, NULL::text AS suborigin,
                                         NULL::boolean AS subfailover) older))
                  ELSE '' END
        FROM whole, pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
       WHERE whole.database AND d.datname = current_database()\
      """;

  /** Where subscriptions lead to; asked only where there are some, and where it may be seen. */
  static final CatalogQuery CONNECTIONS =
      new CatalogQuery(
          "pg_subscription",
          """
          SELECT s.subname::text, s.subconninfo
            FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
           WHERE d.datname = current_database()
           ORDER BY s.subname\
          """);

  /** Each with the columns of the query that they are part of. */
  static final List<String> ALL =
      List.of(AGGREGATES, STATISTICS, COLLATIONS, PUBLICATIONS, EVENT_TRIGGERS, SUBSCRIPTIONS);
}
