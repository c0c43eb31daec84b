package dev.schemend.it.introspect;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.schemend.expr.ExpressionRules;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import dev.schemend.model.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

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

  /**
   * Scripts in which the two sides are known to differ, and why. A row whose difference is gone
   * fails, so that it is taken out.
   */
  private static final Map<String, String> OPEN =
      Map.of(
          "POSTGRESQL histories/postgresql/library",
          "a literal in a check gets the type of the column beside it",
          "POSTGRESQL histories/postgresql/types",
          "casts that the server writes out around columns and literals",
          "POSTGRESQL introspect/postgresql",
          "casts that the server writes out around columns and literals",
          "MYSQL histories/mysql/charsets",
          "the method of an index when its table's engine changes",
          "MYSQL histories/mysql/library",
          "the name of an index when the one made for a foreign key goes",
          "MYSQL introspect/mysql",
          "MEMORY makes hash indexes unless told otherwise",
          "MARIADB histories/mysql/charsets",
          "the method of an index when its table's engine changes",
          "MARIADB histories/mysql/library",
          "the name of an index when the one made for a foreign key goes",
          "MARIADB introspect/mysql",
          "MEMORY makes hash indexes unless told otherwise");

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
      Schema folded = sides.folded(script);
      Schema live = sides.live(database);
      ExpressionRules rules = sides.dialect().expressions();
      String open = OPEN.get(kind.flavor() + " " + name);
      if (open == null) {
        SchemaAssertions.assertSame(folded, live, rules);
      } else {
        assertThrows(
            AssertionFailedError.class,
            () -> SchemaAssertions.assertSame(folded, live, rules),
            () -> "no longer differs, take it out of the table: " + open);
      }
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
