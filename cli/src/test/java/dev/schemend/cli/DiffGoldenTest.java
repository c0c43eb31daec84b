package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code migrate diff} between two histories: what it prints, byte for byte. Each directory of
 * {@code resources/diff} holds {@code from} and {@code to}, perhaps {@code options}, and what is
 * expected; {@code -Dschemend.bless=true} writes that anew, but not in CI.
 */
class DiffGoldenTest {

  private static final Path GOLDENS = Path.of("src/test/resources/diff");
  private static final boolean BLESS = Boolean.getBoolean("schemend.bless");

  private record Form(String file, String option) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("summary.txt", ""),
          new Form("script.sql", " --script"),
          new Form("plan.json", " --json"));

  @TestFactory
  Stream<DynamicTest> printsWhatIsExpected() throws IOException {
    try (Stream<Path> directories = Files.list(GOLDENS)) {
      return directories.sorted().toList().stream()
          .flatMap(
              golden ->
                  FORMS.stream()
                      .map(
                          form ->
                              DynamicTest.dynamicTest(
                                  golden.getFileName() + " " + form.file(),
                                  () -> compare(golden, form))));
    }
  }

  private static void compare(Path golden, Form form) throws IOException {
    Tool.Run run =
        Tool.in(golden)
            .run("migrate diff --from from --to to --exit-code" + form.option() + options(golden));
    Path expected = golden.resolve(form.file());
    if (BLESS) {
      Assumptions.assumeFalse(Boolean.parseBoolean(System.getenv("CI")), "CI blesses nothing");
      Files.writeString(expected, run.out());
    }
    assertEquals(Files.readString(expected), run.out(), run.err());
    boolean none = run.out().contains("No difference") || run.out().contains("empty migration");
    assertEquals(none || run.out().contains("\"empty\" : true") ? 0 : 2, run.exit(), run.err());
  }

  private static String options(Path golden) throws IOException {
    Path options = golden.resolve("options");
    return Files.exists(options) ? " " + Files.readString(options).strip() : "";
  }

  /** A plan that was printed leads to its target when it is read again. */
  @TestFactory
  Stream<DynamicTest> scriptsLeadToTheirTarget() throws IOException {
    try (Stream<Path> directories = Files.list(GOLDENS)) {
      return directories.sorted().toList().stream()
          .map(
              golden ->
                  DynamicTest.dynamicTest(
                      golden.getFileName().toString(), () -> assertLeadsToTarget(golden)));
    }
  }

  private static void assertLeadsToTarget(Path golden) throws IOException {
    Path joined = Files.createTempDirectory("schemend-golden");
    Tool tool = Tool.in(joined);
    try (Stream<Path> files = Files.walk(golden)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        tool.file(golden.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    String script = Files.readString(golden.resolve("script.sql"));
    boolean prisma = Files.exists(golden.resolve("from/migration_lock.toml"));
    tool.file(prisma ? "from/29990101000000_plan/migration.sql" : "from/9_plan.sql", script);
    Tool.Run run = tool.run("migrate diff --from from --to to --exit-code" + options(golden));
    assertEquals("No difference detected.\n", run.out(), run.err());
    assertEquals(0, run.exit());
  }
}
