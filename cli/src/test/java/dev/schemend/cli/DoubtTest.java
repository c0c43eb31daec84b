package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows a statement that could not be followed. */
class DoubtTest {

  private static Tool.Run read(Path directory, String script) {
    return Tool.in(directory)
        .file("one.sql", script)
        .run("migrate diff --from-empty --to one.sql --dialect postgresql --script");
  }

  @Test
  void whatItNamesMayBeThere(@TempDir Path directory) {
    Tool.Run run =
        read(
            directory,
            """
            DO $$ BEGIN
              IF current_database() LIKE 'shadow%' THEN
                CREATE TABLE IF NOT EXISTS job (id int PRIMARY KEY);
              END IF;
            END $$;
            ALTER TABLE job ADD COLUMN note text;
            CREATE TABLE here (id int);
            """);
    assertEquals(0, run.exit(), run.err());
    assertTrue(
        run.err().contains("one.sql:6:1: table job does not exist as far as can be told"),
        run.err());
    assertTrue(run.out().contains("CREATE TABLE \"here\""), run.out());
  }

  @Test
  void whatItDoesNotNameIsRefused(@TempDir Path directory) {
    Tool.Run run =
        read(
            directory,
            """
            DO $$ BEGIN
              IF current_database() LIKE 'shadow%' THEN CREATE TABLE job (id int); END IF;
            END $$;
            ALTER TABLE other ADD COLUMN note text;
            """);
    assertEquals(1, run.exit(), run.out());
    assertTrue(run.err().contains("42P01"), run.err());
  }

  @Test
  void aTableThatIsMadeWhileRowsChangeIsThereUntilTheEnd(@TempDir Path directory) {
    Tool.Run run =
        read(
            directory,
            """
            CREATE TABLE item (id int);
            WITH made AS (INSERT INTO item VALUES (1) RETURNING id)
            SELECT * INTO TEMP TABLE made_items FROM made;
            DROP TABLE made_items;
            """);
    assertEquals(0, run.exit(), run.err());
    assertEquals("", run.err());
  }

  @Test
  void rowsThatThereMayBeAreToldOf(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file(
                "one.sql",
                """
                CREATE TABLE item (id int);
                DO $$ BEGIN
                  IF EXISTS (SELECT FROM item) THEN CREATE TABLE job (id int); END IF;
                END $$;
                ALTER TABLE job ADD COLUMN note text;
                """);
    Tool.Run run = tool.run("migrate diff --from-empty --to one.sql --dialect postgresql --json");
    assertEquals(0, run.exit(), run.err());
    assertTrue(
        run.err().contains("warning: one.sql:3:3: what happens here depends on the rows of item"),
        run.err());
    assertTrue(
        run.err()
            .contains(
                "1 of 3 statements could not be read, and 1 place is read as in a database"
                    + " without rows; they touch"),
        run.err());
    assertTrue(run.out().contains("\"assumed\" : 1"), run.out());
    assertEquals(
        3, tool.run("migrate diff --from-empty --to one.sql --dialect postgresql --strict").exit());
  }
}
