package dev.schemend.cli.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemend.cli.process.Finding;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.StatePair;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.model.Fingerprint;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.FormerNames;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.plan.TableDifference;
import dev.schemend.plan.TableLock;
import dev.schemend.source.Diagnostic;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A plan as JSON, for programs. The form has a version, {@code formatVersion}; members are only
 * ever added within one. Described in {@code docs/plan-json.md}.
 */
public final class PlanJson {

  /** The version of the form that is written here. */
  public static final int FORMAT_VERSION = 1;

  private static final String LIVE = "live";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlanJson() {}

  /**
   * The text, indented, with a line feed at its end; the same for the same plan.
   *
   * @param back the plan back, where one was made
   */
  public static String of(StatePair states, Plan plan, Optional<Plan> back) {
    ObjectNode root = NODES.objectNode();
    root.put("formatVersion", FORMAT_VERSION);
    fill(root, states, plan, back);
    return written(root);
  }

  /** Adds both sides and both plans. */
  static void fill(ObjectNode root, StatePair states, Plan plan, Optional<Plan> back) {
    root.set("server", server(states.kit().profile()));
    root.set("from", state(states.from(), plan.from()));
    root.set("to", state(states.to(), plan.to()));
    edge(states, plan, root);
    back.ifPresent(
        one -> edge(new StatePair(states.kit(), states.to(), states.from()), one, reverse(root)));
  }

  private static ObjectNode reverse(ObjectNode root) {
    return root.putObject("reverse");
  }

  private static void edge(StatePair states, Plan plan, ObjectNode root) {
    FormerNames former = plan.formerNames();
    root.put("empty", plan.isEmpty());
    ArrayNode changes = root.putArray("changes");
    plan.changes().forEach(change -> changes.add(blamed(states, former, change)));
    ArrayNode steps = root.putArray("steps");
    plan.steps().forEach(step -> steps.add(step(step, states.kit().frontend())));
    ArrayNode left = root.putArray("left");
    plan.left()
        .forEach(one -> left.add(blamed(states, former, one.change()).put("reason", one.reason())));
    ArrayNode renames = root.putArray("renames");
    plan.renames().forEach(one -> renames.add(RenameJson.of(one)));
  }

  static String written(ObjectNode root) {
    // Jackson's own line ends are the platform's; the text must not depend on the machine.
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of nodes is always JSON", impossible);
    }
  }

  static ObjectNode server(ServerProfile profile) {
    return NODES
        .objectNode()
        .put("product", profile.flavor().productName())
        .put("version", profile.version().toString());
  }

  private static ObjectNode state(ReadState state, Fingerprint fingerprint) {
    ObjectNode node = NODES.objectNode();
    node.put("state", state.spec().label());
    node.put("fingerprint", fingerprint.hex());
    ObjectNode coverage = node.putObject("coverage");
    coverage.put("statements", state.coverage().statements());
    coverage.put("applied", state.coverage().applied());
    coverage.put("inert", state.coverage().inert());
    coverage.put("opaque", state.coverage().opaque());
    coverage.put("unread", state.coverage().unknown().size());
    coverage.put("assumed", state.coverage().assumed().size());
    ArrayNode touched = coverage.putArray("touched");
    state.touched().forEach(name -> touched.add(name.toString()));
    node.set("findings", findings(state.findings()));
    return node;
  }

  static ArrayNode findings(List<Finding> findings) {
    ArrayNode nodes = NODES.arrayNode();
    findings.forEach(finding -> nodes.add(diagnostic(finding.diagnostic())));
    return nodes;
  }

  private static ObjectNode diagnostic(Diagnostic diagnostic) {
    ObjectNode node = NODES.objectNode();
    node.put("code", diagnostic.code());
    node.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    diagnostic
        .span()
        .ifPresent(
            span ->
                node.put("source", span.source())
                    .put("line", span.line())
                    .put("column", span.column()));
    node.put("message", diagnostic.message());
    node.put("hint", diagnostic.hint());
    return node;
  }

  /** A change with the statements behind it, on each side that is a history. */
  private static ObjectNode blamed(StatePair states, FormerNames former, Change change) {
    ObjectNode node = change(change);
    if (change instanceof Change.TableAltered altered) {
      Iterator<JsonNode> differences = node.path("differences").iterator();
      for (TableDifference difference : altered.differences()) {
        ObjectNode one = (ObjectNode) differences.next();
        ChangedParts.of(altered, difference)
            .ifPresent(pair -> stories(states, former.of(pair.from()), pair.to(), one));
      }
    }
    ChangedParts.Pair pair = ChangedParts.whole(change);
    stories(states, former.of(pair.from()), pair.to(), node);
    return node;
  }

  private static void stories(StatePair states, ObjectRef from, ObjectRef to, ObjectNode node) {
    ObjectNode history = NODES.objectNode();
    states
        .from()
        .provenance()
        .ifPresent(provenance -> history.set("from", StoryJson.ends(provenance, from)));
    states
        .to()
        .provenance()
        .ifPresent(provenance -> history.set("to", StoryJson.ends(provenance, to)));
    if (!history.isEmpty()) {
      node.set("history", history);
    }
    ObjectNode sources = node.putObject("sources");
    sources.put("from", source(states.from(), from));
    sources.put("to", source(states.to(), to));
  }

  /** Where a side has it from: the last statement that touched it, or the server, or nowhere. */
  private static String source(ReadState state, ObjectRef ref) {
    return switch (state.spec()) {
      case StateSpec.Empty empty -> null;
      case StateSpec.LiveDatabase live -> LIVE;
      case StateSpec.PrismaSchema schema -> schema.location();
      case StateSpec.MigrationsDirectory directory -> written(state, ref);
      case StateSpec.GitRevision revision -> written(state, ref);
      case StateSpec.SqlFile file -> written(state, ref);
    };
  }

  private static String written(ReadState state, ObjectRef ref) {
    return state
        .provenance()
        .flatMap(provenance -> provenance.trail(ref))
        .map(trail -> trail.last().statement().span().position())
        .orElse(null);
  }

  static ObjectNode change(Change change) {
    ObjectNode node = NODES.objectNode();
    node.put("change", ChangeWords.of(change));
    node.put("kind", change.ref().kind().words());
    node.put("object", RenameJson.name(change.ref()));
    if (change instanceof Change.Renamed renamed) {
      node.put("to", RenameJson.name(renamed.to().ref()));
    } else if (change instanceof Change.LabelRenamed renamed) {
      node.put("to", RenameJson.name(renamed.to()));
    }
    if (change instanceof Change.TableAltered altered) {
      ArrayNode differences = node.putArray("differences");
      altered.differences().forEach(one -> differences.add(DifferenceJson.of(one)));
    }
    return node;
  }

  private static ObjectNode step(Step step, SqlFrontend frontend) {
    ObjectNode node = NODES.objectNode();
    node.put("label", step.label().words());
    node.put("transaction", step.transaction().name().toLowerCase(Locale.ROOT));
    node.put("group", step.group());
    ArrayNode statements = node.putArray("statements");
    step.statements().forEach(statement -> statements.add(frontend.print(statement)));
    ArrayNode hazards = node.putArray("hazards");
    step.hazards().forEach(hazard -> hazards.add(hazard(hazard)));
    ArrayNode locks = node.putArray("locks");
    step.locks().forEach(lock -> locks.add(lock(lock)));
    return node;
  }

  private static ObjectNode lock(TableLock lock) {
    return NODES
        .objectNode()
        .put("object", lock.object().toString())
        .put("mode", lock.mode())
        .put("blocks", lock.blocks().words())
        .put("work", lock.work().words());
  }

  private static ObjectNode hazard(Hazard hazard) {
    return NODES
        .objectNode()
        .put("hazard", hazard.kind().words())
        .put("object", hazard.object().toString())
        .put("reason", hazard.reason());
  }
}
