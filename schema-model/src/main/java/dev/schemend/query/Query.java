package dev.schemend.query;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A query.
 *
 * @param with common table expressions, in order
 * @param body what it selects
 * @param order {@code ORDER BY}
 * @param limit {@code LIMIT} or {@code FETCH FIRST}
 * @param offset {@code OFFSET}
 */
public record Query(
    List<Common> with,
    Body body,
    List<Ordering> order,
    Optional<Scalar> limit,
    Optional<Scalar> offset) {

  /** Copies the lists. */
  public Query {
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(offset, "offset");
    with = List.copyOf(with);
    order = List.copyOf(order);
  }

  /** A query of one expression and nothing else. */
  public static Query of(Scalar value) {
    return new Query(
        List.of(),
        new Select(
            false,
            List.of(new Output(value, Identifier.NONE)),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty()),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * {@code name (columns) AS (query)}.
   *
   * @param query empty where it changes rows or refers to itself
   */
  public record Common(Identifier name, List<Identifier> columns, Optional<Query> query) {
    /** Copies the columns. */
    public Common {
      Objects.requireNonNull(query, "query");
      columns = List.copyOf(columns);
    }
  }

  /** One key of an order. */
  public record Ordering(Scalar key, boolean descending) {}

  /** What is selected. */
  public sealed interface Body {}

  /** {@code SELECT}. */
  public record Select(
      boolean distinct,
      List<Output> outputs,
      Optional<Source> from,
      Optional<Scalar> where,
      List<Scalar> group,
      Optional<Scalar> having)
      implements Body {
    /** Copies the lists. */
    public Select {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(where, "where");
      Objects.requireNonNull(having, "having");
      outputs = List.copyOf(outputs);
      group = List.copyOf(group);
    }
  }

  /** {@code VALUES}. */
  public record Values(List<List<Scalar>> rows) implements Body {
    /** Copies the rows. */
    public Values {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** {@code UNION}, {@code INTERSECT}, {@code EXCEPT}: the operator in lower case. */
  public record Combined(String operator, boolean all, Query left, Query right) implements Body {}

  /** A column of the result; the alias is {@link Identifier#NONE} where none is written. */
  public record Output(Scalar value, Identifier alias) {}

  /** Where rows come from. */
  public sealed interface Source {}

  /** A relation by its name. */
  public record Named(ObjectName name, Identifier alias) implements Source {}

  /** A query in brackets. */
  public record Derived(Query query, Identifier alias, List<Identifier> columns) implements Source {
    /** Copies the columns. */
    public Derived {
      columns = List.copyOf(columns);
    }
  }

  /** A call that gives rows. */
  public record Calling(
      Scalar.Call call, Identifier alias, List<Identifier> columns, boolean ordinality)
      implements Source {
    /** Copies the columns. */
    public Calling {
      columns = List.copyOf(columns);
    }
  }

  /** How two sources are joined. */
  public enum JoinKind {
    INNER,
    LEFT,
    RIGHT,
    FULL
  }

  /**
   * Two sources.
   *
   * @param on the condition, always true for a cross join
   * @param using the columns of {@code USING}; they and {@code on} exclude each other
   */
  public record Join(JoinKind kind, Source left, Source right, Scalar on, List<Identifier> using)
      implements Source {
    /** Copies the columns. */
    public Join {
      using = List.copyOf(using);
    }
  }
}
