package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.FieldDeclaration;
import dev.schemend.parser.prisma.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code @default}. */
final class DefaultAnalysis {

  // Which fields the functions of the client may stand behind (schema reference, "Functions").
  private static final Set<ScalarType> TEXT = EnumSet.of(ScalarType.STRING);
  private static final Map<String, Set<ScalarType>> FUNCTIONS =
      Map.of(
          "autoincrement", EnumSet.of(ScalarType.INT, ScalarType.BIG_INT),
          "now", EnumSet.of(ScalarType.DATE_TIME),
          "uuid", TEXT,
          "cuid", TEXT,
          "ulid", TEXT,
          "nanoid", TEXT,
          "dbgenerated", EnumSet.allOf(ScalarType.class));

  private final Declarations declarations;
  private final Problems problems;

  DefaultAnalysis(Declarations declarations, Problems problems) {
    this.declarations = declarations;
    this.problems = problems;
  }

  Optional<DefaultValue> read(FieldDeclaration field, FieldKind kind, Attribute attribute) {
    AttributeReader arguments =
        new AttributeReader(
            "@default",
            attribute.span(),
            attribute.arguments(),
            "value",
            List.of("value", "map"),
            problems);
    return arguments.required("value", "@default(…)").flatMap(value -> ofValue(field, kind, value));
  }

  private Optional<DefaultValue> ofValue(FieldDeclaration field, FieldKind kind, Value value) {
    if (value instanceof Value.Call call) {
      return function(field, kind, call);
    }
    if (kind instanceof FieldKind.Unsupported) {
      problems.error(
          value.span(),
          "Only the database can write a default of an unsupported type.",
          "Write it in the database's words: @default(dbgenerated(\"…\"))");
      return Optional.empty();
    }
    boolean list = field.arity() == FieldDeclaration.Arity.LIST;
    if (list != value instanceof Value.Items) {
      problems.error(
          value.span(),
          list
              ? "The default of a list is a list."
              : "The field \"" + field.name() + "\" holds no list.",
          list ? "Write: @default([" + value.written() + "])" : "Write one value.");
      return Optional.empty();
    }
    if (value instanceof Value.Items items) {
      return items.items().stream().allMatch(item -> fits(kind, item))
          ? Optional.of(new DefaultValue.ListOf(items.items()))
          : Optional.empty();
    }
    return fits(kind, value) ? Optional.of(new DefaultValue.Literal(value)) : Optional.empty();
  }

  private boolean fits(FieldKind kind, Value value) {
    return switch (kind) {
      case FieldKind.Scalar scalar -> {
        Optional<String> wrong = Constants.problemOf(scalar.type(), value);
        wrong.ifPresent(
            expected ->
                problems.error(
                    value.span(),
                    "A field of type "
                        + scalar.type().word()
                        + " cannot have the default "
                        + value.written()
                        + ".",
                    expected));
        yield wrong.isEmpty();
      }
      case FieldKind.EnumOf enumOf -> isLabel(enumOf, value);
      case FieldKind.Unsupported unsupported -> false;
    };
  }

  private boolean isLabel(FieldKind.EnumOf kind, Value value) {
    List<String> labels =
        declarations.enumOf(kind.name()).stream()
            .flatMap(block -> block.labels().stream())
            .map(label -> label.name().text())
            .toList();
    boolean known = value instanceof Value.Constant && labels.contains(value.written());
    if (!known) {
      boolean quoted = value instanceof Value.Text text && labels.contains(text.text());
      problems.error(
          value.span(),
          "The enum \"" + kind.name() + "\" has no value " + value.written() + ".",
          quoted
              ? "Write the value without quotes."
              : Problems.oneOf(value.written().replace("\"", ""), labels, "value"));
    }
    return known;
  }

  private Optional<DefaultValue> function(FieldDeclaration field, FieldKind kind, Value.Call call) {
    String name = call.name().text();
    Set<ScalarType> allowed = FUNCTIONS.get(name);
    if (allowed == null) {
      problems.error(
          call.name().span(),
          "There is no function \"" + name + "\" for defaults.",
          Problems.oneOf(name, FUNCTIONS.keySet().stream().sorted().toList(), "function"));
      return Optional.empty();
    }
    if (name.equals("dbgenerated")) {
      return databaseGenerated(call);
    }
    boolean list = field.arity() == FieldDeclaration.Arity.LIST;
    if (list || !(kind instanceof FieldKind.Scalar scalar) || !allowed.contains(scalar.type())) {
      problems.error(
          call.span(),
          name + "() cannot fill a field of type " + kind.written() + field.arity().suffix() + ".",
          "It fills " + String.join(" or ", allowed.stream().map(ScalarType::word).toList()) + ".");
      return Optional.empty();
    }
    return argumentsFit(name, call)
        ? Optional.of(
            switch (name) {
              case "autoincrement" -> new DefaultValue.AutoIncrement();
              case "now" -> new DefaultValue.Now();
              default -> new DefaultValue.ClientGenerated(name);
            })
        : Optional.empty();
  }

  private boolean argumentsFit(String name, Value.Call call) {
    List<String> given =
        call.arguments().stream().map(one -> one.value().map(Value::written).orElse("")).toList();
    boolean fits =
        given.isEmpty()
            || (given.size() == 1
                && switch (name) {
                  case "uuid" -> List.of("4", "7").contains(given.getFirst());
                  case "cuid" -> List.of("1", "2").contains(given.getFirst());
                  case "nanoid" ->
                      given.getFirst().matches("[2-9]|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]");
                  default -> false;
                });
    if (!fits) {
      problems.error(
          call.span(),
          name + "() does not take " + String.join(", ", given) + ".",
          switch (name) {
            case "uuid" -> "Write uuid(), uuid(4) or uuid(7).";
            case "cuid" -> "Write cuid(), cuid(1) or cuid(2).";
            case "nanoid" -> "Write nanoid(), or its length from 2 to 255.";
            default -> "Write " + name + "().";
          });
    }
    return fits;
  }

  private Optional<DefaultValue> databaseGenerated(Value.Call call) {
    if (call.arguments().isEmpty()) {
      return Optional.of(new DefaultValue.DatabaseGenerated(Optional.empty()));
    }
    Value value = call.arguments().getFirst().value().orElse(null);
    if (call.arguments().size() == 1
        && value instanceof Value.Text text
        && !text.text().isBlank()) {
      return Optional.of(new DefaultValue.DatabaseGenerated(Optional.of(text.text())));
    }
    problems.error(
        call.span(),
        "dbgenerated() takes one text that is not empty, or nothing.",
        "Write the database's expression: dbgenerated(\"gen_random_uuid()\")");
    return Optional.empty();
  }
}
