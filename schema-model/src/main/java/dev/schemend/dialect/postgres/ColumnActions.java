package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnRename;
import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.CastRisk;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The actions of {@code ALTER TABLE} on columns. */
final class ColumnActions {

  // Release notes of 15: before, a generated column went along without CASCADE.
  private static final ServerVersion GENERATED_COLUMNS_HOLD = ServerVersion.of(15, 0, 0);

  // Release notes of 18.
  private static final ServerVersion NOT_NULL_CONSTRAINTS = ServerVersion.of(18, 0, 0);

  private final Dialect dialect;
  private final Scope scope;

  ColumnActions(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  /**
   * What the server looks at before it runs the first action of a statement: the sequence of an
   * identity column takes the new type at once, even where {@code DROP IDENTITY} stands beside it
   * (parse_utilcmd.c, transformAlterTableStmt).
   */
  void prepare(ObjectName tableName, TableAction.AlterColumnType change) {
    Column column = column(tableName, change.column());
    if (Canonical.isIdentity(column)) {
      Canonical.requireIdentityType(
          ObjectRef.column(tableName, column.name()),
          new Canonical(dialect, scope).type(change.type()));
    }
  }

  private Table table(ObjectName name) {
    return scope.schema().table(name).orElseThrow();
  }

  private Column column(ObjectName table, Identifier name) {
    return table(table)
        .column(name)
        .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.column(table, name)));
  }

  private Schema with(ObjectName table, Column changed) {
    return scope.schema().with(table(table).changing(changed.name(), old -> changed));
  }

  Schema add(ObjectName tableName, TableAction.AddColumn add, boolean only) {
    Table table = table(tableName);
    Column written = add.definition().column();
    requireMayGrow(table);
    if (table.column(written.name()).isPresent()) {
      if (add.ifNotExists()) {
        return scope.schema();
      }
      throw PostgresErrors.duplicate(ObjectRef.column(tableName, written.name()));
    }
    ColumnRules.requireSound(tableName, add.definition());
    Heirs.requireReach(scope.schema(), table, only, "column must be added to child tables too");
    IdentityActions.requireNoHeirs(dialect, scope.schema(), table, written);
    Serial.Expanded expanded = Serial.expand(scope, tableName, written);
    Schema schema = scope.schema();
    if (expanded.sequence().isPresent()) {
      schema = schema.with(expanded.sequence().get());
    }
    Column column =
        new Canonical(dialect, new Scope(schema, scope.session()))
            .column(tableName, expanded.column(), table.columns());
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(column);
    ColumnRules.requireComputable(tableName, column, columns);
    schema = schema.with(table.withColumns(columns));
    if (expanded.sequence().isPresent()) {
      Sequence sequence = expanded.sequence().get();
      schema =
          schema.with(
              new Sequence(
                  sequence.name(),
                  sequence.options(),
                  Optional.of(ObjectRef.column(tableName, column.name()))));
    }
    schema =
        ColumnMerge.spread(
            schema, schema.table(tableName).orElseThrow(), column, dialect.profile().version());
    for (Constraint constraint : inOrder(add.definition().constraints())) {
      schema =
          new Constraints(dialect, new Scope(schema, scope.session()))
              .add(tableName, constraint, only);
    }
    return schema;
  }

  // Keys come after what is no key, and one that repeats another comes not at all.
  private static List<Constraint> inOrder(List<Constraint> written) {
    return Stream.concat(
            written.stream().filter(one -> !Constraints.hasIndex(one)),
            TableCreation.withoutRepetitions(
                written.stream().filter(Constraints::hasIndex).toList())
                .stream())
        .toList();
  }

  // Its parent or its type decides which columns it has.
  private static void requireMayGrow(Table table) {
    if (Heirs.lineage(table).isPartition() || Heirs.lineage(table).ofType().isPresent()) {
      throw PostgresErrors.invalid(
          table.ref(),
          "cannot add column to a partition or a typed table",
          PostgresErrors.WRONG_OBJECT_TYPE);
    }
  }

  Schema drop(ObjectName tableName, TableAction.DropColumn drop, boolean only) {
    Table table = table(tableName);
    if (table.column(drop.column()).isEmpty()) {
      if (drop.ifExists()) {
        return scope.schema();
      }
      throw PostgresErrors.undefined(ObjectRef.column(tableName, drop.column()));
    }
    Heirs.requireOwn(scope.schema(), table, drop.column(), "cannot drop inherited column");
    PartitionKeys.requireNotInKey(table, drop.column(), "is part of the partition key");
    if (Heirs.lineage(table).isPartitioned()) {
      Heirs.requireReach(
          scope.schema(),
          table,
          only,
          "cannot drop column from only the partitioned table when partitions exist");
    }
    return dropReaching(table, drop, only);
  }

  private Schema dropReaching(Table table, TableAction.DropColumn drop, boolean only) {
    List<ObjectRef> users = new ArrayList<>(usersElsewhere(table, drop.column()));
    users.addAll(
        Dropping.blockers(scope.schema(), List.of(ObjectRef.column(table.name(), drop.column()))));
    users.addAll(usersOfSequences(table, drop.column()));
    if (!users.isEmpty() && drop.behavior() == DropBehavior.RESTRICT) {
      throw PostgresErrors.referenced(ObjectRef.column(table.name(), drop.column()), users);
    }
    Schema schema = scope.schema();
    for (Table child : Heirs.of(schema, table)) {
      Optional<Column> inherited = child.column(drop.column());
      boolean last = Heirs.sources(schema, child, drop.column()) == 1;
      if (inherited.isEmpty() || !last) {
        continue;
      }
      if (inherited.get().postgres().local() || only) {
        schema =
            schema.with(
                schema
                    .table(child.name())
                    .orElseThrow()
                    .changing(drop.column(), column -> Heirs.asLocal(column, true)));
      } else {
        PartitionKeys.requireNotInKey(child, drop.column(), "is part of the partition key");
        schema =
            new ColumnActions(dialect, new Scope(schema, scope.session()))
                .dropReaching(child, drop, false);
      }
    }
    for (ObjectRef computed : computedFrom(table, drop.column())) {
      schema = Dropping.column(schema, schema.table(table.name()).orElseThrow(), computed.member());
    }
    return Dropping.column(schema, schema.table(table.name()).orElseThrow(), drop.column());
  }

  // A sequence goes with the column that owns it, unless others draw from it.
  private List<ObjectRef> usersOfSequences(Table table, Identifier column) {
    ObjectRef owner = ObjectRef.column(table.name(), column);
    List<ObjectRef> owned =
        scope
            .schema()
            .dependants(table.ref())
            .flatMap(ref -> scope.schema().sequence(ref.name()).stream())
            .filter(sequence -> sequence.ownedBy().filter(owner::equals).isPresent())
            .map(Sequence::ref)
            .distinct()
            .toList();
    return Dropping.blockers(scope.schema(), owned).stream()
        .filter(user -> !user.equals(table.ref()))
        .filter(user -> !isHeir(table, user))
        .toList();
  }

  // The column of an heir goes too.
  private boolean isHeir(Table table, ObjectRef user) {
    return Heirs.descends(scope.schema(), user.name(), table.name());
  }

  // Foreign keys of other tables and generated columns hold a column; its own keys do not.
  private List<ObjectRef> usersElsewhere(Table table, Identifier column) {
    Stream<List<Identifier>> keys =
        Stream.concat(
            table.constraints().stream()
                .filter(
                    constraint ->
                        constraint instanceof Constraint.PrimaryKey
                            || constraint instanceof Constraint.Unique)
                .map(constraint -> constraint.columns().toList()),
            table.indexes().stream()
                .filter(index -> index.unique())
                .map(index -> index.columns().toList()));
    Stream<ObjectRef> holders =
        keys.filter(columns -> columns.contains(column))
            .flatMap(columns -> Dropping.keyHolders(scope.schema(), table, columns).stream())
            .filter(holder -> !holder.name().equals(table.name()));
    boolean computedHold = dialect.profile().version().since(GENERATED_COLUMNS_HOLD);
    return Stream.concat(
            holders, computedHold ? computedFrom(table, column).stream() : Stream.empty())
        .distinct()
        .toList();
  }

  /** The generated columns that are computed from a column. */
  static List<ObjectRef> computedFrom(Table table, Identifier column) {
    return table.columns().stream()
        .filter(
            other ->
                other
                    .generation()
                    .filter(
                        generation ->
                            generation instanceof Generation.Computed computed
                                && ColumnUses.in(computed.expression()).contains(column))
                    .isPresent())
        .map(other -> ObjectRef.column(table.name(), other.name()))
        .toList();
  }

  Schema rename(ObjectName tableName, TableAction.RenameColumn rename, boolean only) {
    column(tableName, rename.from());
    Table table = table(tableName);
    Heirs.requireOwn(scope.schema(), table, rename.from(), "cannot rename inherited column");
    Heirs.requireReach(
        scope.schema(), table, only, "inherited column must be renamed in child tables too");
    return renameReaching(tableName, rename);
  }

  private Schema renameReaching(ObjectName tableName, TableAction.RenameColumn rename) {
    Table table = table(tableName);
    ColumnRules.requireOrdinaryName(tableName, rename.to());
    if (table.column(rename.to()).isPresent()) {
      throw PostgresErrors.duplicate(ObjectRef.column(tableName, rename.to()));
    }
    Schema schema = scope.schema();
    for (ObjectRef user : schema.dependants(table.ref()).toList()) {
      SchemaObject object = schema.get(user).orElseThrow();
      if (object instanceof Table other) {
        schema =
            schema.with(
                other.withConstraints(
                    other.constraints().stream()
                        .map(constraint -> retarget(constraint, tableName, rename))
                        .toList()));
      } else if (object instanceof Sequence sequence) {
        schema = schema.with(ownedByRenamed(sequence, tableName, rename));
      }
    }
    schema =
        schema.with(
            ColumnRename.in(schema.table(tableName).orElseThrow(), rename.from(), rename.to()));
    schema = ColumnRenamer.follow(schema, tableName, rename.from(), rename.to());
    for (Table child : Heirs.of(schema, table)) {
      if (child.column(rename.from()).isPresent()) {
        schema =
            new ColumnActions(dialect, new Scope(schema, scope.session()))
                .renameReaching(child.name(), rename);
      }
    }
    return schema;
  }

  private static Sequence ownedByRenamed(
      Sequence sequence, ObjectName table, TableAction.RenameColumn rename) {
    ObjectRef from = ObjectRef.column(table, rename.from());
    return new Sequence(
        sequence.name(),
        sequence.options(),
        sequence
            .ownedBy()
            .map(owner -> owner.equals(from) ? ObjectRef.column(table, rename.to()) : owner));
  }

  private static Constraint retarget(
      Constraint constraint, ObjectName target, TableAction.RenameColumn rename) {
    return constraint instanceof Constraint.ForeignKey key && key.target().equals(target)
        ? key.withTarget(
            target,
            key.targetColumns().stream()
                .map(column -> column.equals(rename.from()) ? rename.to() : column)
                .toList())
        : constraint;
  }

  Schema changeType(ObjectName tableName, TableAction.AlterColumnType change, boolean only) {
    Column column = column(tableName, change.column());
    Table table = table(tableName);
    Heirs.requireOwn(scope.schema(), table, column.name(), "cannot alter inherited column");
    Heirs.requireReach(
        scope.schema(),
        table,
        only,
        "type of inherited column must be changed in child tables too");
    Schema schema = changeTypeReaching(tableName, change);
    return new PartitionMembers(dialect, new Scope(schema, scope.session()))
        .madeAnew(tableName, column.name());
  }

  private Schema changeTypeReaching(ObjectName tableName, TableAction.AlterColumnType change) {
    Column column = column(tableName, change.column());
    PartitionKeys.requireNotInKey(table(tableName), column.name(), "is named in the partition key");
    ObjectRef ref = ObjectRef.column(tableName, column.name());
    Canonical canonical = new Canonical(dialect, scope);
    SqlType type = canonical.type(change.type());
    // A domain is cast as what is under it (find_coercion_pathway).
    CastRisk risk =
        dialect.types().castRisk(canonical.underlying(column.type()), canonical.underlying(type));
    if (change.using().isPresent()
        && column.generation().filter(Generation.Computed.class::isInstance).isPresent()) {
      throw PostgresErrors.invalid(
          ref,
          "is a generated column: its type cannot change USING anything",
          PostgresErrors.INVALID_COLUMN_DEFINITION);
    }
    if (change.using().isEmpty() && !risk.isAssignable()) {
      throw PostgresErrors.invalid(
          ref, "cannot be cast automatically to the new type", PostgresErrors.DATATYPE_MISMATCH);
    }
    if (!computedFrom(table(tableName), column.name()).isEmpty()) {
      throw PostgresErrors.invalid(
          ref, "is used by a generated column", PostgresErrors.NOT_SUPPORTED);
    }
    requireNoReader(ref);
    Column changed =
        column
            .withType(type)
            .withCollation(canonical.collation(change.collation()))
            .withDefault(
                column
                    .defaultValue()
                    .flatMap(value -> canonical.reassigned(value, ref, column.type(), type)))
            // The storage of the new type is taken (ATExecAlterColumnType).
            .withPostgres(
                column
                    .postgres()
                    .withStorage(
                        column.type().equals(type)
                            ? column.postgres().storage()
                            : Optional.empty()));
    Schema schema = with(tableName, changed);
    // A sequence that the column owns takes the type along only when it is asked to.
    schema = schema.with(recanonical(schema.table(tableName).orElseThrow()));
    new Constraints(dialect, new Scope(schema, scope.session())).requireComparable(tableName);
    for (Table child : Heirs.of(schema, schema.table(tableName).orElseThrow())) {
      schema =
          new ColumnActions(dialect, new Scope(schema, scope.session()))
              .changeTypeReaching(child.name(), change);
    }
    return schema;
  }

  /** Runs an action on a table and, unless {@code only}, on all that inherit from it. */
  private Schema reaching(ObjectName tableName, boolean only, Reach reach) {
    Schema schema = reach.on(this, tableName);
    if (only) {
      return schema;
    }
    for (Table child : Heirs.of(schema, schema.table(tableName).orElseThrow())) {
      schema =
          new ColumnActions(dialect, new Scope(schema, scope.session()))
              .reaching(child.name(), false, reach);
    }
    return schema;
  }

  private interface Reach {
    Schema on(ColumnActions actions, ObjectName table);
  }

  // RememberAllDependentForRebuilding: queries, policies and triggers are not written anew.
  private void requireNoReader(ObjectRef column) {
    for (ObjectRef user : Dropping.blockers(scope.schema(), List.of(column))) {
      throw PostgresErrors.invalid(column, "is used by " + user, PostgresErrors.NOT_SUPPORTED);
    }
  }

  // Casts in conditions depend on the types of the columns in them.
  private Table recanonical(Table table) {
    Canonical canonical = new Canonical(dialect, scope);
    return table
        .withConstraints(
            table.constraints().stream()
                .map(constraint -> canonical.constraint(constraint, table.columns()))
                .toList())
        .withIndexes(
            table.indexes().stream()
                .map(index -> canonical.index(index, table.columns()))
                .toList());
  }

  Schema setDefault(ObjectName tableName, TableAction.SetDefault set, boolean only) {
    return reaching(tableName, only, (actions, table) -> actions.setDefault(table, set));
  }

  private Schema setDefault(ObjectName tableName, TableAction.SetDefault set) {
    Column column = column(tableName, set.column());
    if (column.generation().isPresent()) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, column.name()),
          "is an identity or a generated column",
          PostgresErrors.SYNTAX);
    }
    ColumnRules.requireConstant(tableName, column.name(), set.value());
    Column changed =
        column.withDefault(
            new Canonical(dialect, scope)
                .defaultValue(
                    set.value(), ObjectRef.column(tableName, column.name()), column.type()));
    return with(tableName, changed);
  }

  Schema dropDefault(ObjectName tableName, TableAction.DropDefault drop, boolean only) {
    return reaching(tableName, only, (actions, table) -> actions.dropDefault(table, drop));
  }

  private Schema dropDefault(ObjectName tableName, TableAction.DropDefault drop) {
    Column column = column(tableName, drop.column());
    if (column.generation().isPresent()) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, column.name()),
          "is an identity or a generated column",
          PostgresErrors.SYNTAX);
    }
    return with(tableName, column.withDefault(Optional.empty()));
  }

  /** Whether NOT NULL is a constraint that heirs inherit (release notes of 18). */
  static boolean handsDownNotNull(Dialect dialect) {
    return dialect.profile().version().since(NOT_NULL_CONSTRAINTS);
  }

  Schema setNullable(ObjectName tableName, Identifier name, boolean nullable, boolean only) {
    Table table = table(tableName);
    Column column = column(tableName, name);
    if (Heirs.lineage(table).isPartitioned()) {
      Heirs.requireReach(
          scope.schema(),
          table,
          only,
          "constraint must be added to or removed from child tables too");
    }
    boolean held =
        nullable
            && !column.nullable()
            && (Heirs.lineage(table).isPartition() || handsDownNotNull(dialect))
            && Heirs.parents(scope.schema(), table)
                .flatMap(parent -> parent.column(name).stream())
                .anyMatch(above -> !above.nullable());
    if (held) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, name),
          "is marked NOT NULL in parent table",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    return reaching(tableName, only, (actions, one) -> actions.setNullable(one, name, nullable));
  }

  private Schema setNullable(ObjectName tableName, Identifier name, boolean nullable) {
    Column column = column(tableName, name);
    if (nullable && Constraints.isInPrimaryKey(table(tableName), column)) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, name),
          "is in a primary key",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    if (nullable && IndexMentions.identifiesBy(table(tableName), name)) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, name),
          "is in index used as replica identity",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    if (nullable && Canonical.isIdentity(column)) {
      throw PostgresErrors.invalid(
          ObjectRef.column(tableName, name), "is an identity column", PostgresErrors.SYNTAX);
    }
    return with(tableName, column.withNullable(nullable));
  }

  Schema dropExpression(ObjectName tableName, TableAction.DropExpression drop, boolean only) {
    Table table = table(tableName);
    Heirs.requireReach(
        scope.schema(), table, only, "DROP EXPRESSION must be applied to child tables too");
    Heirs.requireOwn(
        scope.schema(), table, drop.column(), "cannot drop generation expression from it");
    return reaching(tableName, only, (actions, one) -> actions.dropExpression(one, drop));
  }

  private Schema dropExpression(ObjectName tableName, TableAction.DropExpression drop) {
    Column column = column(tableName, drop.column());
    if (column.generation().orElse(null) instanceof Generation.Computed) {
      return with(tableName, column.withGeneration(Optional.empty()));
    }
    if (drop.ifExists()) {
      return scope.schema();
    }
    throw PostgresErrors.invalid(
        ObjectRef.column(tableName, column.name()),
        "is not a stored generated column",
        PostgresErrors.PREREQUISITE);
  }
}
