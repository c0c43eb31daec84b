package dev.schemend.it.prisma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.cli.Typed;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import dev.schemend.testkit.PrismaSchemaArbitraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The law of {@code db pull} on a server: a schema pulled from what another has made does not
 * differ from the database, neither made anew nor brought up from a neighbour.
 */
class PullOnServersTest {

  /** The same few in every build; more, and others, where somebody asks. */
  private static final int SCHEMAS = Integer.getInteger("schemend.pull.schemas", 6);

  private static final long SEED = Long.getLong("schemend.pull.seed", 20_260_711);

  @ParameterizedTest
  @EnumSource
  void whatIsPulledDoesNotDiffer(ServerKind kind, @TempDir Path directory) throws IOException {
    String provider = kind.flavor() == Flavor.POSTGRESQL ? "postgresql" : "mysql";
    List<String> schemas = PrismaSchemaArbitraries.some(provider, SCHEMAS, SEED);
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = new Typed(directory, database);
      for (String schema : schemas) {
        typed.file("pushed.prisma", schema);
        typed
            .run("db push --url env:DATABASE_URL --schema pushed.prisma --accept-data-loss")
            .exits(0);
        pull(typed, "");
        pull(typed, " --force");
        typed.run("format --schema pulled.prisma --check").exits(0);
        // The first pull keeps the names of the neighbour, the second those of nobody.
        String before = Files.readString(directory.resolve("pulled.prisma"));
        pull(typed, "");
        assertEquals(before, Files.readString(directory.resolve("pulled.prisma")));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void viewsArePulledWithTheirColumns(ServerKind kind, @TempDir Path directory) throws IOException {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute("CREATE TABLE t (id integer NOT NULL PRIMARY KEY, name varchar(20))");
      database.execute("CREATE VIEW v AS SELECT id, name, count(*) AS n FROM t GROUP BY id, name");
      Typed typed = new Typed(directory, database);
      String head =
          Typed.datasource(database)
              + "\ngenerator client {\n  provider        = \"prisma-client-js\"\n"
              + "  previewFeatures = [\"views\"]\n}\n";
      typed.file("pulled.prisma", head);
      pull(typed, "");
      String pulled = Files.readString(directory.resolve("pulled.prisma"));
      String view = pulled.substring(pulled.indexOf("view v {"));
      // MySQL tells which columns of a view are never empty, and what defaults they come from.
      assertEquals(
          kind.flavor() == Flavor.POSTGRESQL
              ? """
              view v {
                id   Int?
                name String? @db.VarChar(20)
                n    BigInt?
              }
              """
              : """
              view v {
                id   Int
                name String? @db.VarChar(20)
                n    BigInt  @default(0)
              }
              """,
          view);
      pull(typed, "");
      assertEquals(pulled, Files.readString(directory.resolve("pulled.prisma")));
    }
  }

  @Test
  void schemasThatAreAskedForAreListed(@TempDir Path directory) throws IOException {
    try (TestDatabase database = ServerKind.POSTGRES_14.createDatabase()) {
      database.execute("CREATE TABLE one (id integer NOT NULL PRIMARY KEY)");
      database.execute("CREATE SCHEMA other");
      database.execute("CREATE TABLE other.two (id integer NOT NULL PRIMARY KEY)");
      Typed typed = new Typed(directory, database);
      pull(typed, "");
      typed.run("db pull --url env:DATABASE_URL --schema pulled.prisma --schemas public,other");
      String both = Files.readString(directory.resolve("pulled.prisma"));
      assertTrue(both.contains("  schemas  = [\"public\", \"other\"]\n"), both);
      assertTrue(
          both.endsWith(
              """
              model one {
                id Int @id

                @@schema("public")
              }

              model two {
                id Int @id

                @@schema("other")
              }
              """),
          both);
      pull(typed, "");
      assertEquals(both, Files.readString(directory.resolve("pulled.prisma")));
      typed.run("db pull --url env:DATABASE_URL --schema pulled.prisma --schemas other");
      String one = Files.readString(directory.resolve("pulled.prisma"));
      assertTrue(one.contains("  schemas  = [\"other\"]\n") && !one.contains("model one"), one);
    }
  }

  private static void pull(Typed typed, String options) {
    if (!Files.exists(typed.directory().resolve("pulled.prisma"))) {
      typed.file("pulled.prisma", Typed.datasource(typed.database()));
    }
    typed.run("db pull --url env:DATABASE_URL --schema pulled.prisma" + options).exits(0);
    for (String diff :
        List.of(
            "migrate diff --from-url env:DATABASE_URL --to-schema-datamodel pulled.prisma",
            "migrate diff --from-schema-datamodel pulled.prisma --to-url env:DATABASE_URL")) {
      typed.run(diff + " --exit-code").exits(0);
    }
  }
}
