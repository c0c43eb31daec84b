package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemend.lint.LintRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule on something that it is for, and on the like that it has nothing against. */
class LintTest {

  /**
   * A migration on top of the others.
   *
   * @param finds what is found in it, with all rules on but the one on time limits
   */
  record Case(String dialect, String migration, Set<String> finds) {
    @Override
    public String toString() {
      return dialect + ": " + migration;
    }
  }

  private static final String POSTGRES =
      """
      CREATE TYPE mood AS ENUM ('a', 'b');
      CREATE TABLE p (id bigint PRIMARY KEY);
      CREATE TABLE t (id bigint PRIMARY KEY, a int, b varchar(20), c text, m mood,
        n numeric(10, 4), CONSTRAINT later CHECK (a > 0) NOT VALID);
      CREATE INDEX ti ON t (a);
      CREATE VIEW v AS SELECT id, b FROM t;
      CREATE MATERIALIZED VIEW mv AS SELECT id FROM p;
      CREATE SEQUENCE s;
      CREATE DOMAIN small AS int;
      CREATE TABLE held (d small);
      CREATE FUNCTION code() RETURNS bigint LANGUAGE sql AS 'select count(*) from p';
      """;

  private static final String MYSQL =
      """
      CREATE TABLE p (id BIGINT PRIMARY KEY);
      CREATE TABLE t (id BIGINT PRIMARY KEY, a INT, b VARCHAR(20), e ENUM('x', 'y'), u VARCHAR(20) CHARACTER SET utf8mb4);
      CREATE TABLE parted (id BIGINT PRIMARY KEY) PARTITION BY RANGE (id) (PARTITION one VALUES LESS THAN (10), PARTITION two VALUES LESS THAN (20));
      """;

  private static Case postgres(String migration, String... finds) {
    return new Case("postgresql", migration, new TreeSet<>(List.of(finds)));
  }

  private static Case mysql(String migration, String... finds) {
    return new Case("mysql", migration, new TreeSet<>(List.of(finds)));
  }

  static Stream<Case> cases() {
    return Stream.of(
        postgres("DROP TABLE held", "data-loss"),
        postgres("DROP TABLE p CASCADE", "data-loss", "untracked-dependencies"),
        postgres("CREATE TABLE n (id bigint); DROP TABLE n"),
        postgres("ALTER TABLE t DROP COLUMN c", "data-loss"),
        postgres(
            "ALTER TABLE t ADD COLUMN g bigint GENERATED ALWAYS AS (id) STORED",
            "blocks-reads",
            "table-rewrite"),
        postgres("DROP MATERIALIZED VIEW mv", "data-loss"),
        postgres("DROP SEQUENCE s", "data-loss"),
        postgres("TRUNCATE TABLE held", "data-loss"),
        postgres("DO $$ BEGIN DROP TABLE IF EXISTS held; END $$", "data-loss"),
        postgres(
            "ALTER TABLE t ALTER COLUMN n TYPE numeric(10, 2)",
            "blocks-reads",
            "data-loss",
            "fails-on-existing-rows",
            "table-rewrite"),
        postgres("ALTER TABLE t ALTER COLUMN n TYPE numeric(12, 4)"),
        postgres("ALTER TABLE held ADD CHECK (d > 0) NOT VALID"),
        postgres(
            "ALTER DOMAIN small ADD CONSTRAINT one CHECK (value > 0)",
            "blocks-writes",
            "fails-on-existing-rows"),
        postgres("ALTER DOMAIN small ADD CONSTRAINT one CHECK (value > 0) NOT VALID"),
        postgres("ALTER TABLE t VALIDATE CONSTRAINT later", "fails-on-existing-rows"),
        postgres("CREATE INDEX ON t (c)", "concurrently-missing"),
        postgres("DROP INDEX ti", "concurrently-missing"),
        postgres("CREATE INDEX CONCURRENTLY ON t (c)", "non-transactional"),
        postgres(
            "CREATE INDEX CONCURRENTLY ON t (c); SELECT 1",
            "mixed-transaction",
            "non-transactional"),
        postgres("CREATE TABLE n (a int); CREATE INDEX ON n (a)"),
        postgres(
            "ALTER TABLE t ADD FOREIGN KEY (id) REFERENCES p (id)",
            "fails-on-existing-rows",
            "not-valid-missing"),
        postgres("ALTER TABLE t ADD FOREIGN KEY (id) REFERENCES p (id) NOT VALID"),
        postgres("ALTER TABLE t ADD CHECK (id > 0)", "fails-on-existing-rows", "not-valid-missing"),
        postgres(
            "ALTER TABLE t ADD UNIQUE (b)", "constraint-builds-index", "fails-on-existing-rows"),
        postgres(
            "ALTER TABLE t ALTER COLUMN a SET NOT NULL",
            "fails-on-existing-rows",
            "set-not-null-scans"),
        postgres(
            """
            ALTER TABLE t ADD CONSTRAINT k CHECK (a IS NOT NULL) NOT VALID;
            ALTER TABLE t VALIDATE CONSTRAINT k;
            ALTER TABLE t ALTER COLUMN a SET NOT NULL
            """,
            "fails-on-existing-rows"),
        postgres("ALTER TABLE t ADD COLUMN x uuid DEFAULT gen_random_uuid()", "volatile-default"),
        postgres("ALTER TABLE t ADD COLUMN x timestamptz DEFAULT now()"),
        postgres("ALTER TABLE t ADD COLUMN x int NOT NULL", "not-null-without-default"),
        postgres("ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 1"),
        postgres("ALTER TABLE t RENAME COLUMN c TO d", "breaks-clients"),
        postgres("ALTER TABLE held RENAME TO kept", "breaks-clients"),
        postgres("ALTER TYPE mood RENAME VALUE 'a' TO 'z'", "breaks-clients"),
        postgres(
            "DROP VIEW v; CREATE VIEW v AS SELECT b, id FROM t", "privileges-lost", "recreated"),
        postgres("CREATE OR REPLACE VIEW v AS SELECT id, b, a FROM t"),
        postgres("ALTER TYPE mood ADD VALUE 'c'; UPDATE t SET m = 'c'", "enum-value-used"),
        postgres("ALTER TYPE mood ADD VALUE 'c'; UPDATE t SET m = 'b'"),
        postgres("CREATE TABLE n (id serial PRIMARY KEY)", "integer-primary-key"),
        postgres("CREATE TABLE n (id bigserial PRIMARY KEY)"),
        postgres("ALTER TABLE missing ADD COLUMN x int", "refused"),
        postgres("DO $$ BEGIN IF random() > 0.5 THEN CREATE TABLE n (); END IF; END $$", "unread"),
        postgres("-- schemend:allow data-loss not used since May\nDROP TABLE held"),
        postgres("DROP TABLE held; -- schemend:allow data-loss not used since May\nSELECT 1"),
        postgres("-- schemend:allow-file data-loss tidying up\nSELECT 1; DROP TABLE held"),
        postgres(
            "-- schemend:allow table-rewrite\nDROP TABLE held", "data-loss", "suppression-unused"),
        mysql("DROP TABLE t", "data-loss"),
        mysql("ALTER TABLE parted DROP PARTITION one", "data-loss"),
        mysql("ALTER TABLE t ADD COLUMN x INT, ADD INDEX (a)"),
        mysql("ALTER TABLE t MODIFY a BIGINT", "blocks-writes", "table-rewrite"),
        mysql(
            "ALTER TABLE t MODIFY b VARCHAR(10)",
            "blocks-writes",
            "fails-on-existing-rows",
            "table-rewrite"),
        mysql("ALTER TABLE t MODIFY b VARCHAR(30)"),
        mysql("ALTER TABLE t MODIFY e ENUM('x', 'y', 'z')"),
        mysql(
            "ALTER TABLE t MODIFY e ENUM('x')",
            "blocks-writes",
            "fails-on-existing-rows",
            "table-rewrite"),
        mysql(
            "ALTER TABLE t MODIFY u VARCHAR(20) CHARACTER SET latin1",
            "blocks-writes",
            "fails-on-existing-rows",
            "table-rewrite"),
        mysql("ALTER TABLE t ADD UNIQUE INDEX (b)", "fails-on-existing-rows"),
        mysql("RENAME TABLE t TO t2", "breaks-clients"),
        mysql("CREATE TABLE n (id INT PRIMARY KEY)", "integer-primary-key"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void finds(Case given, @TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file("m/1_base.sql", given.dialect().equals("mysql") ? MYSQL : POSTGRES)
            .file("m/2_next.sql", given.migration() + ";\n");
    StringBuilder command =
        new StringBuilder("lint --migrations m --latest 1 --format json --dialect ");
    command.append(given.dialect());
    for (LintRule rule : LintRule.values()) {
      command
          .append(" --rule ")
          .append(rule.words())
          .append(rule == LintRule.LOCK_TIMEOUT_MISSING ? "=off" : "=warning");
    }
    Tool.Run run = tool.run(command.toString());
    assertEquals(0, run.exit(), run.err());
    assertEquals(given.finds(), rules(run.out()), run.out());
  }

  @Test
  void everyRuleIsInTheTable() {
    Set<LintRule> elsewhere =
        EnumSet.of(
            LintRule.LOCK_TIMEOUT_MISSING,
            LintRule.APPLIED_MIGRATION_EDITED,
            LintRule.APPLIED_MIGRATION_MISSING,
            LintRule.OUT_OF_ORDER);
    Set<String> seen = new TreeSet<>();
    cases().forEach(one -> seen.addAll(one.finds()));
    for (LintRule rule : LintRule.values()) {
      assertTrue(seen.contains(rule.words()) || elsewhere.contains(rule), rule.words());
    }
  }

  @Test
  void waitingWithoutALimitIsToldOncePerFile(@TempDir Path directory) {
    Tool tool = Tool.in(directory).file("m/1_base.sql", POSTGRES);
    String command = "lint --migrations m --latest 1 --format json --dialect postgresql";
    String renames = "ALTER TABLE t RENAME a TO x;\nALTER TABLE t RENAME b TO y;\n";
    tool.file("m/2_next.sql", renames);
    assertTrue(rules(tool.run(command).out()).contains("lock-timeout-missing"));
    tool.file("m/2_next.sql", "SET lock_timeout = '2s';\n" + renames);
    assertEquals(Set.of("breaks-clients"), rules(tool.run(command).out()));
  }

  @Test
  void aBaseTellsWhatIsNew(@TempDir Path directory) throws GitAPIException, IOException {
    Tool tool =
        Tool.in(directory)
            .file("db/01_one.sql", "CREATE TABLE one (id bigint);\n")
            .file("db/02_two.sql", "CREATE TABLE two (id bigint);\nDROP TABLE one;\n")
            .file("db/04_four.sql", "CREATE TABLE four (id bigint);\n");
    try (Git git = Git.init().setDirectory(directory.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("base")
          .setSign(false)
          .setAuthor("a", "a@b")
          .setCommitter("a", "a@b")
          .call();
    }
    String command = "lint --migrations db --git-base HEAD --dialect postgresql";
    Tool.Run unchanged = tool.run(command);
    assertEquals(0, unchanged.exit());
    assertEquals("0 migrations checked: 0 errors, 0 warnings.\n", unchanged.out());

    tool.file("db/02_two.sql", "CREATE TABLE two (id bigint, x int);\nDROP TABLE one;\n")
        .file("db/03_three.sql", "ALTER TABLE two ADD COLUMN y int;\n");
    Tool.Run changed = tool.run(command + " --rule lock-timeout-missing=off");
    assertEquals(1, changed.exit());
    assertEquals(
        """
        error: db/02_two.sql:1:1: applied-migration-edited: 02_two.sql is not what it was at the base:\
         databases that have it will not change (leave it as it was, and make a new migration)
          1 | CREATE TABLE two (id bigint, x int);
            | ^
        error: db/03_three.sql:1:1: out-of-order: 03_three.sql runs before migrations that the base has\
         already (give it a name or number behind theirs)
          1 | ALTER TABLE two ADD COLUMN y int;
            | ^
        1 migration checked: 2 errors, 0 warnings.
        """,
        changed.out());
  }

  @Test
  void severitiesDecideTheExitCode(@TempDir Path directory) {
    Tool tool =
        Tool.in(directory)
            .file("m/1_base.sql", POSTGRES)
            .file("m/2_next.sql", "ALTER TABLE t DROP COLUMN c;\n");
    String command =
        "lint --migrations m --latest 1 --dialect postgresql --rule lock-timeout-missing=off";
    assertEquals(1, tool.run(command).exit());
    assertEquals(0, tool.run(command + " --fail-on none").exit());
    assertEquals(0, tool.run(command + " --rule data-loss=warning").exit());
    assertEquals(2, tool.run(command + " --rule data-loss=warning --fail-on warning").exit());
    assertEquals(0, tool.run(command + " --rule data-loss=off --fail-on warning").exit());
    assertEquals(64, tool.run(command + " --rule no-such=off").exit());
  }

  @Test
  void sarifAndAnnotationsHaveThePlace(@TempDir Path directory) throws JsonProcessingException {
    Tool tool =
        Tool.in(directory)
            .file("m/1_base.sql", POSTGRES)
            .file("m/2_next.sql", "SELECT 1;\n  DROP TABLE held;\n");
    String command =
        "lint --migrations m --latest 1 --dialect postgresql --rule lock-timeout-missing=off";
    JsonNode run =
        new ObjectMapper().readTree(tool.run(command + " --format sarif").out()).at("/runs/0");
    JsonNode result = run.at("/results/0");
    assertEquals("data-loss", result.path("ruleId").asText());
    assertEquals("error", result.path("level").asText());
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertEquals("m/2_next.sql", place.at("/artifactLocation/uri").asText());
    assertEquals(2, place.at("/region/startLine").asInt());
    assertEquals(3, place.at("/region/startColumn").asInt());
    assertEquals(LintRule.values().length, run.at("/tool/driver/rules").size());
    assertEquals(
        "::error file=m/2_next.sql,line=2,col=3,title=data-loss::table public.held: every row of"
            + " the table is lost\n",
        tool.run(command + " --format github").out());
  }

  private static Set<String> rules(String json) {
    try {
      Set<String> rules = new TreeSet<>();
      new ObjectMapper()
          .readTree(json)
          .path("findings")
          .forEach(one -> rules.add(one.path("rule").asText()));
      return rules;
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
