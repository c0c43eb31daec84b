package dev.schemend.dialect.postgres;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.FromItem;
import dev.schemend.expr.Queries;
import dev.schemend.expr.Query;
import dev.schemend.expr.SortKey;
import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.Window;
import dev.schemend.model.References;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Queries as the server stores them: names resolved, stars spelled out, every output column named,
 * positions and output names in {@code ORDER BY} replaced by what they mean (parse_target.c,
 * parse_clause.c), and the expressions canonical.
 */
final class QueryForm {

  private static final Set<String> TEXTS = Set.of("text", "character varying", "character");
  private static final Set<String> NAMES = Set.of("name");

  private final PostgresExpressions expressions;
  private final Scope scope;
  private final SortedSet<ObjectRef> uses = new TreeSet<>();
  private final FromForm from;

  QueryForm(PostgresExpressions expressions, Scope scope) {
    this(expressions, scope, new HashMap<>());
  }

  /**
   * The form of the query of a view that another query reads.
   *
   * @param views the columns of those that have been looked at, so that views that read each other
   *     in a circle come to an end
   */
  QueryForm(
      PostgresExpressions expressions,
      Scope scope,
      Map<ObjectName, Optional<List<RowSource.Output>>> views) {
    this.expressions = expressions;
    this.scope = scope;
    this.from = new FromForm(this, scope, uses, views);
  }

  /**
   * A canonical query.
   *
   * @param outputs its columns; empty where a star could not be spelled out
   */
  record Formed(Query query, Optional<List<RowSource.Output>> outputs) {

    /** The names of its columns; none where they are not known. */
    List<Identifier> names() {
      return outputs.stream().flatMap(List::stream).map(RowSource.Output::name).toList();
    }

    /**
     * The columns where the query is a relation of its own, so that literals without a type have
     * become text (resolveTargetListUnknowns).
     */
    Optional<List<RowSource.Output>> settled() {
      return outputs.map(all -> UnionForm.settled(query.body(), all));
    }
  }

  /** The canonical form of a whole query; {@code names} are those of a view's columns. */
  Formed of(Query written, List<Identifier> names) {
    Formed formed = query(written, RowScope.outermost(uses), names);
    return new Formed(
        resolved(UnionForm.named(formed.query(), formed.outputs())), formed.outputs());
  }

  /** The canonical form of an expression over {@code sources}, such as a policy's. */
  SqlExpr of(SqlExpr written, List<RowSource> sources) {
    RowScope rows = RowScope.outermost(uses);
    sources.forEach(rows::add);
    return scope.resolve(expression(written, rows));
  }

  /** What the forms made so far use: relations, columns, types and routines. */
  SortedSet<ObjectRef> uses() {
    return new TreeSet<>(uses);
  }

  private Query resolved(Query query) {
    return Queries.map(
        query,
        expression -> {
          SqlExpr resolved = scope.resolve(expression);
          References.expression(resolved, uses);
          return resolved;
        },
        relation -> relation);
  }

  SqlExpr expression(SqlExpr written, RowScope rows) {
    return expressions.canonicalOver(scope.asWritten(names(written, rows)), rows, scope::routines);
  }

  private SqlExpr names(SqlExpr written, RowScope rows) {
    return switch (written) {
      case SqlExpr.ColumnRef column -> ofRow(column, rows).orElseGet(() -> rows.resolve(column));
      case SqlExpr.Star star -> star(star, rows);
      case SqlExpr.Subquery subquery ->
          new SqlExpr.Subquery(subquery.use(), nested(subquery, rows));
      case SqlExpr.QuantifiedQuery quantified ->
          new SqlExpr.QuantifiedQuery(
              names(quantified.left(), rows),
              quantified.operator(),
              quantified.quantifier(),
              query(quantified.query(), rows.inner(), List.of()).query());
      default -> Expressions.mapOperands(written, child -> names(child, rows));
    };
  }

  // row.f means f(row) where the row has no such column (manual, 38.5.3; ParseFuncOrColumn).
  private Optional<SqlExpr> ofRow(SqlExpr.ColumnRef column, RowScope rows) {
    ObjectName function = ObjectName.unqualified(column.column());
    return rows.withoutColumn(column)
        .filter(
            alias -> scope.routines(function).stream().anyMatch(one -> one.inputs().count() == 1))
        .map(
            alias ->
                new SqlExpr.FunctionCall(
                    function, List.of(new SqlExpr.Star(List.of(alias))), true));
  }

  private static SqlExpr star(SqlExpr.Star star, RowScope rows) {
    return star.qualifiers().isEmpty()
        ? star
        : rows.resolve(new SqlExpr.ColumnRef(List.of(), star.qualifiers().getLast()))
                instanceof SqlExpr.Star row
            ? row
            : new SqlExpr.Star(List.of(star.qualifiers().getLast()));
  }

  private Query nested(SqlExpr.Subquery subquery, RowScope rows) {
    Formed formed = query(subquery.query(), rows.inner(), List.of());
    if (subquery.use() == SqlExpr.Subquery.Use.EXISTS) {
      return ofExists(formed.query());
    }
    rows.define(formed.query(), formed.settled());
    return formed.query();
  }

  // Whether there are rows does not hang on what is taken from them.
  private static Query ofExists(Query query) {
    boolean plain =
        query.body() instanceof Query.Select select
            && !select.distinct()
            && select.distinctOn().isEmpty()
            && select.groupBy().isEmpty()
            && select.having().isEmpty()
            && !select.from().isEmpty();
    return plain && query.body() instanceof Query.Select select
        ? new Query(
            query.recursive(),
            query.with(),
            new Query.Select(
                false,
                List.of(),
                List.of(
                    new Query.Item(
                        new SqlExpr.NumberLiteral("1"), Optional.of(Identifier.of("?column?")))),
                select.from(),
                select.where(),
                List.of(),
                Optional.empty(),
                select.windows()),
            List.of(),
            query.limit(),
            query.offset(),
            query.withTies(),
            query.locking())
        : query;
  }

  /** The canonical form inside of {@code rows}, which becomes the scope of the query's WITH. */
  Formed query(Query written, RowScope rows, List<Identifier> names) {
    Formed formed = arm(written, rows, names);
    return new Formed(UnionForm.bare(formed.query()), formed.outputs());
  }

  /** The same of an arm of a set operation, whose literals may yet get the types of the others. */
  private Formed arm(Query written, RowScope rows, List<Identifier> names) {
    List<Query.With> with = new ArrayList<>();
    for (Query.With one : written.with()) {
      if (written.recursive()) {
        rows.define(one.name(), ofFirstArm(one, rows));
      }
      Formed formed = query(one.query(), rows.inner(), one.columns());
      rows.define(one.name(), formed.settled());
      with.add(
          new Query.With(
              one.name(),
              one.columns().isEmpty() ? List.of() : formed.names(),
              one.materialized(),
              formed.query()));
    }
    RowScope level = rows.inner();
    Formed body = body(written.body(), level, names);
    List<SortKey> order = order(written.orderBy(), body.query().body(), level);
    return new Formed(
        new Query(
            written.recursive(),
            with,
            distinctInOrder(body.query().body(), order),
            order,
            written.limit().map(one -> expression(one, level)),
            written.offset().map(one -> expression(one, level)),
            written.withTies(),
            locking(written)),
        body.outputs());
  }

  // FOR UPDATE without OF locks all there is, and says so when it is printed.
  private static List<String> locking(Query query) {
    int of = query.locking().indexOf("of");
    boolean one =
        query.body() instanceof Query.Select select
            && select.from().size() == 1
            && !(select.from().getFirst() instanceof FromItem.Join);
    return one && of >= 0 && query.locking().lastIndexOf("for") == 0
        ? query.locking().subList(0, of)
        : query.locking();
  }

  // What a recursive query reads of itself are the columns of its first arm.
  private Optional<List<RowSource.Output>> ofFirstArm(Query.With with, RowScope rows) {
    return with.query().body() instanceof Query.SetOperation operation
        ? query(operation.left(), rows.inner(), with.columns()).outputs()
        : Optional.empty();
  }

  private Formed body(Query.Body body, RowScope level, List<Identifier> names) {
    return switch (body) {
      case Query.Select select -> select(select, level, names);
      case Query.SetOperation operation -> operation(operation, level, names);
      case Query.Values values -> values(values, level, names);
      case Query.Carried carried -> new Formed(Query.of(carried), Optional.empty());
    };
  }

  private Formed operation(Query.SetOperation operation, RowScope level, List<Identifier> names) {
    Formed left = arm(operation.left(), level.inner(), names);
    Formed right = arm(operation.right(), level.inner(), List.of());
    return new Formed(
        Query.of(
            new Query.SetOperation(
                operation.operator(),
                operation.all(),
                UnionForm.arm(left, right),
                UnionForm.arm(right, left))),
        UnionForm.outputs(left, right));
  }

  private Formed values(Query.Values values, RowScope level, List<Identifier> names) {
    List<List<SqlExpr>> rows =
        values.rows().stream()
            .map(row -> row.stream().map(one -> UnionForm.bare(expression(one, level))).toList())
            .toList();
    List<RowSource.Output> outputs = new ArrayList<>();
    for (int i = 0; i < rows.getFirst().size(); i++) {
      Identifier name = i < names.size() ? names.get(i) : Identifier.of("column" + (i + 1));
      outputs.add(
          new RowSource.Output(
              name, expressions.typeOf(rows.getFirst().get(i), level, scope::routines)));
    }
    return new Formed(Query.of(new Query.Values(rows)), Optional.of(outputs));
  }

  private Formed select(Query.Select select, RowScope level, List<Identifier> names) {
    FromForm.Result rows = from.of(select.from(), level);
    List<Query.Item> items = new ArrayList<>();
    boolean complete = true;
    for (Query.Item item : select.items()) {
      if (item.expression() instanceof SqlExpr.Star star) {
        Optional<List<Query.Item>> columns = rows.columns(star.qualifiers());
        complete &= columns.isPresent();
        columns.stream().flatMap(List::stream).forEach(one -> expression(one.expression(), level));
        items.addAll(columns.orElseGet(() -> List.of(new Query.Item(star, Optional.empty()))));
      } else if (isFields(item.expression())) {
        complete = false;
        items.add(new Query.Item(item.expression(), Optional.empty()));
      } else {
        items.add(
            new Query.Item(
                expression(item.expression(), level),
                item.alias().or(() -> Optional.of(OutputNames.of(item.expression())))));
      }
    }
    for (int i = 0; i < Math.min(names.size(), items.size()) && complete; i++) {
      items.set(i, new Query.Item(items.get(i).expression(), Optional.of(names.get(i))));
    }
    Query.Select formed =
        new Query.Select(
            select.distinct(),
            select.distinctOn().stream().map(one -> output(one, items, level)).toList(),
            items,
            rows.items(),
            select.where().map(one -> expression(one, level)),
            select.groupBy().stream()
                .flatMap(QueryForm::apart)
                .map(one -> group(one, items, level))
                .toList(),
            select.having().map(one -> expression(one, level)),
            select.windows().stream()
                .map(one -> new Query.NamedWindow(one.name(), window(one.window(), level)))
                .toList());
    return new Formed(
        Query.of(formed), complete ? Optional.of(outputs(items, level)) : Optional.empty());
  }

  /** Whether it is {@code (value).*}: a column for each field of a row. */
  static boolean isFields(SqlExpr item) {
    return item instanceof SqlExpr.Opaque(List<String> tokens)
        && tokens.size() > 2
        && tokens.subList(tokens.size() - 2, tokens.size()).equals(List.of(".", "*"));
  }

  private List<RowSource.Output> outputs(List<Query.Item> items, RowScope level) {
    return items.stream().map(item -> output(item, level)).toList();
  }

  private RowSource.Output output(Query.Item item, RowScope level) {
    Identifier name = item.alias().orElseThrow();
    Optional<RowSource.Output> column =
        switch (item.expression()) {
          case SqlExpr.ColumnRef plain -> level.output(plain);
          case SqlExpr.Subquery(SqlExpr.Subquery.Use use, Query query)
              when use == SqlExpr.Subquery.Use.SCALAR ->
              level.output(query);
          default -> Optional.empty();
        };
    return column
        .map(one -> one.withName(name))
        .orElseGet(
            () ->
                new RowSource.Output(
                        name, expressions.typeOf(item.expression(), level, scope::routines))
                    .withCollation(collation(item.expression(), level)));
  }

  // A cast takes the collation of what it casts along, and names have one of their own (manual,
  // 23.2.2). Of other expressions it is not told.
  private static Optional<String> collation(SqlExpr expression, RowScope level) {
    return expression instanceof SqlExpr.Cast(SqlExpr.ColumnRef column, SqlType type)
            && isOneOf(type, TEXTS)
        ? level
            .output(column)
            .flatMap(
                one ->
                    one.type().filter(from -> isOneOf(from, NAMES)).isPresent()
                        ? Optional.of("C")
                        : one.collation())
        : Optional.empty();
  }

  private static boolean isOneOf(SqlType type, Set<String> names) {
    return type instanceof SqlType.Builtin builtin && names.contains(builtin.name());
  }

  private Window window(Window window, RowScope level) {
    return new Window(
        window.base(),
        window.bare(),
        window.partitionBy().stream().map(one -> expression(one, level)).toList(),
        CanonicalForm.keys(
            window.orderBy().stream()
                .map(key -> key.withExpression(expression(key.expression(), level)))
                .toList()),
        window.frame());
  }

  private List<SortKey> order(List<SortKey> keys, Query.Body body, RowScope level) {
    List<SortKey> resolved =
        keys.stream()
            .map(
                key ->
                    key.withExpression(
                        body instanceof Query.Select select
                            ? output(key.expression(), select.items(), level)
                            : position(key.expression(), body)))
            .toList();
    return CanonicalForm.keys(resolved);
  }

  // What rows are told apart by stands in the order in which they are sorted
  // (transformDistinctOnClause).
  private static Query.Body distinctInOrder(Query.Body body, List<SortKey> order) {
    if (!(body instanceof Query.Select select) || select.distinctOn().size() < 2) {
      return body;
    }
    Set<SqlExpr> inOrder = new LinkedHashSet<>();
    order.stream()
        .map(SortKey::expression)
        .filter(select.distinctOn()::contains)
        .forEach(inOrder::add);
    inOrder.addAll(select.distinctOn());
    return new Query.Select(
        select.distinct(),
        List.copyOf(inOrder),
        select.items(),
        select.from(),
        select.where(),
        select.groupBy(),
        select.having(),
        select.windows());
  }

  // findTargetlistEntrySQL92: an output name or a position before anything else.
  private SqlExpr output(SqlExpr written, List<Query.Item> items, RowScope level) {
    return atPosition(written, items)
        .or(() -> named(written, items))
        .orElseGet(() -> expression(written, level));
  }

  // Brackets around keys are none of the query's (transformGroupClause).
  private static Stream<SqlExpr> apart(SqlExpr key) {
    return key instanceof SqlExpr.Row row ? row.elements().stream() : Stream.of(key);
  }

  // A position or a column of the rows; an output name only where there is no such column.
  private SqlExpr group(SqlExpr written, List<Query.Item> items, RowScope level) {
    return atPosition(written, items)
        .orElseGet(
            () -> {
              SqlExpr column = expression(written, level);
              return column.equals(written) ? named(written, items).orElse(column) : column;
            });
  }

  private static Optional<SqlExpr> atPosition(SqlExpr written, List<Query.Item> items) {
    if (!(written instanceof SqlExpr.NumberLiteral number)
        || !number.digits().chars().allMatch(Character::isDigit)
        || number.digits().length() > 4) {
      return Optional.empty();
    }
    int position = Integer.parseInt(number.digits());
    return position >= 1 && position <= items.size()
        ? Optional.of(items.get(position - 1).expression())
        : Optional.empty();
  }

  private static Optional<SqlExpr> named(SqlExpr written, List<Query.Item> items) {
    return written instanceof SqlExpr.ColumnRef column && column.qualifiers().isEmpty()
        ? items.stream()
            .filter(item -> item.alias().filter(column.column()::equals).isPresent())
            .map(Query.Item::expression)
            .findFirst()
        : Optional.empty();
  }

  // The rows of a set operation have positions and the names of its first arm.
  private static SqlExpr position(SqlExpr written, Query.Body body) {
    List<Query.Item> items =
        Queries.firstSelect(Query.of(body)).map(Query.Select::items).orElse(List.of());
    if (written instanceof SqlExpr.ColumnRef column && column.qualifiers().isEmpty()) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).alias().filter(column.column()::equals).isPresent()) {
          return new SqlExpr.NumberLiteral(Integer.toString(i + 1));
        }
      }
    }
    return written;
  }

  PostgresExpressions expressions() {
    return expressions;
  }
}
