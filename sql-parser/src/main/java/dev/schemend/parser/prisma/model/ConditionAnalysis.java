package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code where:} of an index. */
final class ConditionAnalysis {

  private static final String NULL = "null";
  private static final String NOT = "not";

  private final Declarations declarations;
  private final Problems problems;

  ConditionAnalysis(Declarations declarations, Problems problems) {
    this.declarations = declarations;
    this.problems = problems;
  }

  Optional<Condition> read(Value value, Map<String, ScalarField> fields) {
    if (value instanceof Value.Call call
        && call.name().text().equals("raw")
        && call.arguments().size() == 1
        && call.arguments().getFirst().value().orElse(null) instanceof Value.Text text
        && !text.text().isBlank()) {
      return Optional.of(new Condition.Raw(text.text(), false));
    }
    if (value instanceof Value.Text text && !text.text().isBlank()) {
      return Optional.of(new Condition.Raw(text.text(), true));
    }
    if (value instanceof Value.Members members && !members.members().isEmpty()) {
      List<Condition.Test> tests = new ArrayList<>();
      members.members().forEach(member -> test(member, fields).ifPresent(tests::add));
      return tests.isEmpty() ? Optional.empty() : Optional.of(new Condition.All(tests));
    }
    problems.error(
        value.span(),
        "This is no condition of an index.",
        "Write the database's words, raw(\"…\"), or values of fields: { active: true }");
    return Optional.empty();
  }

  private Optional<Condition.Test> test(Value.Member member, Map<String, ScalarField> fields) {
    ScalarField field = fields.get(member.name().text());
    if (field == null) {
      problems.error(
          member.name().span(),
          "There is no column field \"" + member.name() + "\" here.",
          Problems.oneOf(member.name().text(), List.copyOf(fields.keySet()), "field"));
      return Optional.empty();
    }
    Value value = member.value();
    boolean negated = false;
    if (value instanceof Value.Members inner
        && inner.members().size() == 1
        && inner.members().getFirst().name().text().equals(NOT)) {
      negated = true;
      value = inner.members().getFirst().value();
    }
    if (value instanceof Value.Constant word && word.written().equals(NULL)) {
      return Optional.of(new Condition.Test(field, negated, Optional.empty()));
    }
    if (!fits(field, value)) {
      problems.error(
          value.span(),
          "The field \"" + field.name() + "\" cannot be compared with " + value.written() + ".",
          "Write true, false, a number, a text or null, or { not: … } of one of them; anything else"
              + " with raw(\"…\").");
      return Optional.empty();
    }
    return Optional.of(new Condition.Test(field, negated, Optional.of(value)));
  }

  private boolean fits(ScalarField field, Value value) {
    return switch (field.kind()) {
      case FieldKind.Scalar scalar ->
          switch (scalar.type()) {
            case STRING, BOOLEAN, INT, BIG_INT, FLOAT, DECIMAL, DATE_TIME ->
                Constants.problemOf(scalar.type(), value).isEmpty();
            case JSON, BYTES -> false;
          };
      case FieldKind.EnumOf kind ->
          declarations.enumOf(kind.name()).stream()
              .flatMap(block -> block.labels().stream())
              .anyMatch(label -> value.written().replace("\"", "").equals(label.name().text()));
      case FieldKind.Unsupported unsupported -> false;
    };
  }
}
