package dev.schemend.dialect.postgres;

import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Column;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.NotNull;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns and checks of a new table with parents (manual, 5.11 and CREATE TABLE; server source
 * {@code MergeAttributes}).
 */
final class ColumnMerge {

  // Release notes of 17: partitions share the identity of their parent.
  private static final ServerVersion IDENTITY_OF_PARTITIONS = ServerVersion.of(17, 0, 0);

  // Release notes of 16: a generated column may be computed otherwise by each heir.
  private static final ServerVersion OWN_EXPRESSIONS = ServerVersion.of(16, 0, 0);

  private final ObjectName table;
  private final ServerVersion version;
  private final Map<Identifier, Column> columns = new LinkedHashMap<>();
  private final Map<Identifier, Constraint.Check> checks = new LinkedHashMap<>();
  private final Set<Identifier> conflicting = new HashSet<>();
  private final boolean keepsIdentity;
  private final boolean isPartition;
  private final boolean asCatalogued;

  private ColumnMerge(
      ObjectName table, boolean isPartition, boolean asCatalogued, ServerVersion version) {
    this.table = table;
    this.version = version;
    this.isPartition = isPartition;
    this.asCatalogued = asCatalogued;
    this.keepsIdentity = isPartition && version.since(IDENTITY_OF_PARTITIONS);
  }

  /**
   * What {@code parents} hand down to a new table.
   *
   * @param asCatalogued whether the statement tells all columns as a catalog does, those too that
   *     are only inherited
   */
  static ColumnMerge of(
      ObjectName table,
      List<Table> parents,
      boolean isPartition,
      boolean asCatalogued,
      ServerVersion version) {
    ColumnMerge merge = new ColumnMerge(table, isPartition, asCatalogued, version);
    for (Table parent : parents) {
      parent.columns().forEach(merge::inherit);
      parent.constraints().forEach(merge::inherit);
    }
    return merge;
  }

  /** A column as a new heir has it. */
  static Column handedDown(Column column, boolean keepsIdentity) {
    Optional<NotNull> notNull = column.postgres().notNull();
    Optional<Generation> generation =
        column.generation().filter(one -> keepsIdentity || !(one instanceof Generation.Identity));
    return column
        .withComment(Optional.empty())
        .withNullable(column.nullable() || notNull.filter(NotNull::noInherit).isPresent())
        .withGeneration(generation)
        .withPostgres(
            column
                .postgres()
                .withLocal(false)
                .withNotNull(notNull.map(one -> one.withLocal(false).withValidated(true)))
                .withStatistics(Optional.empty())
                .withParameters(new java.util.TreeMap<>()));
  }

  static boolean keepsIdentity(boolean isPartition, ServerVersion version) {
    return isPartition && version.since(IDENTITY_OF_PARTITIONS);
  }

  /** Takes the attributes of the type that the table is of, as its own columns. */
  void ofType(CompositeType type) {
    TypedTables.columns(type).forEach(column -> columns.put(column.name(), column));
  }

  private void inherit(Column parents) {
    Column column = handedDown(parents, keepsIdentity);
    Column present = columns.get(column.name());
    if (present == null) {
      columns.put(column.name(), column);
      return;
    }
    requireSameType(present, column.type(), column.collation());
    if (isComputed(present) != isComputed(column)) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table, column.name()),
          "inherits a generation conflict",
          PostgresErrors.DATATYPE_MISMATCH);
    }
    if (isComputed(present) && !present.generation().equals(column.generation())) {
      conflicting.add(column.name());
    }
    if (present.defaultValue().isPresent()
        && column.defaultValue().isPresent()
        && !present.defaultValue().equals(column.defaultValue())) {
      conflicting.add(column.name());
    }
    columns.put(
        column.name(),
        present
            .withNullable(present.nullable() && column.nullable())
            .withPostgres(
                present
                    .postgres()
                    .withNotNull(present.postgres().notNull().or(column.postgres()::notNull)))
            .withDefault(present.defaultValue().or(column::defaultValue)));
  }

  private void inherit(Constraint constraint) {
    if (!(constraint instanceof Constraint.Check check) || check.noInherit()) {
      return;
    }
    Constraint.Check inherited = check.withLocal(false).withValidated(true);
    Constraint.Check present = checks.putIfAbsent(check.name(), inherited);
    if (present != null && !present.expression().equals(inherited.expression())) {
      throw PostgresErrors.duplicate(ObjectRef.constraint(table, check.name()));
    }
  }

  private void requireSameType(Column present, SqlType type, Optional<String> collation) {
    if (!present.type().equals(type) || !present.collation().equals(collation)) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table, present.name()),
          "inherited column has a type conflict",
          PostgresErrors.DATATYPE_MISMATCH);
    }
  }

  /** The type of an inherited column, for a definition that states none. */
  Optional<Column> inherited(Identifier column) {
    return Optional.ofNullable(columns.get(column));
  }

  /**
   * Adds a column of the table's own.
   *
   * @param stated whether a type is written
   */
  void own(Column column, boolean stated) {
    Column present = columns.get(column.name());
    if (present == null) {
      if (!stated) {
        throw PostgresErrors.undefined(ObjectRef.column(table, column.name()));
      }
      columns.put(column.name(), column);
      return;
    }
    if (asCatalogued) {
      // The catalog tells every column, inherited ones too, and their order.
      conflicting.remove(column.name());
      columns.remove(column.name());
      columns.put(column.name(), column);
      return;
    }
    if (stated) {
      requireSameType(present, column.type(), column.collation());
    }
    requireSameKind(present, column);
    if (column.defaultValue().isPresent() || isComputed(column)) {
      conflicting.remove(column.name());
    }
    columns.put(
        column.name(),
        present
            .withNullable(present.nullable() && column.nullable())
            .withDefault(column.defaultValue().or(present::defaultValue))
            .withComment(column.comment().or(present::comment))
            .withGeneration(column.generation().or(present::generation))
            .withPostgres(
                present
                    .postgres()
                    // What only NOT NULL is said of stays the parents'.
                    .withLocal((!isPartition && stated) || present.postgres().local())
                    .withNotNull(notNull(present, column))
                    .withStorage(column.postgres().storage().or(present.postgres()::storage))
                    .withCompression(
                        column.postgres().compression().or(present.postgres()::compression))));
  }

  // What MergeChildAttribute demands of a child column's generation.
  private void requireSameKind(Column inherited, Column own) {
    boolean ownExpressions = version.since(OWN_EXPRESSIONS);
    ObjectRef column = ObjectRef.column(table, own.name());
    if (!isComputed(inherited)) {
      if (isComputed(own) && ownExpressions) {
        throw PostgresErrors.invalid(
            column,
            "child column specifies a generation expression",
            PostgresErrors.INVALID_COLUMN_DEFINITION);
      }
    } else if (isComputed(own) && !ownExpressions) {
      throw PostgresErrors.invalid(
          column,
          "its generation expression is its parent's",
          isPartition ? PostgresErrors.NOT_SUPPORTED : PostgresErrors.INVALID_COLUMN_DEFINITION);
    } else if (own.defaultValue().isPresent() || Canonical.isIdentity(own)) {
      throw PostgresErrors.invalid(
          column,
          "inherits from a generated column, and has no default or identity",
          PostgresErrors.INVALID_COLUMN_DEFINITION);
    }
  }

  static boolean isComputed(Column column) {
    return column.generation().filter(Generation.Computed.class::isInstance).isPresent();
  }

  /**
   * Whether a column may come to inherit from another (MergeAttributesIntoExisting).
   *
   * @param present the child's
   * @param wanted the parent's
   */
  static boolean isComputedAlike(Column present, Column wanted, ServerVersion version) {
    boolean both = isComputed(present) && isComputed(wanted);
    return version.since(OWN_EXPRESSIONS)
        ? isComputed(present) == isComputed(wanted)
        : !isComputed(wanted) || (both && present.generation().equals(wanted.generation()));
  }

  // The table's own stands before what it inherits.
  private Optional<NotNull> notNull(Column inherited, Column own) {
    if (own.nullable()) {
      return inherited.postgres().notNull();
    }
    NotNull written = own.postgres().notNull().orElse(NotNull.PLAIN);
    if (written.noInherit() && inherited.postgres().notNull().isPresent()) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table, own.name()),
          "has an inherited not-null constraint, and cannot have one with NO INHERIT",
          PostgresErrors.DATATYPE_MISMATCH);
    }
    return Optional.of(written);
  }

  /** Those that are there by now; an own default may yet settle which of two is meant. */
  List<Column> soFar() {
    return List.copyOf(columns.values());
  }

  /** All of them, inherited ones first. */
  List<Column> columns() {
    if (!conflicting.isEmpty()) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table, conflicting.iterator().next()),
          "inherits conflicting default values",
          PostgresErrors.INVALID_COLUMN_DEFINITION);
    }
    return List.copyOf(columns.values());
  }

  /** The checks that are handed down. */
  List<Constraint> checks() {
    return List.copyOf(checks.values());
  }

  /** Adds to each heir of {@code parent} a column that it got. */
  static Schema spread(Schema schema, Table parent, Column column, ServerVersion version) {
    Schema current = schema;
    for (Table child : Heirs.of(schema, parent)) {
      Optional<Column> present = child.column(column.name());
      if (present.isPresent()) {
        if (!present.get().type().equals(column.type())
            || !present.get().collation().equals(column.collation())) {
          throw PostgresErrors.invalid(
              ObjectRef.column(child.name(), column.name()),
              "child table has a different type for the column",
              PostgresErrors.DATATYPE_MISMATCH);
        }
        continue;
      }
      Column handed =
          handedDown(column, keepsIdentity(Heirs.lineage(child).isPartition(), version));
      List<Column> columns = new ArrayList<>(child.columns());
      columns.add(handed);
      Table wider = child.withColumns(columns);
      current = spread(current.with(wider), wider, handed, version);
    }
    return current;
  }
}
