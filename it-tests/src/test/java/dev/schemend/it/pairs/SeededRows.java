package dev.schemend.it.pairs;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One row in every table that takes one, and what is left of them afterwards.
 *
 * @param columns the filled columns by table, each with the type that its value had
 * @param values their values as text, by {@code table.column}
 */
record SeededRows(Map<String, Map<String, ValueType>> columns, Map<String, String> values) {

  /**
   * A column's type.
   *
   * @param name without modifiers
   * @param modifiers whatever else decides how a value is shown
   */
  record ValueType(String name, String modifiers) {}

  private static final String POSTGRES_MODIFIERS =
      "concat_ws(',', c.numeric_precision, c.numeric_scale, c.character_maximum_length)";

  // Something that every column of the family takes; a column of another type keeps its default.
  private static final Map<String, String> POSTGRES =
      Map.ofEntries(
          Map.entry("smallint", "1"),
          Map.entry("integer", "1"),
          Map.entry("bigint", "1"),
          Map.entry("numeric", "1"),
          Map.entry("real", "1"),
          Map.entry("double precision", "1"),
          Map.entry("boolean", "true"),
          Map.entry("text", "'a'"),
          Map.entry("character varying", "'a'"),
          Map.entry("character", "'a'"),
          Map.entry("uuid", "'00000000-0000-0000-0000-000000000001'"),
          Map.entry("json", "'{}'"),
          Map.entry("jsonb", "'{}'"),
          Map.entry("bytea", "'a'"),
          Map.entry("date", "'2020-02-02'"),
          Map.entry("timestamp without time zone", "'2020-02-02 02:02:02'"),
          Map.entry("timestamp with time zone", "'2020-02-02 02:02:02+00'"),
          Map.entry("interval", "'1 day'"),
          Map.entry("inet", "'127.0.0.1'"));

  private static final Map<String, String> MYSQL =
      Map.ofEntries(
          Map.entry("tinyint", "1"),
          Map.entry("smallint", "1"),
          Map.entry("mediumint", "1"),
          Map.entry("int", "1"),
          Map.entry("bigint", "1"),
          Map.entry("decimal", "1"),
          Map.entry("float", "1"),
          Map.entry("double", "1"),
          Map.entry("char", "'a'"),
          Map.entry("varchar", "'a'"),
          Map.entry("tinytext", "'a'"),
          Map.entry("text", "'a'"),
          Map.entry("mediumtext", "'a'"),
          Map.entry("longtext", "'a'"),
          // Takes part in an index over the elements of an array, too.
          Map.entry("json", "'[]'"),
          Map.entry("date", "'2020-02-02'"),
          Map.entry("datetime", "'2020-02-02 02:02:02'"),
          Map.entry("timestamp", "'2020-02-02 02:02:02'"));

  SeededRows {
    columns = Map.copyOf(columns);
    values = Map.copyOf(values);
  }

  /** Fills the tables; one that refuses its row stays empty. */
  static SeededRows in(TestDatabase database) throws SQLException {
    boolean postgres = database.kind().flavor() == Flavor.POSTGRESQL;
    Map<String, Map<String, ValueType>> filled = new TreeMap<>();
    try (Connection session = database.connect();
        Statement statement = session.createStatement()) {
      // Rows need no partners: which tables come first would be a plan of its own.
      statement.execute(
          postgres ? "SET session_replication_role = replica" : "SET foreign_key_checks = 0");
      for (Map.Entry<String, Map<String, ValueType>> table : types(database, postgres).entrySet()) {
        Map<String, String> literals = postgres ? POSTGRES : MYSQL;
        Map<String, ValueType> taken = new LinkedHashMap<>(table.getValue());
        taken.values().removeIf(type -> !literals.containsKey(type.name()));
        if (taken.isEmpty()) {
          continue;
        }
        String names =
            taken.keySet().stream().map(c -> quoted(c, postgres)).collect(Collectors.joining(", "));
        String row =
            taken.values().stream()
                .map(type -> literals.get(type.name()))
                .collect(Collectors.joining(", "));
        try {
          statement.execute(
              "INSERT INTO " + table.getKey() + " (" + names + ") VALUES (" + row + ")");
          filled.put(table.getKey(), taken);
        } catch (SQLException refused) {
          // A check, a key over a constant or a trigger: the table is judged without a row.
        }
      }
    }
    return new SeededRows(filled, valuesIn(database, filled, postgres));
  }

  /** What is lost: tables and columns of the old schema that are still there under their names. */
  List<String> lostIn(TestDatabase database) throws SQLException {
    boolean postgres = database.kind().flavor() == Flavor.POSTGRESQL;
    Map<String, Map<String, ValueType>> now = types(database, postgres);
    Map<String, Map<String, ValueType>> kept = new TreeMap<>();
    columns.forEach(
        (table, old) -> {
          Map<String, ValueType> same = new LinkedHashMap<>(old);
          same.entrySet()
              .removeIf(
                  column ->
                      !column
                          .getValue()
                          .equals(now.getOrDefault(table, Map.of()).get(column.getKey())));
          if (!same.isEmpty()) {
            kept.put(table, same);
          }
        });
    Map<String, String> left = valuesIn(database, kept, postgres);
    List<String> lost = new ArrayList<>();
    kept.forEach(
        (table, same) ->
            same.keySet()
                .forEach(
                    column -> {
                      String key = table + "." + column;
                      if (!values.get(key).equals(left.get(key))) {
                        lost.add(key + " was " + values.get(key) + ", is " + left.get(key));
                      }
                    }));
    return lost;
  }

  private static Map<String, String> valuesIn(
      TestDatabase database, Map<String, Map<String, ValueType>> columns, boolean postgres) {
    Map<String, String> values = new TreeMap<>();
    columns.forEach(
        (table, filled) ->
            filled
                .keySet()
                .forEach(
                    column ->
                        values.put(
                            table + "." + column,
                            database
                                .query("SELECT " + quoted(column, postgres) + " FROM " + table)
                                .stream()
                                .map(List::toString)
                                .sorted() // rows have no order of their own
                                .toList()
                                .toString())));
    return values;
  }

  /** The columns of the tables that a value may be given for, in order. */
  private static Map<String, Map<String, ValueType>> types(
      TestDatabase database, boolean postgres) {
    String generated =
        postgres
            ? " AND c.is_generated = 'NEVER' AND c.is_identity = 'NO'"
            : " AND c.extra NOT LIKE '%GENERATED%' AND c.extra NOT LIKE '%auto_increment%'";
    String schemas =
        postgres
            ? " AND t.table_schema NOT IN ('pg_catalog', 'information_schema')"
            : " AND t.table_schema = database()";
    Map<String, Map<String, ValueType>> types = new TreeMap<>();
    for (List<String> row :
        database.query(
            "SELECT t.table_schema, t.table_name, c.column_name, lower(c.data_type), "
                + (postgres ? POSTGRES_MODIFIERS : "c.column_type")
                + " FROM information_schema.tables t JOIN information_schema.columns c"
                + " ON c.table_schema = t.table_schema AND c.table_name = t.table_name"
                + " WHERE t.table_type = 'BASE TABLE'"
                + generated
                + schemas
                + " ORDER BY 1, 2, c.ordinal_position")) {
      String table = quoted(row.get(1), postgres);
      types
          .computeIfAbsent(
              postgres ? quoted(row.get(0), true) + "." + table : table,
              any -> new LinkedHashMap<>())
          .put(row.get(2), new ValueType(row.get(3), row.get(4)));
    }
    return types;
  }

  private static String quoted(String name, boolean postgres) {
    String mark = postgres ? "\"" : "`";
    return mark + name.replace(mark, mark + mark) + mark;
  }
}
