package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code migrate diff} to a Prisma schema: the script, byte for byte as Prisma's engine writes it.
 * Each directory of {@code resources/prisma} holds {@code to.prisma} or {@code to.sql}, perhaps
 * {@code from.prisma} or {@code from.sql}, perhaps {@code version} with that of Prisma, and {@code
 * script.sql}; {@code -Dschemend.bless=true} writes that anew, but not in CI.
 */
class PrismaGoldenTest {

  private static final Path GOLDENS = Path.of("src/test/resources/prisma");
  private static final boolean BLESS = Boolean.getBoolean("schemend.bless");

  @TestFactory
  Stream<DynamicTest> writesWhatPrismaWrites() throws IOException {
    try (Stream<Path> directories = Files.list(GOLDENS)) {
      return directories.sorted().toList().stream()
          .map(
              golden ->
                  DynamicTest.dynamicTest(golden.getFileName().toString(), () -> compare(golden)));
    }
  }

  private static String side(Path golden, String side) {
    for (String kind : new String[] {".prisma", ".sql"}) {
      if (Files.exists(golden.resolve(side + kind))) {
        return " --" + side + " " + side + kind;
      }
    }
    return " --" + side + "-empty";
  }

  private static String version(Path golden) throws IOException {
    Path version = golden.resolve("version");
    return Files.exists(version) ? Files.readString(version).strip() : "7.1.0";
  }

  private static void compare(Path golden) throws IOException {
    Tool tool = Tool.in(golden);
    String options =
        side(golden, "from") + side(golden, "to") + " --prisma-version " + version(golden);
    Tool.Run run = tool.run("migrate diff" + options + " --script --exit-code");
    Path expected = golden.resolve("script.sql");
    if (BLESS) {
      Assumptions.assumeFalse(Boolean.parseBoolean(System.getenv("CI")), "CI blesses nothing");
      Files.writeString(expected, run.out());
    }
    assertEquals(Files.readString(expected), run.out(), run.err());
    assertEquals(2, run.exit(), run.err());
    // A schema and itself never differ.
    String schema = Files.exists(golden.resolve("to.prisma")) ? "to.prisma" : "from.prisma";
    Tool.Run same = tool.run("migrate diff --from " + schema + " --to " + schema + " --exit-code");
    assertEquals(0, same.exit(), same.out() + same.err());
  }
}
