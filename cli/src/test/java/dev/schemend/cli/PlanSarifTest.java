package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemend.plan.Hazard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate diff --format sarif}: the dangers of a plan for tools that collect findings. */
class PlanSarifTest {

  private static final String COMMAND =
      "migrate diff --dialect postgresql --from from.sql --to to.sql --format sarif";

  @Test
  void eachDangerIsAResultAtItsObject(@TempDir Path directory) throws JsonProcessingException {
    Tool tool =
        Tool.in(directory)
            .file("from.sql", "CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT b FROM t;")
            .file(
                "to.sql",
                "CREATE TABLE t (a int UNIQUE, b bigint); CREATE VIEW v AS SELECT b FROM t;");
    JsonNode log = new ObjectMapper().readTree(tool.run(COMMAND).out());
    assertEquals("2.1.0", log.path("version").asText());
    JsonNode run = log.at("/runs/0");
    assertEquals(Hazard.Kind.values().length, run.at("/tool/driver/rules").size());
    List<String> found = new ArrayList<>();
    for (JsonNode result : run.path("results")) {
      found.add(
          result.path("level").asText()
              + " "
              + result.path("ruleId").asText()
              + " "
              + result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText());
    }
    assertTrue(found.contains("note recreated view public.v"), found.toString());
    assertTrue(found.contains("warning table-rewrite table public.t"), found.toString());
    assertTrue(
        found.stream().anyMatch(one -> one.startsWith("warning fails-on-existing-rows ")),
        found.toString());
  }

  @Test
  void whatIsHarmlessHasNoResults(@TempDir Path directory) throws JsonProcessingException {
    Tool tool =
        Tool.in(directory)
            .file("from.sql", "CREATE TABLE t (a int);")
            .file("to.sql", "CREATE TABLE t (a int, b int);");
    Tool.Run run = tool.run(COMMAND);
    assertEquals(0, run.exit());
    assertEquals(0, new ObjectMapper().readTree(run.out()).at("/runs/0/results").size());
  }
}
