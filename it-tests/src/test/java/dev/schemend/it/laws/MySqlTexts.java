package dev.schemend.it.laws;

import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
import java.util.random.RandomGenerator;

/** Statements of MySQL and MariaDB on views, triggers and routines over tables that are there. */
final class MySqlTexts implements TextEdits.Texts {

  private final boolean mariaDb;

  MySqlTexts(boolean mariaDb) {
    this.mariaDb = mariaDb;
  }

  @Override
  public String write(Schema schema, RandomGenerator random) {
    Words words = new Words(schema, random);
    Table table = words.table();
    String name = table == null ? "t0" : table.name().name().text();
    String column = words.column(table);
    return switch (words.below(13)) {
      case 9, 10, 11, 12 -> rare(words, table, name, column);
      // Replaced views read tables alone: a circle of views is for the server to refuse.
      case 0, 1 ->
          table == null
              ? "CREATE OR REPLACE VIEW " + words.name("v") + " AS SELECT 1 AS c0"
              : "CREATE OR REPLACE VIEW "
                  + words.name("v")
                  + " AS SELECT "
                  + words.one("`" + column + "`", "count(*) AS n")
                  + " FROM "
                  + name;
      case 2 -> "DROP VIEW " + words.existing(ObjectKind.VIEW, "v");
      case 3 ->
          "CREATE TRIGGER "
              + words.name("g")
              + words.one(" BEFORE INSERT", " AFTER UPDATE")
              + " ON "
              + name
              + " FOR EACH ROW SET @a = "
              + words.below(3);
      case 4 ->
          "CREATE FUNCTION "
              + words.name("fn")
              + "(a INT) RETURNS INT DETERMINISTIC RETURN a + "
              + words.below(3);
      case 5 -> "DROP FUNCTION " + words.name("fn");
      case 6 ->
          "ALTER TABLE "
              + name
              + " ADD COLUMN "
              + words.name("gen")
              + " INT GENERATED ALWAYS AS ("
              + words.one("1 + 1", "`" + column + "` + 1")
              + ")"
              + words.one("", " STORED");
      case 7 ->
          "ALTER TABLE "
              + name
              + " ADD CONSTRAINT "
              + words.name("ck")
              + " CHECK ("
              + column
              + " IS NOT NULL)";
      default -> "ALTER TABLE " + name + " RENAME COLUMN " + column + " TO " + words.name("c");
    };
  }

  private static String labels(Words words) {
    return words.one(" ENUM(", " SET(")
        + words.one("'a', 'b'", "'a', 'c'", "'c', 'b', 'd'", "'d', 'a'")
        + ") "
        + words.one("", "DEFAULT NULL", "NOT NULL", "CHECK (c0 IS NOT NULL)");
  }

  // Of what few tables have.
  private String rare(Words words, Table table, String name, String column) {
    return switch (words.below(16)) {
      case 0 ->
          "CREATE EVENT "
              + words.name("ev")
              + words.one(
                  " ON SCHEDULE EVERY 1 HOUR DO SET @a = 1",
                  " ON SCHEDULE EVERY 2 DAY COMMENT 'said' DO SET @a = 2");
      case 1 -> "DROP EVENT " + words.existing(ObjectKind.EVENT, "e");
      case 2 ->
          "ALTER TABLE "
              + name
              + " PARTITION BY "
              + words.one("HASH", "KEY")
              + " ("
              + column
              + ") PARTITIONS "
              + (1 + words.below(3));
      case 3 ->
          "ALTER TABLE "
              + name
              + " PARTITION BY LIST ("
              + column
              + ") (PARTITION l0 VALUES IN (1, 2), PARTITION l1 VALUES IN (3))";
      case 4 ->
          "ALTER TABLE "
              + name
              + words.one(" ADD FULLTEXT INDEX ", " ADD INDEX ")
              + words.name("ft")
              + " ("
              + column
              + ")";
      case 5 -> "ALTER TABLE " + name + " ADD INDEX " + words.name("px") + " (" + column + "(5))";
      case 6 -> "ALTER TABLE " + name + " COMMENT = " + words.one("'said'", "''");
      case 7 -> "ALTER TABLE " + name + words.one(" ROW_FORMAT = DYNAMIC", " AUTO_INCREMENT = 7");
      case 8 -> "RENAME TABLE " + name + " TO " + words.name("t");
      case 9 ->
          "CREATE PROCEDURE "
              + words.name("pr")
              + "(IN a INT) "
              + words.one("", "SQL SECURITY INVOKER ", "COMMENT 'said' ")
              + "SET @a = a";
      case 10 -> versioning(name);
      case 11 -> invisible(words, name);
      case 12 -> "DROP TABLE " + words.relation(table);
      case 13 -> "RENAME TABLE " + words.existing(ObjectKind.VIEW, "v") + " TO " + words.name("v");
      case 14 -> "ALTER TABLE " + name + " MODIFY " + words.name("m") + labels(words);
      default ->
          "ALTER TABLE "
              + name
              + " ADD COLUMN "
              + words.name("m")
              + words.one(
                  " VARCHAR(20) CHARACTER SET latin1",
                  " TIMESTAMP NULL ON UPDATE CURRENT_TIMESTAMP",
                  labels(words),
                  labels(words),
                  " JSON",
                  " BIT(1) DEFAULT b'1'",
                  " INT UNSIGNED NOT NULL",
                  " DOUBLE DEFAULT 1.5");
    };
  }

  private String versioning(String name) {
    return mariaDb
        ? "ALTER TABLE " + name + " ADD SYSTEM VERSIONING"
        : "ALTER TABLE " + name + " ADD INDEX ((1 + 1))";
  }

  private String invisible(Words words, String name) {
    return mariaDb
        ? "ALTER TABLE " + name + words.one(" DROP SYSTEM VERSIONING", " ADD PERIOD FOR p (a, b)")
        : "ALTER TABLE " + name + " ALTER INDEX " + words.name("i") + " INVISIBLE";
  }
}
