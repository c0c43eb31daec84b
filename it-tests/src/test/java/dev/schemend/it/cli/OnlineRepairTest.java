package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way back out of a failed migration, in the forms that let others work meanwhile. */
class OnlineRepairTest {

  private static final String SECOND = "2_second";

  private static Typed failed(Path directory, TestDatabase database) {
    boolean postgres = database.kind().flavor() == Flavor.POSTGRESQL;
    Typed typed =
        new Typed(directory, database)
            .file(
                "prisma/migrations/migration_lock.toml",
                "provider = \"" + (postgres ? "postgresql" : "mysql") + "\"\n")
            .file(
                "prisma/migrations/1_first/migration.sql",
                """
                CREATE TABLE item (id int PRIMARY KEY, kind int, code varchar(40));
                CREATE INDEX item_kind ON item (kind);
                """);
    typed.run("migrate deploy").exits(0);
    database.execute("INSERT INTO item VALUES (1, 1, 'same'), (2, 2, 'same')");
    String dropped = "DROP INDEX item_kind" + (postgres ? "" : " ON item") + ";\n";
    typed.file(
        "prisma/migrations/" + SECOND + "/migration.sql",
        (postgres ? "BEGIN;\n" + dropped + "COMMIT;\n" : dropped)
            + "CREATE UNIQUE INDEX item_code ON item (code);\n");
    typed.run("migrate deploy --no-preflight").exits(1);
    return typed;
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void anIndexComesBackWhileOthersWrite(ServerKind kind, @TempDir Path directory) {
    String form = kind.flavor() == Flavor.POSTGRESQL ? "CONCURRENTLY" : "LOCK=NONE";
    try (TestDatabase database = kind.createDatabase()) {
      Typed typed = failed(directory, database);
      String plain = typed.run("repair --backward --dry-run").exits(0).out();
      assertFalse(plain.contains(form), plain);
      String online = typed.run("repair --backward --online --dry-run").exits(0).out();
      assertTrue(online.contains(form), online);

      typed.run("repair --backward --online --yes").exits(0);
      typed
          .run(
              "migrate diff --from env:DATABASE_URL --to prisma/migrations --before "
                  + SECOND
                  + " --exit-code")
          .exits(0);
      // The data repaired, the same migration can be deployed again.
      database.execute("UPDATE item SET code = 'other' WHERE id = 2");
      typed.run("migrate deploy").exits(0);
      typed.run("migrate status").exits(0);
    }
  }
}
