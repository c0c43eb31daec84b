package dev.schemend.cli.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemend.lint.LintFinding;
import java.util.List;
import java.util.Locale;

/** Findings as JSON. Described in {@code docs/plan-json.md}. */
public final class LintJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private LintJson() {}

  /** The text, with a line feed at its end. */
  public static String of(List<LintFinding> findings) {
    ObjectNode root = NODES.objectNode();
    root.put("formatVersion", PlanJson.FORMAT_VERSION);
    ArrayNode nodes = root.putArray("findings");
    for (LintFinding finding : findings) {
      ObjectNode node = nodes.addObject();
      node.put("rule", finding.rule().words());
      node.put("level", finding.level().name().toLowerCase(Locale.ROOT));
      finding
          .span()
          .ifPresent(
              span ->
                  node.put("source", span.source())
                      .put("line", span.line())
                      .put("column", span.column()));
      node.put("message", finding.message());
      node.put("hint", finding.hint());
    }
    return PlanJson.written(root);
  }
}
