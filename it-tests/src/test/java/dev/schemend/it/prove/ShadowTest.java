package dev.schemend.it.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.it.cli.Typed;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A shadow database settles what cannot be read offline, and is empty again afterwards. */
class ShadowTest {

  private static final String DIFF = "migrate diff --from env:DATABASE_URL --to m";

  private static Typed hidden(Path directory, TestDatabase database) {
    return new Typed(directory, database)
        .file("m/V1__shop.sql", HiddenHistory.SHOP)
        .file("m/V2__hidden.sql", HiddenHistory.of(database.kind()));
  }

  private static void says(String text, String part) {
    assertTrue(text.contains(part), () -> part + " in " + text);
  }

  @ParameterizedTest
  @EnumSource
  void settlesWhatCannotBeRead(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase();
        TestDatabase shadow = kind.createDatabase()) {
      Typed typed = hidden(directory, database).file("shadow.url", shadow.url());
      Typed.Answer without = typed.run(DIFF + " --script").exits(0);
      assertFalse(without.out().contains("hidden"), without.out());
      for (int i = 0; i < 2; i++) {
        Typed.Answer with =
            typed.run(DIFF + " --script --strict --shadow-database-url file:shadow.url").exits(0);
        says(with.out(), "hidden");
        says(with.err(), "could not be decided offline; the shadow database (");
      }
      assertEquals(
          0,
          database
              .query(
                  "SELECT 1 FROM information_schema.tables"
                      + " WHERE table_name = 'users' AND table_schema IN ('public', '"
                      + shadow.name()
                      + "')")
              .size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void isAsWellAnotherDatabaseAsAnEmptyOne(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase();
        TestDatabase shadow = kind.createDatabase()) {
      Typed typed = hidden(directory, database).file("shadow.url", shadow.url());
      says(
          typed.run(DIFF + " --shadow-database-url env:DATABASE_URL").exits(64).err(),
          "The shadow database is one of those that are compared.");
      shadow.execute("CREATE TABLE mine (id int)");
      says(
          typed.run(DIFF + " --shadow-database-url file:shadow.url").exits(1).err(),
          "error: scratch-not-empty");
      assertEquals(0, shadow.query("SELECT * FROM mine").size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysWhereTheHistoryStops(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase();
        TestDatabase shadow = kind.createDatabase()) {
      Typed typed =
          hidden(directory, database)
              .file("shadow.url", shadow.url())
              .file("m/V3__again.sql", "CREATE TABLE users (id int);");
      String error = typed.run(DIFF + " --shadow-database-url file:shadow.url").exits(1).err();
      says(error, "The shadow database does not run the migration V3__again.sql");
      says(error, "at m/V3__again.sql:1:1");
    }
  }
}
