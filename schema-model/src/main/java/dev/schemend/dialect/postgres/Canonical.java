package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.apply.ErrorCode;
import dev.schemend.dialect.Dialect;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.DomainType;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.PostgresColumnOptions;
import dev.schemend.model.SequenceOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The forms in which the server stores what statements write. */
final class Canonical {

  private static final Map<String, Long> TYPE_MAXIMUM =
      Map.of(
          "smallint", (long) Short.MAX_VALUE,
          "integer", (long) Integer.MAX_VALUE,
          "bigint", Long.MAX_VALUE);

  private final Dialect dialect;
  private final Scope scope;

  Canonical(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  SqlType type(SqlType written) {
    return scope.resolve(dialect.types().canonical(written));
  }

  /** The same without a length: functions, operators and casts keep none (CREATE FUNCTION). */
  SqlType unmodified(SqlType written) {
    return withoutLength(type(written));
  }

  private static SqlType withoutLength(SqlType type) {
    return switch (type) {
      // They are one type, and which is meant only a length tells (format_type_extended).
      case SqlType.Builtin builtin ->
          new SqlType.Builtin(
              builtin.name().equals("bpchar") ? "character" : builtin.name(), List.of());
      case SqlType.UserDefined user -> new SqlType.UserDefined(user.name(), List.of());
      case SqlType.ArrayOf array -> new SqlType.ArrayOf(withoutLength(array.element()));
      case SqlType.InlineEnum inline -> inline;
    };
  }

  /** The default of a column of that type: {@code NULL} is none at all. */
  Optional<SqlExpr> defaultValue(SqlExpr written, ObjectRef column, SqlType type) {
    // What is assigned to a domain is coerced to the type under it (manual, 10.4).
    SqlExpr canonical =
        scope.resolve(
            ((PostgresExpressions) dialect.expressions())
                .canonical(
                    scope.asWritten(written),
                    Optional.of(underlying(type)),
                    name -> Optional.empty(),
                    scope::routines));
    if (new DefaultTypes(dialect.types(), scope.schema()).cannotBe(canonical, type)) {
      throw PostgresErrors.invalid(
          column,
          "the default's type cannot be cast automatically to the column's",
          PostgresErrors.DATATYPE_MISMATCH);
    }
    return isNull(canonical) ? Optional.empty() : Optional.of(canonical);
  }

  /**
   * The default of a column whose type changes: what was a value of the old type is assigned to the
   * new one each time it is used (ATExecAlterColumnType).
   */
  Optional<SqlExpr> reassigned(SqlExpr value, ObjectRef column, SqlType from, SqlType to) {
    SqlExpr typed =
        value instanceof SqlExpr.StringLiteral literal
            ? Literals.typed(literal, PostgresTypes.ofConstant(underlying(from)))
            : value;
    return defaultValue(typed, column, to);
  }

  /** The type itself, or what is under it where it is a domain. */
  SqlType underlying(SqlType type) {
    return type instanceof SqlType.UserDefined user
            && scope.schema().get(ObjectRef.to(ObjectKind.DOMAIN, user.name())).orElse(null)
                instanceof DomainType domain
        ? underlying(domain.type())
        : type;
  }

  private static boolean isNull(SqlExpr expression) {
    return expression instanceof SqlExpr.NullLiteral
        || (expression instanceof SqlExpr.Cast cast && isNull(cast.operand()));
  }

  /** A condition over the columns of one table, whose name is dropped from them. */
  SqlExpr condition(SqlExpr written, List<Column> columns) {
    return overColumns(written, Optional.empty(), columns);
  }

  // Which casts the server adds hangs on the types of the columns.
  private SqlExpr overColumns(SqlExpr written, Optional<SqlType> context, List<Column> columns) {
    return scope.resolve(
        ((PostgresExpressions) dialect.expressions())
            .canonical(
                scope.asWritten(unqualified(written)),
                context,
                name ->
                    columns.stream()
                        .filter(column -> column.name().equals(name))
                        .map(Column::type)
                        .findFirst()
                        .map(this::underlying),
                scope::routines));
  }

  private static SqlExpr unqualified(SqlExpr expression) {
    return Expressions.bottomUp(
        expression,
        node ->
            node instanceof SqlExpr.ColumnRef column
                ? new SqlExpr.ColumnRef(List.of(), column.column())
                : node);
  }

  /** A column of {@code table} whose pseudo type is expanded already. */
  Column column(ObjectName table, Column written, List<Column> siblings) {
    ObjectRef ref = ObjectRef.column(table, written.name());
    SqlType type = type(written.type());
    return new Column(
        written.name(),
        type,
        written.nullable() && !isIdentity(written),
        written.defaultValue().flatMap(value -> defaultValue(value, ref, type)),
        written.generation().map(generation -> generation(generation, ref, type, siblings)),
        collation(written.collation()),
        written.comment(),
        written.mysql(),
        options(written.postgres(), type));
  }

  /** What is said of the order of texts, where it is not the usual one. */
  Optional<String> collation(Optional<String> written) {
    return written.filter(one -> !one.equals("default")).map(scope::collation);
  }

  private PostgresColumnOptions options(PostgresColumnOptions written, SqlType type) {
    return written
        .withStorage(
            written.storage().filter(one -> !StorageFacts.isOwn(one, type, scope.schema())))
        .withCompression(written.compression().filter(one -> !one.equals("default")))
        .withStatistics(written.statistics().filter(target -> target >= 0));
  }

  static boolean isIdentity(Column column) {
    return column.generation().filter(Generation.Identity.class::isInstance).isPresent();
  }

  private Generation generation(
      Generation written, ObjectRef column, SqlType type, List<Column> siblings) {
    return switch (written) {
      case Generation.Identity identity -> identity(identity, column, type);
      case Generation.AutoIncrement increment -> throw PostgresErrors.foreign("AUTO_INCREMENT");
      case Generation.Computed computed ->
          new Generation.Computed(
              overColumns(computed.expression(), Optional.of(type), siblings), computed.stored());
    };
  }

  Generation.Identity identity(Generation.Identity written, ObjectRef column, SqlType type) {
    requireIdentityType(column, type);
    return new Generation.Identity(
        written.always(), withoutType(sequence(PostgresSequences.ofType(type, written.options()))));
  }

  /** Refuses a type that an identity column cannot have (manual, CREATE TABLE). */
  static void requireIdentityType(ObjectRef column, SqlType type) {
    boolean whole =
        type instanceof SqlType.Builtin builtin && TYPE_MAXIMUM.containsKey(builtin.name());
    if (!whole) {
      throw PostgresErrors.invalid(
          column,
          "identity column type must be smallint, integer, or bigint",
          PostgresErrors.INVALID_PARAMETER);
    }
  }

  // An identity's sequence has the type of its column; saying so twice would make two truths.
  private static SequenceOptions withoutType(SequenceOptions options) {
    return new SequenceOptions(
        Optional.empty(),
        options.start(),
        options.increment(),
        options.minimum(),
        options.maximum(),
        options.cache(),
        options.cycle());
  }

  /** Sequence options without those that say the default (manual, CREATE SEQUENCE). */
  SequenceOptions sequence(SequenceOptions written) {
    SqlType type = dialect.types().canonical(written.type().orElse(SqlType.builtin("bigint")));
    String typeName = type instanceof SqlType.Builtin builtin ? builtin.name() : "";
    Long typeMaximum = TYPE_MAXIMUM.get(typeName);
    if (typeMaximum == null) {
      throw PostgresErrors.invalid(
          ObjectRef.to(ObjectKind.SEQUENCE, NOWHERE),
          "sequence type must be smallint, integer, or bigint",
          PostgresErrors.INVALID_PARAMETER);
    }
    boolean ascending = written.increment().orElse(1L) > 0;
    requireSound(written, typeMaximum);
    long minimum = ascending ? 1 : -typeMaximum - 1;
    long maximum = ascending ? typeMaximum : -1;
    long start = ascending ? written.minimum().orElse(minimum) : written.maximum().orElse(maximum);
    return new SequenceOptions(
        typeName.equals("bigint") ? Optional.empty() : Optional.of(type),
        written.start().filter(value -> value != start),
        written.increment().filter(value -> value != 1),
        written.minimum().filter(value -> value != minimum),
        written.maximum().filter(value -> value != maximum),
        written.cache().filter(value -> value != 1),
        written.cycle());
  }

  // init_params in sequence.c.
  private static void requireSound(SequenceOptions written, long typeMaximum) {
    boolean ascending = written.increment().orElse(1L) > 0;
    long lowest = -typeMaximum - 1;
    long minimum = written.minimum().orElse(ascending ? 1 : lowest);
    long maximum = written.maximum().orElse(ascending ? typeMaximum : -1);
    long start = written.start().orElse(ascending ? minimum : maximum);
    boolean sound =
        written.increment().orElse(1L) != 0
            && written.cache().orElse(1L) > 0
            && minimum >= lowest
            && maximum <= typeMaximum
            && minimum < maximum
            && start >= minimum
            && start <= maximum;
    if (!sound) {
      throw PostgresErrors.invalid(
          ObjectRef.to(ObjectKind.SEQUENCE, NOWHERE),
          "increment, bounds, start and cache contradict each other or the type",
          PostgresErrors.INVALID_PARAMETER);
    }
  }

  private static final ObjectName NOWHERE = ObjectName.unqualified(Identifier.NONE);

  List<IndexPart> parts(List<IndexPart> written, List<Column> columns) {
    return written.stream().map(part -> part(part, columns)).toList();
  }

  private IndexPart part(IndexPart written, List<Column> columns) {
    Optional<String> collation = written.collation();
    IndexPart.Key key = written.key();
    if (key instanceof IndexPart.ExpressionKey(SqlExpr expression)) {
      // A clause around an expression says how the part is sorted (ComputeIndexAttrs).
      SqlExpr bare = condition(expression, columns);
      while (bare instanceof SqlExpr.Binary(String operator, SqlExpr operand, SqlExpr name)
          && operator.equals("collate")
          && name instanceof SqlExpr.StringLiteral literal) {
        collation = collation.or(() -> Optional.of(literal.value()));
        bare = operand;
      }
      key = expressionKey(bare);
    }
    IndexPart.Key indexed = key;
    return new IndexPart(
        indexed,
        written.descending(),
        written.nullsFirst().filter(first -> first != written.descending()),
        Optional.empty(),
        written
            .operatorClass()
            .map(scope::operatorClass)
            .filter(name -> !isDefaultClass(name, indexed, columns)),
        collation.map(scope::collation).filter(name -> !isOwnCollation(name, indexed, columns)));
  }

  // The server takes an expression that is only a column for the column (transformIndexStmt).
  private static IndexPart.Key expressionKey(SqlExpr expression) {
    return expression instanceof SqlExpr.ColumnRef column
        ? new IndexPart.ColumnKey(column.column())
        : new IndexPart.ExpressionKey(expression);
  }

  private static boolean isDefaultClass(
      String operatorClass, IndexPart.Key key, List<Column> columns) {
    return column(key, columns)
        .filter(column -> DefaultOperatorClasses.isDefault(operatorClass, column.type()))
        .isPresent();
  }

  // What is told of an expression is the collation that it has by itself (pg_get_indexdef): the
  // database's, where none of its columns has one of their own.
  private static boolean isOwnCollation(String collation, IndexPart.Key key, List<Column> columns) {
    return switch (key) {
      case IndexPart.ColumnKey column ->
          column(column, columns)
              .filter(found -> found.collation().orElse(DATABASES).equals(collation))
              .isPresent();
      case IndexPart.ExpressionKey(SqlExpr expression) ->
          collation.equals(DATABASES) && !readsCollated(expression, columns);
    };
  }

  private static boolean readsCollated(SqlExpr expression, List<Column> columns) {
    Set<Identifier> read = ColumnUses.in(expression);
    return columns.stream()
            .anyMatch(column -> read.contains(column.name()) && column.collation().isPresent())
        || collates(expression);
  }

  private static boolean collates(SqlExpr expression) {
    List<SqlExpr> clauses = new ArrayList<>();
    Expressions.visit(
        expression,
        node -> {
          if (node instanceof SqlExpr.Binary binary && binary.operator().equals("collate")) {
            clauses.add(node);
          }
        });
    return !clauses.isEmpty();
  }

  /** The name of the collation that the database has. */
  private static final String DATABASES = "default";

  private static Optional<Column> column(IndexPart.Key key, List<Column> columns) {
    return key instanceof IndexPart.ColumnKey column
        ? columns.stream().filter(candidate -> candidate.name().equals(column.column())).findFirst()
        : Optional.empty();
  }

  Index index(Index written, List<Column> columns) {
    return written
        .withParts(parts(written.parts(), columns))
        .withPredicate(written.predicate().map(one -> condition(one, columns)));
  }

  Constraint constraint(Constraint written, List<Column> columns) {
    return switch (written) {
      case Constraint.PrimaryKey key -> key.withParts(parts(key.parts(), columns), key.include());
      case Constraint.Unique key -> key.withParts(parts(key.parts(), columns), key.include());
      case Constraint.ForeignKey key -> key;
      case Constraint.Check check -> check.withExpression(condition(check.expression(), columns));
      case Constraint.Exclusion exclusion ->
          exclusion
              .withParts(parts(exclusion.parts(), columns), exclusion.include())
              .withPredicate(exclusion.predicate().map(one -> condition(one, columns)));
    };
  }

  /** Refuses a column that the table does not have. */
  static void requireColumns(
      ObjectName table, List<Column> columns, Iterable<Identifier> mentioned, ErrorCode code) {
    for (Identifier name : mentioned) {
      if (columns.stream().noneMatch(column -> column.name().equals(name))) {
        throw PostgresErrors.invalid(
            ObjectRef.column(table, name), "column \"" + name + "\" does not exist", code);
      }
    }
  }
}
