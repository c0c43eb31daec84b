package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.PartitionBound;
import dev.schemend.model.PartitionKey;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Partition keys and bounds as the server stores them (manual, CREATE TABLE; partbounds.c). */
final class PartitionKeys {

  private static final Pattern EQUALITY = Pattern.compile("(?:.*\\.)?=");

  private static final SqlType ZONED = SqlType.builtin("timestamp with time zone");

  private final Dialect dialect;
  private final Scope scope;

  PartitionKeys(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  PartitionKey key(ObjectName table, PartitionKey written, List<Column> columns) {
    List<IndexPart> parts = new Canonical(dialect, scope).parts(written.parts(), columns);
    PartitionKey key = new PartitionKey(written.strategy(), parts);
    Canonical.requireColumns(table, columns, columns(key), PostgresErrors.UNDEFINED_COLUMN);
    if (key.strategy() == PartitionKey.Strategy.LIST && parts.size() > 1) {
      throw PostgresErrors.invalid(
          ObjectRef.table(table),
          "cannot use \"list\" partition strategy with more than one column",
          PostgresErrors.INVALID_OBJECT);
    }
    return key;
  }

  /** The columns that a key mentions. */
  static SortedSet<Identifier> columns(PartitionKey key) {
    SortedSet<Identifier> columns = new TreeSet<>();
    for (IndexPart part : key.parts()) {
      switch (part.key()) {
        case IndexPart.ColumnKey column -> columns.add(column.column());
        case IndexPart.ExpressionKey expression ->
            columns.addAll(ColumnUses.in(expression.expression()));
      }
    }
    return columns;
  }

  /** Refuses to touch a column that the rows are spread by. */
  static void requireNotInKey(Table table, Identifier column, String reason) {
    boolean used =
        Heirs.lineage(table).key().filter(key -> columns(key).contains(column)).isPresent();
    if (used) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table.name(), column), reason, PostgresErrors.INVALID_TABLE_DEFINITION);
    }
  }

  /** Refuses a key of a partitioned table that could not be checked within one partition. */
  void requireCovered(Table table, Constraint constraint) {
    switch (constraint) {
      case Constraint.PrimaryKey key -> requireCovered(table, key.columns().toList());
      case Constraint.Unique key -> requireCovered(table, key.columns().toList());
      case Constraint.Exclusion exclusion -> requireEqual(table, exclusion);
      case Constraint.ForeignKey key -> {}
      case Constraint.Check check -> {}
    }
  }

  // Release notes of 17; DefineIndex() wants "=" for what the rows are spread by.
  private void requireEqual(Table table, Constraint.Exclusion exclusion) {
    Optional<PartitionKey> key = Heirs.lineage(table).key();
    if (key.isEmpty()) {
      return;
    }
    if (!dialect.profile().version().since(ServerVersion.of(17, 0, 0))) {
      throw PostgresErrors.invalid(
          table.ref(),
          "exclusion constraints are not supported on partitioned tables",
          PostgresErrors.NOT_SUPPORTED);
    }
    requireCovered(table, exclusion.columns().toList());
    SortedSet<Identifier> spreadBy = columns(key.get());
    for (int i = 0; i < exclusion.parts().size(); i++) {
      Optional<Identifier> column = exclusion.parts().get(i).columnName();
      if (column.filter(spreadBy::contains).isPresent()
          && !EQUALITY.matcher(exclusion.operators().get(i)).matches()) {
        throw PostgresErrors.invalid(
            ObjectRef.column(table.name(), column.get()),
            "cannot match partition key to index using non-equal operator "
                + exclusion.operators().get(i),
            PostgresErrors.NOT_SUPPORTED);
      }
    }
  }

  /** The same for a unique index. */
  static void requireCovered(Table table, Index index) {
    if (index.unique()) {
      requireCovered(table, index.columns().toList());
    }
  }

  private static void requireCovered(Table table, List<Identifier> columns) {
    Optional<PartitionKey> key = Heirs.lineage(table).key();
    boolean covered =
        key.isEmpty()
            || key.get().parts().stream()
                .allMatch(part -> part.columnName().filter(columns::contains).isPresent());
    if (!covered) {
      throw PostgresErrors.invalid(
          table.ref(),
          "unique constraint on partitioned table must include all partitioning columns",
          PostgresErrors.NOT_SUPPORTED);
    }
  }

  /** The bound of a partition of {@code parent}, its values in the types of the key. */
  PartitionBound bound(Table parent, PartitionBound written) {
    PartitionKey key =
        Heirs.lineage(parent)
            .key()
            .orElseThrow(
                () ->
                    PostgresErrors.invalid(
                        parent.ref(), "is not partitioned", PostgresErrors.WRONG_OBJECT_TYPE));
    return switch (written) {
      case PartitionBound.Rest rest -> {
        if (key.strategy() == PartitionKey.Strategy.HASH) {
          throw misfit(parent, "a hash-partitioned table may not have a default partition");
        }
        yield rest;
      }
      case PartitionBound.In in -> {
        require(parent, key, PartitionKey.Strategy.LIST);
        Optional<SqlType> type = type(key.parts().getFirst(), parent);
        yield new PartitionBound.In(in.values().stream().map(value -> value(value, type)).toList());
      }
      case PartitionBound.Range range -> {
        require(parent, key, PartitionKey.Strategy.RANGE);
        yield new PartitionBound.Range(
            edges(parent, key, range.from()), edges(parent, key, range.to()));
      }
      case PartitionBound.Hash hash -> {
        require(parent, key, PartitionKey.Strategy.HASH);
        if (hash.modulus() <= 0 || hash.remainder() < 0 || hash.remainder() >= hash.modulus()) {
          throw misfit(parent, "the remainder of a hash partition must be less than its modulus");
        }
        yield hash;
      }
    };
  }

  private static void require(Table parent, PartitionKey key, PartitionKey.Strategy strategy) {
    if (key.strategy() != strategy) {
      throw misfit(
          parent,
          "the bound is not one of a partition by "
              + key.strategy().name().toLowerCase(Locale.ROOT));
    }
  }

  private static dev.schemend.apply.Rejection misfit(Table parent, String reason) {
    return PostgresErrors.invalid(parent.ref(), reason, PostgresErrors.INVALID_TABLE_DEFINITION);
  }

  private List<PartitionBound.Edge> edges(
      Table parent, PartitionKey key, List<PartitionBound.Edge> written) {
    if (written.size() != key.parts().size()) {
      throw misfit(parent, "FROM and TO must specify exactly one value per partitioning column");
    }
    List<PartitionBound.Edge> edges = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      Optional<SqlType> type = type(key.parts().get(i), parent);
      edges.add(
          switch (written.get(i)) {
            case PartitionBound.Edge.Lowest lowest -> lowest;
            case PartitionBound.Edge.Highest highest -> highest;
            case PartitionBound.Edge.At at -> new PartitionBound.Edge.At(value(at.value(), type));
          });
    }
    return edges;
  }

  private static Optional<SqlType> type(IndexPart part, Table parent) {
    return part.columnName().flatMap(parent::column).map(Column::type);
  }

  // The server evaluates a bound; a literal's cast says nothing beside the key's own type.
  private SqlExpr value(SqlExpr written, Optional<SqlType> type) {
    return scope.resolve(dialect.expressions().canonical(moment(bare(written), type), type));
  }

  // A moment without an offset is one of the session's time zone.
  private SqlExpr moment(SqlExpr value, Optional<SqlType> type) {
    Optional<OffsetDateTime> clock = scope.session().clock();
    return value instanceof SqlExpr.StringLiteral literal
            && clock.isPresent()
            && type.filter(ZONED::equals).isPresent()
        ? Literals.inZone(literal, clock.get().getOffset())
        : value;
  }

  private static SqlExpr bare(SqlExpr written) {
    return written instanceof SqlExpr.Cast cast
            && cast.operand() instanceof SqlExpr.StringLiteral literal
        ? literal
        : written;
  }
}
