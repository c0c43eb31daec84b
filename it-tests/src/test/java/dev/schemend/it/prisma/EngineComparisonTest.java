package dev.schemend.it.prisma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.it.cli.Typed;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import dev.schemend.testkit.PrismaSchemaArbitraries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scripts beside those of Prisma's engine, byte for byte, over random neighbours. Where the two
 * differ, the engine's own script fails on a server that holds the older schema, or both lead to
 * the same one.
 *
 * <p>Runs where {@code -Dschemend.prisma=DIR} names a directory in which npm has installed {@code
 * @prisma/schema-engine-wasm} and {@code @prisma/adapter-pg}, and {@code node} is on the path.
 */
@EnabledIfSystemProperty(named = "schemend.prisma", matches = ".+")
class EngineComparisonTest {

  private static final int NEIGHBOURS = 40;
  private static final long SEED = 7;
  private static final String PROGRAM = "engine-diff.mjs";

  @Test
  void scriptsAreThoseOfTheEngine(@TempDir Path directory)
      throws IOException, InterruptedException {
    List<String> schemas = PrismaSchemaArbitraries.some("postgresql", NEIGHBOURS, SEED);
    for (int i = 0; i < schemas.size(); i++) {
      Files.writeString(directory.resolve("s" + i + ".prisma"), schemas.get(i));
    }
    try (TestDatabase database = ServerKind.POSTGRES_14.createDatabase()) {
      askEngine(directory, database);
      Typed typed = new Typed(directory, database);
      for (int i = 0; i < schemas.size(); i++) {
        String first =
            typed.run("migrate diff --from-empty --to s" + i + ".prisma --script").exits(0).out();
        assertEquals(Files.readString(directory.resolve("e" + i + ".sql")), first);
        int next = (i + 1) % schemas.size();
        String way =
            typed
                .run("migrate diff --from s" + i + ".prisma --to s" + next + ".prisma --script")
                .exits(0)
                .out();
        compare(typed, first, Files.readString(directory.resolve("d" + i + ".sql")), way);
      }
    }
  }

  /** Two scripts that differ: the engine's fails on a server, or both lead to one schema. */
  private static void compare(Typed typed, String older, String engines, String own) {
    if (engines.equals(own)) {
      return;
    }
    try (TestDatabase theirs = ServerKind.POSTGRES_14.createDatabase();
        TestDatabase ours = ServerKind.POSTGRES_14.createDatabase()) {
      theirs.execute(older);
      ours.execute(older);
      ours.execute(own);
      try {
        theirs.execute(engines);
      } catch (AssertionError refused) {
        return;
      }
      typed
          .file("theirs.url", theirs.url())
          .file("ours.url", ours.url())
          .run("migrate diff --from file:theirs.url --to file:ours.url --exit-code")
          .exits(0);
    }
  }

  private static void askEngine(Path directory, TestDatabase database)
      throws IOException, InterruptedException {
    Path packages = Path.of(System.getProperty("schemend.prisma")).toAbsolutePath();
    Path program = Files.createTempFile(packages, "schemend", ".mjs");
    try (InputStream text =
        EngineComparisonTest.class.getResourceAsStream("/prisma-engine/" + PROGRAM)) {
      Files.writeString(program, new String(text.readAllBytes(), StandardCharsets.UTF_8));
      Process node =
          new ProcessBuilder(
                  "node",
                  program.toString(),
                  database.url(),
                  directory.toString(),
                  String.valueOf(NEIGHBOURS))
              .inheritIO()
              .start();
      assertEquals(0, node.waitFor(), "node has failed");
    } finally {
      Files.delete(program);
    }
  }
}
