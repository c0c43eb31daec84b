package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenario's commands as a person types them, in a shell: {@code failed-migration.sh}. */
class FailedMigrationScriptTest {

  private static final Path SCRIPT = Path.of("src/test/scripts/failed-migration.sh");

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void bothWaysEndInOrder(ServerKind kind, @TempDir Path directory)
      throws IOException, InterruptedException {
    try (TestDatabase database = kind.createDatabase()) {
      Path project = directory.resolve("a project");
      Path schemend = SchemendProcess.program(directory);
      Typed typed = new Typed(project, database);

      run(database, schemend, project, "prepare", "fail", "backward");
      assertInOrder(typed);
      assertEquals(List.of("1 paul", "2 paul", "3 anna"), users(database));

      run(database, schemend, project, "fail", "repair", "forward");
      assertInOrder(typed);
      assertEquals(List.of("1 paul", "2 paula", "3 anna"), users(database));
    }
  }

  private static void assertInOrder(Typed typed) {
    typed.run("migrate diff --from env:DATABASE_URL --to prisma/migrations --exit-code").exits(0);
    typed.run("migrate deploy").exits(0);
  }

  private static void run(TestDatabase database, Path schemend, Path project, String... phases)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of("sh", SCRIPT.toAbsolutePath().toString(), project.toString()));
    words.addAll(List.of(phases));
    Path log = schemend.resolveSibling("script.log");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("SCHEMEND", schemend.toString());
    builder.environment().put("DATABASE_URL", database.url());
    assertEquals(0, builder.start().waitFor(), () -> said(log));
  }

  private static String said(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static List<String> users(TestDatabase database) {
    String table = database.kind().flavor() == Flavor.POSTGRESQL ? "\"User\"" : "`User`";
    return database.query("SELECT id, name FROM " + table + " ORDER BY id").stream()
        .map(row -> String.join(" ", row))
        .toList();
  }
}
