package dev.schemend.parser.prisma;

import dev.schemend.source.SourceSpan;
import java.util.List;

/** What may stand as an argument or behind an equals sign. */
public sealed interface Value {

  /** Where it stands. */
  SourceSpan span();

  /** What kind of value it is, in the words of a message. */
  String kind();

  /** The value as its author would write it. */
  String written();

  /**
   * A text in double quotes.
   *
   * @param text its characters, escapes resolved
   * @param written with its quotes and escapes
   */
  record Text(String text, String written, SourceSpan span) implements Value {
    @Override
    public String kind() {
      return "text";
    }
  }

  /** A number, as written. */
  record Numeric(String written, SourceSpan span) implements Value {
    @Override
    public String kind() {
      return "number";
    }
  }

  /** A word that stands for something: a field, a label of an enum, {@code true}. */
  record Constant(String written, SourceSpan span) implements Value {
    @Override
    public String kind() {
      return "word";
    }
  }

  /** {@code name(…)}. */
  record Call(Name name, List<Argument> arguments, SourceSpan span) implements Value {
    /** Copies the arguments. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String kind() {
      return "function";
    }

    @Override
    public String written() {
      return name + "(" + Argument.written(arguments) + ")";
    }
  }

  /** {@code [a, b]}. */
  record Items(List<Value> items, SourceSpan span) implements Value {
    /** Copies the items. */
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "list";
    }

    @Override
    public String written() {
      return "[" + String.join(", ", items.stream().map(Value::written).toList()) + "]";
    }
  }

  /** <code>{ name: value }</code>, the condition of a partial index. */
  record Members(List<Member> members, SourceSpan span) implements Value {
    /** Copies the members. */
    public Members {
      members = List.copyOf(members);
    }

    @Override
    public String kind() {
      return "object";
    }

    @Override
    public String written() {
      return "{ "
          + String.join(
              ", ", members.stream().map(one -> one.name() + ": " + one.value().written()).toList())
          + " }";
    }
  }

  /** One member of an object. */
  record Member(Name name, Value value) {}
}
