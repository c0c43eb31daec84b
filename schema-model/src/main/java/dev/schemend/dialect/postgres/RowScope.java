package dev.schemend.dialect.postgres;

import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the column names of one query level mean: its own sources first, then those of the queries
 * around it ({@code colNameToVar} in parse_relation.c).
 */
final class RowScope implements RowTypes {

  private final Optional<RowScope> outer;
  private final SortedSet<ObjectRef> uses;
  private final List<RowSource> sources = new ArrayList<>();
  private final Map<Identifier, SqlExpr> merged = new HashMap<>();
  private final Map<Identifier, Optional<List<RowSource.Output>>> queries = new HashMap<>();
  private final Map<Query, RowSource.Output> subqueries = new HashMap<>();

  private RowScope(Optional<RowScope> outer, SortedSet<ObjectRef> uses) {
    this.outer = outer;
    this.uses = uses;
  }

  /**
   * The outermost scope.
   *
   * @param uses collects the columns that names turn out to mean
   */
  static RowScope outermost(SortedSet<ObjectRef> uses) {
    return new RowScope(Optional.empty(), uses);
  }

  /** A scope inside of this one. */
  RowScope inner() {
    return new RowScope(Optional.of(this), uses);
  }

  /** A scope beside this one: what is around it, and the queries of {@code WITH} that it sees. */
  RowScope around() {
    return outer.map(RowScope::inner).orElseGet(() -> outermost(uses));
  }

  void add(RowSource source) {
    sources.add(source);
  }

  /** A column that {@code USING} has made of two. */
  void merge(Identifier column, SqlExpr meaning) {
    merged.put(column, meaning);
  }

  /** A query of {@code WITH}. */
  void define(Identifier name, Optional<List<RowSource.Output>> columns) {
    queries.put(name, columns);
  }

  /** The columns of the query of {@code WITH} that has the name; empty where there is none. */
  Optional<Optional<List<RowSource.Output>>> query(Identifier name) {
    return queries.containsKey(name)
        ? Optional.of(queries.get(name))
        : outer.flatMap(around -> around.query(name));
  }

  /**
   * The name under which the rows of {@code relation}, which is written without an alias, are told
   * from those of a namesake in another schema that is read here or around: its own, or with a
   * number.
   */
  Identifier distinct(ObjectName relation) {
    Identifier name = relation.name();
    boolean clashes =
        nearest(one -> one.written().equals(name))
            .flatMap(RowSource::relation)
            .filter(other -> other.name().equals(name) && !other.equals(relation))
            .isPresent();
    return clashes
        ? IntStream.iterate(1, i -> i + 1)
            .mapToObj(i -> Identifier.of(name.text() + "_" + i))
            .filter(free -> nearest(one -> one.alias().equals(free)).isEmpty())
            .findFirst()
            .orElseThrow()
        : name;
  }

  private Optional<RowSource> nearest(Predicate<RowSource> which) {
    return sources.stream()
        .filter(which)
        .findFirst()
        .or(() -> outer.flatMap(around -> around.nearest(which)));
  }

  private Optional<RowSource> nearest(Identifier written) {
    return nearest(one -> one.written().equals(written));
  }

  // schema.table.column means the source that is that table, or has its name.
  private Optional<RowSource> nearest(List<Identifier> qualifiers) {
    Identifier name = qualifiers.getLast();
    Optional<ObjectName> relation =
        qualifiers.size() < 2
            ? Optional.empty()
            : Optional.of(new ObjectName(qualifiers.get(qualifiers.size() - 2), name));
    return relation
        .flatMap(
            own -> nearest(one -> one.written().equals(name) && one.relation().equals(relation)))
        .or(() -> nearest(name));
  }

  /** {@code column} with the name of its source before it, wherever that can be told. */
  SqlExpr resolve(SqlExpr.ColumnRef column) {
    if (!column.qualifiers().isEmpty()) {
      return qualified(column);
    }
    return unqualified(column.column()).or(() -> wholeRow(column.column())).orElse(column);
  }

  /** The source that a column's qualifier names, where it certainly has no such column. */
  Optional<Identifier> withoutColumn(SqlExpr.ColumnRef column) {
    return column.qualifiers().isEmpty()
        ? Optional.empty()
        : nearest(column.qualifiers())
            .filter(source -> !source.mayHave(column.column()))
            .filter(source -> !source.isSystemColumn(column.column()))
            .map(RowSource::alias);
  }

  private SqlExpr qualified(SqlExpr.ColumnRef column) {
    return nearest(column.qualifiers())
        .<SqlExpr>map(found -> of(found, column.column()))
        .orElse(column);
  }

  private SqlExpr of(RowSource source, Identifier column) {
    source.relation().ifPresent(relation -> uses.add(ObjectRef.column(relation, column)));
    return new SqlExpr.ColumnRef(List.of(source.alias()), column);
  }

  private Optional<SqlExpr> unqualified(Identifier column) {
    if (merged.containsKey(column)) {
      return Optional.of(merged.get(column));
    }
    List<RowSource> known = sources.stream().filter(one -> one.has(column)).toList();
    if (known.size() == 1) {
      return Optional.of(of(known.getFirst(), column));
    }
    List<RowSource> possible = sources.stream().filter(one -> one.mayHave(column)).toList();
    Optional<SqlExpr> around = outer.flatMap(one -> one.unqualified(column));
    if (possible.isEmpty()) {
      List<RowSource> system = sources.stream().filter(one -> one.isSystemColumn(column)).toList();
      return system.size() == 1 ? Optional.of(of(system.getFirst(), column)) : around;
    }
    return possible.size() == 1 && around.isEmpty()
        ? Optional.of(of(possible.getFirst(), column))
        : Optional.empty();
  }

  // A name of rows in the place of a value is the row.
  private Optional<SqlExpr> wholeRow(Identifier name) {
    return nearest(name).map(source -> new SqlExpr.Star(List.of(source.alias())));
  }

  /** A query inside of an expression of this level. */
  void define(Query query, Optional<List<RowSource.Output>> columns) {
    columns.filter(all -> all.size() == 1).ifPresent(all -> subqueries.put(query, all.getFirst()));
  }

  @Override
  public Optional<SqlType> query(Query query) {
    return output(query).flatMap(RowSource.Output::type);
  }

  /** The one column of a query inside of an expression of this level. */
  Optional<RowSource.Output> output(Query query) {
    return Optional.ofNullable(subqueries.get(query));
  }

  @Override
  public Optional<SqlType> column(SqlExpr.ColumnRef column) {
    return output(column).flatMap(RowSource.Output::type);
  }

  /** What a column that is resolved is called and of which type it is. */
  Optional<RowSource.Output> output(SqlExpr.ColumnRef column) {
    if (column.qualifiers().isEmpty()) {
      return sources.stream()
          .flatMap(source -> source.output(column.column()).stream())
          .findFirst()
          .or(() -> outer.flatMap(around -> around.output(column)));
    }
    Identifier alias = column.qualifiers().getLast();
    return nearest(one -> one.alias().equals(alias))
        .flatMap(source -> source.output(column.column()));
  }
}
