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
 * Each directory of {@code resources/prisma} holds {@code to.prisma}, perhaps {@code from.prisma}
 * or {@code from.sql}, and {@code script.sql}; {@code -Dschemend.bless=true} writes that anew, but
 * not in CI.
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

  private static String from(Path golden) {
    for (String file : new String[] {"from.prisma", "from.sql"}) {
      if (Files.exists(golden.resolve(file))) {
        return "--from " + file;
      }
    }
    return "--from-empty";
  }

  private static void compare(Path golden) throws IOException {
    Tool tool = Tool.in(golden);
    String options = from(golden) + " --to-schema-datamodel to.prisma --prisma-version 7.1.0";
    Tool.Run run = tool.run("migrate diff " + options + " --script --exit-code");
    Path expected = golden.resolve("script.sql");
    if (BLESS) {
      Assumptions.assumeFalse(Boolean.parseBoolean(System.getenv("CI")), "CI blesses nothing");
      Files.writeString(expected, run.out());
    }
    assertEquals(Files.readString(expected), run.out(), run.err());
    assertEquals(2, run.exit(), run.err());
    // A schema and itself never differ.
    Tool.Run same = tool.run("migrate diff --from to.prisma --to to.prisma --exit-code");
    assertEquals(0, same.exit(), same.out() + same.err());
  }
}
