package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stories that {@code explain} tells: what is said, and what only follows from it. */
class ExplainTest {

  @TempDir private Path directory;
  private Tool tool;

  @BeforeEach
  void aProject() {
    tool = Tool.in(directory);
  }

  private void migration(String name, String text) {
    tool.file("m/" + name, text);
  }

  /** What happened, and where, line by line. */
  private List<String> story(String dialect, String what) {
    Tool.Run run = tool.run("explain " + what + " --from-migrations m --dialect " + dialect);
    assertEquals(0, run.exit(), run.err());
    return run.out()
        .lines()
        .filter(line -> line.matches("  (made|changed|renamed|gone|dropped) .*|           .*"))
        .map(line -> line.strip().replaceAll("^(\\w+) +(m/\\S+) .*", "$1 $2"))
        .toList();
  }

  @Test
  void aTableAndItsParts() {
    migration("1.sql", "CREATE TABLE users (\n  id serial PRIMARY KEY,\n  mail text\n);");
    migration("2.sql", "ALTER TABLE users ADD name text,\n  ALTER mail SET NOT NULL;");
    migration("3.sql", "\nCREATE INDEX by_name ON users (name);");
    assertEquals(
        List.of(
            "made m/1.sql:1:1",
            "changed m/2.sql:1:1",
            "column mail changed; column name added",
            "changed m/3.sql:2:1",
            "index by_name added"),
        story("postgresql", "table users"));
    assertEquals(
        List.of("made m/1.sql:1:1", "with table public.users", "changed m/2.sql:1:1"),
        story("postgresql", "column users.mail"));
    assertEquals(List.of("made m/2.sql:1:1"), story("postgresql", "users.name"));
    assertEquals(List.of("made m/3.sql:2:1"), story("postgresql", "index by_name"));
    assertEquals(List.of("made m/1.sql:1:1"), story("postgresql", "sequence users_id_seq"));
  }

  @Test
  void whatADropTakesWithIt() {
    migration("1.sql", "CREATE TABLE a (id serial PRIMARY KEY);");
    migration("2.sql", "CREATE TABLE b (id int, a_id int REFERENCES a);");
    migration("3.sql", "DROP TABLE a CASCADE;");
    assertEquals(
        List.of("made m/2.sql:1:1", "changed m/3.sql:1:1", "constraint b_a_id_fkey dropped"),
        story("postgresql", "table b"));
    assertEquals(
        List.of("made m/1.sql:1:1", "dropped m/3.sql:1:1"), story("postgresql", "a_id_seq"));
    assertEquals(
        List.of(
            "made m/1.sql:1:1",
            "with table public.a",
            "dropped m/3.sql:1:1",
            "with table public.a"),
        story("postgresql", "a_pkey"));
  }

  @Test
  void namesThatChange() {
    migration("1.sql", "CREATE TABLE people (id int, mail text);");
    migration("2.sql", "ALTER TABLE people RENAME mail TO email;");
    migration("3.sql", "ALTER TABLE people RENAME TO users;");
    migration("4.sql", "ALTER TABLE users ALTER email TYPE varchar(40);");
    assertEquals(
        List.of(
            "made m/1.sql:1:1",
            "with table public.people",
            "renamed m/2.sql:1:1",
            "from mail",
            "renamed m/3.sql:1:1",
            "with its table, from public.people",
            "changed m/4.sql:1:1"),
        story("postgresql", "column users.email"));
    assertEquals(
        List.of(
            "made m/1.sql:1:1",
            "changed m/2.sql:1:1",
            "column mail renamed to email",
            "gone m/3.sql:1:1",
            "to public.users"),
        story("postgresql", "table people"));
  }

  @Test
  void tablesThatTakeEachOthersNames() {
    migration("1.sql", "CREATE TABLE a (x int);");
    migration("2.sql", "CREATE TABLE a_new (y int);");
    migration("3.sql", "RENAME TABLE a TO a_old, a_new TO a;");
    assertEquals(
        List.of("made m/2.sql:1:1", "renamed m/3.sql:1:1", "from a_new"),
        story("mysql", "table a"));
    assertEquals(
        List.of("made m/1.sql:1:1", "renamed m/3.sql:1:1", "from a"),
        story("mysql", "table a_old"));
    migration("4.sql", "RENAME TABLE a TO swap, a_old TO a, swap TO a_old;");
    assertEquals(
        List.of(
            "made m/1.sql:1:1",
            "renamed m/3.sql:1:1",
            "from a",
            "renamed m/4.sql:1:1",
            "from a_old"),
        story("mysql", "table a"));
  }

  @Test
  void whatIsMadeAgain() {
    migration("1.sql", "CREATE TABLE t (id int);\nDROP TABLE t;\nCREATE TABLE t (id bigint);");
    assertEquals(
        List.of("made m/1.sql:1:1", "dropped m/1.sql:2:1", "made m/1.sql:3:1"),
        story("postgresql", "t"));
  }

  @Test
  void whatNobodyKnows() {
    migration("1.sql", "CREATE TABLE users (id int);");
    Tool.Run run = tool.run("explain table user --from-migrations m --dialect mysql");
    assertEquals(1, run.exit());
    assertTrue(run.err().contains("Did you mean users"), run.err());
    run = tool.run("explain furniture users --from-migrations m --dialect mysql");
    assertEquals(64, run.exit());
  }

  @Test
  void differencesCiteTheMigrations() {
    migration("1.sql", "CREATE TABLE users (id int, old int);\nALTER TABLE users DROP old;");
    migration("2.sql", "ALTER TABLE users ADD name text;");
    tool.file("other/1.sql", "CREATE TABLE users (id int, old int);");
    Tool.Run run = tool.run("migrate diff --from other --to m --dialect postgresql");
    assertTrue(
        run.out()
            .contains(
                """
                [i] Where it is written
                  - from: column public.users.old: made at other/1.sql:1:1
                  - to: column public.users.old: dropped at m/1.sql:2:1
                  - to: column public.users.name: made at m/2.sql:1:1
                """),
        run.out());
    run = tool.run("migrate diff --from-empty --to m --dialect postgresql --json");
    assertTrue(
        run.out()
            .replaceAll("\\s+", " ")
            .contains(
                "\"history\" : { \"to\" : { \"made\" : \"m/1.sql:1:1\", \"last\" : \"m/2.sql:1:1\","
                    + " \"act\" : \"changed\" } }"),
        run.out());
  }
}
