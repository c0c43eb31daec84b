package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A script that was made for one schema, and a database that has moved on since. */
class ExpectedSchemaTest {

  private static final Pattern FINGERPRINT = Pattern.compile("\\b[0-9a-f]{64}\\b");

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void nothingIsRunOnAnotherSchema(ServerKind kind, @TempDir Path directory) throws IOException {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute("CREATE TABLE item (id int PRIMARY KEY)");
      Typed typed =
          new Typed(directory, database)
              .file("to.sql", "CREATE TABLE item (id int PRIMARY KEY, note int);");
      typed.run("migrate diff --from env:DATABASE_URL --to to.sql --script -o plan.sql").exits(0);
      String script = Files.readString(directory.resolve("plan.sql"));
      Matcher fingerprint = FINGERPRINT.matcher(script);
      assertTrue(fingerprint.find(), script);

      database.execute("CREATE TABLE hotfix (id int)");
      Typed.Answer refused = typed.run("db execute --file plan.sql").exits(3);
      assertTrue(refused.err().contains("schema-moved"), refused.err());
      assertTrue(refused.err().contains("Nothing was run."), refused.err());
      String told = fingerprint.group();
      typed.file("bare.sql", "DROP TABLE hotfix;\n");
      typed.run("db execute --file bare.sql --expect-fingerprint " + told).exits(3);
      typed.run("db execute --file bare.sql --expect-fingerprint header").exits(1);
      typed.run("db execute --file bare.sql --expect-fingerprint nonsense").exits(64);
      assertEquals(List.of(), database.query("SELECT id FROM hotfix"));

      typed.run("db execute --file bare.sql --expect-fingerprint none").exits(0);
      typed
          .run("db execute --file plan.sql --expect-fingerprint " + told.substring(0, 12))
          .exits(0);
      assertEquals(List.of(), database.query("SELECT note FROM item"));
    }
  }
}
