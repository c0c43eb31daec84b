package dev.schemend.cli.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.prove.Divergence;
import dev.schemend.cli.prove.Proof;
import dev.schemend.cli.prove.ServerStop;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.source.SourceSpan;
import java.util.Locale;
import java.util.SortedSet;

/** A proof as JSON, for programs. Described in {@code docs/prove.md}. */
public final class ProofJson {

  /** The version of the form that is written here. */
  public static final int FORMAT_VERSION = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ProofJson() {}

  /** The text, indented, with a line feed at its end. */
  public static String of(String history, DialectKit kit, Proof proof) {
    ObjectNode root = NODES.objectNode();
    root.put("formatVersion", FORMAT_VERSION);
    root.set("server", PlanJson.server(kit.profile()));
    root.put("history", history);
    root.put("outcome", proof.outcome().name().toLowerCase(Locale.ROOT));
    root.putObject("migrations").put("count", proof.migrations()).put("run", proof.run());
    root.putObject("statements")
        .put("count", proof.coverage().statements())
        .put("modelled", proof.coverage().applied())
        .put("inert", proof.coverage().inert())
        .put("opaque", proof.coverage().opaque())
        .put("unknowable", proof.unknowable())
        .put("assumed", proof.coverage().assumed().size())
        .put("refused", proof.refused());
    ObjectNode objects =
        root.putObject("objects")
            .put("compared", proof.agreement().compared())
            .put("agree", proof.agreement().agreeing());
    objects.set("differ", names(proof.agreement().different()));
    objects.set("unproven", names(proof.agreement().unproven()));
    proof.divergence().ifPresent(found -> root.set("divergence", divergence(kit, found)));
    proof.stop().ifPresent(stop -> root.set("stop", stop(stop)));
    ArrayNode roles = root.putArray("createdRoles");
    proof.createdRoles().forEach(roles::add);
    root.set("findings", PlanJson.findings(proof.findings()));
    return PlanJson.written(root);
  }

  private static ArrayNode names(SortedSet<ObjectRef> refs) {
    ArrayNode names = NODES.arrayNode();
    refs.forEach(ref -> names.add(ref.toString()));
    return names;
  }

  private static void place(ObjectNode node, SourceSpan span) {
    node.put("source", span.source()).put("line", span.line()).put("column", span.column());
  }

  private static ObjectNode divergence(DialectKit kit, Divergence divergence) {
    ObjectNode node = NODES.objectNode();
    node.put("migration", divergence.migration().name());
    divergence.statement().ifPresent(statement -> place(node, statement.span()));
    divergence.statement().ifPresent(statement -> node.put("statement", statement.text()));
    ReadWords.of(divergence).ifPresent(read -> node.put("read", read));
    divergence
        .refusal()
        .ifPresent(
            refusal ->
                node.putObject("refusal")
                    .put("code", refusal.code())
                    .put("message", refusal.message()));
    ArrayNode objects = node.putArray("objects");
    for (ObjectRef ref : divergence.agreement().different()) {
      objects.add(object(kit, ref, divergence));
    }
    return node;
  }

  private static ObjectNode object(DialectKit kit, ObjectRef ref, Divergence divergence) {
    ObjectNode node = NODES.objectNode().put("object", ref.toString());
    ArrayNode changes = node.putArray("changes");
    divergence.agreement().changes().stream()
        .filter(change -> change.ref().equals(ref) && !(change instanceof Change.Unproven))
        .forEach(change -> changes.add(PlanJson.change(change)));
    TwoReadings readings = TwoReadings.of(kit, ref, divergence.fold(), divergence.live());
    ArrayNode offline = node.putArray("offline");
    readings.first().forEach(offline::add);
    ArrayNode server = node.putArray("server");
    readings.second().forEach(server::add);
    return node;
  }

  private static ObjectNode stop(ServerStop stop) {
    ObjectNode node = NODES.objectNode();
    node.put("migration", stop.migration().name());
    stop.statement().ifPresent(statement -> place(node, statement.span()));
    stop.statement().ifPresent(statement -> node.put("statement", statement.text()));
    stop.error()
        .ifPresent(
            error ->
                node.putObject("server")
                    .put("sqlState", error.sqlState())
                    .put("number", error.vendorCode())
                    .put("message", error.message()));
    stop.refusal()
        .ifPresent(
            refusal ->
                node.putObject("refusal")
                    .put("code", refusal.code())
                    .put("message", refusal.message()));
    node.put("foreseen", stop.isForeseen());
    stop.missingRole().ifPresent(role -> node.put("missingRole", role));
    return node;
  }
}
