package dev.schemend.it.laws;

import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
import java.util.random.RandomGenerator;

/**
 * Statements of PostgreSQL on views, routines, triggers, policies, types, schemas and extensions.
 */
final class PostgresTexts implements TextEdits.Texts {

  @Override
  public String write(Schema schema, RandomGenerator random) {
    Words words = new Words(schema, random);
    return switch (words.below(20)) {
      case 0, 1 -> view(words);
      case 2 -> materializedView(words);
      case 3, 4 -> routine(words);
      case 5 -> trigger(words);
      case 6 -> policy(words);
      case 7, 8 -> type(words);
      case 9 -> use(words);
      case 10 -> schema(words);
      case 12, 13, 14 -> DeclaredTexts.write(words);
      case 11 -> comment(words);
      case 15, 16 -> PostgresRenameTexts.write(words);
      default -> PostgresRareTexts.write(words);
    };
  }

  /** A query over a table, a plain one or one of groups. */
  private static String selectOfTable(Words words) {
    Table table = words.table();
    if (table == null) {
      // Not one that is missing: where there are extensions, one of them may have brought it.
      return "SELECT 1 AS c0";
    }
    String source = "\"" + table.name().schema() + "\"." + table.name().name();
    String column = words.column(table);
    return switch (words.below(3)) {
      case 0 -> "SELECT " + column + " FROM " + source;
      case 1 -> "SELECT * FROM " + source + " WHERE " + column + " IS NOT NULL";
      default ->
          "SELECT count(*) AS n, " + column + " AS one FROM " + source + " GROUP BY " + column;
    };
  }

  private static String select(Words words) {
    return words.below(4) == 0 && words.schema().ofKind(ObjectKind.VIEW).findAny().isPresent()
        ? "SELECT * FROM " + words.existing(ObjectKind.VIEW, "v")
        : selectOfTable(words);
  }

  private static String view(Words words) {
    String existing = words.existing(ObjectKind.VIEW, "v");
    return switch (words.below(5)) {
      case 0 -> "DROP VIEW " + existing + words.one("", " CASCADE");
      case 1 -> "ALTER VIEW " + existing + " RENAME TO " + words.name("v");
      // Of tables alone: the server accepts views that read each other in a circle, and no order of
      // statements makes such.
      case 2 -> "CREATE OR REPLACE VIEW " + existing + " AS " + selectOfTable(words);
      default -> "CREATE VIEW " + words.name("v") + " AS " + select(words);
    };
  }

  private static String materializedView(Words words) {
    String existing = words.existing(ObjectKind.MATERIALIZED_VIEW, "m");
    return switch (words.below(4)) {
      case 0 -> "DROP MATERIALIZED VIEW " + existing + words.one("", " CASCADE");
      case 1 ->
          "CREATE INDEX "
              + words.name("mi")
              + " ON "
              + existing
              + " ("
              + words.one("one", "c0")
              + ")";
      default -> "CREATE MATERIALIZED VIEW " + words.name("m") + " AS " + select(words);
    };
  }

  private static String routine(Words words) {
    String name = words.name("f");
    return switch (words.below(5)) {
      case 0 -> "DROP FUNCTION " + name + "(integer)" + words.one("", " CASCADE");
      case 1 ->
          "CREATE OR REPLACE FUNCTION "
              + words.name("tf")
              + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN "
              + words.one("NEW", "NULL")
              + "; END $$";
      case 2 ->
          "CREATE OR REPLACE PROCEDURE "
              + words.name("p")
              + "() LANGUAGE sql AS 'SELECT "
              + words.below(3)
              + "'";
      default ->
          "CREATE OR REPLACE FUNCTION "
              + name
              + "(a integer) RETURNS "
              + words.one("integer", "integer", "bigint")
              + " LANGUAGE sql "
              + words.one("IMMUTABLE ", "STABLE ", "")
              + "AS 'SELECT a + "
              + words.below(3)
              + "'";
    };
  }

  private static String trigger(Words words) {
    if (words.lacksTriggerFunction()) {
      return words.triggerFunction();
    }
    String table = words.tableName();
    return switch (words.below(4)) {
      case 0 -> "DROP TRIGGER " + words.name("g") + " ON " + table;
      case 1 ->
          "ALTER TABLE "
              + table
              + " "
              + words.one("DISABLE", "ENABLE")
              + " TRIGGER "
              + words.name("g");
      default ->
          "CREATE TRIGGER "
              + words.name("g")
              + words.one(" BEFORE", " AFTER")
              + words.one(" INSERT", " UPDATE", " INSERT OR DELETE")
              + " ON "
              + table
              + " FOR EACH ROW EXECUTE FUNCTION "
              + words.existing(ObjectKind.ROUTINE, "tf")
              + "()";
    };
  }

  private static String policy(Words words) {
    Table table = words.table();
    String name = table == null ? "t0" : table.name().name().text();
    return switch (words.below(4)) {
      case 0 -> "DROP POLICY " + words.name("pol") + " ON " + name;
      case 1 -> "ALTER TABLE " + name + words.one(" ENABLE", " DISABLE") + " ROW LEVEL SECURITY";
      default ->
          "CREATE POLICY "
              + words.name("pol")
              + " ON "
              + name
              + words.one("", " FOR SELECT", " FOR DELETE")
              + " USING ("
              + words.column(table)
              + " IS NOT NULL)";
    };
  }

  private static String type(Words words) {
    String domain = words.existing(ObjectKind.DOMAIN, "d");
    String composite = words.existing(ObjectKind.COMPOSITE_TYPE, "ct");
    return switch (words.below(10)) {
      case 0 -> "DROP DOMAIN " + domain + words.one("", " CASCADE");
      case 1 ->
          "ALTER DOMAIN "
              + domain
              + words.one(" SET NOT NULL", " DROP NOT NULL", " SET DEFAULT 1", " DROP DEFAULT");
      case 2 ->
          "ALTER DOMAIN "
              + domain
              + " ADD CONSTRAINT "
              + words.name("dc")
              + " CHECK (VALUE > "
              + words.below(3)
              + ")";
      case 3 -> "DROP TYPE " + composite + words.one("", " CASCADE");
      case 4 -> "ALTER TYPE " + composite + " ADD ATTRIBUTE " + words.name("a") + " integer";
      case 5 ->
          "CREATE TYPE "
              + words.name("ct")
              + " AS (a0 integer, a1 "
              + words.one("text", "integer")
              + ")";
      case 6 ->
          "CREATE TYPE "
              + words.name("r")
              + " AS RANGE (subtype = "
              + words.one("float8", "integer")
              + ")";
      default ->
          "CREATE DOMAIN "
              + words.name("d")
              + " AS "
              + words.one("integer", "integer", "bigint")
              + words.one("", " NOT NULL", " DEFAULT 3")
              + words.one("", " CHECK (VALUE > 0)");
    };
  }

  private static String use(Words words) {
    String type =
        words.maybe()
            ? words.existing(ObjectKind.DOMAIN, "d")
            : words.maybe()
                ? words.existing(ObjectKind.COMPOSITE_TYPE, "ct")
                : words.existing(ObjectKind.RANGE_TYPE, "r");
    return "ALTER TABLE " + words.tableName() + " ADD COLUMN " + words.name("u") + " " + type;
  }

  private static String schema(Words words) {
    return switch (words.below(7)) {
      case 0 -> "CREATE SCHEMA " + words.name("s");
      case 1 -> "DROP SCHEMA " + words.name("s") + words.one("", " CASCADE");
      case 2 -> "ALTER TABLE " + words.tableName() + " SET SCHEMA " + words.name("s");
      case 3 -> "CREATE EXTENSION IF NOT EXISTS " + words.one("citext", "pg_trgm");
      case 4 -> "DROP EXTENSION IF EXISTS " + words.one("citext", "pg_trgm");
      default ->
          "CREATE TABLE "
              + words.name("s")
              + "."
              + words.name("t")
              + " (c0 integer PRIMARY KEY, c1 text)";
    };
  }

  private static String comment(Words words) {
    return "COMMENT ON "
        + words.one(
            "VIEW " + words.existing(ObjectKind.VIEW, "v"),
            "DOMAIN " + words.existing(ObjectKind.DOMAIN, "d"),
            "FUNCTION " + words.name("f") + "(integer)",
            "TYPE " + words.existing(ObjectKind.ENUM_TYPE, "e"),
            "SCHEMA " + words.name("s"))
        + " IS "
        + words.one("'one'", "'two'", "NULL");
  }
}
