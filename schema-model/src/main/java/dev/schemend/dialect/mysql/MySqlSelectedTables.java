package dev.schemend.dialect.mysql;

import dev.schemend.apply.ErrorCode;
import dev.schemend.apply.Rejection;
import dev.schemend.apply.SchemaError;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Flavor;
import dev.schemend.expr.FromItem;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.MySqlVersioning;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code CREATE TABLE … SELECT} (MySQL manual, 15.1.20.4; MariaDB knowledge base, CREATE TABLE). A
 * column of a table comes with its type, its comment and its default, but without {@code
 * AUTO_INCREMENT}, expression and keys; what else a query computes has types that hang on the
 * server and its version: such a table is not decided.
 */
final class MySqlSelectedTables {

  private static final ErrorCode NOT_SUPPORTED = ErrorCode.of(1235, "42000");
  private static final SqlExpr ZERO = new SqlExpr.NumberLiteral("0");

  private final MySqlScope scope;

  MySqlSelectedTables(MySqlScope scope) {
    this.scope = scope;
  }

  Schema create(DdlStatement.OfMySql.CreateTableSelect create) {
    DdlStatement.CreateTable table = create.table();
    ObjectName lasting = scope.toCreate(table.name());
    ObjectName name = create.temporary() ? MySqlTemporary.name(lasting) : lasting;
    boolean taken =
        scope.schema().has(ObjectRef.table(name)) || (!create.temporary() && scope.isTaken(name));
    if (taken && table.ifNotExists()) {
      return scope.schema();
    }
    Optional<List<ColumnDefinition>> selected = selected(create.query());
    if (selected.isEmpty()) {
      return undecided(name);
    }
    DdlStatement.CreateTable whole =
        new DdlStatement.CreateTable(
            table.name(),
            together(table.columns(), selected.get()),
            table.constraints(),
            table.indexes(),
            table.options(),
            table.ifNotExists());
    MySqlTables tables = new MySqlTables(scope);
    return create.temporary()
        ? tables.createTemporary(new DdlStatement.OfMySql.CreateTemporaryTable(whole))
        : tables.create(whole);
  }

  private Schema undecided(ObjectName name) {
    if (MySqlTemporary.is(name)) {
      // It is gone at the end, and what is in it makes no difference to the schema.
      return scope.schema().with(OpaqueObject.of(ObjectRef.table(name), "", List.of()));
    }
    throw undecidable(name);
  }

  /** What is said of a table whose columns nobody knows. */
  static Rejection undecidable(ObjectName table) {
    return new Rejection(
        new SchemaError.Undecidable(
            ObjectRef.table(table),
            "its columns follow from a query whose types are not known",
            NOT_SUPPORTED));
  }

  // Those that are only written come first; what is both is defined as it is written.
  private List<ColumnDefinition> together(
      List<ColumnDefinition> written, List<ColumnDefinition> selected) {
    Map<Identifier, ColumnDefinition> defined = new LinkedHashMap<>();
    written.forEach(one -> defined.put(one.column().name(), one));
    List<ColumnDefinition> later = new ArrayList<>();
    for (ColumnDefinition one : selected) {
      ColumnDefinition own = defined.remove(one.column().name());
      later.add(own == null ? one : commented(own, one.column().comment()));
    }
    List<ColumnDefinition> all = new ArrayList<>(defined.values());
    all.addAll(later);
    return all;
  }

  private ColumnDefinition commented(ColumnDefinition own, Optional<String> comment) {
    boolean inherits = scope.dialect().profile().flavor() == Flavor.MYSQL;
    return !inherits || own.column().comment().isPresent()
        ? own
        : new ColumnDefinition(
            own.column().withComment(comment),
            own.explicitNull(),
            own.constraints(),
            own.indexes());
  }

  // ------------------------------------------------------------ the query's columns

  /** A table in {@code FROM}, and whether a join may leave its columns without values. */
  private record Source(Table table, boolean optional) {}

  private Optional<List<ColumnDefinition>> selected(Query query) {
    return query.body() instanceof Query.Select select
        ? resolved(query, select).flatMap(this::columns)
        : Optional.empty();
  }

  // Which rows there are makes no difference to the columns.
  private Optional<Query> resolved(Query query, Query.Select select) {
    Query.Select shown =
        new Query.Select(
            false,
            List.of(),
            select.items(),
            select.from().stream().map(item -> placed(item, query)).toList(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of());
    return new MySqlQueryForm(scope)
        .of(
            new Query(
                query.recursive(),
                query.with(),
                shown,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of()),
            List.of());
  }

  // A temporary table hides the lasting one, but not what WITH calls so.
  private FromItem placed(FromItem item, Query query) {
    return switch (item) {
      case FromItem.Relation relation -> {
        ObjectName temporary = MySqlTemporary.name(scope.qualify(relation.name()));
        boolean common =
            !relation.name().isQualified()
                && query.with().stream()
                    .anyMatch(with -> with.name().equals(relation.name().name()));
        yield common || scope.carried(temporary).isEmpty()
            ? relation
            : new FromItem.Relation(
                temporary, relation.only(), relation.alias(), relation.sample());
      }
      case FromItem.Join join ->
          new FromItem.Join(
              join.kind(),
              join.natural(),
              placed(join.left(), query),
              placed(join.right(), query),
              join.using(),
              join.on(),
              join.alias());
      case FromItem.Derived derived -> derived;
      case FromItem.Calls calls -> calls;
    };
  }

  private Optional<List<ColumnDefinition>> columns(Query resolved) {
    Query.Select select = (Query.Select) resolved.body();
    Map<Identifier, Source> sources = new HashMap<>();
    select.from().forEach(item -> collect(item, false, sources));
    List<ColumnDefinition> columns = new ArrayList<>();
    for (Query.Item item : select.items()) {
      Optional<ColumnDefinition> column = column(item, sources);
      if (column.isEmpty()) {
        return Optional.empty();
      }
      columns.add(column.get());
    }
    return Optional.of(columns);
  }

  private void collect(FromItem item, boolean optional, Map<Identifier, Source> into) {
    switch (item) {
      case FromItem.Relation relation ->
          scope
              .schema()
              .table(relation.name())
              .ifPresent(
                  table ->
                      into.put(relation.alias().orElseThrow().name(), new Source(table, optional)));
      case FromItem.Join join -> {
        collect(join.left(), optional, into);
        collect(join.right(), optional || join.kind() == FromItem.Join.Kind.LEFT, into);
      }
      case FromItem.Derived derived -> {
        // What comes out of a query has defaults of its own, which differ between the servers.
      }
      case FromItem.Calls calls -> {}
    }
  }

  private static Optional<ColumnDefinition> column(
      Query.Item item, Map<Identifier, Source> sources) {
    if (!(item.expression() instanceof SqlExpr.ColumnRef ref) || ref.qualifiers().size() != 1) {
      return Optional.empty();
    }
    Optional<Source> source = Optional.ofNullable(sources.get(ref.qualifiers().getFirst()));
    return source
        .flatMap(one -> one.table().column(ref.column()))
        .flatMap(
            column ->
                copied(column, source.get().optional())
                    .map(copy -> copy.withName(item.alias().orElse(ref.column()))))
        .map(column -> new ColumnDefinition(column, column.nullable(), List.of(), List.of()));
  }

  private static Optional<Column> copied(Column source, boolean optional) {
    boolean known =
        source.mysql().role() == MySqlVersioning.Role.PLAIN
            && source.mysql().spatialReference().isEmpty()
            && source.defaultValue().filter(one -> !isPlain(one)).isEmpty();
    if (!known) {
      return Optional.empty();
    }
    Column plain =
        source
            .withNullable(source.nullable() || optional)
            .withMySql(source.mysql().withInvisible(false).withCheck(Optional.empty()));
    if (source.generation().isEmpty()) {
      return Optional.of(plain);
    }
    return switch (source.generation().get()) {
      case Generation.AutoIncrement increment ->
          Optional.of(plain.withGeneration(Optional.empty()).withDefault(Optional.of(ZERO)));
      case Generation.Computed computed ->
          source.nullable()
              ? Optional.of(plain.withGeneration(Optional.empty()))
              : Optional.empty();
      case Generation.Identity identity -> Optional.empty();
    };
  }

  // Whether an expression comes along is not the same in all versions.
  private static boolean isPlain(SqlExpr value) {
    return switch (value) {
      case SqlExpr.NumberLiteral number -> true;
      case SqlExpr.StringLiteral text -> true;
      case SqlExpr.BooleanLiteral truth -> true;
      case SqlExpr.NullLiteral none -> true;
      case SqlExpr.Unary sign -> sign.operand() instanceof SqlExpr.NumberLiteral;
      case SqlExpr.FunctionCall call ->
          call.name().name().key().equalsIgnoreCase("current_timestamp");
      case SqlExpr other -> false;
    };
  }
}
