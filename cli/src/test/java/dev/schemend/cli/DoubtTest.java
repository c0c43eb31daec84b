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
}
