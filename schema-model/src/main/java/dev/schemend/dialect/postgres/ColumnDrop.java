package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code DROP COLUMN}: what holds the column, what goes with it, and what its heirs keep. */
final class ColumnDrop {

  // Release notes of 15: before, a generated column went along without CASCADE.
  private static final ServerVersion GENERATED_COLUMNS_HOLD = ServerVersion.of(15, 0, 0);

  private final Dialect dialect;
  private final Scope scope;

  ColumnDrop(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  Schema drop(ObjectName tableName, TableAction.DropColumn drop, boolean only) {
    Table table = scope.schema().table(tableName).orElseThrow();
    if (table.column(drop.column()).isEmpty()) {
      if (drop.ifExists()) {
        return scope.schema();
      }
      throw PostgresErrors.undefined(ObjectRef.column(tableName, drop.column()));
    }
    TypedTables.requireUntyped(table, "cannot drop column from a typed table");
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

  /** Drops a column whoever decides which columns the table has. */
  Schema dropReaching(Table table, TableAction.DropColumn drop, boolean only) {
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
      if (inherited.isEmpty() || (!last && !only)) {
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
            new ColumnDrop(dialect, new Scope(schema, scope.session()))
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
        .flatMap(
            user ->
                goesInPart(table, user)
                    ? drawers(scope.schema().table(user.name()).orElseThrow(), column, owned)
                    : Stream.of(user))
        .toList();
  }

  // Of the table itself and its heirs only the column goes.
  private boolean goesInPart(Table table, ObjectRef user) {
    return user.kind() == ObjectKind.TABLE
        && Heirs.descends(scope.schema(), user.name(), table.name());
  }

  private static Stream<ObjectRef> drawers(
      Table table, Identifier going, List<ObjectRef> sequences) {
    return table.columns().stream()
        .filter(column -> !column.name().equals(going))
        .filter(column -> column.defaultValue().filter(one -> uses(one, sequences)).isPresent())
        .map(column -> ObjectRef.column(table.name(), column.name()));
  }

  private static boolean uses(SqlExpr expression, List<ObjectRef> sequences) {
    SortedSet<ObjectRef> found = new TreeSet<>();
    References.expression(expression, found);
    return sequences.stream().anyMatch(found::contains);
  }

  // Foreign keys that rest on a key with the column hold it, unless they go with it themselves, and
  // so do generated columns.
  private List<ObjectRef> usersElsewhere(Table table, Identifier column) {
    Stream<ObjectRef> holders =
        Dropping.keysWith(table, column)
            .flatMap(columns -> Dropping.keyHolders(scope.schema(), table, columns).stream())
            .filter(holder -> !isOwnKeyFrom(table, holder, column));
    boolean computedHold = dialect.profile().version().since(GENERATED_COLUMNS_HOLD);
    return Stream.concat(
            holders, computedHold ? computedFrom(table, column).stream() : Stream.empty())
        .distinct()
        .toList();
  }

  private static boolean isOwnKeyFrom(Table table, ObjectRef key, Identifier column) {
    return key.name().equals(table.name())
        && table
            .constraint(key.member())
            .filter(own -> own.columns().anyMatch(column::equals))
            .isPresent();
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
}
