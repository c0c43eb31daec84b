package dev.schemend.query;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** An expression of a query or of code: what an {@code SqlExpr} is, with queries and variables. */
public sealed interface Scalar {

  /** A constant. */
  record Constant(Value value) implements Scalar {}

  /** A column or a variable, with what stands before it: {@code r.relname}, {@code NEW.id}. */
  record Name(List<Identifier> path) implements Scalar {
    /** Copies the path; it has at least one part. */
    public Name {
      path = List.copyOf(path);
      if (path.isEmpty()) {
        throw new IllegalArgumentException("a name has parts");
      }
    }
  }

  /** {@code *} or {@code t.*}. */
  record Star(List<Identifier> qualifier) implements Scalar {
    /** Copies the qualifier. */
    public Star {
      qualifier = List.copyOf(qualifier);
    }
  }

  /** MySQL's {@code @name}, or {@code @@name} with both signs in the name. */
  record SessionVariable(String name) implements Scalar {}

  /** {@code $1}, or the first {@code ?}: counted from 1. */
  record Parameter(int number) implements Scalar {}

  /**
   * A call.
   *
   * @param arguments in order; a named one has its name
   * @param distinct {@code count(DISTINCT x)}
   * @param order inside of an aggregate's brackets
   * @param filter {@code FILTER (WHERE …)}
   * @param window whether {@code OVER} follows
   */
  record Call(
      ObjectName name,
      List<Argument> arguments,
      boolean distinct,
      List<Query.Ordering> order,
      Optional<Scalar> filter,
      boolean window)
      implements Scalar {

    /** An argument; its name is {@link Identifier#NONE} where none is written. */
    public record Argument(Identifier name, Scalar value) {}

    /** Copies the lists. */
    public Call {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(filter, "filter");
      arguments = List.copyOf(arguments);
      order = List.copyOf(order);
    }

    /** A plain call. */
    public static Call of(String name, Scalar... arguments) {
      return new Call(
          ObjectName.unqualified(Identifier.of(name)),
          List.of(arguments).stream().map(one -> new Argument(Identifier.NONE, one)).toList(),
          false,
          List.of(),
          Optional.empty(),
          false);
    }
  }

  /** An operator, lower case, over one or two operands: {@code not}, {@code ||}, {@code ~*}. */
  record Operation(String operator, List<Scalar> operands) implements Scalar {
    /** Copies the operands. */
    public Operation {
      operands = List.copyOf(operands);
    }
  }

  /** {@code operand IS [NOT] what}, {@code what} in lower case: {@code null}, {@code true} … */
  record Is(Scalar operand, boolean negated, String what) implements Scalar {}

  /** {@code operand [NOT] BETWEEN low AND high}. */
  record Between(Scalar operand, boolean negated, Scalar low, Scalar high) implements Scalar {}

  /** {@code operand [NOT] IN (…)}. */
  record In(Scalar operand, boolean negated, List<Scalar> values) implements Scalar {
    /** Copies the values. */
    public In {
      values = List.copyOf(values);
    }
  }

  /** {@code operand [NOT] IN (SELECT …)}, and {@code = ANY (SELECT …)}. */
  record InQuery(Scalar operand, boolean negated, Query query) implements Scalar {}

  /** {@code left operator ANY|ALL (array)}. */
  record Quantified(Scalar left, String operator, boolean all, Scalar array) implements Scalar {}

  /** {@code EXISTS (SELECT …)}. */
  record Exists(Query query) implements Scalar {}

  /** {@code (SELECT …)} as a value. */
  record Subquery(Query query) implements Scalar {}

  /** {@code ARRAY(SELECT …)}. */
  record ArrayQuery(Query query) implements Scalar {}

  /** {@code ARRAY[…]}. */
  record ArrayOf(List<Scalar> elements) implements Scalar {
    /** Copies the elements. */
    public ArrayOf {
      elements = List.copyOf(elements);
    }
  }

  /** {@code (a, b)} or {@code ROW(a, b)}. */
  record Row(List<Scalar> elements) implements Scalar {
    /** Copies the elements. */
    public Row {
      elements = List.copyOf(elements);
    }
  }

  /** {@code array[index]}. */
  record Element(Scalar array, Scalar index) implements Scalar {}

  /** {@code (row).field}. */
  record Field(Scalar row, Identifier field) implements Scalar {}

  /** A cast. */
  record Cast(Scalar operand, TypeName type) implements Scalar {}

  /** {@code CASE}. */
  record Case(Optional<Scalar> operand, List<When> whens, Optional<Scalar> otherwise)
      implements Scalar {

    /** A branch. */
    public record When(Scalar condition, Scalar result) {}

    /** Copies the branches. */
    public Case {
      whens = List.copyOf(whens);
    }
  }

  /**
   * An expression that nobody could read.
   *
   * @param text as written
   * @param calls what it may call
   */
  record Unreadable(String text, SortedSet<ObjectName> calls) implements Scalar {
    /** Copies the names. */
    public Unreadable {
      calls = new TreeSet<>(calls);
    }
  }

  /** A truth value. */
  static Scalar of(boolean value) {
    return new Constant(Value.of(value));
  }
}
