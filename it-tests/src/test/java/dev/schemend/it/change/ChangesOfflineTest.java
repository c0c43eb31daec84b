package dev.schemend.it.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.cli.Schemend;
import dev.schemend.cli.process.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plans of the golden directories, as {@code migrate diff --script} prints them for the newest
 * server of the product; {@code -Dschemend.bless=true} writes them anew, but not in CI.
 */
class ChangesOfflineTest {

  private static final boolean BLESS = Boolean.getBoolean("schemend.bless");

  static Stream<ChangeGolden> goldens() {
    return Stream.of("postgresql", "mysql").flatMap(dialect -> ChangeGolden.of(dialect).stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goldens")
  void thePlanIsTheExpectedOne(ChangeGolden golden) throws IOException {
    Path expected = golden.directory().resolve("plan.sql");
    String plan = run(golden.directory(), "--from", "from.sql", "--to", "to.sql", "--script");
    if (BLESS) {
      Assumptions.assumeFalse(Boolean.parseBoolean(System.getenv("CI")), "CI blesses nothing");
      Files.writeString(expected, plan);
    }
    assertEquals(Files.readString(expected), plan);
    Path reached = Files.createTempDirectory("schemend-change");
    Files.writeString(reached.resolve("1_from.sql"), golden.read("from.sql"));
    Files.writeString(reached.resolve("2_plan.sql"), plan);
    String to = golden.directory().resolve("to.sql").toAbsolutePath().toString();
    assertEquals("No difference detected.\n", run(reached, "--from", ".", "--to", to));
  }

  private static String run(Path directory, String... options) {
    String to = options[3];
    boolean mariadb = read(directory.resolve(to)).contains("-- only MARIADB");
    boolean postgres = directory.resolve(to).toAbsolutePath().toString().contains("postgresql");
    String dialect = postgres ? "postgresql" : mariadb ? "mariadb" : "mysql";
    String version = postgres ? "18.0" : mariadb ? "11.4.5" : "8.0.33";
    String[] words =
        Stream.of(
                Stream.of("migrate", "diff", "--dialect", dialect, "--server-version", version),
                Stream.of(options))
            .flatMap(part -> part)
            .toArray(String[]::new);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Schemend.run(
            new Surroundings(
                directory,
                Map.of(),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            words);
    assertEquals(0, exit, () -> err.toString(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
