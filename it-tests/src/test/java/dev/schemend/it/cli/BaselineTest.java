package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database with a past gets its history, where the two agree. */
class BaselineTest {

  private static Typed project(Path directory, TestDatabase database) {
    return new Typed(directory, database)
        .file("migrations/001_one.sql", "CREATE TABLE one (id int primary key, a int);\n")
        .file("migrations/002_two.sql", "CREATE INDEX one_a ON one (a);\n")
        .file("migrations/003_three.sql", "CREATE TABLE three (id int primary key);\n");
  }

  private static List<List<String>> recorded(TestDatabase database) {
    return database.query(
        "SELECT migration_name FROM _schemend_migrations WHERE finished_at IS NOT NULL"
            + " ORDER BY migration_name");
  }

  @ParameterizedTest
  @EnumSource
  void recordsWhatIsThere(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = project(directory, database);
      database.execute("CREATE TABLE one (id int primary key, a int)");
      database.execute("CREATE INDEX one_a ON one (a)");
      Typed.Answer refused = typed.run("migrate deploy").exits(1);
      assertTrue(refused.err().contains("migrate baseline"), refused.err());

      Typed.Answer differs = typed.run("migrate baseline 001_one.sql").exits(3);
      assertTrue(differs.err().contains("index one_a only in the database"), differs.err());
      typed.run("migrate baseline 002_two.sql --dry-run").exits(0);
      assertTrue(typed.run("migrate status").exits(1).err().isEmpty());
      typed.run("migrate baseline 002_two.sql").exits(0);
      assertEquals(List.of(List.of("001_one.sql"), List.of("002_two.sql")), recorded(database));
      Typed.Answer again = typed.run("migrate baseline 002_two.sql").exits(0);
      assertTrue(again.out().contains("recorded already"), again.out());
      typed.run("migrate deploy").exits(0);
      typed.run("migrate status").exits(0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void recordsWhatDiffersOnlyByForce(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = project(directory, database);
      database.execute("CREATE TABLE one (id int primary key, b int)");
      Typed.Answer differs = typed.run("migrate baseline 001_one.sql").exits(3);
      assertTrue(differs.err().contains("one: column a missing"), differs.err());
      assertTrue(differs.err().contains("one: column b only"), differs.err());
      Typed.Answer forced = typed.run("migrate baseline 001_one.sql --force").exits(0);
      assertTrue(forced.err().contains("column b only in the database"), forced.err());
      assertEquals(List.of(List.of("001_one.sql")), recorded(database));
      Typed.Answer unknown = typed.run("migrate baseline 9.sql").exits(1);
      assertTrue(unknown.err().contains("9.sql"), unknown.err());
    }
  }
}
