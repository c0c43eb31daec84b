package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can stand behind {@code --from} and {@code --to}, and what narrows it. */
class StatesTest {

  private static final String ONE =
      "-- CreateTable\nCREATE TABLE \"one\" (\n    \"id\" INTEGER\n);\n";

  private static Tool.Run run(Tool tool, String options) {
    Tool.Run run = tool.run("migrate diff " + options);
    assertEquals(0, run.exit(), run.err());
    return run;
  }

  @Test
  void aScriptIsAState(@TempDir Path directory) {
    Tool tool = Tool.in(directory).file("schema.sql", "CREATE TABLE one (id integer);");
    String options = " --dialect postgresql --script";
    assertEquals(ONE, run(tool, "--from empty --to schema.sql" + options).out());
    assertEquals(
        """
        -- DropTable
        -- hazard: data-loss: table public.one: every row of the table is lost
        DROP TABLE "one";
        """,
        run(tool, "--from schema.sql --to-empty" + options).out());
  }

  @Test
  void aGitRevisionIsAState(@TempDir Path directory) throws GitAPIException, IOException {
    Tool tool =
        Tool.in(directory)
            .file("db/migration_lock.toml", "provider = \"postgresql\"\n")
            .file("db/1_one/migration.sql", "CREATE TABLE one (id integer);\n");
    try (Git git = Git.init().setDirectory(directory.toFile()).call()) {
      commit(git);
      tool.file("db/2_two/migration.sql", "CREATE TABLE two (id integer);\n");
      commit(git);
    }
    String added = "\n[+] Added tables\n  - two\n";
    String forward = run(tool, "--from git:HEAD~1:db --to git:HEAD:db").out();
    assertEquals(added, summary(forward));
    assertTrue(forward.contains("public.two: made at git:HEAD:db/2_two/migration.sql:1:1"));
    assertEquals(added, summary(run(tool, "--from git:HEAD~1:db --to db").out()));
    // The page's "you can get this from your git history", without a checkout.
    assertEquals(
        """

        [-] Removed tables
          - two

        [!] Hazards
          data-loss: table public.two: every row of the table is lost
        """,
        summary(run(tool, "--from db --to git:HEAD~1:./db").out()));
  }

  /** Prisma's part of a summary. */
  private static String summary(String text) {
    return text.substring(0, text.indexOf("\n[i] Where it is written"));
  }

  private static void commit(Git git) throws GitAPIException {
    git.add().addFilepattern(".").call();
    git.commit()
        .setSign(false)
        .setMessage("migrations")
        .setAuthor("tester", "tester@example.org")
        .setCommitter("tester", "tester@example.org")
        .call();
  }

  @Test
  void aHistoryStopsWhereItIsTold(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file("db/migration_lock.toml", "provider = \"postgresql\"\n")
            .file("db/1_one/migration.sql", "CREATE TABLE one (id integer);\n")
            .file("db/2_two/migration.sql", "CREATE TABLE two (id integer);\n")
            .file("db/3_three/migration.sql", "DROP TABLE one;\n");
    assertEquals(ONE, run(tool, "--from empty --to db --until 1_one --script").out());
    assertEquals(ONE, run(tool, "--from empty --to db --before 2_two --script").out());
    assertEquals(
        "\n[+] Added tables\n  - one\n  - two\n",
        summary(run(tool, "--from empty --to db --before 3_three").out()));
  }

  @Test
  void schemasNarrowBothSides(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file(
                "schema.sql",
                "CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE a.x (); CREATE TABLE b.y ();");
    assertEquals(
        "\n[+] Added Schemas\n  - b\n\n[+] Added tables\n  - b.y\n",
        summary(run(tool, "--from empty --to schema.sql --dialect postgresql --schema b").out()));
  }

  @Test
  void theShadowDatabaseIsNotAskedWithoutNeed(@TempDir Path directory) {
    Tool tool = Tool.in(directory).file("schema.sql", "CREATE TABLE one (id integer);");
    run(
        tool,
        "--from empty --to schema.sql --dialect mysql --shadow-database-url mysql://127.0.0.1:1/x");
  }

  @Test
  void theResultGoesWhereItIsTold(@TempDir Path directory) throws IOException {
    Tool tool = Tool.in(directory).file("schema.sql", "CREATE TABLE one (id integer);");
    Tool.Run run = run(tool, "--from empty --to schema.sql --dialect postgresql --script -o x.sql");
    assertEquals("", run.out());
    assertEquals(ONE, Files.readString(directory.resolve("x.sql")));
  }

  @Test
  void whatCouldNotBeReadIsSaid(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file(
                "schema.sql",
                "CREATE TABLE one (id integer);\nDO $$ BEGIN EXECUTE current_user; END $$;\n");
    Tool.Run run = run(tool, "--from empty --to schema.sql --dialect postgresql --script");
    assertEquals(ONE, run.out());
    assertTrue(run.err().contains("warning: schema.sql:2:13:"), run.err());
    assertTrue(run.err().contains("1 of 2 statements could not be read"), run.err());
  }

  /** Which moment a text without a zone is, the session decides: no reason to move a partition. */
  @Test
  void aBoundThatMayBeTheSameMovesNoPartition(@TempDir Path directory) {
    String table = "CREATE TABLE logs (id int, at timestamptz) PARTITION BY RANGE (at);\n";
    String partition = "CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ";
    Tool tool =
        Tool.in(directory)
            .file(
                "from.sql",
                table + partition + "('2026-04-01 00:00:00+00') TO ('2026-05-01 00:00:00+00');\n")
            .file(
                "to.sql",
                table
                    + partition
                    + "('2026-04-01') TO ('2026-05-01');\nCREATE INDEX logs_id ON logs (id);\n");
    Tool.Run run = run(tool, "--from from.sql --to to.sql --dialect postgresql --script");
    assertTrue(run.out().contains("CREATE INDEX"), run.out());
    assertFalse(run.out().contains("DETACH"), run.out());
  }
}
