package dev.schemend.cli.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemend.cli.fleet.Books;
import dev.schemend.cli.fleet.Fate;
import dev.schemend.cli.fleet.Group;
import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.fleet.Result;
import dev.schemend.cli.fleet.Survey;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A run on a fleet as JSON. Described in {@code docs/plan-json.md}. */
public final class FleetJson {

  /** The version of the form that is written here. */
  public static final int FORMAT_VERSION = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FleetJson() {}

  /**
   * The text, indented, with a line feed at its end.
   *
   * @param told what there is to say of each group, by its number
   * @param before how many databases the state file had as done
   */
  public static String of(
      String command,
      Survey survey,
      Map<Integer, List<String>> told,
      Collection<Result> results,
      int before) {
    ObjectNode root = NODES.objectNode();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("command", command);
    root.put("databases", survey.databases() + before);
    root.put("doneBefore", before);
    ArrayNode groups = root.putArray("groups");
    survey
        .groups()
        .forEach(group -> groups.add(group(group, told.getOrDefault(group.number(), List.of()))));
    ObjectNode counts = root.putObject("counts");
    for (Fate fate : Fate.values()) {
      counts.put(fate.word(), results.stream().filter(result -> result.fate() == fate).count());
    }
    ArrayNode all = root.putArray("results");
    results.forEach(result -> all.add(result(result)));
    return PlanJson.written(root);
  }

  private static ObjectNode group(Group group, List<String> told) {
    ObjectNode node = NODES.objectNode();
    Books books = group.situation().books();
    node.put("number", group.number());
    node.set("server", PlanJson.server(group.situation().server()));
    node.put("fingerprint", group.situation().schema().hex());
    node.put("managed", books.managed());
    add(node, "applied", books.applied());
    add(node, "failed", books.failed().stream().map(Books.Failed::migration).toList());
    add(node, "pending", books.pending());
    add(node, "edited", books.edited());
    add(node, "told", told);
    add(node, "databases", group.members().stream().map(Member::name).toList());
    return node;
  }

  private static ObjectNode result(Result result) {
    ObjectNode node = NODES.objectNode();
    node.put("database", result.database());
    node.put("fate", result.fate().word());
    if (!result.code().isEmpty()) {
      node.put("code", result.code());
      node.put("message", result.message());
      add(node, "because", result.because());
    }
    return node;
  }

  private static void add(ObjectNode node, String member, List<String> texts) {
    ArrayNode array = node.putArray(member);
    texts.forEach(array::add);
  }
}
