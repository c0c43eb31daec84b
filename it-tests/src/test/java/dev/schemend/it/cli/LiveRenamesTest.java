package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Renames keep the rows, and lead to the schema that was wanted; there and back. */
class LiveRenamesTest {

  private static final String ROWS =
      """
      INSERT INTO people (name, mood) VALUES ('Ada', 'ok'), ('Bo', 'sad');
      INSERT INTO posts (author, title) VALUES (1, 'one');
      """;

  private static String old(ServerKind kind) {
    return kind.flavor() == Flavor.POSTGRESQL
        ? """
        CREATE TYPE mood AS ENUM ('sad', 'ok');
        CREATE TABLE people (id serial PRIMARY KEY, name varchar(40) NOT NULL, mood mood,
          CHECK (name <> ''));
        CREATE TABLE posts (id serial PRIMARY KEY, author int REFERENCES people (id), title text);
        CREATE INDEX posts_title_idx ON posts (title);
        CREATE VIEW authors AS SELECT id, name FROM people;
        CREATE SEQUENCE tickets START 7;
        """
        : """
        CREATE TABLE people (id int AUTO_INCREMENT PRIMARY KEY, name varchar(40) NOT NULL,
          mood varchar(9), loud varchar(40) AS (upper(name)) STORED,
          initial varchar(1) AS (left(name, 1)), KEY by_initial (initial, mood),
          CONSTRAINT named CHECK (name <> ''));
        CREATE TABLE visits (day int NOT NULL, guest int) PARTITION BY HASH (day) PARTITIONS 2;
        CREATE TABLE posts (id int AUTO_INCREMENT PRIMARY KEY, author int, title varchar(40),
          CONSTRAINT posts_author_fkey FOREIGN KEY (author) REFERENCES people (id));
        CREATE INDEX posts_title_idx ON posts (title);
        """;
  }

  private static String anew(ServerKind kind) {
    return kind.flavor() == Flavor.POSTGRESQL
        ? """
        -- schemend:rename from=mood
        CREATE TYPE feeling AS ENUM ('sad',
          -- schemend:rename from=ok
          'fine');
        -- schemend:rename from=people
        CREATE TABLE persons (id serial PRIMARY KEY,
          -- schemend:rename from=name
          full_name varchar(40) NOT NULL,
          mood feeling,
          CHECK (full_name <> ''));
        CREATE TABLE posts (id serial PRIMARY KEY,
          -- schemend:rename from=author
          writer int REFERENCES persons (id), title text);
        CREATE INDEX by_title ON posts (title);
        -- schemend:rename from=authors
        CREATE VIEW writers AS SELECT id, full_name AS name FROM persons;
        -- schemend:rename from=tickets
        CREATE SEQUENCE numbers START 7;
        """
        : """
        -- schemend:rename from=people
        CREATE TABLE persons (id int AUTO_INCREMENT PRIMARY KEY,
          -- schemend:rename from=name
          full_name varchar(40) NOT NULL,
          mood varchar(9), loud varchar(40) AS (upper(full_name)) STORED,
          initial varchar(1) AS (left(full_name, 1)), KEY by_initial (initial, mood),
          CONSTRAINT named CHECK (full_name <> ''));
        CREATE TABLE visits (
          -- schemend:rename from=day
          moment int NOT NULL, guest int) PARTITION BY HASH (moment) PARTITIONS 2;
        CREATE TABLE posts (id int AUTO_INCREMENT PRIMARY KEY,
          -- schemend:rename from=author
          writer int, title varchar(40),
          CONSTRAINT posts_writer_fkey FOREIGN KEY (writer) REFERENCES persons (id));
        CREATE INDEX by_title ON posts (title);
        """;
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void rowsSurvive(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute(old(kind));
      database.execute(ROWS);
      Typed typed = new Typed(directory, database).file("new.sql", anew(kind));
      String ask = "migrate diff --from env:DATABASE_URL --to new.sql --script";
      typed.run(ask + " --output up.sql --reverse-output down.sql").exits(0);
      List<List<String>> before = database.query("SELECT id, name FROM people ORDER BY id");

      typed.run("db execute --file up.sql").exits(0);
      assertEquals(before, database.query("SELECT id, full_name FROM persons ORDER BY id"));
      assertEquals(List.of(List.of("1")), database.query("SELECT writer FROM posts"));
      assertEquals("-- This is an empty migration.\n", typed.run(ask).exits(0).out());
      database.execute("INSERT INTO persons (full_name) VALUES ('Cy')");
      assertEquals(
          List.of(List.of("3")),
          database.query("SELECT id FROM persons WHERE full_name = 'Cy'"),
          "the count of the column goes on");

      // The script was made for the schema before it: it does not run twice.
      Typed.Answer again = typed.run("db execute --file up.sql").exits(3);
      assertTrue(again.err().contains("schema-moved"), again.err());

      Typed.Answer undone = typed.run("db execute --file down.sql").exits(0);
      assertEquals("", undone.err(), "what the way back was made for is what is there");
      assertEquals(before, database.query("SELECT id, name FROM people WHERE id < 3 ORDER BY id"));
      typed.file("old.sql", old(kind));
      assertEquals(
          "-- This is an empty migration.\n",
          typed.run("migrate diff --from env:DATABASE_URL --to old.sql --script").exits(0).out());
    }
  }

  private static final String OLD_LABELS =
      """
      CREATE TABLE tasks (id int PRIMARY KEY,
        state enum('new', 'old', 'done') NOT NULL DEFAULT 'old',
        tags set('red', 'blue', 'green') DEFAULT 'blue,green',
        seen timestamp NOT NULL DEFAULT '2020-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP,
        loud varchar(9) AS (upper(state)) STORED,
        KEY by_state (state, id),
        CONSTRAINT known CHECK (state IN ('new', 'old', 'done')));
      CREATE TABLE kinds (kind enum('a', 'b') PRIMARY KEY);
      CREATE TABLE things (kind enum('a', 'b'),
        CONSTRAINT of_kind FOREIGN KEY (kind) REFERENCES kinds (kind));
      CREATE VIEW open_tasks AS SELECT id FROM tasks WHERE state = 'old';
      CREATE VIEW counted AS SELECT count(*) AS tasks FROM open_tasks;
      """;

  private static final String NEW_LABELS =
      """
      CREATE TABLE tasks (id int PRIMARY KEY,
        -- schemend:rename from=state
        stage enum('new', 'late',
          -- schemend:rename from=old
          'open',
          -- schemend:rename from=done
          'closed') NOT NULL DEFAULT 'open',
        tags set('red',
          -- schemend:rename from=blue
          'navy', 'green') DEFAULT 'navy,green',
        seen timestamp NOT NULL DEFAULT '2020-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP,
        loud varchar(9) AS (upper(stage)) STORED,
        KEY by_state (stage, id),
        CONSTRAINT known CHECK (stage IN ('new', 'late', 'open', 'closed')));
      CREATE TABLE kinds (kind enum('a',
        -- schemend:rename from=b
        'z') PRIMARY KEY);
      CREATE TABLE things (kind enum('a',
        -- schemend:rename from=b
        'z'),
        CONSTRAINT of_kind FOREIGN KEY (kind) REFERENCES kinds (kind));
      -- schemend:rename from=open_tasks
      CREATE VIEW to_do AS SELECT id FROM tasks WHERE stage = 'open';
      CREATE VIEW counted AS SELECT count(*) AS tasks FROM to_do;
      """;

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void labelsOfColumnsAndViews(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute(OLD_LABELS);
      database.execute(
          """
          INSERT INTO tasks (id, state, tags) VALUES (1, 'new', ''), (2, 'old', 'red,blue'),
            (3, 'done', NULL), (4, 'old', 'blue');
          INSERT INTO kinds VALUES ('a'), ('b');
          INSERT INTO things VALUES ('a'), ('b'), (NULL);
          """);
      Typed typed = new Typed(directory, database).file("new.sql", NEW_LABELS);
      String ask = "migrate diff --from env:DATABASE_URL --to new.sql --script";
      typed.run(ask + " --output up.sql --reverse-output down.sql").exits(0);
      String rows =
          "SELECT id, CAST(state AS SIGNED), state, loud, tags, year(seen) FROM tasks ORDER BY id";
      List<List<String>> before = database.query(rows);

      typed.run("db execute --file up.sql").exits(0);
      assertEquals(
          List.of(
              List.of("1", "1", "new", "NEW", "", "2020"),
              List.of("2", "3", "open", "OPEN", "red,navy", "2020"),
              Arrays.asList("3", "4", "closed", "CLOSED", null, "2020"),
              List.of("4", "3", "open", "OPEN", "navy", "2020")),
          database.query(rows.replace("state", "stage")));
      assertEquals(List.of(List.of("2")), database.query("SELECT tasks FROM counted"));
      assertEquals(
          List.of(List.of("z")), database.query("SELECT kind FROM things WHERE kind > 'a'"));
      assertEquals("-- This is an empty migration.\n", typed.run(ask).exits(0).out());

      typed.run("db execute --file down.sql").exits(0);
      assertEquals(before, database.query(rows));
      typed.file("old.sql", OLD_LABELS);
      assertEquals(
          "-- This is an empty migration.\n",
          typed.run("migrate diff --from env:DATABASE_URL --to old.sql --script").exits(0).out());
    }
  }
}
