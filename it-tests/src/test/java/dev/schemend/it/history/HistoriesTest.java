package dev.schemend.it.history;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.schemend.apply.FoldState;
import dev.schemend.history.Migration;
import dev.schemend.it.server.ServerKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws L3, L10 and L13 on histories of at least twenty migrations each: a fold equals what the
 * server makes of the same text, after every migration; and the plans between neighbours, forward,
 * back and forward again, lead where they say.
 */
class HistoriesTest {

  private static final List<String> POSTGRESQL =
      List.of(
          "shop",
          "library",
          "schemas",
          "types",
          "names",
          "partitions",
          "heirs",
          "objects",
          "sequences");
  private static final List<String> SINCE_18 = List.of("times");
  private static final List<String> MYSQL =
      List.of(
          "shop",
          "library",
          "types",
          "names",
          "charsets",
          "checks",
          "keys",
          "sessions",
          "partitions",
          "definitions",
          "views");

  private static final List<String> MARIADB = List.of("temporal", "checks");

  static Stream<Arguments> histories() {
    return Stream.of(ServerKind.values())
        .flatMap(
            kind ->
                switch (kind.flavor()) {
                  case POSTGRESQL ->
                      Stream.concat(
                          of(kind, "postgresql", POSTGRESQL),
                          kind == ServerKind.POSTGRES_18
                              ? of(kind, "postgresql", SINCE_18)
                              : Stream.empty());
                  case MYSQL -> of(kind, "mysql", MYSQL);
                  case MARIADB ->
                      Stream.concat(of(kind, "mysql", MYSQL), of(kind, "mariadb", MARIADB));
                });
  }

  private static Stream<Arguments> of(ServerKind kind, String folder, List<String> names) {
    return names.stream().map(name -> arguments(kind, HandMadeHistory.read(folder, name)));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("histories")
  void theFoldIsWhatTheServerMakes(ServerKind kind, HandMadeHistory history) {
    assertTrue(history.migrations().size() >= 20, history::name);
    try (Bench bench = Bench.on(kind)) {
      FoldState state = bench.fold().start();
      for (Migration migration : history.migrations()) {
        state = bench.fold(state, migration.script());
        bench.run(migration.script());
        bench.assertLive(state.schema(), history + " after " + migration.name());
      }
    }
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("histories")
  void plansBetweenNeighboursLeadThere(ServerKind kind, HandMadeHistory history) {
    try (Bench bench = Bench.on(kind)) {
      FoldState before = bench.fold().start();
      for (Migration migration : history.migrations()) {
        FoldState after = bench.fold(before, migration.script());
        String step = history + "/" + migration.name();
        bench.migrateTo(after.schema(), step + " forward");
        bench.migrateTo(before.schema(), step + " back");
        bench.migrateTo(after.schema(), step + " forward again");
        before = after;
      }
    }
  }
}
