package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Bad input through the command line: what it is answered with, and how the process ends. */
class BadInputTest {

  private static final int FAILURE = 1;
  private static final int REFUSED = 3;
  private static final int USAGE = 64;

  /** A line of the table: a command, its exit code, and what it must say on standard error. */
  record Case(String command, int exit, List<String> says) {
    @Override
    public String toString() {
      return command.isEmpty() ? "(nothing)" : command;
    }
  }

  private static Case bad(String command, int exit, String... says) {
    return new Case(command, exit, List.of(says));
  }

  @SuppressWarnings("unused") // the field source of the test below
  private static final List<Case> CASES =
      List.of(
          // Commands and options
          bad("", USAGE, "A command is missing: migrate, db"),
          bad("migrate", USAGE, "A command is missing: diff, deploy"),
          bad("migrat diff", USAGE, "Did you mean migrate?", "schemend --help"),
          bad("migrate dif", USAGE, "Did you mean diff or dev?"),
          bad("migrate diff --frm history", USAGE, "'--frm'", "Did you mean --from?"),
          bad("migrate diff --from", USAGE, "--from"),
          bad("db execute --file a.sql --frobnicate", USAGE, "'--frobnicate'"),

          // Sides of a comparison
          bad("migrate diff", USAGE, "Exactly one --from state must be given; none was."),
          bad("migrate diff --from history", USAGE, "Exactly one --to state", "none was"),
          bad(
              "migrate diff --from history --from-empty --to-empty",
              USAGE,
              "2 were (--from, --from-empty)"),
          bad(
              "migrate diff --from-migrations a --from-migrations b --to-empty",
              USAGE,
              "2 were (--from-migrations, --from-migrations)"),
          bad("migrate diff --from empty --to empty", USAGE, "--dialect"),
          bad("migrate diff --from empty --to history --script --json", USAGE, "exclude"),
          bad(
              "migrate diff --from empty --to history --until x --before y",
              USAGE,
              "--until and --before exclude each other"),
          bad(
              "migrate diff --from empty --to schema.sql --dialect mysql --until x",
              USAGE,
              "neither state is a migrations directory"),
          bad("migrate diff --from empty --to schema.sql", USAGE, "--dialect"),
          bad("migrate diff --from empty --to schema.sql --dialect oracle", USAGE, "postgresql"),
          bad(
              "migrate diff --from empty --to history --server-version eight",
              USAGE,
              "--server-version eight"),
          bad("migrate diff --from empty --to history --schema app", USAGE, "--databases"),
          bad("migrate diff --from empty --to pg --databases app", USAGE, "--schema"),
          bad("migrate diff --from empty --to schema.prisma", FAILURE, "P1012", "no datasource"),
          bad(
              "migrate diff --from-schema-datamodel schema.prisma --to history",
              FAILURE,
              "P1012",
              "no datasource"),

          // Files
          bad("migrate diff --from empty --to nowhere", FAILURE, "not-found nowhere:"),
          bad("migrate diff --from empty --to nothing", FAILURE, "the directory is empty"),
          bad("migrate diff --from empty --to prose", FAILURE, "no-migrations", "docs/cli.md"),
          bad("migrate diff --from empty --to gone", FAILURE, "P3015", "1_gone"),
          bad("migrate diff --from empty --to directory", FAILURE, "1_dir/migration.sql"),
          bad("migrate diff --from empty --to latin1", FAILURE, "not-utf8", "line 2"),
          bad("migrate diff --from empty --to git:HEAD:history", FAILURE, "not-a-repository"),
          bad("migrate diff --from empty --to git:history", FAILURE, "bad-location"),
          bad(
              "migrate diff --from empty --to history --before adds_email",
              FAILURE,
              "P3017",
              "Did you mean 2_adds_mail"),
          bad(
              "migrate diff --from empty --to history -o nowhere/plan.sql",
              FAILURE,
              "not-writable",
              "nowhere/plan.sql"),

          // Providers
          bad("migrate diff --from pg --to history", FAILURE, "P3019"),
          bad("migrate diff --from empty --to pg --dialect mysql", FAILURE, "P3019", "MySQL"),
          bad("migrate diff --from empty --to sqlite", FAILURE, "unknown-provider", "sqlite"),

          // SQL
          bad(
              "migrate diff --from empty --to broken",
              FAILURE,
              "broken/1_broken/migration.sql:2:",
              "xpect",
              "2 | CREATE TABLE `t` (`id` INTEGER NOT NUL);",
              "^"),
          bad(
              "migrate diff --from empty --to rejected",
              FAILURE,
              "rejected/1_twice/migration.sql:2:1:",
              "already exists",
              "1050"),
          bad(
              "migrate diff --from empty --to dynamic --strict",
              REFUSED,
              "coverage",
              "1 of 2 statements could not be read; it touches t; so does this plan: t."),

          // Databases
          bad("migrate status --migrations history", USAGE, "No database is named"),
          bad("migrate status --migrations history --url mysql://h", FAILURE, "P1013"),
          bad("migrate status --migrations history --url oracle://u:geheim@h/d", FAILURE, "P1013"),
          bad("migrate status --migrations history --url env:NO_SUCH", FAILURE, "NO_SUCH"),
          bad("migrate status --migrations history --url-file nowhere", FAILURE, "nowhere"),
          bad("migrate status --url env:A --url-file b", USAGE, "exclude each other"),
          bad(
              "migrate status --migrations history --url env:A --url-file b",
              USAGE,
              "--url and --url-file exclude each other"),
          bad(
              "migrate status --migrations history --url mysql://u:geheim@127.0.0.1:1/d",
              FAILURE,
              "P1001",
              "127.0.0.1:1"),
          bad(
              "migrate diff --from-url postgresql://u:geheim@127.0.0.1:1/d --to pg",
              FAILURE,
              "P1001",
              "SQLSTATE 08001"),
          bad("migrate diff --fromurl postgresql://u:geheim@h/d --to pg", USAGE, "*****"),
          bad("migrate diff --from-ulr=postgres://u:ge@heim@h/d --to pg", USAGE, "--from-ulr"),

          // Scripts and histories
          bad("db execute --url mysql://h/d", USAGE, "neither --file nor --stdin"),
          bad("db execute --file a.sql --stdin", USAGE, "--file and --stdin exclude each other"),
          bad("db execute --file nowhere.sql", FAILURE, "not-found nowhere.sql"),
          bad("db execute --file history", FAILURE, "history is not a file"),
          bad("db execute --file schema.sql", USAGE, "No database is named"),
          bad("migrate resolve", USAGE, "Neither --applied nor --rolled-back"),
          bad("migrate resolve --applied a --rolled-back b", USAGE, "exclude each other"),
          bad("migrate resolve --applied a", USAGE, "No database is named"),
          bad(
              "migrate deploy --migrations nowhere --url mysql://u:p@127.0.0.1:1/d",
              FAILURE,
              "not-found nowhere"));

  private static Tool project(Path directory) {
    return Tool.in(directory)
        .file("history/migration_lock.toml", "provider = \"mysql\"\n")
        .file("history/1_init/migration.sql", "CREATE TABLE `t` (`id` INTEGER NOT NULL);\n")
        .file("history/2_adds_mail/migration.sql", "ALTER TABLE `t` ADD COLUMN `mail` TEXT;\n")
        .file("pg/migration_lock.toml", "provider = \"postgresql\"\n")
        .file("pg/1_init/migration.sql", "CREATE TABLE t (id integer);\n")
        .file("sqlite/migration_lock.toml", "provider = \"sqlite\"\n")
        .file("sqlite/1_init/migration.sql", "CREATE TABLE t (id integer);\n")
        .file("schema.sql", "CREATE TABLE t (id INTEGER);\n")
        .file("schema.prisma", "model T {\n  id Int @id\n}\n")
        .emptyDirectory("nothing")
        .file("prose/readme.txt", "nothing to run\n")
        .file("gone/migration_lock.toml", "provider = \"mysql\"\n")
        .emptyDirectory("gone/1_gone")
        .file("directory/migration_lock.toml", "provider = \"mysql\"\n")
        .emptyDirectory("directory/1_dir/migration.sql")
        .file("latin1/migration_lock.toml", "provider = \"mysql\"\n")
        .file(
            "latin1/1_init/migration.sql",
            new byte[] {'-', '-', ' ', 'a', '\n', '-', '-', ' ', (byte) 0xe4, '\n'})
        .file("broken/migration_lock.toml", "provider = \"mysql\"\n")
        .file(
            "broken/1_broken/migration.sql",
            "-- CreateTable\nCREATE TABLE `t` (`id` INTEGER NOT NUL);\n")
        .file("rejected/migration_lock.toml", "provider = \"mysql\"\n")
        .file(
            "rejected/1_twice/migration.sql",
            "CREATE TABLE `t` (`id` INTEGER);\nCREATE TABLE `t` (`id` INTEGER);\n")
        .file("dynamic/migration_lock.toml", "provider = \"postgresql\"\n")
        .file(
            "dynamic/1_init/migration.sql",
            "CREATE TABLE t (id integer);\n"
                + "DO $$ BEGIN EXECUTE 'ALTER TABLE t ADD COLUMN ' || current_user || ' int'; END"
                + " $$;\n");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void isAnsweredClearly(Case bad, @TempDir Path directory) {
    Tool.Run run = project(directory).run(bad.command());
    assertAll(
        () -> assertEquals(bad.exit(), run.exit(), run.err()),
        () -> assertEquals("", run.out()),
        () -> assertTrue(run.err().lines().anyMatch(line -> line.startsWith("error: ")), run.err()),
        () -> assertFalse(run.err().contains("geheim"), run.err()),
        () -> assertFalse(run.err().contains("heim@"), run.err()),
        () -> assertFalse(run.err().contains("\tat "), run.err()),
        () -> bad.says().forEach(text -> assertTrue(run.err().contains(text), run.err())));
  }

  @Test
  void aLineOfAThousandErrorsIsNotShownAThousandTimes(@TempDir Path directory) {
    Tool.Run run =
        Tool.in(directory)
            .file("one.sql", "create tabel t (a int); ".repeat(1000))
            .run("migrate diff --from empty --to one.sql --dialect postgresql");
    assertEquals(FAILURE, run.exit(), run.err());
    assertTrue(run.err().length() < 1_000_000, () -> "characters: " + run.err().length());
  }
}
