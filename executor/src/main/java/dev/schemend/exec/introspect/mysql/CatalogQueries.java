package dev.schemend.exec.introspect.mysql;

import dev.schemend.exec.introspect.CatalogQuery;
import dev.schemend.name.ObjectName;
import java.util.Collections;

/**
 * The queries on {@code information_schema}. Each takes the names of the databases; {@link #IN}
 * stands for as many question marks.
 */
final class CatalogQueries {

  private static final String IN = "(:databases)";

  private CatalogQueries() {}

  static final CatalogQuery SESSION =
      new CatalogQuery("the session's settings", "SELECT DATABASE(), @@SESSION.sql_mode");

  static final CatalogQuery DATABASES =
      query(
          "SCHEMATA",
          """
          SELECT SCHEMA_NAME, DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME
            FROM information_schema.SCHEMATA\
          """,
          "SCHEMA_NAME",
          "SCHEMA_NAME");

  static final CatalogQuery TABLES =
      query(
          "TABLES",
          """
          SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, ENGINE, TABLE_COLLATION, CREATE_OPTIONS,
                 TABLE_COMMENT
            FROM information_schema.TABLES\
          """,
          "TABLE_SCHEMA",
          "TABLE_SCHEMA, TABLE_NAME");

  static final CatalogQuery PARTITIONS =
      query(
          "PARTITIONS",
          """
          SELECT TABLE_SCHEMA, TABLE_NAME, PARTITION_METHOD, PARTITION_EXPRESSION, PARTITION_NAME,
                 PARTITION_DESCRIPTION, SUBPARTITION_METHOD, SUBPARTITION_EXPRESSION,
                 SUBPARTITION_NAME, PARTITION_COMMENT
            FROM information_schema.PARTITIONS\
          """,
          "PARTITION_NAME IS NOT NULL AND TABLE_SCHEMA",
          "TABLE_SCHEMA, TABLE_NAME, PARTITION_ORDINAL_POSITION, SUBPARTITION_ORDINAL_POSITION");

  /** MariaDB since 11.4.1. */
  static final CatalogQuery PERIODS =
      query(
          "PERIODS",
          """
          SELECT TABLE_SCHEMA, TABLE_NAME, PERIOD, START_COLUMN_NAME, END_COLUMN_NAME
            FROM information_schema.PERIODS\
          """,
          "TABLE_SCHEMA",
          "TABLE_SCHEMA, TABLE_NAME, PERIOD");

  static final CatalogQuery REFERENTIAL_CONSTRAINTS =
      query(
          "REFERENTIAL_CONSTRAINTS",
          """
          SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE
            FROM information_schema.REFERENTIAL_CONSTRAINTS\
          """,
          "CONSTRAINT_SCHEMA",
          "CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME");

  static final CatalogQuery FOREIGN_KEY_COLUMNS =
      query(
          "KEY_COLUMN_USAGE",
          """
          SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME,
                 REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
            FROM information_schema.KEY_COLUMN_USAGE\
          """,
          "REFERENCED_TABLE_NAME IS NOT NULL AND TABLE_SCHEMA",
          "TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION");

  /** MySQL tells the table of a check only in {@code TABLE_CONSTRAINTS}. */
  static final CatalogQuery MYSQL_CHECKS =
      query(
          "TABLE_CONSTRAINTS and CHECK_CONSTRAINTS",
          """
          SELECT t.TABLE_SCHEMA, t.TABLE_NAME, t.CONSTRAINT_NAME, 'Table', c.CHECK_CLAUSE,
                 t.ENFORCED
            FROM information_schema.TABLE_CONSTRAINTS t
            JOIN information_schema.CHECK_CONSTRAINTS c
              ON c.CONSTRAINT_SCHEMA = t.CONSTRAINT_SCHEMA
             AND c.CONSTRAINT_NAME = t.CONSTRAINT_NAME\
          """,
          "t.CONSTRAINT_TYPE = 'CHECK' AND t.TABLE_SCHEMA",
          "t.TABLE_SCHEMA, t.TABLE_NAME, t.CONSTRAINT_NAME");

  /** MariaDB lists its sequences among the tables; MySQL has none. */
  static final CatalogQuery SEQUENCES =
      query(
          "TABLES",
          "SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES",
          "TABLE_TYPE = 'SEQUENCE' AND TABLE_SCHEMA",
          "TABLE_SCHEMA, TABLE_NAME");

  /**
   * Views.
   *
   * @param algorithm what to select for how a view is merged
   */
  static CatalogQuery views(String algorithm) {
    return query(
        "VIEWS",
        """
        SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION, CHECK_OPTION, SECURITY_TYPE, %s
          FROM information_schema.VIEWS\
        """
            .formatted(algorithm),
        "TABLE_SCHEMA",
        "TABLE_SCHEMA, TABLE_NAME");
  }

  /** The names of the columns of views. */
  static final CatalogQuery VIEW_COLUMNS =
      query(
          "COLUMNS",
          """
          SELECT c.TABLE_SCHEMA, c.TABLE_NAME, c.COLUMN_NAME
            FROM information_schema.VIEWS v
            JOIN information_schema.COLUMNS c
              ON c.TABLE_SCHEMA = v.TABLE_SCHEMA AND c.TABLE_NAME = v.TABLE_NAME\
          """,
          "v.TABLE_SCHEMA",
          "c.TABLE_SCHEMA, c.TABLE_NAME, c.ORDINAL_POSITION");

  /** In the order in which they fire. */
  static final CatalogQuery TRIGGERS =
      query(
          "TRIGGERS",
          """
          SELECT TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_OBJECT_TABLE, ACTION_TIMING,
                 EVENT_MANIPULATION, ACTION_STATEMENT
            FROM information_schema.TRIGGERS\
          """,
          "TRIGGER_SCHEMA",
          "TRIGGER_SCHEMA, EVENT_OBJECT_TABLE, ACTION_ORDER, TRIGGER_NAME");

  static final CatalogQuery ROUTINES =
      query(
          "ROUTINES",
          """
          SELECT ROUTINE_SCHEMA, ROUTINE_NAME, ROUTINE_TYPE, DTD_IDENTIFIER, CHARACTER_SET_NAME,
                 COLLATION_NAME, ROUTINE_COMMENT, IS_DETERMINISTIC, SQL_DATA_ACCESS, SECURITY_TYPE,
                 ROUTINE_DEFINITION
            FROM information_schema.ROUTINES\
          """,
          "ROUTINE_SCHEMA",
          "ROUTINE_SCHEMA, ROUTINE_NAME, ROUTINE_TYPE");

  /** Position 0 is a function's result. */
  static final CatalogQuery PARAMETERS =
      query(
          "PARAMETERS",
          """
          SELECT SPECIFIC_SCHEMA, SPECIFIC_NAME, ROUTINE_TYPE, PARAMETER_MODE, PARAMETER_NAME,
                 DTD_IDENTIFIER, CHARACTER_SET_NAME, COLLATION_NAME
            FROM information_schema.PARAMETERS\
          """,
          "ORDINAL_POSITION > 0 AND SPECIFIC_SCHEMA",
          "SPECIFIC_SCHEMA, SPECIFIC_NAME, ROUTINE_TYPE, ORDINAL_POSITION");

  static final CatalogQuery EVENTS =
      query(
          "EVENTS",
          """
          SELECT EVENT_SCHEMA, EVENT_NAME, EXECUTE_AT, INTERVAL_VALUE, INTERVAL_FIELD, STARTS,
                 ENDS, ON_COMPLETION, STATUS, EVENT_COMMENT, EVENT_DEFINITION
            FROM information_schema.EVENTS\
          """,
          "EVENT_SCHEMA",
          "EVENT_SCHEMA, EVENT_NAME");

  static CatalogQuery columns(CatalogFacts facts) {
    return query(
        "COLUMNS",
        """
        SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, DATA_TYPE, IS_NULLABLE,
               COLUMN_DEFAULT, EXTRA, GENERATION_EXPRESSION, CHARACTER_SET_NAME, COLLATION_NAME,
               COLUMN_COMMENT, %s
          FROM information_schema.COLUMNS\
        """
            .formatted(facts.spatialReference()),
        "TABLE_SCHEMA",
        "TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION");
  }

  static CatalogQuery indexes(CatalogFacts facts) {
    return query(
        "STATISTICS",
        """
        SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, NON_UNIQUE, INDEX_TYPE, COLUMN_NAME,
               COLLATION, SUB_PART, %s, %s, INDEX_COMMENT
          FROM information_schema.STATISTICS\
        """
            .formatted(facts.indexExpression(), facts.indexHidden()),
        "TABLE_SCHEMA",
        "TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX");
  }

  static CatalogQuery mariadbChecks(String level) {
    return query(
        "CHECK_CONSTRAINTS",
        """
        SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, %s, CHECK_CLAUSE, 'YES'
          FROM information_schema.CHECK_CONSTRAINTS\
        """
            .formatted(level),
        "CONSTRAINT_SCHEMA",
        "CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME");
  }

  /**
   * A table in the server's own words: its name, then the statement.
   *
   * @param current the database of names that have none
   */
  static CatalogQuery created(ObjectName table, String current) {
    String database = table.isQualified() ? table.schema().text() : current;
    return new CatalogQuery(
        "SHOW CREATE TABLE",
        "SHOW CREATE TABLE " + quoted(database) + "." + quoted(table.name().text()));
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** {@code query} for that many databases. */
  static CatalogQuery forDatabases(CatalogQuery query, int count) {
    String marks = "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    return new CatalogQuery(query.catalogs(), query.sql().replace(IN, marks));
  }

  private static CatalogQuery query(
      String view, String select, String databaseColumn, String order) {
    return new CatalogQuery(
        "information_schema." + view,
        select + " WHERE " + databaseColumn + " IN " + IN + " ORDER BY " + order);
  }
}
