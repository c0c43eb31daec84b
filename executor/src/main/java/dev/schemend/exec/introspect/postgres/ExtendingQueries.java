package dev.schemend.exec.introspect.postgres;

import java.util.List;

/**
 * The parts of {@link ObjectQueries#OBJECTS} that read what extends the server, as the statements
 * that make it: operators, their families and classes, casts, text search, foreign data, languages,
 * access methods. What is in no schema is the database's own where its number is a user's ({@code
 * FirstNormalObjectId}).
 */
final class ExtendingQueries {

  private ExtendingQueries() {}

  private static final String OPERATORS =
      """
      SELECT 'OPERATOR', n.nspname::text, o.oprname::text, '', o.oid,
             format('CREATE OPERATOR %I.%s (FUNCTION = %s', n.nspname, o.oprname, o.oprcode)
             || concat(', LEFTARG = ' || format_type(nullif(o.oprleft, 0), NULL),
                       ', RIGHTARG = ' || format_type(nullif(o.oprright, 0), NULL),
                       (SELECT format(', COMMUTATOR = OPERATOR(%I.%s)', ln.nspname, l.oprname)
                          FROM pg_operator l JOIN pg_namespace ln ON ln.oid = l.oprnamespace
                         WHERE l.oid = o.oprcom),
                       (SELECT format(', NEGATOR = OPERATOR(%I.%s)', ln.nspname, l.oprname)
                          FROM pg_operator l JOIN pg_namespace ln ON ln.oid = l.oprnamespace
                         WHERE l.oid = o.oprnegate),
                       ', RESTRICT = ' || nullif(o.oprrest::oid, 0)::regproc,
                       ', JOIN = ' || nullif(o.oprjoin::oid, 0)::regproc,
                       CASE WHEN o.oprcanhash THEN ', HASHES' END,
                       CASE WHEN o.oprcanmerge THEN ', MERGES' END)
             || ')'
        FROM scope, pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
       WHERE n.nspname = ANY (scope.schemas) AND o.oprcode <> 0 AND
      """
          + CatalogQueries.notOfExtension("pg_operator", "o.oid");

  // The operators and functions of the family "f".
  private static final String ITEMS =
      """
      (SELECT m.amopfamily AS family, m.amoplefttype AS l, m.amoprighttype AS r,
              format('OPERATOR %s %I.%s (%s, %s)%s', m.amopstrategy, an.nspname, a.oprname,
                     format_type(m.amoplefttype, NULL), format_type(m.amoprighttype, NULL),
                     (SELECT format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname)
                        FROM pg_opfamily s JOIN pg_namespace sn ON sn.oid = s.opfnamespace
                       WHERE s.oid = m.amopsortfamily)) AS text
         FROM pg_amop m JOIN pg_operator a ON a.oid = m.amopopr
         JOIN pg_namespace an ON an.oid = a.oprnamespace
       UNION ALL
       SELECT m.amprocfamily, m.amproclefttype, m.amprocrighttype,
              format('FUNCTION %s (%s, %s) %s', m.amprocnum, format_type(m.amproclefttype, NULL),
                     format_type(m.amprocrighttype, NULL), m.amproc::regprocedure)
         FROM pg_amproc m) item\
      """;

  private static final String FAMILIES =
      """
      SELECT 'OPERATOR_FAMILY', n.nspname::text, f.opfname::text, '(' || m.amname || ')', f.oid,
             format('CREATE OPERATOR FAMILY %I.%I USING %I', n.nspname, f.opfname, m.amname)
             || coalesce((SELECT format(';ALTER OPERATOR FAMILY %I.%I USING %I ADD ', n.nspname,
                                        f.opfname, m.amname)
                                 || string_agg(item.text, ', ' ORDER BY item.text)
                            FROM\
      """
          + ITEMS
          + """

                               WHERE item.family = f.oid
                                 AND NOT EXISTS (SELECT FROM pg_opclass c
                                                  WHERE c.opcfamily = f.oid AND item.l = item.r
                                                    AND c.opcintype = item.l)
                              HAVING count(*) > 0), '')
            FROM scope, pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace
            JOIN pg_am m ON m.oid = f.opfmethod
           WHERE n.nspname = ANY (scope.schemas) AND
          """
          + CatalogQueries.notOfExtension("pg_opfamily", "f.oid");

  private static final String CLASSES =
      """
      SELECT 'OPERATOR_CLASS', n.nspname::text, c.opcname::text, '(' || m.amname || ')', c.oid,
             format('CREATE OPERATOR CLASS %I.%I%s FOR TYPE %s USING %I FAMILY %I.%I AS %s',
                    n.nspname, c.opcname, CASE WHEN c.opcdefault THEN ' DEFAULT' ELSE '' END,
                    format_type(c.opcintype, NULL), m.amname, fn.nspname, f.opfname,
                    concat_ws(', ',
                      (SELECT string_agg(item.text, ', ' ORDER BY item.text)
                         FROM\
      """
          + ITEMS
          + """

                            WHERE item.family = f.oid AND item.l = c.opcintype
                              AND item.r = c.opcintype),
                          'STORAGE '
                          || format_type(coalesce(nullif(c.opckeytype, 0), c.opcintype), NULL)))
            FROM scope, pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace
            JOIN pg_am m ON m.oid = c.opcmethod
            JOIN pg_opfamily f ON f.oid = c.opcfamily
            JOIN pg_namespace fn ON fn.oid = f.opfnamespace
           WHERE n.nspname = ANY (scope.schemas) AND
          """
          + CatalogQueries.notOfExtension("pg_opclass", "c.oid");

  // A range type brings one to its multirange, which depends on it from within.
  private static final String CASTS =
      """
      SELECT 'CAST', '', '', '(' || format_type(c.castsource, NULL) || ', '
                             || format_type(c.casttarget, NULL) || ')', c.oid,
             format('CREATE CAST (%s AS %s) %s%s', format_type(c.castsource, NULL),
                    format_type(c.casttarget, NULL),
                    CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure
                                      WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END,
                    CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT'
                                       ELSE '' END)
        FROM whole, pg_cast c
       WHERE whole.database AND c.oid >= 16384
         AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_cast'::regclass
                            AND x.objid = c.oid AND x.deptype IN ('e', 'i'))\
      """;

  private static final String TRANSFORMS =
      """
      SELECT 'TRANSFORM', '', l.lanname::text, '(' || format_type(t.trftype, NULL) || ')', t.oid,
             format('CREATE TRANSFORM FOR %s LANGUAGE %I (%s)', format_type(t.trftype, NULL),
                    l.lanname,
                    concat_ws(', ',
                      'FROM SQL WITH FUNCTION ' || nullif(t.trffromsql::oid, 0)::regprocedure,
                      'TO SQL WITH FUNCTION ' || nullif(t.trftosql::oid, 0)::regprocedure))
        FROM whole, pg_transform t JOIN pg_language l ON l.oid = t.trflang
       WHERE whole.database AND
      """
          + CatalogQueries.notOfExtension("pg_transform", "t.oid");

  private static final String CONVERSIONS =
      """
      SELECT 'CONVERSION', n.nspname::text, c.conname::text, '', c.oid,
             format('CREATE %sCONVERSION %I.%I FOR %L TO %L FROM %s',
                    CASE WHEN c.condefault THEN 'DEFAULT ' ELSE '' END, n.nspname, c.conname,
                    pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding),
                    c.conproc)
        FROM scope, pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace
       WHERE n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_conversion", "c.oid");

  private static final String SEARCH_PARSERS =
      """
      SELECT 'TEXT_SEARCH_PARSER', n.nspname::text, p.prsname::text, '', p.oid,
             format('CREATE TEXT SEARCH PARSER %I.%I (START = %s, GETTOKEN = %s, "end" = %s',
                    n.nspname, p.prsname, p.prsstart, p.prstoken, p.prsend)
             || coalesce(', HEADLINE = ' || nullif(p.prsheadline::oid, 0)::regproc, '')
             || format(', LEXTYPES = %s)', p.prslextype)
        FROM scope, pg_ts_parser p JOIN pg_namespace n ON n.oid = p.prsnamespace
       WHERE n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_ts_parser", "p.oid");

  private static final String SEARCH_TEMPLATES =
      """
      SELECT 'TEXT_SEARCH_TEMPLATE', n.nspname::text, t.tmplname::text, '', t.oid,
             format('CREATE TEXT SEARCH TEMPLATE %I.%I (LEXIZE = %s', n.nspname, t.tmplname,
                    t.tmpllexize)
             || coalesce(', INIT = ' || nullif(t.tmplinit::oid, 0)::regproc, '') || ')'
        FROM scope, pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace
       WHERE n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_ts_template", "t.oid");

  private static final String DICTIONARIES =
      """
      SELECT 'TEXT_SEARCH_DICTIONARY', n.nspname::text, d.dictname::text, '', d.oid,
             format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I%s)', n.nspname,
                    d.dictname, tn.nspname, t.tmplname, ', ' || nullif(d.dictinitoption, ''))
        FROM scope, pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace
        JOIN pg_ts_template t ON t.oid = d.dicttemplate
        JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
       WHERE n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_ts_dict", "d.oid");

  private static final String CONFIGURATIONS =
      """
      SELECT 'TEXT_SEARCH_CONFIGURATION', n.nspname::text, c.cfgname::text, '', c.oid,
             format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname,
                    c.cfgname, pn.nspname, p.prsname)
             || coalesce((SELECT string_agg(
                                   format(';ALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING '
                                          || 'FOR %I WITH %s', n.nspname, c.cfgname, one.alias,
                                          one.dictionaries), '' ORDER BY one.alias)
                            FROM (SELECT t.alias, string_agg(format('%I.%I', dn.nspname,
                                                                    d.dictname), ', '
                                                             ORDER BY m.mapseqno) AS dictionaries
                                    FROM pg_ts_config_map m
                                    JOIN pg_ts_dict d ON d.oid = m.mapdict
                                    JOIN pg_namespace dn ON dn.oid = d.dictnamespace
                                    JOIN ts_token_type(c.cfgparser) t ON t.tokid = m.maptokentype
                                   WHERE m.mapcfg = c.oid
                                   GROUP BY t.alias) one), '')
        FROM scope, pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
        JOIN pg_ts_parser p ON p.oid = c.cfgparser
        JOIN pg_namespace pn ON pn.oid = p.prsnamespace
       WHERE n.nspname = ANY (scope.schemas) AND
      """
          + CatalogQueries.notOfExtension("pg_ts_config", "c.oid");

  private static final String OPTIONS =
      """
      coalesce((SELECT ' OPTIONS (' || string_agg(format('%%I %%L', split_part(o, '=', 1),
                                                         substr(o, strpos(o, '=') + 1)), ', ')
                       || ')'
                  FROM unnest(%s) o HAVING count(*) > 0), '')\
      """;

  private static final String WRAPPERS =
      """
      SELECT 'FOREIGN_DATA_WRAPPER', '', w.fdwname::text, '', w.oid,
             format('CREATE FOREIGN DATA WRAPPER %I', w.fdwname)
             || coalesce(' HANDLER ' || nullif(w.fdwhandler, 0)::regproc, '')
             || coalesce(' VALIDATOR ' || nullif(w.fdwvalidator, 0)::regproc, '')
             ||\
      """
          + OPTIONS.formatted("w.fdwoptions")
          + """

            FROM whole, pg_foreign_data_wrapper w
           WHERE whole.database AND
          """
          + CatalogQueries.notOfExtension("pg_foreign_data_wrapper", "w.oid");

  private static final String SERVERS =
      """
      SELECT 'FOREIGN_SERVER', '', s.srvname::text, '', s.oid,
             format('CREATE SERVER %I', s.srvname)
             || coalesce(' TYPE ' || quote_literal(s.srvtype), '')
             || coalesce(' VERSION ' || quote_literal(s.srvversion), '')
             || format(' FOREIGN DATA WRAPPER %I', w.fdwname)
             ||\
      """
          + OPTIONS.formatted("s.srvoptions")
          + """

            FROM whole, pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
           WHERE whole.database AND
          """
          + CatalogQueries.notOfExtension("pg_foreign_server", "s.oid");

  // Options hold passwords: the server shows them to few, and what it hides is not read at all.
  private static final String MAPPINGS =
      """
      SELECT 'USER_MAPPING', '', u.srvname::text, '(' || u.usename || ')', u.umid,
             format('CREATE USER MAPPING FOR %s SERVER %I',
                    CASE u.umuser WHEN 0 THEN 'PUBLIC' ELSE quote_ident(u.usename) END, u.srvname)
             ||\
      """
          + OPTIONS.formatted("u.umoptions")
          + """

            FROM whole, pg_user_mappings u
           WHERE whole.database
             AND (u.umoptions IS NOT NULL
                  OR (SELECT rolsuper FROM pg_roles WHERE rolname = current_user))\
          """;

  // NOT NULL is a constraint with a name since 18.
  // Of a column's parameters the server has two (attribute_reloptions); libraries add their own.
  private static final String TABLES =
      """
      SELECT 'FOREIGN_TABLE', r.schema::text, r.name::text, '', r.oid,
             format('CREATE FOREIGN TABLE %I.%I', r.schema, r.name)
             || coalesce((SELECT format(' PARTITION OF %I.%I %s', n.nspname, p.relname,
                                        pg_get_expr(r.relpartbound, r.oid))
                            FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent
                            JOIN pg_namespace n ON n.oid = p.relnamespace
                           WHERE i.inhrelid = r.oid AND r.relispartition),
                         format(' (%s)', concat_ws(', ',
                      (SELECT string_agg(format('%I %s', a.attname,
                                                format_type(a.atttypid, a.atttypmod))
                                ||\
      """
          + OPTIONS.formatted("a.attfdwoptions")
          + """

                                    || coalesce((SELECT format(' COLLATE %I.%I', ln.nspname, l.collname)
                                                   FROM pg_collation l
                                                   JOIN pg_namespace ln ON ln.oid = l.collnamespace
                                                   JOIN pg_type b ON b.oid = a.atttypid
                                                  WHERE l.oid = a.attcollation
                                                    AND a.attcollation <> b.typcollation), '')
                                    || CASE WHEN a.attnotnull
                                            THEN coalesce((SELECT format(' CONSTRAINT %I', k.conname)
                                                             FROM pg_constraint k
                                                            WHERE k.conrelid = r.oid
                                                              AND k.contype = 'n'
                                                              AND k.conkey[1] = a.attnum), '')
                                                 || ' NOT NULL' ELSE '' END
                                    || CASE a.attgenerated
                                            WHEN '' THEN coalesce(
                                                   ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
                                            ELSE format(' GENERATED ALWAYS AS (%s) %s',
                                                        pg_get_expr(d.adbin, d.adrelid),
                                                        CASE a.attgenerated WHEN 's' THEN 'STORED'
                                                             ELSE 'VIRTUAL' END) END,
                                    ', ' ORDER BY a.attnum)
                             FROM pg_attribute a
                             LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                            WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
                              AND a.attislocal),
                          (SELECT string_agg(format('CONSTRAINT %I %s', k.conname,
                                                    pg_get_constraintdef(k.oid)), ', '
                                             ORDER BY k.conname)
                             FROM pg_constraint k
                            WHERE k.conrelid = r.oid AND k.contype = 'c' AND k.conislocal
                              AND k.convalidated))))
                 || coalesce((SELECT ' INHERITS (' || string_agg(format('%I.%I', n.nspname, p.relname),
                                                                ', ' ORDER BY i.inhseqno) || ')'
                                FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent
                                JOIN pg_namespace n ON n.oid = p.relnamespace
                               WHERE i.inhrelid = r.oid AND NOT r.relispartition
                              HAVING count(*) > 0), '')
                 || (SELECT format(' SERVER %I', s.srvname) ||\
          """
          + OPTIONS.formatted("f.ftoptions")
          + """

                       FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver
                      WHERE f.ftrelid = r.oid)
                 || coalesce((SELECT string_agg(format(';ALTER FOREIGN TABLE %I.%I ADD CONSTRAINT %I %s',
                                                       r.schema, r.name, k.conname,
                                                       pg_get_constraintdef(k.oid)), ''
                                                ORDER BY k.conname)
                                FROM pg_constraint k
                               WHERE k.conrelid = r.oid AND k.contype = 'c' AND k.conislocal
                                 AND NOT k.convalidated), '')
                 || coalesce((SELECT string_agg(concat(
                                       format(';ALTER FOREIGN TABLE %I.%I ALTER COLUMN %I SET STORAGE ',
                                              r.schema, r.name, a.attname)
                                       || CASE WHEN a.attstorage <> b.typstorage
                                               THEN CASE a.attstorage WHEN 'p' THEN 'PLAIN'
                                                         WHEN 'e' THEN 'EXTERNAL'
                                                         WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END
                                          END,
                                       format(';ALTER FOREIGN TABLE %I.%I ALTER COLUMN %I SET (',
                                              r.schema, r.name, a.attname)
                                       || (SELECT string_agg(format('%s = %L', split_part(o, '=', 1),
                                                                    substr(o, strpos(o, '=') + 1)),
                                                             ', ')
                                             FROM unnest(a.attoptions) o
                                            WHERE o LIKE 'n\\_distinct%') || ')',
                                       format(';ALTER FOREIGN TABLE %I.%I ALTER COLUMN %I SET STATISTICS ',
                                              r.schema, r.name, a.attname)
                                       || CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END),
                                     '' ORDER BY a.attnum)
                                FROM pg_attribute a JOIN pg_type b ON b.oid = a.atttypid
                               WHERE a.attrelid = r.oid AND a.attnum > 0
                                 AND NOT a.attisdropped AND NOT r.relispartition), '')
            FROM relation r
           WHERE r.kind = 'f'\
          """;

  private static final String LANGUAGES =
      """
      SELECT 'LANGUAGE', '', l.lanname::text, '', l.oid,
             format('CREATE %sLANGUAGE %I HANDLER %s',
                    CASE WHEN l.lanpltrusted THEN 'TRUSTED ' ELSE '' END, l.lanname,
                    l.lanplcallfoid::regproc)
             || coalesce(' INLINE ' || nullif(l.laninline, 0)::regproc, '')
             || coalesce(' VALIDATOR ' || nullif(l.lanvalidator, 0)::regproc, '')
        FROM whole, pg_language l
       WHERE whole.database AND l.lanispl AND
      """
          + CatalogQueries.notOfExtension("pg_language", "l.oid");

  private static final String METHODS =
      """
      SELECT 'ACCESS_METHOD', '', m.amname::text, '', m.oid,
             format('CREATE ACCESS METHOD %I TYPE %s HANDLER %s', m.amname,
                    CASE m.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END, m.amhandler)
        FROM whole, pg_am m
       WHERE whole.database AND m.oid >= 16384 AND
      """
          + CatalogQueries.notOfExtension("pg_am", "m.oid");

  /** Each with the columns of the query that they are part of. */
  static final List<String> ALL =
      List.of(
          OPERATORS,
          FAMILIES,
          CLASSES,
          CASTS,
          TRANSFORMS,
          CONVERSIONS,
          SEARCH_PARSERS,
          SEARCH_TEMPLATES,
          DICTIONARIES,
          CONFIGURATIONS,
          WRAPPERS,
          SERVERS,
          MAPPINGS,
          TABLES,
          LANGUAGES,
          METHODS);
}
