package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Argument;
import dev.schemend.parser.prisma.Value;
import dev.schemend.source.SourceSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of an attribute or a function by their names; tells of those that do not fit. */
final class AttributeReader {

  private final String title;
  private final SourceSpan span;
  private final Problems problems;
  private final Map<String, Value> given = new LinkedHashMap<>();

  /**
   * Reads the arguments.
   *
   * @param title how messages call what they belong to: {@code @default}
   * @param unnamed the argument that may stand without its name, or empty
   * @param known all that it takes
   */
  AttributeReader(
      String title,
      SourceSpan span,
      List<Argument> arguments,
      String unnamed,
      List<String> known,
      Problems problems) {
    this.title = title;
    this.span = span;
    this.problems = problems;
    for (Argument argument : arguments) {
      read(argument, unnamed, known);
    }
  }

  private void read(Argument argument, String unnamed, List<String> known) {
    if (argument.value().isEmpty()) {
      // The reader of the text has told of it.
      return;
    }
    String name = argument.name().map(Object::toString).orElse(unnamed);
    if (name.isEmpty()) {
      problems.error(
          argument.span(),
          title + " takes no argument without a name.",
          known.isEmpty() ? "Leave it out." : "It takes: " + String.join(", ", known) + ".");
    } else if (!known.contains(name)) {
      problems.error(
          argument.span(),
          title + " has no argument \"" + name + "\".",
          Problems.oneOf(name, known, "argument"));
    } else if (given.putIfAbsent(name, argument.value().get()) != null) {
      problems.error(
          argument.span(),
          "The argument \"" + name + "\" of " + title + " is given twice.",
          "Leave one of the two out.");
    }
  }

  Optional<Value> value(String name) {
    return Optional.ofNullable(given.get(name));
  }

  /** The value; a problem where it is missing. */
  Optional<Value> required(String name, String example) {
    if (!given.containsKey(name)) {
      problems.error(
          span, "The argument \"" + name + "\" of " + title + " is missing.", "Write: " + example);
    }
    return value(name);
  }

  /** The text of an argument; a problem where it is something else. */
  Optional<String> text(String name) {
    return value(name).flatMap(value -> text(value, problems, title));
  }

  /** The text of a value; a problem where it is something else. */
  static Optional<String> text(Value value, Problems problems, String title) {
    if (value instanceof Value.Text text) {
      return Optional.of(text.text());
    }
    problems.error(
        value.span(),
        title + " takes a text here, not a " + value.kind() + ".",
        "Put it in double quotes: \"" + value.written().replace("\"", "") + "\"");
    return Optional.empty();
  }
}
