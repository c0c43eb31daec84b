package dev.schemend.cli.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.RenameCandidate;
import dev.schemend.plan.RenameQuestion;

/** What is gone and what became of it, or may have, as JSON. */
final class RenameJson {

  private RenameJson() {}

  static ObjectNode of(RenameQuestion question) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("kind", question.from().kind().words());
    node.put("from", name(question.from()));
    question
        .decision()
        .ifPresent(
            decision -> {
              ObjectNode decided = node.putObject("decision");
              decided.put("to", decision.to().map(RenameJson::name).orElse(null));
              decided.put("source", decision.source().words());
              decided.put("where", decision.where());
            });
    node.put("open", question.isOpen());
    ArrayNode candidates = node.putArray("candidates");
    for (RenameCandidate one : question.candidates()) {
      ObjectNode candidate = candidates.addObject();
      candidate.put("to", name(one.to()));
      candidate.put("score", one.score());
      candidate.put("likely", question.likely().filter(one::equals).isPresent());
      ArrayNode evidence = candidate.putArray("evidence");
      one.evidence().forEach(evidence::add);
    }
    return node;
  }

  /** The name of an object or of a part, without the kind. */
  static String name(ObjectRef ref) {
    String member = ref.member().text();
    return switch (ref.kind()) {
      case COMMENT, RIGHTS, DEFAULT_RIGHTS -> ref.name().toString();
      default ->
          member.startsWith("(")
              ? ref.name() + member
              : ref.holders().isEmpty() || member.isEmpty()
                  ? ref.name().toString()
                  : ref.name() + "." + member + (ref.isOfColumn() ? "." + ref.label() : "");
    };
  }
}
