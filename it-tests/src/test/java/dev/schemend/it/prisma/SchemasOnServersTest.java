package dev.schemend.it.prisma;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.cli.Typed;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import dev.schemend.testkit.PrismaSchemaArbitraries;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The law of a Prisma schema on a server: its script makes a database that does not differ from it,
 * and the script to a neighbour makes that one, whatever the neighbour is.
 */
class SchemasOnServersTest {

  private static final int NEIGHBOURS = 8;
  private static final long SEED = 20_260_101;
  private static final int DIFFERENT = 2;

  @ParameterizedTest
  @EnumSource
  void aScriptMakesWhatItsSchemaDeclares(ServerKind kind, @TempDir Path directory) {
    String provider = kind.flavor() == Flavor.POSTGRESQL ? "postgresql" : "mysql";
    List<String> schemas = PrismaSchemaArbitraries.some(provider, NEIGHBOURS, SEED);
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = new Typed(directory, database);
      String diff = "migrate diff --from-url env:DATABASE_URL --to-schema-datamodel ";
      for (int i = 0; i < schemas.size(); i++) {
        String file = "schema" + i + ".prisma";
        typed.file(file, schemas.get(i));
        Typed.Answer script = typed.run(diff + file + " --script --exit-code");
        script.exits(DIFFERENT);
        typed.file("way" + i + ".sql", script.out());
        typed.run("db execute --url env:DATABASE_URL --file way" + i + ".sql").exits(0);
        typed.run(diff + file + " --exit-code").exits(0);
      }
    }
  }

  // MySQL keeps the indexes of a column that one statement drops and adds again, where they fit.
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_ANY,
      names = {"MYSQL.*", "MARIADB.*"})
  void indexesOfColumnsThatAreMadeAnewAreMadeWhereTheyWent(
      ServerKind kind, @TempDir Path directory) {
    String older =
        """
        model M {
          id    Int @id
          stays Int @unique @db.MediumInt
          goes  Int @db.Int

          @@index([goes, stays])
        }
        """;
    String newer = older.replace("Int @unique @db.MediumInt", "DateTime @unique @db.Time(0)");
    newer = newer.replace("Int @db.Int", "DateTime @db.Time(0)");
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = new Typed(directory, database);
      typed.file("older.prisma", Typed.datasource(database) + older);
      typed.file("newer.prisma", Typed.datasource(database) + newer);
      typed.run("db push --url env:DATABASE_URL --schema older.prisma").exits(0);
      String diff = "migrate diff --from-url env:DATABASE_URL --to-schema-datamodel newer.prisma";
      Typed.Answer script = typed.run(diff + " --script").exits(0);
      assertEquals(
          """
          -- DropIndex
          DROP INDEX `M_goes_stays_idx` ON `M`;

          -- AlterTable
          ALTER TABLE `M` DROP COLUMN `stays`,
              ADD COLUMN `stays` TIME(0) NOT NULL,
              DROP COLUMN `goes`,
              ADD COLUMN `goes` TIME(0) NOT NULL;

          -- CreateIndex
          CREATE INDEX `M_goes_stays_idx` ON `M`(`goes`, `stays`);
          """,
          script.out().lines().filter(line -> !line.startsWith("-- hazard")).collect(joining("\n"))
              + "\n");
      typed.file("way.sql", script.out());
      typed.run("db execute --url env:DATABASE_URL --file way.sql").exits(0);
      typed.run(diff + " --exit-code").exits(0);
    }
  }
}
