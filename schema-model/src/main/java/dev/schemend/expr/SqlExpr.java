package dev.schemend.expr;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A scalar expression.
 *
 * <p>Parentheses are structure, not nodes. Operators are written as the dialect's symbols ({@code
 * =}, {@code ~~}, {@code ->>}) or lower-case key words ({@code and}, {@code is distinct from}).
 */
public sealed interface SqlExpr {

  /** {@code NULL}. */
  record NullLiteral() implements SqlExpr {}

  /** {@code TRUE} or {@code FALSE}. */
  record BooleanLiteral(boolean value) implements SqlExpr {}

  /** A number as written, without sign: {@code 1}, {@code 1.50}, {@code 1e3}, {@code 0xff}. */
  record NumberLiteral(String digits) implements SqlExpr {}

  /**
   * A character, bit or hexadecimal string.
   *
   * @param prefix lower case {@code b}, {@code x}, a MySQL charset introducer such as {@code
   *     _utf8mb4}, or empty
   * @param value the characters, escapes resolved
   */
  record StringLiteral(String prefix, String value) implements SqlExpr {}

  /** A column, with its qualifiers ({@code schema.table.}) where written. */
  record ColumnRef(List<Identifier> qualifiers, Identifier column) implements SqlExpr {
    /** Copies the qualifiers. */
    public ColumnRef {
      Objects.requireNonNull(column, "column");
      qualifiers = List.copyOf(qualifiers);
    }
  }

  /**
   * A function call, also for functions with special syntax ({@code extract}, {@code trim}) in
   * their plain form, and for key words that the grammar treats as calls ({@code
   * current_timestamp}).
   *
   * @param name the function
   * @param arguments in order
   * @param parenthesized whether brackets are written: false for {@code CURRENT_TIMESTAMP}
   */
  record FunctionCall(ObjectName name, List<SqlExpr> arguments, boolean parenthesized)
      implements SqlExpr {
    /** Copies the arguments. */
    public FunctionCall {
      Objects.requireNonNull(name, "name");
      arguments = List.copyOf(arguments);
    }
  }

  /** A cast, however written. */
  record Cast(SqlExpr operand, SqlType type) implements SqlExpr {}

  /** A prefix operator: {@code -}, {@code not}, {@code ~}. */
  record Unary(String operator, SqlExpr operand) implements SqlExpr {}

  /** An infix operator. */
  record Binary(String operator, SqlExpr left, SqlExpr right) implements SqlExpr {}

  /** A postfix test: {@code is null}, {@code is not true}, … */
  record Postfix(SqlExpr operand, String operator) implements SqlExpr {}

  /** {@code operand [NOT] IN (…)}. */
  record In(SqlExpr operand, boolean negated, List<SqlExpr> values) implements SqlExpr {
    /** Copies the values. */
    public In {
      values = List.copyOf(values);
    }
  }

  /** {@code operand [NOT] BETWEEN low AND high}. */
  record Between(SqlExpr operand, boolean negated, SqlExpr low, SqlExpr high) implements SqlExpr {}

  /** {@code left operator ANY|ALL (array)}. */
  record Quantified(SqlExpr left, String operator, Quantifier quantifier, SqlExpr array)
      implements SqlExpr {
    /** How many elements must satisfy the operator. */
    public enum Quantifier {
      ANY,
      ALL
    }
  }

  /** {@code CASE [operand] WHEN … THEN … [ELSE …] END}. */
  record Case(Optional<SqlExpr> operand, List<When> whens, Optional<SqlExpr> otherwise)
      implements SqlExpr {
    /** One branch of a {@code CASE}. */
    public record When(SqlExpr condition, SqlExpr result) {}

    /** Copies the branches. */
    public Case {
      whens = List.copyOf(whens);
    }
  }

  /** {@code ARRAY[…]}. */
  record ArrayLiteral(List<SqlExpr> elements) implements SqlExpr {
    /** Copies the elements. */
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }
  }

  /** {@code (a, b)} or {@code ROW(a, b)}. */
  record Row(List<SqlExpr> elements) implements SqlExpr {
    /** Copies the elements. */
    public Row {
      elements = List.copyOf(elements);
    }
  }

  /**
   * A constant that names a relation, {@code 'name'::regclass}: the server stores the object, so it
   * follows renames (PostgreSQL manual, 8.19).
   *
   * @param relation as written in a statement; qualified in a {@code Schema}
   */
  record RegClass(ObjectName relation) implements SqlExpr {}

  /**
   * An expression that is carried, not understood: its tokens, white space and comments dropped.
   * Equal tokens are equal; different ones prove nothing.
   */
  record Opaque(List<String> tokens) implements SqlExpr {
    /** Copies the tokens. */
    public Opaque {
      tokens = List.copyOf(tokens);
    }
  }

  /** What stands in queries, or holds one. */
  sealed interface OfQuery extends SqlExpr {}

  /** {@code *} or {@code t.*}; as an argument, a row as a whole. */
  record Star(List<Identifier> qualifiers) implements OfQuery {
    /** Copies the qualifiers. */
    public Star {
      qualifiers = List.copyOf(qualifiers);
    }
  }

  /** A query in the place of a value. */
  record Subquery(Use use, Query query) implements OfQuery {
    /** What is made of its rows. */
    public enum Use {
      SCALAR,
      EXISTS,
      ARRAY
    }
  }

  /** {@code left operator ANY|ALL (query)}; {@code IN (query)} is {@code = ANY}. */
  record QuantifiedQuery(
      SqlExpr left, String operator, Quantified.Quantifier quantifier, Query query)
      implements OfQuery {}

  /**
   * A call with what aggregates and window functions have besides arguments.
   *
   * @param distinct {@code DISTINCT}
   * @param variadic {@code VARIADIC} before the last argument
   * @param orderBy inside the parentheses
   * @param withinGroup {@code WITHIN GROUP (ORDER BY …)}
   * @param filter {@code FILTER (WHERE …)}
   * @param over {@code OVER …}
   */
  record Invocation(
      FunctionCall call,
      boolean distinct,
      boolean variadic,
      List<SortKey> orderBy,
      List<SortKey> withinGroup,
      Optional<SqlExpr> filter,
      Optional<Window> over)
      implements OfQuery {
    /** Copies the lists. */
    public Invocation {
      Objects.requireNonNull(call, "call");
      orderBy = List.copyOf(orderBy);
      withinGroup = List.copyOf(withinGroup);
    }
  }

  /** {@code (composite).field}. */
  record Field(SqlExpr operand, Identifier field) implements OfQuery {}

  /** {@code name => value} among arguments. */
  record NamedArgument(Identifier name, SqlExpr value) implements OfQuery {}
}
