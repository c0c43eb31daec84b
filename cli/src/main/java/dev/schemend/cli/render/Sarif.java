package dev.schemend.cli.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemend.name.ObjectRef;
import dev.schemend.source.SourceSpan;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** The frame of a log in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0). */
final class Sarif {

  private static final String VERSION = "2.1.0";
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * What a result may be an instance of.
   *
   * @param level {@code error}, {@code warning}, {@code note} or {@code none}
   */
  record Rule(String id, String summary, String level) {}

  private Sarif() {}

  /** A log of one run, with a line feed at its end. */
  static String of(List<Rule> rules, List<ObjectNode> results) {
    ObjectNode root = NODES.objectNode();
    root.put("$schema", SCHEMA);
    root.put("version", VERSION);
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "schemend");
    ArrayNode listed = driver.putArray("rules");
    for (Rule rule : rules) {
      ObjectNode node = listed.addObject();
      node.put("id", rule.id());
      node.putObject("shortDescription").put("text", rule.summary());
      node.putObject("defaultConfiguration").put("level", rule.level());
    }
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode found = run.putArray("results");
    results.forEach(found::add);
    return PlanJson.written(root);
  }

  /** A result without a place. */
  static ObjectNode result(String rule, String level, String message) {
    ObjectNode node = NODES.objectNode();
    node.put("ruleId", rule);
    node.put("level", level);
    node.putObject("message").put("text", message);
    return node;
  }

  /** Places a result in a file. */
  static void place(ObjectNode result, SourceSpan span) {
    ObjectNode physical = result.withArray("locations").addObject().putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(span.source()));
    physical.putObject("region").put("startLine", span.line()).put("startColumn", span.column());
  }

  /** Places a result at an object of a database. */
  static void object(ObjectNode result, ObjectRef object) {
    result
        .withArray("locations")
        .addObject()
        .putArray("logicalLocations")
        .addObject()
        .put("fullyQualifiedName", object.toString())
        .put("kind", object.kind().words());
  }

  private static String uri(String path) {
    try {
      return new URI(null, null, path.replace('\\', '/'), null).toASCIIString();
    } catch (URISyntaxException unusual) {
      return path;
    }
  }
}
