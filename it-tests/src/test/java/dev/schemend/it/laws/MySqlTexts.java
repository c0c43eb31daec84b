package dev.schemend.it.laws;

import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
import java.util.random.RandomGenerator;

/** Statements of MySQL and MariaDB on views, triggers and routines over tables that are there. */
final class MySqlTexts implements TextEdits.Texts {

  @Override
  public String write(Schema schema, RandomGenerator random) {
    Words words = new Words(schema, random);
    Table table = words.table();
    String name = table == null ? "t0" : table.name().name().text();
    String column = words.column(table);
    return switch (words.below(9)) {
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
}
