package dev.schemend.it.pairs;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.TestDatabase;
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
 * its old name is found out. PostgreSQL tells; the others give no numbers, and there only the rows
 * say that a table was kept.
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

  static KeptObjects in(TestDatabase database) {
    if (database.kind().flavor() != Flavor.POSTGRESQL) {
      return new KeptObjects(Map.of(), Map.of(), Map.of(), Map.of());
    }
    return new KeptObjects(
        read(database, TABLES),
        read(database, COLUMNS),
        read(database, ENUMS),
        read(database, INDEXES));
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
    renumbered(indexes, now.indexes)
        // The server itself builds the indexes of a column anew that gets another type.
        .filter(definition -> !retyped.contains(indexes.get(definition).owner))
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

  private static boolean onlyGrows(Numbered from, Numbered to) {
    List<String> kept = new ArrayList<>(Arrays.asList(to.nature.split("\n", -1)));
    List<String> older = Arrays.asList(from.nature.split("\n", -1));
    kept.retainAll(older);
    return kept.equals(older);
  }
}
