package dev.schemend.cli.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemend.cli.drift.Drift;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.history.Migration;
import java.util.List;
import java.util.Optional;

/** Drift as JSON. Described in {@code docs/plan-json.md}. */
public final class DriftJson {

  /** The version of the form that is written here. */
  public static final int FORMAT_VERSION = 1;

  private DriftJson() {}

  /** The text, indented, with a line feed at its end. */
  public static String of(String database, Drift drift) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("database", database);
    root.put("drift", drift.isThere());
    root.put("certain", drift.isCertain());
    root.put("since", drift.since().orElse(null));
    names(root, "applied", drift.applied().names());
    names(root, "pending", drift.diagnosis().pending().stream().map(Migration::name).toList());
    names(root, "failed", drift.diagnosis().failed().stream().map(LedgerRow::migration).toList());
    names(root, "unknownHere", drift.unknownHere());
    names(root, "differences", DriftText.differences(drift.differences()));
    names(root, "doubts", drift.doubts().stream().map(change -> change.ref().toString()).toList());
    PlanJson.fill(
        root, drift.states(), drift.toDatabase().plan(), Optional.of(drift.toMigrations().plan()));
    return PlanJson.written(root);
  }

  private static void names(ObjectNode root, String member, List<String> names) {
    ArrayNode node = root.putArray(member);
    names.forEach(node::add);
  }
}
