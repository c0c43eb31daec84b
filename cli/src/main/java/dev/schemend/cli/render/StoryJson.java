package dev.schemend.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemend.blame.Provenance;
import dev.schemend.blame.Touch;
import dev.schemend.blame.Trail;
import dev.schemend.cli.explain.Story;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.name.ObjectRef;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Optional;

/** Where a history has objects from, as JSON. Described in {@code docs/plan-json.md}. */
public final class StoryJson {

  /** The version of the form that is written here. */
  public static final int FORMAT_VERSION = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private StoryJson() {}

  /** The stories that {@code explain} found, indented, with a line feed at the end. */
  public static String of(String history, DialectKit kit, List<Story> stories) {
    ObjectNode root = NODES.objectNode();
    root.put("formatVersion", FORMAT_VERSION);
    root.set("server", PlanJson.server(kit.profile()));
    root.put("history", history);
    ArrayNode objects = root.putArray("objects");
    stories.forEach(story -> objects.add(story(story)));
    return PlanJson.written(root);
  }

  private static ObjectNode story(Story story) {
    ObjectNode node = NODES.objectNode();
    node.put("kind", story.ref().kind().words());
    node.put("object", story.ref().name().toString());
    if (!story.ref().member().isNone()) {
      node.put("part", story.ref().member().text());
    }
    node.put("present", story.present());
    ArrayNode definition = node.putArray("definition");
    story.definition().forEach(definition::add);
    ArrayNode touches = node.putArray("touches");
    story.trail().ifPresent(trail -> trail.touches().forEach(one -> touches.add(touch(one))));
    return node;
  }

  private static ObjectNode touch(Touch touch) {
    ObjectNode node = place(touch.statement());
    node.put("act", touch.act().words());
    ArrayNode details = node.putArray("details");
    touch.details().forEach(details::add);
    node.put("statement", touch.statement().text());
    return node;
  }

  /** Where an object's trail begins and ends; null where the history never had it. */
  static JsonNode ends(Provenance provenance, ObjectRef ref) {
    Optional<Trail> trail = provenance.trail(ref);
    if (trail.isEmpty()) {
      return NODES.nullNode();
    }
    ObjectNode node = NODES.objectNode();
    trail.get().made().ifPresent(made -> node.put("made", made.span().position()));
    Touch last = trail.get().last();
    return node.put("last", last.statement().span().position()).put("act", last.act().words());
  }

  private static ObjectNode place(StatementText statement) {
    return NODES
        .objectNode()
        .put("source", statement.span().source())
        .put("line", statement.span().line())
        .put("column", statement.span().column());
  }
}
