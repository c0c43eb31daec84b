package dev.schemend.it.pairs;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is who by the server's own numbers, so that an object which was dropped and made anew under
 * its old name is found out. PostgreSQL tells; InnoDB numbers indexes and tables, and both anew
 * when it rebuilds a table, so there only indexes of tables that were not rebuilt are looked at.
 *
 * @param tables numbers by name
 * @param columns by table and name
 * @param enums by name
 * @param indexes by definition without a name, those that are alone with theirs
 */
record KeptObjects(
    Map<String, Numbered> tables,
    Map<String, Numbered> columns,
    Map<String, Numbered> enums,
    Map<String, Numbered> indexes) {

  /**
   * An object as the catalogs have it.
   *
   * @param number is never given to another
   * @param owner the table's name, for columns and indexes
   * @param nature what decides whether an ALTER can lead from the one to the other
   */
  record Numbered(String number, String owner, String nature) {}

  // The key of a partitioned table is for good.
  private static final String TABLES =
      "SELECT oid::regclass::text, oid::text, '', coalesce(pg_get_partkeydef(oid), '')"
          + " FROM pg_class WHERE relkind IN ('r', 'p') AND oid >= 16384";

  private static final String COLUMNS =
      "SELECT attrelid::regclass || '.' || quote_ident(attname), attnum::text,"
          + " attrelid::regclass::text, CASE attgenerated WHEN '' THEN"
          + " format_type(atttypid, atttypmod) ELSE 'computed' END"
          + " FROM pg_attribute JOIN pg_class c ON c.oid = attrelid"
          + " WHERE relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped AND c.oid >= 16384";

  private static final String ENUMS =
      "SELECT enumtypid::regtype::text, enumtypid::text, '',"
          + " string_agg(enumlabel, E'\\n' ORDER BY enumsortorder)"
          + " FROM pg_enum GROUP BY enumtypid";

  private static final String INDEXES =
      "SELECT replace(pg_get_indexdef(indexrelid), ' ' || quote_ident(relname) || ' ON ', ' ON '),"
          + " indexrelid::text, indrelid::regclass::text, relname"
          + " FROM pg_index JOIN pg_class c ON c.oid = indexrelid"
          + " WHERE indrelid >= 16384 AND NOT EXISTS"
          + " (SELECT FROM pg_constraint WHERE conindid = indexrelid)"
          + " AND (SELECT relkind FROM pg_class t WHERE t.oid = indrelid) IN ('r', 'p')";

  // MariaDB has other names for the views, and no indexes of expressions. The owner is the table as
  // it was built.
  private static final String INNODB_INDEXES =
      "SELECT CONCAT(s.table_name, ' (', GROUP_CONCAT(CONCAT(%3$s, ' ', COALESCE(s.sub_part, ''),"
          + " ' ', COALESCE(s.collation, '')) ORDER BY s.seq_in_index), ') ', s.non_unique, ' ',"
          + " s.index_type, ' ', s.index_comment), i.index_id, t.table_id, s.index_name"
          + " FROM information_schema.statistics s"
          + " JOIN information_schema.%1$s t ON t.name = CONCAT(DATABASE(), '/', s.table_name)"
          + " JOIN information_schema.%2$s i ON i.table_id = t.table_id AND i.name = s.index_name"
          + " WHERE s.table_schema = DATABASE() AND s.index_name <> 'PRIMARY'"
          + " GROUP BY s.table_name, s.index_name, s.non_unique, s.index_type, s.index_comment,"
          + " i.index_id, t.table_id";

  private static final int TABLESPACE_MISSING = 1812;

  static KeptObjects in(TestDatabase database) {
    if (database.kind().flavor() != Flavor.POSTGRESQL) {
      String indexes =
          database.kind().flavor() == Flavor.MARIADB
              ? INNODB_INDEXES.formatted("innodb_sys_tables", "innodb_sys_indexes", "s.column_name")
              : INNODB_INDEXES.formatted(
                  "innodb_tables", "innodb_indexes", "COALESCE(s.column_name, s.expression)");
      return new KeptObjects(Map.of(), Map.of(), Map.of(), readable(database, indexes));
    }
    return new KeptObjects(
        read(database, TABLES),
        read(database, COLUMNS),
        read(database, ENUMS),
        read(database, INDEXES));
  }

  // Behind a dropped full-text index MySQL 8.0.33 may keep its hidden tables in INNODB_INDEXES,
  // which then cannot be read by anybody until a restart: the indexes' numbers are not known.
  private static Map<String, Numbered> readable(TestDatabase database, String query) {
    try (Connection session = database.connect();
        Statement statement = session.createStatement();
        ResultSet first = statement.executeQuery(query)) {
      return first.isBeforeFirst() ? read(database, query) : Map.of();
    } catch (SQLException e) {
      if (e.getErrorCode() == TABLESPACE_MISSING) {
        return Map.of();
      }
      throw new AssertionError(query, e);
    }
  }

  private static Map<String, Numbered> read(TestDatabase database, String query) {
    Map<String, Numbered> found = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (List<String> row : database.query(query)) {
      if (found.put(row.get(0), new Numbered(row.get(1), row.get(2), row.get(3))) != null) {
        twice.add(row.get(0));
      }
    }
    twice.forEach(found::remove);
    return found;
  }

  /** What has another number now, although an ALTER leads from what it was to what it is. */
  List<String> recreatedIn(TestDatabase database) {
    KeptObjects now = in(database);
    List<String> found = new ArrayList<>();
    renumbered(tables, now.tables)
        .filter(name -> tables.get(name).nature.equals(now.tables.get(name).nature))
        .forEach(name -> found.add("table " + name));
    renumbered(columns, now.columns)
        .filter(name -> !renumbered(tables, now.tables).toList().contains(columns.get(name).owner))
        .filter(name -> isCastable(database, columns.get(name), now.columns.get(name)))
        .forEach(name -> found.add("column " + name));
    renumbered(enums, now.enums)
        .filter(name -> onlyGrows(enums.get(name), now.enums.get(name)))
        .forEach(name -> found.add("type " + name));
    Set<String> retyped =
        columns.keySet().stream()
            .filter(name -> !columns.get(name).equals(now.columns.get(name)))
            .map(name -> columns.get(name).owner)
            .collect(Collectors.toSet());
    boolean postgres = database.kind().flavor() == Flavor.POSTGRESQL;
    renumbered(indexes, now.indexes)
        // The server itself builds the indexes of a column anew that gets another type.
        .filter(definition -> !retyped.contains(indexes.get(definition).owner))
        .filter(
            definition ->
                postgres
                    || isUnderAnotherName(indexes.get(definition), now.indexes.get(definition)))
        .forEach(definition -> found.add("index " + indexes.get(definition).nature));
    return found;
  }

  private static Stream<String> renumbered(
      Map<String, Numbered> before, Map<String, Numbered> now) {
    return before.keySet().stream()
        .filter(now::containsKey)
        .filter(name -> !before.get(name).number.equals(now.get(name).number))
        .sorted();
  }

  private static boolean isCastable(TestDatabase database, Numbered from, Numbered to) {
    if (from.nature.equals("computed") || to.nature.equals("computed")) {
      return false;
    }
    try {
      database.query("SELECT NULL::" + from.nature + "::" + to.nature);
      return true;
    } catch (AssertionError noCast) {
      return false;
    }
  }

  // Under its own name an index may have been made anew for a foreign key to stand on, and a name
  // that another index had is no simple rename.
  private boolean isUnderAnotherName(Numbered from, Numbered to) {
    return from.owner.equals(to.owner)
        && indexes.values().stream()
            .noneMatch(one -> one.owner.equals(to.owner) && one.nature.equals(to.nature));
  }

  private static boolean onlyGrows(Numbered from, Numbered to) {
    List<String> kept = new ArrayList<>(Arrays.asList(to.nature.split("\n", -1)));
    List<String> older = Arrays.asList(from.nature.split("\n", -1));
    kept.retainAll(older);
    return kept.equals(older);
  }
}
