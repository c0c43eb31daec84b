package dev.schemend.it.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.history.Bench;
import dev.schemend.it.server.ServerKind;
import dev.schemend.model.Schema;
import dev.schemend.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden directories of {@code migrate diff} for MySQL and MariaDB on real servers: the plan
 * that is compared byte for byte leads there, back, and there again.
 */
class DiffGoldensOnServersTest {

  private static final Path ALL = Path.of("../cli/src/test/resources/diff");
  private static final Map<ServerKind, Bench> BENCHES = new EnumMap<>(ServerKind.class);

  static Stream<Arguments> goldens() throws IOException {
    try (Stream<Path> directories = Files.list(ALL)) {
      return directories.sorted().toList().stream()
          .flatMap(directory -> kinds(directory).map(kind -> arguments(kind, directory)));
    }
  }

  private static Stream<ServerKind> kinds(Path directory) {
    String name = directory.getFileName().toString();
    return Stream.of(ServerKind.values())
        .filter(kind -> kind.flavor() != Flavor.POSTGRESQL)
        .filter(kind -> name.startsWith(kind.flavor() == Flavor.MYSQL ? "mysql-" : "mariadb-"));
  }

  @AfterAll
  static void close() {
    BENCHES.values().forEach(Bench::close);
    BENCHES.clear();
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("goldens")
  void thePlanLeadsThere(ServerKind kind, Path directory) {
    Bench bench = BENCHES.computeIfAbsent(kind, Bench::on);
    String name = directory.getFileName().toString();
    bench.clear();
    SourceText before = script(directory.resolve("from"));
    Schema from = fold(bench, before);
    Schema to = fold(bench, script(directory.resolve("to")));
    bench.run(before);
    bench.assertLive(from, name + " before");
    assertEquals(
        bench.script(bench.plan(from, to, name + " offline")),
        bench.script(bench.plan(bench.live(), to, name + " live")));
    bench.migrateTo(to, name + " forward");
    bench.migrateTo(from, name + " back");
    bench.migrateTo(to, name + " forward again");
  }

  private static Schema fold(Bench bench, SourceText script) {
    return bench.fold(bench.fold().start(), script).schema();
  }

  /** The migrations of a directory, one behind the other. */
  private static SourceText script(Path migrations) {
    try (Stream<Path> files = Files.walk(migrations)) {
      return new SourceText(
          migrations.toString(),
          files
              .filter(file -> file.toString().endsWith(".sql"))
              .sorted()
              .map(DiffGoldensOnServersTest::read)
              .collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
