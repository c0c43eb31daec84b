package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate squash} without a database. */
class SquashTest {

  private static final String MIGRATIONS = "prisma/migrations/";

  private static Tool project(Path directory) {
    return Tool.in(directory)
        .file(MIGRATIONS + "migration_lock.toml", "provider = \"postgresql\"\n")
        .file(MIGRATIONS + "20240101000000_a/migration.sql", "CREATE TABLE a (id int);\n")
        .file(
            MIGRATIONS + "20240102000000_b/migration.sql",
            """
            ALTER TABLE a ADD COLUMN b int;
            UPDATE a SET b = 1;
            CREATE VIEW v AS SELECT b FROM a;
            """)
        .file(MIGRATIONS + "20240103000000_c/migration.sql", "ALTER TABLE a ADD COLUMN c int;\n");
  }

  @Test
  void rowsAreAskedAbout(@TempDir Path directory) {
    Tool tool = project(directory);
    Tool.Run refused = tool.run("migrate squash");
    assertEquals(3, refused.exit());
    assertTrue(refused.err().contains("20240102000000_b/migration.sql:2:1"), refused.err());
    Tool.Run kept = tool.run("migrate squash --data keep --dry-run");
    assertTrue(kept.out().endsWith("\n-- Data\nUPDATE a SET b = 1;\n"), kept.out());
    assertTrue(Files.exists(directory.resolve(MIGRATIONS + "20240101000000_a")));
  }

  @Test
  void aRangeBecomesOneMigration(@TempDir Path directory) {
    Tool tool = project(directory);
    Tool.Run run = tool.run("migrate squash --to 20240102000000_b --data drop --name firstTwo");
    assertEquals(0, run.exit(), run.err());
    assertTrue(
        run.out().contains("schemend migrate resolve --applied 20240102000000_first_two"),
        run.out());
    assertFalse(Files.exists(directory.resolve(MIGRATIONS + "20240101000000_a")));
    assertTrue(Files.exists(directory.resolve(MIGRATIONS + "20240103000000_c")));
    tool.file(
        "whole.sql",
        "CREATE TABLE a (id int, b int); CREATE VIEW v AS SELECT b FROM a;"
            + " ALTER TABLE a ADD COLUMN c int;");
    Tool.Run same = tool.run("migrate diff --from prisma/migrations --to whole.sql --exit-code");
    assertEquals(0, same.exit(), same.out() + same.err());
    assertEquals(64, tool.run("migrate squash --from 20240103000000_c").exit());
  }
}
