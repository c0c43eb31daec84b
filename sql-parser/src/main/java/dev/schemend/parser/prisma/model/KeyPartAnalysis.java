package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Argument;
import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.Name;
import dev.schemend.parser.prisma.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of keys, with how each of them is sorted, cut and compared. */
final class KeyPartAnalysis {

  private final Connector connector;
  private final Problems problems;
  private final Block.Fields model;
  private final Map<String, ScalarField> fields;

  KeyPartAnalysis(
      Connector connector, Problems problems, Block.Fields model, Map<String, ScalarField> fields) {
    this.connector = connector;
    this.problems = problems;
    this.model = model;
    this.fields = fields;
  }

  /** The one part of a key that stands behind its field. */
  Key.Part ofField(ScalarField field, AttributeReader reader) {
    return new Key.Part(field, descending(reader), length(reader), Optional.empty());
  }

  List<Key.Part> ofList(String title, Value list, Optional<String> type) {
    // One field may stand without brackets.
    List<Value> items = list instanceof Value.Items several ? several.items() : List.of(list);
    if (items.isEmpty()) {
      problems.error(
          list.span(),
          title + " needs a list of fields.",
          "Write their names in brackets: "
              + title
              + "(["
              + fields.keySet().stream().findFirst().orElse("field")
              + "])");
      return List.of();
    }
    List<Key.Part> parts = new ArrayList<>();
    for (Value item : items) {
      part(title, item, type).ifPresent(parts::add);
    }
    return parts.size() == items.size() ? parts : List.of();
  }

  private Optional<Key.Part> part(String title, Value item, Optional<String> type) {
    return switch (item) {
      case Value.Constant word ->
          field(title, new Name(word.written(), word.span()))
              .flatMap(field -> part(field, item, List.of(), type));
      case Value.Call call ->
          field(title, call.name()).flatMap(field -> part(field, item, call.arguments(), type));
      case Value.Text other -> noField(other);
      case Value.Numeric other -> noField(other);
      case Value.Items other -> noField(other);
      case Value.Members other -> noField(other);
    };
  }

  private Optional<Key.Part> noField(Value value) {
    problems.error(
        value.span(),
        "A field is named by a word, not by a " + value.kind() + ".",
        value instanceof Value.Text text
            ? "Write it without quotes: " + text.text()
            : "Write the field's name.");
    return Optional.empty();
  }

  private Optional<ScalarField> field(String title, Name name) {
    ScalarField field = fields.get(name.text());
    if (field == null) {
      boolean relation = model.field(name.text()).isPresent();
      problems.error(
          name.span(),
          relation
              ? title + " cannot hold the relation \"" + name + "\"."
              : "The model \"" + model.name() + "\" has no field \"" + name + "\".",
          relation
              ? "Name the fields that hold its key."
              : Problems.oneOf(name.text(), List.copyOf(fields.keySet()), "field"));
    }
    return Optional.ofNullable(field);
  }

  private Optional<Key.Part> part(
      ScalarField field, Value item, List<Argument> arguments, Optional<String> type) {
    AttributeReader reader =
        new AttributeReader(
            "the field \"" + field.name() + "\"",
            item.span(),
            arguments,
            "",
            List.of("sort", "length", "ops"),
            problems);
    Optional<String> operatorClass =
        reader.value("ops").flatMap(value -> operatorClass(value, field, type));
    if (reader.value("ops").isEmpty()
        && type.isPresent()
        && !connector.hasDefaultOperatorClass(type.get(), field)) {
      problems.error(
          item.span(),
          "An index of type "
              + type.get()
              + " cannot hold the field \""
              + field.name()
              + "\" just so.",
          "Name an operator class: " + field.name() + "(ops: raw(\"…\"))");
    }
    return Optional.of(new Key.Part(field, descending(reader), length(reader), operatorClass));
  }

  private Optional<Boolean> descending(AttributeReader reader) {
    Optional<Value> sort = reader.value("sort");
    sort.filter(value -> !value.written().equals("Asc") && !value.written().equals("Desc"))
        .ifPresent(
            value ->
                problems.error(
                    value.span(),
                    "There is no order " + value.written() + ".",
                    "Write Asc or Desc, without quotes."));
    return sort.map(value -> value.written().equals("Desc"));
  }

  private Optional<Integer> length(AttributeReader reader) {
    Optional<Value> length = reader.value("length");
    if (length.isEmpty()) {
      return Optional.empty();
    }
    if (!connector.supports(Connector.Capability.PREFIX_LENGTHS)) {
      problems.error(
          length.get().span(),
          connector.product() + " indexes whole values only.",
          "Leave length out.");
      return Optional.empty();
    }
    if (!length.get().written().matches("[1-9]\\d{0,4}")) {
      problems.error(
          length.get().span(),
          "A length is a whole number of characters.",
          "Write it as in: length: 100");
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(length.get().written()));
  }

  private Optional<String> operatorClass(Value value, ScalarField field, Optional<String> type) {
    if (connector.indexTypes().size() <= 1) {
      problems.error(
          value.span(), connector.product() + " has no operator classes.", "Leave ops out.");
      return Optional.empty();
    }
    if (value instanceof Value.Call call
        && call.name().text().equals("raw")
        && call.arguments().size() == 1
        && call.arguments().getFirst().value().orElse(null) instanceof Value.Text text) {
      return Optional.of(text.text());
    }
    Optional<String> known = connector.operatorClass(value.written(), type.orElse("BTree"), field);
    if (known.isEmpty()) {
      problems.error(
          value.span(),
          "An index of type "
              + type.orElse("BTree")
              + " over \""
              + field.name()
              + "\" has no operator class "
              + value.written()
              + ".",
          "Write the database's own name for it: ops: raw(\"…\")");
    }
    return known;
  }
}
