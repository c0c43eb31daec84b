package dev.schemend.it.laws;

import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;

/**
 * Statements of PostgreSQL on what few schemas have: exclusion constraints, deferred and other
 * special keys, partitions by ranges and hashes, rules, triggers with conditions.
 */
final class PostgresRareTexts {

  private PostgresRareTexts() {}

  static String write(Words words) {
    return switch (words.below(6)) {
      case 0 -> rule(words);
      case 1, 2 -> constraint(words);
      case 3 -> partition(words);
      case 4 -> column(words);
      default -> trigger(words);
    };
  }

  private static String rule(Words words) {
    Table table = words.table();
    return switch (words.below(5)) {
      case 0 -> "DROP RULE " + words.name("ru") + " ON " + words.relation(table);
      case 1 ->
          "ALTER TABLE "
              + words.relation(table)
              + words.one(" DISABLE RULE ", " ENABLE RULE ", " ENABLE ALWAYS RULE ")
              + words.name("ru");
      default ->
          "CREATE OR REPLACE RULE "
              + words.name("ru")
              + " AS ON "
              + words.one("INSERT", "DELETE")
              + " TO "
              + words.relation(table)
              + " DO "
              + words.one("ALSO NOTHING", "INSTEAD NOTHING");
    };
  }

  private static String constraint(Words words) {
    Table table = words.table();
    String one = words.column(table);
    String add = "ALTER TABLE " + words.relation(table) + " ADD CONSTRAINT " + words.name("x");
    return switch (words.below(7)) {
      case 0 -> add + " EXCLUDE USING btree (" + one + " WITH =)";
      case 1 -> add + " UNIQUE (" + one + ") DEFERRABLE" + words.one("", " INITIALLY DEFERRED");
      case 2 -> add + " UNIQUE (" + one + ") INCLUDE (" + words.column(table) + ")";
      case 3 -> add + " CHECK (" + one + " IS NOT NULL) NO INHERIT";
      case 4 -> add + " UNIQUE USING INDEX " + words.index(table);
      case 5 -> "ALTER TABLE " + words.relation(table) + " DROP CONSTRAINT " + words.name("x");
      default ->
          "CREATE INDEX "
              + words.name("xi")
              + " ON "
              + words.relation(table)
              + words.one(
                  " USING hash (" + one + ")",
                  " ((" + one + " IS NULL))",
                  " (" + one + " DESC NULLS LAST)",
                  " (" + one + ") INCLUDE (" + words.column(table) + ")");
    };
  }

  private static String partition(Words words) {
    String parent = words.name("rp");
    int from = words.below(5);
    return switch (words.below(6)) {
      case 0 ->
          "CREATE TABLE "
              + parent
              + " (k integer"
              + words.one("", " NOT NULL")
              + ", c0 text) PARTITION BY "
              + words.one("RANGE (k)", "RANGE (k, c0)", "HASH (k)");
      case 1 ->
          "CREATE TABLE "
              + words.name("rpart")
              + " PARTITION OF "
              + parent
              + " FOR VALUES WITH (MODULUS 3, REMAINDER "
              + words.below(3)
              + ")";
      case 2 -> "ALTER TABLE " + parent + " DETACH PARTITION " + words.name("rpart");
      case 3 -> "CREATE TABLE " + words.name("rpart") + " PARTITION OF " + parent + " DEFAULT";
      default ->
          "CREATE TABLE "
              + words.name("rpart")
              + " PARTITION OF "
              + parent
              + " FOR VALUES FROM ("
              + from
              + ") TO ("
              + (from + 1 + words.below(2))
              + ")";
    };
  }

  private static String column(Words words) {
    Table table = words.table();
    String one = words.column(table);
    String alter = "ALTER TABLE " + words.relation(table) + " ";
    return switch (words.below(7)) {
      case 0 -> alter + "ADD COLUMN " + words.name("n") + " text COLLATE \"C\"";
      case 1 -> alter + "ADD COLUMN " + words.name("n") + " integer DEFAULT 1 CHECK (true)";
      case 2 -> alter + "ALTER COLUMN " + one + " SET STORAGE EXTERNAL";
      case 3 -> alter + "ALTER COLUMN " + one + " SET (n_distinct = 5)";
      case 4 -> alter + "ADD COLUMN " + words.name("n") + " interval(3) DEFAULT now() - now()";
      case 5 -> "COMMENT ON COLUMN " + words.relation(table) + "." + one + " IS 'said'";
      default -> alter + "ADD COLUMN " + words.name("n") + " date DEFAULT CURRENT_DATE UNIQUE";
    };
  }

  private static String trigger(Words words) {
    if (words.lacksTriggerFunction()) {
      return words.triggerFunction();
    }
    Table table = words.table();
    String body = " EXECUTE FUNCTION " + words.existing(ObjectKind.ROUTINE, "tf") + "()";
    String on = " ON " + words.relation(table);
    return switch (words.below(4)) {
      case 0 ->
          "CREATE TRIGGER "
              + words.name("w")
              + " AFTER UPDATE OF "
              + words.column(table)
              + on
              + " FOR EACH ROW"
              + body;
      case 1 ->
          "CREATE TRIGGER "
              + words.name("w")
              + " BEFORE UPDATE"
              + on
              + " FOR EACH ROW WHEN (NEW."
              + words.column(table)
              + " IS NULL)"
              + body;
      case 2 ->
          "CREATE TRIGGER "
              + words.name("w")
              + " AFTER INSERT"
              + on
              + " REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT"
              + body;
      default ->
          "CREATE CONSTRAINT TRIGGER "
              + words.name("w")
              + " AFTER INSERT"
              + on
              + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
              + body;
    };
  }
}
