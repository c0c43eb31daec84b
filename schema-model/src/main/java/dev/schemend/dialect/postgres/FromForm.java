package dev.schemend.dialect.postgres;

import dev.schemend.expr.FromItem;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.References;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** {@code FROM}: which rows there are, and what their columns are called (parse_clause.c). */
final class FromForm {

  private static final Set<String> CATALOGS = Set.of("pg_catalog", "information_schema");

  private final QueryForm queries;
  private final Scope scope;
  private final SortedSet<ObjectRef> uses;
  private final CallColumns calls;
  private final Map<ObjectName, Optional<List<RowSource.Output>>> views;

  FromForm(QueryForm queries, Scope scope, SortedSet<ObjectRef> uses) {
    this(queries, scope, uses, new HashMap<>());
  }

  FromForm(
      QueryForm queries,
      Scope scope,
      SortedSet<ObjectRef> uses,
      Map<ObjectName, Optional<List<RowSource.Output>>> views) {
    this.views = views;
    this.queries = queries;
    this.scope = scope;
    this.uses = uses;
    this.calls = new CallColumns(scope);
  }

  /**
   * One item with the columns that a star takes from it.
   *
   * @param columns empty where they are not known
   * @param source the name by which they are known together
   */
  private record Part(
      FromItem item, Optional<List<Query.Item>> columns, Optional<Identifier> source) {}

  /** The whole {@code FROM}. */
  record Result(List<FromItem> items, List<Sourced> parts) {

    /** What {@code *}, or the star behind a name, stands for. */
    Optional<List<Query.Item>> columns(List<Identifier> qualifiers) {
      List<Query.Item> all = new ArrayList<>();
      boolean found = false;
      for (Sourced part : parts) {
        boolean meant = qualifiers.isEmpty() ? part.top() : part.is(qualifiers);
        if (meant && part.columns().isEmpty()) {
          return Optional.empty();
        }
        if (meant) {
          found = true;
          all.addAll(part.columns().get());
        }
      }
      return found ? Optional.of(all) : Optional.empty();
    }
  }

  /** Columns of a source, or of a whole item at the top of {@code FROM}. */
  record Sourced(
      Identifier name,
      Optional<ObjectName> relation,
      boolean top,
      Optional<List<Query.Item>> columns) {
    boolean is(List<Identifier> qualifiers) {
      boolean elsewhere =
          qualifiers.size() > 1
              && relation
                  .filter(one -> !one.schema().equals(qualifiers.get(qualifiers.size() - 2)))
                  .isPresent();
      return name.equals(qualifiers.getLast()) && !name.isNone() && !elsewhere;
    }
  }

  Result of(List<FromItem> written, RowScope level) {
    List<FromItem> items = new ArrayList<>();
    List<Sourced> parts = new ArrayList<>();
    for (FromItem item : written) {
      Part part = part(item, level, parts);
      items.add(part.item());
      parts.add(new Sourced(Identifier.NONE, Optional.empty(), true, part.columns()));
    }
    return new Result(items, parts);
  }

  private Part part(FromItem item, RowScope level, List<Sourced> parts) {
    return switch (item) {
      case FromItem.Relation relation -> relation(relation, level, parts);
      case FromItem.Derived derived -> derived(derived, level, parts);
      case FromItem.Calls call -> calls(call, level, parts);
      case FromItem.Join join -> join(join, level, parts);
    };
  }

  private Part source(
      FromItem item,
      Identifier alias,
      Optional<ObjectName> relation,
      Optional<List<RowSource.Output>> columns,
      RowScope level,
      List<Sourced> parts) {
    return source(item, new RowSource(alias, relation, columns), level, parts);
  }

  private Part source(FromItem item, RowSource source, RowScope level, List<Sourced> parts) {
    level.add(source);
    Identifier alias = source.alias();
    Optional<List<Query.Item>> star =
        source
            .columns()
            .map(
                all ->
                    all.stream()
                        .map(
                            one ->
                                new Query.Item(
                                    new SqlExpr.ColumnRef(List.of(alias), one.name()),
                                    Optional.of(one.name())))
                        .toList());
    parts.add(new Sourced(source.written(), source.relation(), false, star));
    return new Part(item, star, Optional.of(alias));
  }

  private Part relation(FromItem.Relation written, RowScope level, List<Sourced> parts) {
    Optional<Optional<List<RowSource.Output>>> query =
        written.name().isQualified() ? Optional.empty() : level.query(written.name().name());
    if (query.isPresent()) {
      return relation(written, written.name(), Optional.empty(), query.get(), level, parts);
    }
    Optional<ObjectRef> found =
        scope
            .find(written.name(), References.ROW_SOURCES)
            .or(() -> scope.find(written.name(), List.of(ObjectKind.SEQUENCE)));
    if (found.isEmpty()) {
      return relation(
          written, foreign(written.name()), Optional.empty(), Optional.empty(), level, parts);
    }
    ObjectName name = found.get().name();
    uses.add(found.get());
    return relation(written, name, Optional.of(name), columns(found.get()), level, parts);
  }

  private Part relation(
      FromItem.Relation written,
      ObjectName name,
      Optional<ObjectName> relation,
      Optional<List<RowSource.Output>> columns,
      RowScope level,
      List<Sourced> parts) {
    Optional<FromItem.Alias> alias =
        written.alias().filter(one -> !one.name().equals(name.name()) || !one.columns().isEmpty());
    Identifier known = alias.map(FromItem.Alias::name).orElse(name.name());
    Identifier distinct = alias.isEmpty() && relation.isPresent() ? level.distinct(name) : known;
    return source(
        new FromItem.Relation(
            name,
            written.only(),
            distinct.equals(known) ? alias : Optional.of(new FromItem.Alias(distinct, List.of())),
            written.sample()),
        new RowSource(
            distinct,
            known,
            // A column that an alias renames is another name for the relation's own.
            relation.filter(one -> alias.filter(a -> !a.columns().isEmpty()).isEmpty()),
            columns.map(all -> renamed(all, written.alias()))),
        level,
        parts);
  }

  private static List<RowSource.Output> renamed(
      List<RowSource.Output> columns, Optional<FromItem.Alias> alias) {
    List<Identifier> names = alias.map(FromItem.Alias::columns).orElse(List.of());
    List<RowSource.Output> renamed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      renamed.add(i < names.size() ? columns.get(i).withName(names.get(i)) : columns.get(i));
    }
    return renamed;
  }

  // The server's own, or an extension's; anything else is not there.
  private ObjectName foreign(ObjectName written) {
    boolean catalog = CATALOGS.contains(written.schema().key());
    if (catalog || written.name().key().startsWith("pg_")) {
      return written.schema().key().equals("pg_catalog")
          ? ObjectName.unqualified(written.name())
          : written;
    }
    if (scope.isElsewhere(written)) {
      return written;
    }
    if (!scope.hasExtensions()) {
      throw PostgresErrors.undefined(ObjectRef.table(written));
    }
    return ObjectName.unqualified(written.name());
  }

  /** Every sequence is one row of these (catalog header pg_sequence.h). */
  private static final List<RowSource.Output> OF_SEQUENCE =
      List.of(
          new RowSource.Output(Identifier.of("last_value"), Optional.of(SqlType.builtin("bigint"))),
          new RowSource.Output(Identifier.of("log_cnt"), Optional.of(SqlType.builtin("bigint"))),
          new RowSource.Output(
              Identifier.of("is_called"), Optional.of(SqlType.builtin("boolean"))));

  /** The columns of a relation; empty where they are not known. */
  Optional<List<RowSource.Output>> columns(ObjectRef relation) {
    Optional<SchemaObject> object = scope.schema().get(relation);
    if (object.orElse(null) instanceof Table table) {
      return Optional.of(table.columns().stream().map(this::output).toList());
    }
    if (object.orElse(null) instanceof ForeignTable foreign) {
      return Optional.of(foreign.table().columns().stream().map(this::output).toList());
    }
    if (relation.kind() == ObjectKind.SEQUENCE) {
      return Optional.of(OF_SEQUENCE);
    }
    if (object.orElse(null) instanceof View view) {
      return ofView(view.name(), view.query(), view.columns());
    }
    return object.orElse(null) instanceof MaterializedView view
        ? ofView(view.name(), view.query(), view.columns())
        : Optional.empty();
  }

  private RowSource.Output output(Column column) {
    SqlType base = scope.base(column.type());
    return new RowSource.Output(
        column.name(),
        Optional.of(base),
        Optional.of(column.type()).filter(one -> !one.equals(base)),
        column.collation());
  }

  // The types are found by a look at the view's own query, once.
  private Optional<List<RowSource.Output>> ofView(
      ObjectName name, Query query, List<Identifier> columns) {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    if (!views.containsKey(name)) {
      views.put(name, Optional.of(columns.stream().map(FromForm::untyped).toList()));
      views.put(name, typed(query, columns));
    }
    return views.get(name);
  }

  private Optional<List<RowSource.Output>> typed(Query query, List<Identifier> columns) {
    List<RowSource.Output> outputs =
        new QueryForm(queries.expressions(), scope, views)
            .of(query, columns)
            .settled()
            .orElse(List.of());
    return Optional.of(
        outputs.size() == columns.size()
            ? renamed(outputs, Optional.of(new FromItem.Alias(Identifier.NONE, columns)))
            : columns.stream().map(FromForm::untyped).toList());
  }

  private static RowSource.Output untyped(Identifier name) {
    return new RowSource.Output(name, Optional.empty());
  }

  private Part derived(FromItem.Derived written, RowScope level, List<Sourced> parts) {
    QueryForm.Formed formed =
        queries.query(
            written.query(),
            written.lateral() ? level.inner() : level.around(),
            written.alias().map(FromItem.Alias::columns).orElse(List.of()));
    Optional<FromItem.Alias> alias =
        written.alias().map(one -> new FromItem.Alias(one.name(), List.of()));
    boolean renames = written.alias().filter(one -> !one.columns().isEmpty()).isPresent();
    boolean named = formed.query().body() instanceof Query.Select;
    return source(
        new FromItem.Derived(
            formed.query(), written.lateral(), renames && !named ? written.alias() : alias),
        alias.map(FromItem.Alias::name).orElse(Identifier.of("unnamed_subquery")),
        Optional.empty(),
        formed.settled().map(all -> renamed(all, written.alias())),
        level,
        parts);
  }

  private Part calls(FromItem.Calls written, RowScope level, List<Sourced> parts) {
    List<SqlExpr> formed =
        written.calls().stream().map(one -> queries.expression(one, level)).toList();
    Identifier alias =
        written
            .alias()
            .map(FromItem.Alias::name)
            .orElseGet(() -> OutputNames.of(written.calls().getFirst()));
    Optional<List<RowSource.Output>> natural =
        calls.of(written, alias).map(all -> typed(all, formed, level));
    Optional<List<RowSource.Output>> columns = natural.map(all -> renamed(all, written.alias()));
    List<Identifier> names = renamedColumns(written, natural);
    return source(
        new FromItem.Calls(
            formed,
            written.rowsFrom() && formed.size() > 1,
            written.ordinality(),
            Optional.of(new FromItem.Alias(alias, names)),
            written.definition()),
        alias,
        Optional.empty(),
        columns,
        level,
        parts);
  }

  // The one column of a call may have a type that hangs on its arguments.
  private List<RowSource.Output> typed(
      List<RowSource.Output> columns, List<SqlExpr> calls, RowScope level) {
    if (calls.size() != 1 || columns.isEmpty() || columns.getFirst().type().isPresent()) {
      return columns;
    }
    List<RowSource.Output> typed = new ArrayList<>(columns);
    typed.set(
        0,
        new RowSource.Output(
            columns.getFirst().name(),
            queries.expressions().typeOf(calls.getFirst(), level, scope::routines)));
    return typed;
  }

  // The server prints all names; those that the columns have by themselves say nothing.
  private static List<Identifier> renamedColumns(
      FromItem.Calls written, Optional<List<RowSource.Output>> natural) {
    List<Identifier> names = written.alias().map(FromItem.Alias::columns).orElse(List.of());
    List<Identifier> own =
        natural.stream().flatMap(List::stream).map(RowSource.Output::name).toList();
    return names.size() <= own.size() && own.subList(0, names.size()).equals(names)
        ? List.of()
        : names;
  }

  private Part join(FromItem.Join written, RowScope level, List<Sourced> parts) {
    Part left = part(written.left(), level, parts);
    Part right = part(written.right(), level, parts);
    List<Identifier> using =
        written.natural() ? common(left.columns(), right.columns()) : written.using();
    for (Identifier column : using) {
      Optional<SqlExpr> meaning =
          switch (written.kind()) {
            case INNER, LEFT, CROSS -> find(left, column);
            case RIGHT -> find(right, column);
            case FULL -> Optional.of(new SqlExpr.ColumnRef(List.of(), column));
          };
      meaning.ifPresent(found -> level.merge(column, found));
    }
    FromItem.Join join =
        new FromItem.Join(
            // CROSS JOIN is an inner join on nothing (transformFromClauseItem).
            written.kind(),
            false,
            left.item(),
            right.item(),
            using,
            written.on().map(on -> queries.expression(on, level)),
            written.alias());
    return new Part(join, columns(left, right, using, written.kind()), Optional.empty());
  }

  private static Optional<SqlExpr> find(Part part, Identifier column) {
    return part.columns().stream()
        .flatMap(List::stream)
        .filter(item -> item.alias().filter(column::equals).isPresent())
        .map(Query.Item::expression)
        .findFirst()
        .or(
            () ->
                part.source()
                    .filter(source -> part.columns().isEmpty())
                    .map(source -> new SqlExpr.ColumnRef(List.of(source), column)));
  }

  private static List<Identifier> common(
      Optional<List<Query.Item>> left, Optional<List<Query.Item>> right) {
    Set<Identifier> others = new HashSet<>();
    right.stream().flatMap(List::stream).forEach(item -> others.add(item.alias().orElseThrow()));
    return left.stream()
        .flatMap(List::stream)
        .map(item -> item.alias().orElseThrow())
        .filter(others::contains)
        .toList();
  }

  // A star shows the columns of USING first, once.
  private static Optional<List<Query.Item>> columns(
      Part left, Part right, List<Identifier> using, FromItem.Join.Kind kind) {
    if (left.columns().isEmpty() || right.columns().isEmpty()) {
      return Optional.empty();
    }
    List<Query.Item> all = new ArrayList<>();
    for (Identifier column : using) {
      Optional<SqlExpr> meaning =
          switch (kind) {
            case INNER, LEFT, CROSS -> find(left, column);
            case RIGHT -> find(right, column);
            case FULL -> Optional.of(new SqlExpr.ColumnRef(List.of(), column));
          };
      meaning.ifPresent(found -> all.add(new Query.Item(found, Optional.of(column))));
    }
    for (Part part : List.of(left, right)) {
      part.columns().get().stream()
          .filter(item -> !using.contains(item.alias().orElseThrow()))
          .forEach(all::add);
    }
    return Optional.of(all);
  }
}
