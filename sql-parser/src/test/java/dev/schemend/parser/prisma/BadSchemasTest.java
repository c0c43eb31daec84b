package dev.schemend.parser.prisma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.parser.prisma.model.Connector;
import dev.schemend.parser.prisma.model.SchemaAnalysis;
import dev.schemend.parser.prisma.mysql.MySqlConnector;
import dev.schemend.parser.prisma.postgres.PostgresConnector;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Schemas that are wrong, each with the places, the words and the hints that its author gets. The
 * table is {@code bad-schemas.txt}: a title, the schema, and behind {@code =>} what is said of it.
 */
class BadSchemasTest {

  private static final int AT_LEAST = 60;
  private static final String ANSWER = "=> ";

  /** One schema of the table. */
  private record Case(String title, String schema, List<String> answers) {
    boolean isMySql() {
      return title.endsWith("[mysql]");
    }
  }

  static Optional<Connector> connector(String provider) {
    return switch (provider) {
      case "postgresql" -> Optional.of(new PostgresConnector());
      case "mysql" -> Optional.of(new MySqlConnector());
      default -> Optional.empty();
    };
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream table = BadSchemasTest.class.getResourceAsStream("/prisma/bad-schemas.txt")) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : text.split("(?m)^# ", -1)) {
        if (!part.isBlank()) {
          List<String> lines = part.lines().toList();
          cases.add(
              new Case(
                  lines.getFirst(),
                  String.join(
                          "\n",
                          lines.stream().skip(1).filter(line -> !line.startsWith(ANSWER)).toList())
                      .stripTrailing(),
                  lines.stream()
                      .filter(line -> line.startsWith(ANSWER))
                      .map(line -> line.substring(ANSWER.length()))
                      .toList()));
        }
      }
    }
    return cases;
  }

  static List<String> answers(String schema, String provider) {
    String whole = schema + "\ndatasource db {\n  provider = \"" + provider + "\"\n}\n";
    SchemaAnalysis analysis =
        SchemaAnalysis.of(
            PrismaReader.read(List.of(new SourceText("schema.prisma", whole))),
            BadSchemasTest::connector);
    return analysis.problems().stream().map(BadSchemasTest::answer).toList();
  }

  private static String answer(Diagnostic problem) {
    assertEquals(PrismaProblem.CODE, problem.code());
    SourceSpan span = problem.span().orElseThrow();
    return span.line() + ":" + span.column() + " " + problem.message() + " | " + problem.hint();
  }

  @TestFactory
  Stream<DynamicTest> eachIsAnsweredWithPlaceAndHint() throws IOException {
    return cases().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.title(),
                    () ->
                        assertEquals(
                            String.join("\n", one.answers()),
                            String.join(
                                "\n",
                                answers(one.schema(), one.isMySql() ? "mysql" : "postgresql")))));
  }

  @Test
  void aGeneratorsOwnPropertiesAreItsOwn() {
    assertEquals(
        List.of(),
        answers(
            "generator a {\n  provider = \"x\"\n  files = true\n  depth = 2\n  kind = flat\n}\n",
            "postgresql"));
  }

  @Test
  void theTableIsLongEnoughAndEveryAnswerHasAHint() throws IOException {
    assertTrue(cases().size() >= AT_LEAST, "the table has become too short");
    for (Case one : cases()) {
      assertFalse(one.answers().isEmpty(), one.title());
      one.answers().forEach(answer -> assertFalse(answer.endsWith("| "), answer));
    }
  }
}
