package dev.schemend.it.introspect;

import dev.schemend.expr.ExpressionRules;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import dev.schemend.model.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law L13 for a script that touches every catalog that introspection reads: what it folds to
 * offline is what the server holds after running it.
 */
class HistoryLawTest {

  private static final List<String> POSTGRES = List.of("introspect/postgresql");
  private static final List<String> MYSQL = List.of("introspect/mysql");

  static Stream<Arguments> scripts() {
    return Arrays.stream(ServerKind.values())
        .flatMap(
            kind ->
                switch (kind.flavor()) {
                  case POSTGRESQL ->
                      Stream.concat(
                              POSTGRES.stream(),
                              kind == ServerKind.POSTGRES_14
                                  ? Stream.empty()
                                  : Stream.of("introspect/postgresql-18"))
                          .map(name -> Arguments.of(kind, name));
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
      Schema folded = sides.folded(script);
      Schema live = sides.live(database);
      ExpressionRules rules = sides.dialect().expressions();
      SchemaAssertions.assertSame(folded, live, rules);
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
