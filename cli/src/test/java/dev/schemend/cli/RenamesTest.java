package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who decides what was renamed, and what is planned then. */
class RenamesTest {

  private static final String OLD =
      """
      CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL, email text);
      CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users (id));
      """;
  private static final String NEW =
      """
      CREATE TABLE members (id serial PRIMARY KEY, name text NOT NULL, email text);
      CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES members (id));
      """;
  private static final String RENAMED =
      """
      -- RenameTable
      ALTER TABLE "users" RENAME TO "members";

      -- AlterSequence
      ALTER SEQUENCE "users_id_seq" RENAME TO "members_id_seq";

      -- AlterTable
      ALTER TABLE "members" RENAME CONSTRAINT "users_pkey" TO "members_pkey";
      """;

  private static Tool tool(Path directory, String from, String to) {
    return Tool.in(directory).file("old.sql", from).file("new.sql", to);
  }

  private static Tool.Run diff(Tool tool, String options) {
    return tool.run(
        ("migrate diff --from old.sql --to new.sql --dialect postgresql " + options).strip());
  }

  /** A script without what it says of its steps' dangers, which others hold. */
  private static String bare(String script) {
    return script
        .lines()
        .filter(line -> !line.startsWith("-- hazard:"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void nothingIsRenamedUnasked(@TempDir Path directory) {
    Tool.Run run = diff(tool(directory, OLD, NEW), "--script");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("DROP TABLE \"users\""), run.out());
    assertTrue(
        run.err().contains("warning: table public.users may now be table public.members"),
        run.err());
    assertTrue(run.err().contains("used before and after by table public.orders"), run.err());
    Tool.Run summary = diff(tool(directory, OLD, NEW), "");
    assertTrue(summary.out().contains("[?] Renamed?"), summary.out());
  }

  @Test
  void anOptionRenamesWhatStandsOut(@TempDir Path directory) {
    Tool.Run run = diff(tool(directory, OLD, NEW), "--script --on-ambiguity=rename");
    assertEquals(RENAMED, bare(run.out()), run.err());
  }

  @Test
  void anOptionRefuses(@TempDir Path directory) {
    Tool.Run run = diff(tool(directory, OLD, NEW), "--script --on-ambiguity fail");
    assertEquals(3, run.exit());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("error: ambiguous-rename"), run.err());
  }

  @Test
  void twoThatAreAlikeAreNoAnswer(@TempDir Path directory) {
    Tool tool =
        tool(
            directory,
            "CREATE TABLE t (id int, a text, b text);",
            "CREATE TABLE t (id int, c text, d text);");
    assertTrue(diff(tool, "--on-ambiguity=drop-create").out().contains("[-] Removed column `a`"));
    Tool close =
        tool(
            directory,
            "CREATE TABLE t (id int); CREATE TABLE log (at timestamp, what text);",
            "CREATE TABLE t (id int); CREATE TABLE one (at timestamp, what text);"
                + " CREATE TABLE two (at timestamp, what text);");
    assertEquals(3, diff(close, "--on-ambiguity=rename").exit());
  }

  @Test
  void hintsAreFoundBesideTheSchema(@TempDir Path directory) {
    Tool tool =
        tool(directory, OLD, NEW)
            .file(
                "schemend.hints.json",
                """
                {"renames": [{"kind": "table", "from": "users", "to": "members"}]}
                """);
    assertEquals(RENAMED, bare(diff(tool, "--script").out()));
    // They stay where they are; when they are carried out, they say nothing any more.
    Tool.Run again =
        tool.run("migrate diff --from new.sql --to new.sql --dialect postgresql --script");
    assertEquals("-- This is an empty migration.\n", again.out(), again.err());
  }

  @Test
  void hintsSayThatSomethingIsDropped(@TempDir Path directory) {
    Tool tool =
        tool(directory, OLD, NEW)
            .file("h.json", "{\"drops\": [{\"kind\": \"table\", \"name\": \"users\"}]}");
    Tool.Run run = diff(tool, "--script --hints h.json --on-ambiguity fail");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("DROP TABLE \"users\""));
  }

  @Test
  void hintsWithoutMeaningAreRefused(@TempDir Path directory) {
    Tool tool = tool(directory, OLD, NEW).file("h.json", "{\"renames\": [{\"kind\": \"tabel\"}]}");
    Tool.Run run = diff(tool, "--hints h.json");
    assertEquals(1, run.exit());
    assertTrue(run.err().contains("h.json: renames[0] has kind tabel"), run.err());
  }

  @Test
  void annotationsSpeakOfWhatStandsBelow(@TempDir Path directory) {
    Tool tool =
        tool(
            directory,
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE TABLE people (id int, "Full" text, state mood, CONSTRAINT pos CHECK (id > 0));
            CREATE INDEX by_name ON people ("Full");
            """,
            """
            -- schemend:rename from=mood
            CREATE TYPE feeling AS ENUM ('sad',
                -- schemend:rename from=ok
                'fine');
            -- schemend:rename from=people
            CREATE TABLE persons (
                id int,
                -- the name, as it is spoken
                -- schemend:rename from="Full"
                full_name text,
                state feeling,
                -- schemend:rename from=pos
                CONSTRAINT positive CHECK (id > 0)
            );
            -- schemend:rename from=by_name
            CREATE INDEX persons_by_name ON persons (full_name);
            """);
    Tool.Run run = diff(tool, "--script");
    assertEquals(
        """
        -- AlterEnum
        ALTER TYPE "mood" RENAME TO "feeling";

        -- RenameTable
        ALTER TABLE "people" RENAME TO "persons";

        -- AlterTable
        ALTER TABLE "persons" RENAME COLUMN "Full" TO "full_name";

        -- AlterEnum
        ALTER TYPE "feeling" RENAME VALUE 'ok' TO 'fine';

        -- AlterTable
        ALTER TABLE "persons" RENAME CONSTRAINT "pos" TO "positive";

        -- RenameIndex
        ALTER INDEX "by_name" RENAME TO "persons_by_name";
        """,
        bare(run.out()),
        run.err());
  }

  @Test
  void anAnnotationAboveNothingIsToldOf(@TempDir Path directory) {
    Tool.Run run = diff(tool(directory, OLD, NEW + "-- schemend:rename from=x\n"), "--script");
    assertTrue(run.err().contains("new.sql:3:25"), run.err());
    assertTrue(run.err().contains("stands above nothing"), run.err());
  }

  @Test
  void aStatementOfTheHistorySaysIt(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file("old/1.sql", "CREATE TABLE users (id int, a text);")
            .file("new/1.sql", "CREATE TABLE users (id int, a text);")
            .file("new/2.sql", "ALTER TABLE users RENAME TO people;")
            .file("new/3.sql", "ALTER TABLE people RENAME COLUMN a TO b;")
            .file("new/4.sql", "ALTER TABLE people RENAME TO persons;");
    Tool.Run run =
        tool.run(
            "migrate diff --from old --to new --dialect postgresql --layout plain --script"
                + " --on-ambiguity fail");
    assertEquals(
        """
        -- RenameTable
        ALTER TABLE "users" RENAME TO "persons";

        -- AlterTable
        ALTER TABLE "persons" RENAME COLUMN "a" TO "b";
        """,
        bare(run.out()),
        run.err());
  }

  @Test
  void namesThatMoveAlongAreFollowed(@TempDir Path directory) {
    Tool tool =
        tool(directory, "CREATE TABLE t (a int, b text);", "CREATE TABLE t (c int, a text);")
            .file(
                "schemend.hints.json",
                """
                {"renames": [
                  {"kind": "column", "in": "t", "from": "b", "to": "a"},
                  {"kind": "column", "in": "t", "from": "a", "to": "c"}]}
                """);
    Tool.Run run = diff(tool, "--script");
    assertEquals(
        """
        -- AlterTable
        ALTER TABLE "t" RENAME COLUMN "a" TO "c";

        -- AlterTable
        ALTER TABLE "t" RENAME COLUMN "b" TO "a";
        """,
        bare(run.out()),
        run.err());
  }

  @Test
  void jsonHoldsCandidatesAndDecisions(@TempDir Path directory) {
    String open = diff(tool(directory, OLD, NEW), "--json").out();
    assertTrue(open.contains("\"open\" : true"), open);
    assertTrue(open.contains("\"score\" : "), open);
    String decided = diff(tool(directory, OLD, NEW), "--json --on-ambiguity rename").out();
    assertTrue(decided.contains("\"source\" : \"option\""), decided);
    assertFalse(decided.contains("\"open\" : true"), decided);
  }

  @Test
  void theWayBackIsMadeToo(@TempDir Path directory) {
    Tool tool =
        tool(
            directory,
            "CREATE TABLE t (id int, gone text);",
            "CREATE TABLE t (id int, come boolean);");
    Tool.Run run = diff(tool, "--script --output up.sql --reverse-output down.sql");
    assertEquals(0, run.exit(), run.err());
    assertEquals(
        "-- AlterTable\nALTER TABLE \"t\" DROP COLUMN \"come\",\nADD COLUMN     \"gone\" TEXT;\n",
        bare(Tool.read(directory.resolve("down.sql"))));
    String json = diff(tool, "--json --with-reverse").out();
    assertTrue(json.contains("\"reverse\" : {"), json);
    assertTrue(json.contains("does not come back"), json);
    String script = diff(tool, "--script --with-reverse").out();
    assertTrue(script.contains("\n-- ALTER TABLE \"t\" DROP COLUMN \"come\""), script);
  }

  @Test
  void aHeaderHoldsFingerprintsAndCoverage(@TempDir Path directory) {
    String script = diff(tool(directory, OLD, NEW), "--script --header").out();
    assertTrue(
        script.matches(
            """
            (?s)-- schemend:plan from=[0-9a-f]{64} \\(offline\\) to=[0-9a-f]{64}
            -- from old.sql: 2 of 2 statements were read
            -- to new.sql: 2 of 2 statements were read

            -- DropForeignKey.*\
            """),
        script);
  }

  @Test
  void whatLeavesItsParentIsRenamedBehindThat(@TempDir Path directory) {
    String old =
        """
        CREATE TABLE days (day int NOT NULL, note text) PARTITION BY LIST (day);
        CREATE TABLE today PARTITION OF days FOR VALUES IN (1);
        CREATE TABLE things (id int);
        CREATE TABLE tools (maker text) INHERITS (things);
        """;
    String wanted =
        """
        CREATE TABLE days (day int NOT NULL, note text) PARTITION BY LIST (day);
        CREATE TABLE today (day int NOT NULL, remark text);
        CREATE TABLE things (id int);
        CREATE TABLE tools (number int, maker text);
        """;
    Tool.Run run = diff(tool(directory, old, wanted), "--script --on-ambiguity rename");
    assertEquals(0, run.exit(), run.err());
    assertEquals(
        """
        -- AlterTable
        ALTER TABLE "days" DETACH PARTITION "today";
        ALTER TABLE "today" RENAME COLUMN "note" TO "remark";

        -- AlterTable
        ALTER TABLE "tools" NO INHERIT "things";
        ALTER TABLE "tools" RENAME COLUMN "id" TO "number";
        """,
        bare(run.out()));
  }

  private static final String GUARDED =
      """
      CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE FUNCTION total(a integer, b text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
      CREATE TABLE t (id int);
      CREATE VIEW v AS SELECT total(id, 'x') AS n FROM t;
      CREATE TRIGGER first BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION stamp();
      CREATE POLICY mine ON t USING (id > 0);
      CREATE RULE stop AS ON DELETE TO t DO INSTEAD NOTHING;
      """;

  @Test
  void nobodyIsAskedWhereAllButTheNameIsTheSame(@TempDir Path directory) {
    String wanted =
        GUARDED
            .replace("first BEFORE", "second BEFORE")
            .replace("POLICY mine", "POLICY ours")
            .replace("RULE stop", "RULE halt");
    Tool.Run run = diff(tool(directory, GUARDED, wanted), "--script --on-ambiguity fail");
    assertEquals(
        """
        -- RenameObject
        ALTER RULE "stop" ON "t" RENAME TO "halt";

        -- RenameObject
        ALTER TRIGGER "first" ON "t" RENAME TO "second";

        -- RenameObject
        ALTER POLICY "mine" ON "t" RENAME TO "ours";
        """,
        bare(run.out()),
        run.err());
    String two =
        GUARDED + "CREATE TRIGGER second BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION stamp();";
    // Two that are alike are no answer: they are made anew.
    String others = two.replace("first", "third").replace("second", "fourth");
    Tool.Run anew = diff(tool(directory, two, others), "--script --on-ambiguity fail");
    assertTrue(anew.out().contains("CREATE TRIGGER \"fourth\""), anew.err());
    assertFalse(anew.out().contains("RENAME"), anew.out());
  }

  @Test
  void routinesHaveRightsAndAreAskedAbout(@TempDir Path directory) {
    String wanted = GUARDED.replace("total", "sum_of");
    Tool.Run refused = diff(tool(directory, GUARDED, wanted), "--script --on-ambiguity fail");
    assertEquals(3, refused.exit());
    assertTrue(
        refused.err().contains("routine public.total(integer, text) may now be routine"),
        refused.err());
    String renamed =
        """
        -- RenameObject
        ALTER ROUTINE "total"(integer, text) RENAME TO "sum_of";
        """;
    Tool.Run bold = diff(tool(directory, GUARDED, wanted), "--script --on-ambiguity rename");
    assertEquals(renamed, bare(bold.out()), bold.err());
    for (String written : new String[] {"total", "total(integer, text)"}) {
      Tool tool =
          tool(directory, GUARDED, wanted)
              .file(
                  "schemend.hints.json",
                  """
                  {"renames": [{"kind": "routine", "from": "%s", "to": "sum_of"}]}
                  """
                      .formatted(written));
      assertEquals(renamed, bare(diff(tool, "--script --on-ambiguity fail").out()), written);
    }
  }

  @Test
  void annotationsSpeakOfRoutinesAndTriggers(@TempDir Path directory) {
    String wanted =
        GUARDED
            .replace("CREATE FUNCTION total", "-- schemend:rename from=total\nCREATE FUNCTION sum")
            .replace("total(id", "sum(id")
            .replace("CREATE TRIGGER first", "-- schemend:rename from=first\nCREATE TRIGGER second")
            .replace("BEFORE INSERT", "BEFORE UPDATE");
    Tool.Run run = diff(tool(directory, GUARDED, wanted), "--script --on-ambiguity fail");
    assertTrue(
        run.out().contains("ALTER ROUTINE \"total\"(integer, text) RENAME TO \"sum\""), run.err());
    assertTrue(
        run.out().contains("ALTER TRIGGER \"first\" ON \"t\" RENAME TO \"second\""), run.out());
  }

  @Test
  void aStatementOfTheHistorySaysItOfWhatIsNoTable(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file("old/1.sql", GUARDED)
            .file("new/1.sql", GUARDED)
            .file("new/2.sql", "ALTER TABLE t RENAME TO u;")
            .file("new/3.sql", "ALTER TRIGGER first ON u RENAME TO second;")
            .file("new/4.sql", "ALTER FUNCTION total RENAME TO adds; CREATE SCHEMA app;")
            .file("new/5.sql", "ALTER FUNCTION adds(integer, text) SET SCHEMA app;");
    Tool.Run run =
        tool.run(
            "migrate diff --from old --to new --dialect postgresql --layout plain --script"
                + " --on-ambiguity fail");
    assertEquals(
        """
        -- RenameTable
        ALTER TABLE "t" RENAME TO "u";

        -- RenameObject
        CREATE SCHEMA "app";
        ALTER ROUTINE "total"(integer, text) SET SCHEMA "app";
        ALTER ROUTINE "app"."total"(integer, text) RENAME TO "adds";

        -- RenameObject
        ALTER TRIGGER "first" ON "u" RENAME TO "second";
        """,
        bare(run.out()),
        run.err());
  }

  /** MySQL, whose columns list their labels, and whose views keep the names they read. */
  @Test
  void labelsOfColumnsAndViewsOfMySql(@TempDir Path directory) {
    Tool tool =
        tool(
                directory,
                """
                CREATE TABLE jobs (state enum('a', 'old', 'c') DEFAULT 'old', tags set('x', 'y', 'z'));
                CREATE VIEW v AS SELECT state FROM jobs;
                CREATE VIEW reader AS SELECT state FROM v;
                """,
                """
                CREATE TABLE jobs (stage enum('a', 'new', 'c') DEFAULT 'new', tags set('y', 'w', 'z'));
                CREATE VIEW w AS SELECT stage AS state FROM jobs;
                CREATE VIEW reader AS SELECT state FROM w;
                """)
            .file(
                "schemend.hints.json",
                """
                {"renames": [{"kind": "view", "from": "v", "to": "w"},
                  {"kind": "column", "in": "jobs", "from": "state", "to": "stage"},
                  {"kind": "enum value", "in": "jobs.state", "from": "old", "to": "new"},
                  {"kind": "enum value", "in": "jobs.tags", "from": "x", "to": "y"},
                  {"kind": "enum value", "in": "jobs.tags", "from": "y", "to": "w"}]}
                """);
    Tool.Run run = tool.run("migrate diff --from old.sql --to new.sql --dialect mysql --script");
    assertEquals(
        """
        -- RenameObject
        RENAME TABLE `v` TO `w`;

        -- AlterTable
        ALTER TABLE `jobs` RENAME COLUMN `state` TO `stage`;

        -- AlterTable
        ALTER TABLE `jobs` MODIFY `stage` ENUM('a', 'old', 'c', 'new') NULL DEFAULT 'old';
        UPDATE `jobs` SET `stage` = 'new' WHERE `stage` = 'old';
        ALTER TABLE `jobs` MODIFY `stage` ENUM('a', 'new', 'c') NULL DEFAULT 'new';

        -- AlterTable
        ALTER TABLE `jobs` MODIFY `tags` SET('x', 'y', 'z', 'w') NULL;
        UPDATE `jobs` SET `tags` = TRIM(BOTH ',' FROM REPLACE(REPLACE(CONCAT(',', `tags`, ','), ',y,', ',w,'), ',x,', ',y,')) WHERE FIND_IN_SET('x', `tags`) > 0 OR FIND_IN_SET('y', `tags`) > 0;
        ALTER TABLE `jobs` MODIFY `tags` SET('y', 'w', 'z') NULL;

        -- CreateObject
        CREATE OR REPLACE VIEW `w` AS SELECT stage AS state FROM jobs;

        -- CreateObject
        CREATE OR REPLACE VIEW `reader` AS SELECT state FROM w;
        """,
        bare(run.out()),
        run.err());
  }
}
