package dev.schemend.it.laws;

import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;

/**
 * Statements of PostgreSQL on operators, their classes and families, casts, text search, foreign
 * servers and tables.
 */
final class ExtendingTexts {

  private ExtendingTexts() {}

  static String write(Words words) {
    return switch (words.below(7)) {
      case 0 -> operator(words);
      case 1 -> operatorClass(words);
      case 2 -> cast(words);
      case 3 -> dictionary(words);
      case 4 -> configuration(words);
      case 5 -> server(words);
      default -> foreignTable(words);
    };
  }

  private static String operator(Words words) {
    String symbol = words.one("~=~~", "|=|", "<##>");
    String types = words.one("integer, integer", "integer, bigint");
    return switch (words.below(5)) {
      case 0 -> "DROP OPERATOR " + symbol + " (" + types + ")" + words.one("", " CASCADE");
      case 1 ->
          "ALTER OPERATOR "
              + symbol
              + " (integer, integer) SET (RESTRICT = "
              + words.one("eqsel", "NONE")
              + ")";
      default ->
          "CREATE OPERATOR "
              + symbol
              + " (FUNCTION = "
              + words.one("int4eq", "int4ne")
              + ", LEFTARG = integer, RIGHTARG = integer"
              + words.one(
                  "", ", COMMUTATOR = ~=~~", ", NEGATOR = |=|", ", JOIN = eqjoinsel, HASHES")
              + ")";
    };
  }

  private static String operatorClass(Words words) {
    String name = words.name("oc");
    Table table = words.table();
    return switch (words.below(7)) {
      case 0 -> "DROP OPERATOR CLASS " + name + " USING btree" + words.one("", " CASCADE");
      case 1 -> "DROP OPERATOR FAMILY " + name + " USING btree" + words.one("", " CASCADE");
      case 2 -> "CREATE OPERATOR FAMILY " + name + " USING btree";
      case 3 ->
          "ALTER OPERATOR FAMILY "
              + name
              + " USING btree "
              + words.one(
                  "ADD OPERATOR 1 < (integer, bigint)", "DROP OPERATOR 1 (integer, bigint)");
      case 4 ->
          "CREATE INDEX "
              + words.name("oi")
              + " ON "
              + words.relation(table)
              + " ("
              + words.column(table)
              + " "
              + words.existing(ObjectKind.OPERATOR_CLASS, "oc")
              + ")";
      default ->
          "CREATE OPERATOR CLASS "
              + name
              + " FOR TYPE integer USING btree AS OPERATOR 1 <, "
              + words.one("", "OPERATOR 3 =, ", "OPERATOR 3 = (integer, bigint), ")
              + "FUNCTION 1 btint4cmp(integer, integer)";
    };
  }

  private static String cast(Words words) {
    String types = words.one("(boolean AS date)", "(date AS boolean)");
    return words.below(3) == 0
        ? "DROP CAST " + types
        : "CREATE CAST " + types + " WITH INOUT" + words.one("", " AS ASSIGNMENT", " AS IMPLICIT");
  }

  private static String dictionary(Words words) {
    String name = words.name("td");
    return switch (words.below(4)) {
      case 0 -> "DROP TEXT SEARCH DICTIONARY " + name + words.one("", " CASCADE");
      case 1 ->
          "ALTER TEXT SEARCH DICTIONARY "
              + name
              + words.one(" (accept = false)", " (accept)", " (stopwords = english)");
      default ->
          "CREATE TEXT SEARCH DICTIONARY "
              + name
              + " (TEMPLATE = "
              + words.one("simple)", "snowball, language = english)");
    };
  }

  private static String configuration(Words words) {
    String name = words.name("tc");
    String alter = "ALTER TEXT SEARCH CONFIGURATION " + name;
    String dictionary = words.existing(ObjectKind.TEXT_SEARCH_DICTIONARY, "td");
    String known = dictionary.equals("td_none") ? "simple" : dictionary;
    return switch (words.below(7)) {
      case 0 -> "DROP TEXT SEARCH CONFIGURATION " + name;
      case 1 -> alter + " ALTER MAPPING FOR word, asciiword WITH " + known + ", simple";
      case 2 -> alter + " DROP MAPPING FOR " + words.one("url", "email");
      case 3 -> alter + " ADD MAPPING FOR " + words.one("url", "tag") + " WITH " + known;
      case 4 -> alter + " ALTER MAPPING REPLACE simple WITH " + known;
      case 5 -> alter + " RENAME TO " + words.name("tc");
      default ->
          "CREATE TEXT SEARCH CONFIGURATION "
              + name
              + words.one(" (COPY = english)", " (PARSER = default)");
    };
  }

  private static String server(Words words) {
    String name = words.name("sv");
    String wrapper = words.name("fw");
    return switch (words.below(9)) {
      case 0 -> "DROP SERVER " + name + words.one("", " CASCADE");
      case 1 ->
          "ALTER SERVER "
              + name
              + words.one(" VERSION '2'", " OPTIONS (ADD a '1')", " OPTIONS (SET a '2')");
      case 2, 3 ->
          "CREATE FOREIGN DATA WRAPPER " + wrapper + words.one("", " OPTIONS (debug 'on')");
      case 4 -> "DROP FOREIGN DATA WRAPPER " + wrapper + words.one("", " CASCADE");
      case 5 -> "CREATE USER MAPPING FOR PUBLIC SERVER " + name + words.one("", " OPTIONS (b '1')");
      case 6 -> "DROP USER MAPPING FOR PUBLIC SERVER " + name;
      default ->
          "CREATE SERVER "
              + name
              + words.one("", " TYPE 't'", " VERSION '1'")
              + " FOREIGN DATA WRAPPER "
              + wrapper;
    };
  }

  private static String foreignTable(Words words) {
    String name = words.name("ft");
    return switch (words.below(8)) {
      case 0 -> "DROP FOREIGN TABLE " + name + words.one("", " CASCADE");
      case 1 -> "ALTER FOREIGN TABLE " + name + words.one(" ADD COLUMN d date", " DROP COLUMN b");
      case 2 ->
          "ALTER FOREIGN TABLE "
              + name
              + " ALTER COLUMN a "
              + words.one("SET NOT NULL", "DROP NOT NULL", "TYPE bigint");
      case 3 ->
          "ALTER FOREIGN TABLE " + name + " OPTIONS (" + words.one("ADD", "SET") + " far '1')";
      case 4 ->
          words.has(ObjectKind.FOREIGN_TABLE)
              ? "CREATE VIEW "
                  + words.name("fv")
                  + " AS SELECT a FROM "
                  + words.existing(ObjectKind.FOREIGN_TABLE, "ft")
              : "DROP FOREIGN TABLE IF EXISTS " + name;
      default ->
          "CREATE FOREIGN TABLE "
              + name
              + " (a integer"
              + words.one("", " OPTIONS (key 'k')", " NOT NULL")
              + ", b text"
              + words.one("", " DEFAULT 'x'", " CHECK (b <> '')")
              + ") SERVER "
              + words.existing(ObjectKind.FOREIGN_SERVER, "sv")
              + words.one("", " OPTIONS (far '0')");
    };
  }
}
