package dev.schemend.it.hazard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.cli.Typed;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An online plan beside people at work: no write fails, none waits for a lock longer than writers
 * put up with, and every row is there behind it.
 */
class OnlineWritersTest {

  private static final int ROWS = 20_000;

  private static final String DIGIT =
      "(SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4"
          + " UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";

  private static final String POSTGRES_FROM =
      """
      CREATE TABLE kind (id int PRIMARY KEY);
      CREATE TABLE item (id int PRIMARY KEY, kind int, code varchar(40), hits int NOT NULL DEFAULT 0);
      CREATE INDEX item_kind ON item (kind);
      """;

  private static final String POSTGRES_TO =
      """
      CREATE TABLE kind (id int PRIMARY KEY);
      CREATE TABLE item (id int PRIMARY KEY, kind int NOT NULL REFERENCES kind (id), code varchar(60),
        hits int NOT NULL DEFAULT 0, note text, CONSTRAINT known CHECK (kind >= 0));
      CREATE INDEX item_kind ON item (kind, id);
      CREATE UNIQUE INDEX item_code ON item (code);
      """;

  private static final String MYSQL_FROM =
      """
      CREATE TABLE kind (id int PRIMARY KEY);
      CREATE TABLE item (id int PRIMARY KEY, kind int, code varchar(40), hits int NOT NULL DEFAULT 0,
        state enum('new', 'old'), KEY item_kind (kind));
      """;

  private static final String MYSQL_TO =
      """
      CREATE TABLE kind (id int PRIMARY KEY);
      CREATE TABLE item (id int PRIMARY KEY, kind int, code varchar(60), hits int NOT NULL DEFAULT 0,
        state enum('new', 'old', 'odd'), note int, KEY item_kind (kind, id), UNIQUE KEY item_code (code));
      """;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void nobodyIsKeptFromWriting(ServerKind kind, @TempDir Path directory) throws IOException {
    boolean postgres = kind.flavor() == Flavor.POSTGRESQL;
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, database)
              .file("from.sql", postgres ? POSTGRES_FROM : MYSQL_FROM)
              .file("to.sql", postgres ? POSTGRES_TO : MYSQL_TO);
      typed.run("db execute --file from.sql").exits(0);
      database.execute("INSERT INTO kind VALUES (0), (1), (2)");
      database.execute(
          "INSERT INTO item (id, kind, code) SELECT n, n % 3, concat('c', n) FROM (SELECT"
              + " a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n FROM "
              + DIGIT
              + " a, "
              + DIGIT
              + " b, "
              + DIGIT
              + " c, "
              + DIGIT
              + " e, (SELECT 0 AS d UNION SELECT 1) f) numbers");
      typed
          .run(
              "migrate diff --from env:DATABASE_URL --to to.sql --script --online --lock-timeout 5s"
                  + " -o online.sql")
          .exits(0);
      String script = Files.readString(directory.resolve("online.sql"));
      assertTrue(script.contains(postgres ? "CONCURRENTLY" : "LOCK=NONE"), script);
      Writers writers = Writers.at(database, ROWS);
      try (writers) {
        writers.awaitWrites();
        typed.run("db execute --file online.sql").exits(0);
        writers.awaitWrites();
      }
      assertEquals(List.of(), writers.failures());
      assertEquals(
          List.of(List.of(String.valueOf(ROWS + writers.inserted()))),
          database.query("SELECT count(*) FROM item"));
      assertEquals(
          List.of(List.of(String.valueOf(writers.updated()))),
          database.query("SELECT sum(hits) FROM item"));
      typed.run("migrate diff --from env:DATABASE_URL --to to.sql --exit-code").exits(0);
    }
  }
}
