package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Value;
import java.util.List;
import java.util.Optional;

/** What a field holds where nobody says so. */
public sealed interface DefaultValue {

  /** A constant; the label's name for a field of an enum. */
  record Literal(Value value) implements DefaultValue {}

  /** A list of constants. */
  record ListOf(List<Value> values) implements DefaultValue {
    /** Copies the values. */
    public ListOf {
      values = List.copyOf(values);
    }
  }

  /** {@code autoincrement()}. */
  record AutoIncrement() implements DefaultValue {}

  /** {@code now()}. */
  record Now() implements DefaultValue {}

  /**
   * {@code dbgenerated("…")}.
   *
   * @param text the database's expression; empty where the author leaves it to the database
   */
  record DatabaseGenerated(Optional<String> text) implements DefaultValue {}

  /**
   * A function that the client computes, of which the database knows nothing: {@code uuid()}.
   *
   * @param function its name
   */
  record ClientGenerated(String function) implements DefaultValue {}
}
