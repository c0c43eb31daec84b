package dev.schemend.it.laws;

import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;

/**
 * Statements of PostgreSQL on aggregates, statistics, publications, subscriptions, collations,
 * event triggers, and what extends the server. What they use is there: no server has a collation of
 * those names, nor an extension such functions.
 */
final class DeclaredTexts {

  private DeclaredTexts() {}

  static String write(Words words) {
    return switch (words.below(11)) {
      case 0 -> aggregate(words);
      case 1 -> statistics(words);
      case 2, 3 -> publication(words);
      case 4 -> collation(words);
      case 9 -> subscription(words);
      case 5, 6, 7, 8 -> ExtendingTexts.write(words);
      default -> eventTrigger(words);
    };
  }

  private static String aggregate(Words words) {
    String name = words.name("ag");
    return switch (words.below(4)) {
      case 0 -> "DROP AGGREGATE " + name + "(integer)" + words.one("", " CASCADE");
      case 1 ->
          words.has(ObjectKind.AGGREGATE)
              ? "CREATE VIEW "
                  + words.name("v")
                  + " AS SELECT "
                  + words.existing(ObjectKind.AGGREGATE, "ag")
                  + "(1) AS one"
              : "DROP AGGREGATE IF EXISTS " + name + "(integer)";
      default ->
          "CREATE OR REPLACE AGGREGATE "
              + name
              + "(integer) (sfunc = int4larger, stype = integer"
              + words.one("", ", initcond = '0'", ", finalfunc = int4abs")
              + ")";
    };
  }

  private static String statistics(Words words) {
    Table table = words.table();
    if (table == null) {
      return "DROP STATISTICS " + words.name("st");
    }
    String name = words.name("st");
    return switch (words.below(4)) {
      case 0 -> "DROP STATISTICS " + name;
      case 1 -> "ALTER STATISTICS " + name + " SET STATISTICS " + words.below(3);
      default ->
          "CREATE STATISTICS "
              + name
              + words.one("", " (mcv)", " (ndistinct, dependencies)")
              + " ON "
              + words.column(table)
              + ", "
              + words.column(table)
              + " FROM \""
              + table.name().schema()
              + "\"."
              + table.name().name();
    };
  }

  private static String publication(Words words) {
    String name = words.name("pu");
    return switch (words.below(6)) {
      case 0 -> "DROP PUBLICATION " + name;
      case 1 -> "ALTER PUBLICATION " + name + " DROP TABLE " + words.tableName();
      case 2 -> "ALTER PUBLICATION " + name + " SET (publish = 'insert')";
      case 3 -> "ALTER PUBLICATION " + name + " ADD TABLE " + words.tableName();
      case 4 -> "CREATE PUBLICATION " + name + " FOR ALL TABLES";
      default -> "CREATE PUBLICATION " + name + " FOR TABLE " + words.tableName();
    };
  }

  private static String subscription(Words words) {
    String name = words.name("su");
    return switch (words.below(8)) {
      case 0 -> "DROP SUBSCRIPTION " + name;
      case 1 -> "ALTER SUBSCRIPTION " + name + words.one(" DISABLE", " ENABLE");
      case 2 -> "ALTER SUBSCRIPTION " + name + " CONNECTION 'host=" + words.one("a", "b") + "'";
      case 3 ->
          "ALTER SUBSCRIPTION "
              + name
              + words.one(" ADD", " DROP", " SET")
              + " PUBLICATION "
              + words.one("p", "q, r")
              + " WITH (refresh = false)";
      case 4 ->
          "ALTER SUBSCRIPTION "
              + name
              + " SET ("
              + words.one("slot_name = NONE", "slot_name = 'x'", "synchronous_commit = local")
              + ")";
      default ->
          "CREATE SUBSCRIPTION "
              + name
              + " CONNECTION 'host=a' PUBLICATION p, q"
              + words.one("", " WITH (connect = false)", " WITH (slot_name = y, enabled = false)");
    };
  }

  private static String collation(Words words) {
    String name = words.name("co");
    return switch (words.below(4)) {
      case 0 -> "DROP COLLATION " + name + words.one("", " CASCADE");
      case 1 ->
          words.has(ObjectKind.COLLATION)
              ? "CREATE DOMAIN "
                  + words.name("d")
                  + " AS text COLLATE "
                  + words.existing(ObjectKind.COLLATION, "co")
              : "DROP COLLATION IF EXISTS " + name;
      default -> "CREATE COLLATION " + name + " (locale = '" + words.one("C", "POSIX") + "')";
    };
  }

  private static String eventTrigger(Words words) {
    String name = words.name("ev");
    String function = words.existing(ObjectKind.ROUTINE, "ef");
    return switch (words.below(5)) {
      case 0 -> "DROP EVENT TRIGGER " + name;
      case 1 -> "ALTER EVENT TRIGGER " + name + words.one(" DISABLE", " ENABLE ALWAYS");
      case 2 -> eventFunction(words);
      default ->
          function.equals("ef_none")
              ? eventFunction(words)
              : "CREATE EVENT TRIGGER "
                  + name
                  + " ON "
                  + words.one("ddl_command_end", "sql_drop")
                  + " EXECUTE FUNCTION "
                  + function
                  + "()";
    };
  }

  private static String eventFunction(Words words) {
    return "CREATE OR REPLACE FUNCTION "
        + words.name("ef")
        + "() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'";
  }
}
