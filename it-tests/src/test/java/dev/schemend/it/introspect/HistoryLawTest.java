package dev.schemend.it.introspect;

import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Law L13: a script folded offline is what the server holds after running it. */
class HistoryLawTest {

  private static final List<String> POSTGRES =
      List.of(
          "histories/postgresql/library",
          "histories/postgresql/names",
          "histories/postgresql/schemas",
          "histories/postgresql/shop",
          "histories/postgresql/types",
          "introspect/postgresql");
  private static final List<String> MYSQL =
      List.of(
          "histories/mysql/charsets",
          "histories/mysql/checks",
          "histories/mysql/library",
          "histories/mysql/names",
          "histories/mysql/shop",
          "histories/mysql/types",
          "introspect/mysql");

  static Stream<Arguments> scripts() {
    return Arrays.stream(ServerKind.values())
        .flatMap(
            kind ->
                switch (kind.flavor()) {
                  case POSTGRESQL -> POSTGRES.stream().map(name -> Arguments.of(kind, name));
                  case MYSQL -> MYSQL.stream().map(name -> Arguments.of(kind, name));
                  case MARIADB ->
                      Stream.concat(MYSQL.stream(), Stream.of("introspect/mariadb"))
                          .map(name -> Arguments.of(kind, name));
                });
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("scripts")
  void theServerHoldsWhatTheScriptFoldsTo(ServerKind kind, String name) throws IOException {
    String script = script(name);
    try (TestDatabase database = kind.createDatabase()) {
      BothSides sides = BothSides.of(database);
      database.execute(script);
      SchemaAssertions.assertSame(
          sides.folded(script), sides.live(database), sides.dialect().expressions());
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream stream = HistoryLawTest.class.getResourceAsStream("/" + name + ".sql")) {
      if (stream == null) {
        throw new AssertionError("no resource " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
