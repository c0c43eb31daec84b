package dev.schemend.it.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.schemend.apply.FoldState;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.it.history.Bench;
import dev.schemend.it.server.ServerKind;
import dev.schemend.model.Schema;
import dev.schemend.source.SourceText;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden directories on real servers: what is planned offline is what is planned for the
 * server, and it leads there, back, and there again.
 */
class ChangesOnServersTest {

  private static final Map<ServerKind, Bench> BENCHES = new EnumMap<>(ServerKind.class);

  static Stream<Arguments> goldens() {
    return Stream.of(ServerKind.values())
        .flatMap(
            kind ->
                ChangeGolden.of(kind.flavor() == Flavor.POSTGRESQL ? "postgresql" : "mysql")
                    .stream()
                    .map(golden -> arguments(kind, golden)));
  }

  @AfterAll
  static void close() {
    BENCHES.values().forEach(Bench::close);
    BENCHES.clear();
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("goldens")
  void thePlanLeadsThere(ServerKind kind, ChangeGolden golden) {
    Bench bench = BENCHES.computeIfAbsent(kind, Bench::on);
    ServerVersion version = bench.kit().profile().version();
    Assumptions.assumeTrue(golden.isFor(kind.flavor(), version.major(), version.minor()));
    bench.clear();
    bench.advised(golden.advice(bench.kit()));
    Schema from = fold(bench, golden, "from.sql").schema();
    Schema to = fold(bench, golden, "to.sql").schema();
    bench.run(new SourceText("from.sql", golden.read("from.sql")));
    bench.assertLive(from, golden + " before");
    assertEquals(
        bench.script(bench.plan(from, to, golden + " offline")),
        bench.script(bench.plan(bench.live(), to, golden + " live")));
    bench.migrateTo(to, golden + " forward");
    bench.migrateTo(from, golden + " back");
    bench.migrateTo(to, golden + " forward again");
  }

  private static FoldState fold(Bench bench, ChangeGolden golden, String file) {
    return bench.fold(bench.fold().start(), new SourceText(file, golden.read(file)));
  }
}
