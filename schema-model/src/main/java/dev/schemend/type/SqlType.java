package dev.schemend.type;

import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Objects;

/**
 * A data type.
 *
 * <p>As parsed it may bear an alias; {@code TypeSystem.canonical} turns it into the server's own
 * name, and only canonical types stand in a {@code Schema}.
 */
public sealed interface SqlType {

  /**
   * A type that the server brings.
   *
   * @param name lower case, words separated by one space, attributes included: {@code timestamp
   *     without time zone}, {@code int unsigned}
   * @param modifiers length, precision, scale; empty where none are written or implied
   */
  record Builtin(String name, List<Integer> modifiers) implements SqlType {
    /** Copies the modifiers. */
    public Builtin {
      Objects.requireNonNull(name, "name");
      modifiers = List.copyOf(modifiers);
    }
  }

  /**
   * A type that a statement created (enum, domain, composite) or an extension brought.
   *
   * @param name its name; unqualified as parsed, qualified in a {@code Schema} unless the type is
   *     unknown to it
   * @param modifiers what stands in brackets behind it, verbatim: {@code geometry(Point, 4326)}
   */
  record UserDefined(ObjectName name, List<String> modifiers) implements SqlType {
    /** Copies the modifiers. */
    public UserDefined {
      Objects.requireNonNull(name, "name");
      modifiers = List.copyOf(modifiers);
    }
  }

  /**
   * A PostgreSQL array; the server keeps no number of dimensions (manual, 8.15.1).
   *
   * @param element the element type, never an array itself
   */
  record ArrayOf(SqlType element) implements SqlType {
    /** Refuses arrays of arrays: the server has one array type per element type. */
    public ArrayOf {
      Objects.requireNonNull(element, "element");
      if (element instanceof ArrayOf) {
        throw new IllegalArgumentException("dimensions are not part of an array type");
      }
    }
  }

  /**
   * MySQL's {@code ENUM} or {@code SET}, whose values are part of the column.
   *
   * @param kind which of the two
   * @param values the values in order, unquoted
   */
  record InlineEnum(Kind kind, List<String> values) implements SqlType {
    /** The two inline types of MySQL. */
    public enum Kind {
      ENUM,
      SET
    }

    /** Copies the values. */
    public InlineEnum {
      Objects.requireNonNull(kind, "kind");
      values = List.copyOf(values);
    }
  }

  /** A built-in type by its name and modifiers. */
  static SqlType builtin(String name, Integer... modifiers) {
    return new Builtin(name, List.of(modifiers));
  }
}
