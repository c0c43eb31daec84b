package dev.schemend.it.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.cli.Typed;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The answers and exit codes of {@code prove}, and that it leaves nothing behind. */
class ProveTest {

  private static final int DIFFERENT = 2;

  private static final String PROVE = "prove --migrations m --url env:DATABASE_URL";

  private static void assertEmpty(TestDatabase database) {
    boolean postgres = database.kind().flavor() == Flavor.POSTGRESQL;
    assertEquals(
        List.of(),
        database.query(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = "
                + (postgres ? "'public'" : "database()")));
  }

  private static void says(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text.contains(part), () -> part + " in " + text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void agrees(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file("m/V1__shop.sql", HiddenHistory.SHOP)
              .file("m/V2__name.sql", "ALTER TABLE users ADD COLUMN name varchar(20);");
      says(
          typed.run(PROVE).exits(0).out(),
          "2 of 2 migrations run",
          "3 statements: 2 modelled, 1 inert, 0 opaque, 0 unknowable, 0 refused",
          "0 differ, 0 unproven",
          "Both readings agree.");
      assertEmpty(database);
      typed.run(PROVE + " --each statement --strict").exits(0);
      says(typed.run(PROVE + " --each migration --json --keep").out(), "\"outcome\" : \"agrees\"");
      says(
          typed.run(PROVE).exits(1).err(),
          "error: scratch-not-empty",
          "It holds table",
          "CREATE DATABASE");
      assertEquals("1", database.query("SELECT count(*) FROM users").getFirst().getFirst());
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsTheStatementThatMakesTheDifference(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file("m/V1__shop.sql", HiddenHistory.SHOP)
              .file("m/V2__hidden.sql", HiddenHistory.of(kind))
              .file("m/V3__more.sql", "CREATE TABLE more (id int);");
      says(
          typed.run(PROVE).exits(DIFFERENT).out(),
          "3 of 3 migrations run",
          "The two readings part in V2__hidden.sql, at " + HiddenHistory.place(kind),
          "read as: unknowable",
          "[+] Added column `hidden`",
          "server:  ");
      assertEmpty(database);
      String json = typed.run(PROVE + " --each statement --json").exits(DIFFERENT).out();
      says(json, "\"outcome\" : \"differs\"", "\"migration\" : \"V2__hidden.sql\"");
      assertFalse(json.contains("`last`"), json);
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothReadingsRefuse(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file("m/V1__shop.sql", HiddenHistory.SHOP)
              .file("m/V2__again.sql", "CREATE TABLE more (id int);\nCREATE TABLE users (id int);");
      says(
          typed.run(PROVE).exits(1).out(),
          "1 of 2 migrations run",
          "The server does not run V2__again.sql",
          "m/V2__again.sql:2:1",
          "the model refuses the same statement with the same code");
      assertEmpty(database);
    }
  }

  @ParameterizedTest
  @EnumSource
  void startsFromWhatIsThere(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute("CREATE TABLE users (id int)");
      Typed typed =
          new Typed(directory, database)
              .file("m/V1__name.sql", "ALTER TABLE users ADD COLUMN name varchar(20);");
      says(typed.run(PROVE + " --not-empty").exits(0).out(), "Both readings agree.");
      assertEquals(List.of(), database.query("SELECT name FROM users"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void sessionsBeginAsTheProjectHasThem(ServerKind kind, @TempDir Path directory) {
    boolean postgres = kind.flavor() == Flavor.POSTGRESQL;
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file(
                  "m/V1__shop.sql",
                  postgres
                      ? "CREATE SCHEMA app; CREATE TABLE app.t (id int); ALTER TABLE t ADD n int;"
                      : "CREATE TABLE a (id int, FOREIGN KEY (id) REFERENCES b (id));"
                          + " CREATE TABLE b (id int PRIMARY KEY);");
      typed.run(PROVE).exits(1);
      List<String> words = new ArrayList<>(List.of(PROVE.split(" ", -1)));
      words.add("--session-init");
      words.add(postgres ? "SET search_path = app" : "SET foreign_key_checks = 0");
      typed.run(words).exits(0);
      words.add("--each");
      words.add("statement");
      typed.run(words).exits(0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRES_.*", mode = EnumSource.Mode.MATCH_ALL)
  void rowsBehindCopyAreSent(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file(
                  "m/V1__rows.sql",
                  """
                  CREATE TABLE t (id int, name text);
                  COPY t (id, name) FROM stdin;
                  1\tone
                  2\ttwo; --
                  \\.

                  COPY t FROM STDIN;
                  \\.
                  ALTER TABLE t ADD n int;
                  """);
      typed.run(PROVE + " --keep").exits(0);
      assertEquals(
          List.of(List.of("one"), List.of("two; --")),
          database.query("SELECT name FROM t ORDER BY id"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRES_.*", mode = EnumSource.Mode.MATCH_ALL)
  void aScriptThatNeedsCommitsOnTheWay(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file("m/V1__mood.sql", "CREATE TYPE mood AS ENUM ('good');")
              .file(
                  "m/V2__bad.sql",
                  "ALTER TYPE mood ADD VALUE 'bad';\nCREATE TABLE t (m mood DEFAULT 'bad');");
      typed.run(PROVE).exits(0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRES_.*", mode = EnumSource.Mode.MATCH_ALL)
  void missingRoles(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      String role = "reader_" + database.name();
      Typed typed =
          new Typed(directory, database)
              .file(
                  "m/V1__shop.sql",
                  "CREATE ROLE owner_"
                      + database.name()
                      + ";\n"
                      + HiddenHistory.SHOP
                      + "GRANT SELECT ON users TO "
                      + role
                      + ";\n"
                      + "GRANT UPDATE ON users TO writer_"
                      + database.name()
                      + ";\n");
      says(
          typed.run(PROVE).exits(1).out(),
          "role \"" + role + "\" does not exist",
          "hint: create the role " + role);
      for (int i = 0; i < 2; i++) {
        typed.run(PROVE + " --create-roles").exits(0);
        assertEquals(
            List.of(),
            database.query(
                "SELECT rolname FROM pg_roles WHERE rolname LIKE '%" + database.name() + "'"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRES_.*", mode = EnumSource.Mode.MATCH_ALL)
  void leavesNothingOfAnyKind(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file(
                  "m/V1__all.sql",
                  """
                  CREATE SCHEMA app;
                  CREATE TYPE app.mood AS ENUM ('good');
                  CREATE TYPE pair AS (a int, b int);
                  CREATE TYPE span AS RANGE (subtype = int);
                  CREATE DOMAIN app.positive AS int CHECK (VALUE > 0);
                  CREATE TABLE app.t (id serial PRIMARY KEY, m app.mood, p pair, d app.positive);
                  CREATE TABLE parts (id int) PARTITION BY RANGE (id);
                  CREATE TABLE part1 PARTITION OF parts FOR VALUES FROM (1) TO (10);
                  CREATE VIEW v AS SELECT id FROM app.t;
                  CREATE MATERIALIZED VIEW mv AS SELECT id FROM v;
                  CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT $1 * 2';
                  CREATE PROCEDURE nothing() LANGUAGE sql AS 'SELECT 1';
                  CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
                  CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int);
                  CREATE OPERATOR CLASS ops FOR TYPE int USING hash AS OPERATOR 1 =;
                  CREATE COLLATION german FROM "C";
                  CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
                  CREATE STATISTICS s ON id, d FROM app.t;
                  CREATE FOREIGN DATA WRAPPER w;
                  CREATE SERVER there FOREIGN DATA WRAPPER w;
                  CREATE PUBLICATION everything FOR ALL TABLES;
                  CREATE FUNCTION quiet() RETURNS event_trigger LANGUAGE plpgsql
                    AS 'BEGIN RAISE EXCEPTION ''no drops''; END';
                  CREATE EVENT TRIGGER no_drops ON sql_drop EXECUTE FUNCTION quiet();
                  ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
                  ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                  """)
              .file("m/V2__public.sql", "DROP SCHEMA public CASCADE;");
      typed.run(PROVE);
      assertEquals(
          List.of(),
          database.query(
              "SELECT relname FROM pg_class WHERE oid >= 16384 AND relnamespace <> 99"
                  + " UNION ALL SELECT proname FROM pg_proc WHERE oid >= 16384"
                  + " UNION ALL SELECT typname FROM pg_type WHERE oid >= 16384"
                  + " UNION ALL SELECT nspname FROM pg_namespace"
                  + "   WHERE oid >= 16384 AND nspname <> 'public'"
                  + " UNION ALL SELECT fdwname FROM pg_foreign_data_wrapper"
                  + " UNION ALL SELECT pubname FROM pg_publication"
                  + " UNION ALL SELECT evtname FROM pg_event_trigger"
                  + " UNION ALL SELECT defaclobjtype::text FROM pg_default_acl"));
      assertEquals("public", database.query("SELECT current_schema()").getFirst().getFirst());
    }
  }
}
