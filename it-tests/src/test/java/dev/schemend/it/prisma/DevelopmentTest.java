package dev.schemend.it.prisma;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A project from its first model on, by the commands of development. */
class DevelopmentTest {

  private static final String NEXT =
      "model User {\n  id Int @id\n  name String? @unique\n  age Int?\n}\n";

  /** A project with the database's own names for the parts that differ. */
  private record Story(Typed typed) {

    void schema(String models) {
      typed.file("prisma/schema.prisma", Typed.datasource(typed.database()) + "\n" + models);
    }

    String quoted(String name) {
      String quote = typed.database().kind().flavor() == Flavor.POSTGRESQL ? "\"" : "`";
      return quote + name + quote;
    }

    List<String> migrations() throws IOException {
      try (Stream<Path> entries = Files.list(typed.directory().resolve("prisma/migrations"))) {
        return entries
            .filter(Files::isDirectory)
            .map(entry -> entry.getFileName().toString())
            .sorted()
            .toList();
      }
    }

    String script(String migration) throws IOException {
      return Files.readString(
          typed
              .directory()
              .resolve("prisma/migrations")
              .resolve(migration)
              .resolve("migration.sql"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "MYSQL_8_0", "MARIADB_11_4"})
  void migrationsAreWrittenAppliedAndSquashed(ServerKind kind, @TempDir Path directory)
      throws IOException {
    try (TestDatabase database = kind.createDatabase()) {
      Story story = new Story(new Typed(directory, database));
      Typed typed = story.typed();
      story.schema("model User {\n  id Int @id\n  name String?\n  old String?\n}\n");
      Typed.Answer unmanaged = typed.run("migrate status").exits(1);
      assertTrue(unmanaged.out().contains("No migration found in prisma/migrations"));
      assertTrue(unmanaged.err().contains("not managed by Prisma Migrate"), unmanaged.err());
      typed.run("migrate dev --name init").exits(0);
      assertEquals(1, story.migrations().size());
      assertTrue(story.migrations().getFirst().matches("\\d{14}_init"));
      assertTrue(typed.run("migrate dev").exits(0).out().contains("Already in sync"));

      // Rows that would be lost are counted, and nobody is there to be asked.
      database.execute(
          "INSERT INTO " + story.quoted("User") + " VALUES (1, 'a', 'x'), (2, 'b', NULL)");
      story.schema(NEXT);
      Typed.Answer asked = typed.run("migrate dev --name next").exits(1);
      assertTrue(
          asked
              .out()
              .contains(
                  "  • You are about to drop the column `old` on the `User` table, which still"
                      + " contains 1 non-null values.\n"),
          asked.out());
      assertEquals(1, story.migrations().size());

      // Without rows only the unique key is warned of; a script has it all.
      database.execute("UPDATE " + story.quoted("User") + " SET old = NULL");
      story.schema(NEXT.replace(" @unique", ""));
      typed.run("migrate dev --name next").exits(0);
      String script = story.script(story.migrations().getLast());
      assertTrue(
          script.startsWith(
              """
              /*
                Warnings:

                - You are about to drop the column `old` on the `User` table. All the data in the\
               column will be lost.

              */
              -- AlterTable
              """),
          script);
      typed.run("migrate status").exits(0);

      // Required without a default: impossible with rows, but it can be written.
      story.schema(NEXT.replace(" @unique", "").replace("age Int?", "age Int?\n  tall Int"));
      Typed.Answer impossible = typed.run("migrate dev --name tall").exits(1);
      assertTrue(impossible.err().contains("  • Step 0 Added the required column `tall`"));
      typed.run("migrate dev --name tall --create-only").exits(0);
      assertEquals(3, story.migrations().size());
      typed.run("migrate status").exits(1);

      // A table that nobody has a migration for, and a file that has changed.
      database.execute("CREATE TABLE stray (id INT)");
      Typed.Answer drift = typed.run("migrate dev").exits(130);
      assertTrue(drift.out().contains("[+] Added tables\n  - stray\n"), drift.out());
      typed.file(
          "prisma/migrations/" + story.migrations().getFirst() + "/migration.sql",
          story.script(story.migrations().getFirst()) + "-- changed\n");
      assertTrue(
          typed
              .run("migrate dev")
              .exits(130)
              .out()
              .contains("- The migration `" + story.migrations().getFirst() + "` was modified"));

      typed.run("migrate reset").exits(1);
      Typed.Answer reset = typed.run("migrate reset --force").exits(0);
      assertTrue(reset.out().contains("Database reset successful"), reset.out());
      assertTrue(typed.run("migrate dev").exits(0).out().contains("Already in sync"));

      typed.run("migrate squash --name all --resolve").exits(0);
      assertEquals(1, story.migrations().size());
      typed.run("migrate status").exits(0);
      assertTrue(typed.run("migrate dev").exits(0).out().contains("Already in sync"));

      // A table that others look after is no drift.
      database.execute("CREATE TABLE stray (id INT)");
      typed.run("migrate dev").exits(130);
      typed.file("prisma.config.ts", "export default { tables: { external: ['stray'] } };\n");
      assertTrue(typed.run("migrate dev").exits(0).out().contains("Already in sync"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void aSchemaIsPushed(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Story story = new Story(new Typed(directory, database));
      Typed typed = story.typed();
      story.schema("model User {\n  id Int @id\n  name String?\n}\n");
      typed.run("db push").exits(0);
      assertTrue(typed.run("db push").exits(0).out().contains("already in sync"));
      database.execute(
          "INSERT INTO " + story.quoted("User") + " VALUES (1, 'a'), (2, 'a'), (3, NULL)");

      // Duplicates are found before anything is done.
      story.schema("model User {\n  id Int @id\n  name String? @unique\n}\n");
      typed.run("db push --accept-data-loss").exits(3);

      story.schema("model User {\n  id Int @id\n}\n");
      Typed.Answer refused = typed.run("db push").exits(1);
      assertTrue(refused.out().contains("contains 2 non-null values"), refused.out());
      assertTrue(refused.err().contains("--accept-data-loss"), refused.err());
      typed.run("db push --accept-data-loss").exits(0);

      story.schema("model User {\n  id Int @id\n  name String\n}\n");
      assertTrue(typed.run("db push").exits(1).err().contains("There are 3 rows in this table"));
      typed.run("db push --force-reset").exits(0);
      String diff =
          "migrate diff --from-url env:DATABASE_URL --to-schema prisma/schema.prisma --exit-code";
      typed.run(diff).exits(0);
      if (kind.flavor() == Flavor.POSTGRESQL) {
        assertEquals("", typed.run(diff + " --schema public").exits(0).err());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "MYSQL_8_0"})
  void whatIsRenamedKeepsItsRows(ServerKind kind, @TempDir Path directory) throws IOException {
    try (TestDatabase database = kind.createDatabase()) {
      Story story = new Story(new Typed(directory, database));
      Typed typed = story.typed();
      story.schema("model Member {\n  id Int @id\n  fullName String?\n}\n");
      typed.run("migrate dev --name init").exits(0);
      String table = story.quoted("Member");
      database.execute("INSERT INTO " + table + " VALUES (1, 'a'), (2, NULL)");

      // The rows are counted under the name that they have yet.
      story.schema("model Member {\n  id Int @id\n  fullNames String\n}\n");
      Typed.Answer counted = typed.run("db push --on-ambiguity rename").exits(1);
      assertTrue(counted.err().contains("there are 1 existing NULL values"), counted.err());
      database.execute("DELETE FROM " + table + " WHERE id = 2");

      assertEquals(3, typed.run("migrate dev --name names --on-ambiguity fail").exit());
      typed.run("migrate dev --name names --on-ambiguity rename").exits(0);
      String script = story.script(story.migrations().getLast());
      assertTrue(script.contains("RENAME COLUMN"), script);
      assertTrue(typed.run("migrate dev").exits(0).out().contains("Already in sync"));

      story.schema("model Person {\n  id Int @id\n  fullNames String\n}\n");
      typed.file(
          "prisma/schemend.hints.json",
          """
          {"formatVersion": 1, "renames": [{"kind": "table", "from": "Member", "to": "Person"}]}
          """);
      typed.run("db push").exits(0);
      database.execute("INSERT INTO " + story.quoted("Person") + " VALUES (2, 'b')");
      story.schema("model Person {\n  id Int @id\n}\n");
      Typed.Answer lost = typed.run("db push").exits(1);
      assertTrue(lost.out().contains("contains 2 non-null values"), lost.out());
    }
  }
}
