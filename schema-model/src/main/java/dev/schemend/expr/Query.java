package dev.schemend.expr;

import dev.schemend.name.Identifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A query as a value: of a view, in a policy, behind {@code EXISTS}.
 *
 * @param recursive {@code WITH RECURSIVE}
 * @param with the queries of {@code WITH}
 * @param body what it selects
 * @param orderBy its order
 * @param limit {@code LIMIT} or {@code FETCH FIRST}
 * @param offset {@code OFFSET}
 * @param withTies {@code FETCH … WITH TIES}
 * @param locking the tokens of {@code FOR UPDATE …}
 */
public record Query(
    boolean recursive,
    List<With> with,
    Body body,
    List<SortKey> orderBy,
    Optional<SqlExpr> limit,
    Optional<SqlExpr> offset,
    boolean withTies,
    List<String> locking) {

  /** Copies the lists. */
  public Query {
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(offset, "offset");
    with = List.copyOf(with);
    orderBy = List.copyOf(orderBy);
    locking = List.copyOf(locking);
  }

  /** A query that is only its body. */
  public static Query of(Body body) {
    return new Query(
        false, List.of(), body, List.of(), Optional.empty(), Optional.empty(), false, List.of());
  }

  /** The same around another body. */
  public Query withBody(Body other) {
    return new Query(recursive, with, other, orderBy, limit, offset, withTies, locking);
  }

  /**
   * A query with a name.
   *
   * @param materialized {@code [NOT] MATERIALIZED}
   */
  public record With(
      Identifier name, List<Identifier> columns, Optional<Boolean> materialized, Query query) {
    /** Copies the columns. */
    public With {
      columns = List.copyOf(columns);
    }
  }

  /**
   * One output column.
   *
   * @param alias its name; in canonical form always present
   */
  public record Item(SqlExpr expression, Optional<Identifier> alias) {}

  /** What is selected. */
  public sealed interface Body {}

  /**
   * {@code SELECT}.
   *
   * @param distinct {@code DISTINCT}
   * @param distinctOn the expressions of {@code DISTINCT ON}
   * @param groupBy expressions; what is no plain expression is {@link SqlExpr.Opaque}
   * @param windows the named windows
   */
  public record Select(
      boolean distinct,
      List<SqlExpr> distinctOn,
      List<Item> items,
      List<FromItem> from,
      Optional<SqlExpr> where,
      List<SqlExpr> groupBy,
      Optional<SqlExpr> having,
      List<NamedWindow> windows)
      implements Body {
    /** Copies the lists. */
    public Select {
      distinctOn = List.copyOf(distinctOn);
      items = List.copyOf(items);
      from = List.copyOf(from);
      groupBy = List.copyOf(groupBy);
      windows = List.copyOf(windows);
      Objects.requireNonNull(where, "where");
      Objects.requireNonNull(having, "having");
    }

    /** The same with other output columns. */
    public Select withItems(List<Item> others) {
      return new Select(distinct, distinctOn, others, from, where, groupBy, having, windows);
    }
  }

  /** One window of {@code WINDOW}. */
  public record NamedWindow(Identifier name, Window window) {}

  /** {@code left UNION [ALL] right} and the like. */
  public record SetOperation(Operator operator, boolean all, Query left, Query right)
      implements Body {
    /** The operators on sets of rows. */
    public enum Operator {
      UNION,
      INTERSECT,
      EXCEPT
    }
  }

  /** {@code VALUES}. */
  public record Values(List<List<SqlExpr>> rows) implements Body {
    /** Copies the rows. */
    public Values {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** A query that is carried, not understood: its tokens. */
  public record Carried(List<String> tokens) implements Body {
    /** Copies the tokens. */
    public Carried {
      tokens = List.copyOf(tokens);
    }
  }
}
