package dev.schemend.dialect.mysql;

import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * New columns of one {@code ALTER TABLE} with names that the table had before. The server looks for
 * the columns of its keys by their old names, in the order of the new table, so that a column which
 * is dropped and added again keeps its keys, and one that is renamed loses them to a new one before
 * it. A key part keeps its length in characters, and the new column has to bear that (server
 * source: mysql_prepare_alter_table(), mysql_prepare_create_table(); the same in both families).
 */
public final class MySqlReturningColumns {

  /** The length of a rectangle, which no column has. */
  private static final int SPATIAL_KEY = 32;

  private static final Set<String> TYPES_WITH_PREFIX =
      Set.of("char", "varchar", "binary", "varbinary");

  private final MySqlDialect dialect;
  private final Table before;

  /** Old names of columns that stay under others. */
  private final Map<Identifier, Identifier> renamed = new HashMap<>();

  private final Set<Identifier> returning;

  private MySqlReturningColumns(MySqlDialect dialect, Table before, List<TableAction> actions) {
    this.dialect = dialect;
    this.before = before;
    Set<Identifier> added =
        actions.stream()
            .flatMap(
                action ->
                    action instanceof TableAction.AddColumn add
                        ? Stream.of(add.definition().column().name())
                        : Stream.empty())
            .collect(Collectors.toSet());
    this.returning =
        actions.stream()
            .flatMap(
                action ->
                    action instanceof TableAction.DropColumn drop
                        ? Stream.of(drop.column())
                        : Stream.empty())
            .filter(added::contains)
            .filter(name -> before.column(name).isPresent())
            .collect(Collectors.toSet());
    for (TableAction action : actions) {
      if (action instanceof TableAction.RenameColumn rename) {
        renamed.put(rename.from(), rename.to());
      } else if (action instanceof TableAction.ChangeColumn change) {
        renamed.put(change.column(), change.definition().column().name());
      }
    }
  }

  /** What returns to {@code before} by these actions of one statement. */
  static MySqlReturningColumns of(MySqlDialect dialect, Table before, List<TableAction> actions) {
    return new MySqlReturningColumns(dialect, before, actions);
  }

  /** Whether a column of that name goes and comes again. */
  boolean contains(Identifier column) {
    return returning.contains(column);
  }

  /**
   * {@code table}, to which a column has come, with the keys that are the column's by its name.
   *
   * @param explicitNull whether the column's definition says {@code NULL}
   */
  Table withKeys(Table table, Column added, boolean explicitNull) {
    Optional<Column> old = before.column(added.name());
    Optional<Identifier> holder =
        old.isEmpty()
            ? Optional.empty()
            : holder(table, added.name()).filter(one -> isKeyed(table, one));
    if (holder.isEmpty()) {
      return table;
    }
    Table changed =
        table.withIndexes(
            table.indexes().stream()
                .map(
                    index ->
                        index.withParts(
                            parts(
                                table,
                                index.kind(),
                                index.parts(),
                                holder.get(),
                                old.get(),
                                added)))
                .toList());
    Optional<Constraint.PrimaryKey> key =
        table.primaryKey().filter(one -> one.columns().anyMatch(holder.get()::equals));
    return key.isEmpty()
        ? changed
        : required(changed, key.get(), holder.get(), added, explicitNull);
  }

  // Whose name the keys have now: that of a column which is away, or of one behind the new one.
  private Optional<Identifier> holder(Table table, Identifier name) {
    if (returning.contains(name)) {
      return Optional.of(name);
    }
    List<Identifier> order = table.columns().stream().map(Column::name).toList();
    return Optional.ofNullable(renamed.get(name))
        .filter(other -> order.indexOf(name) < order.indexOf(other));
  }

  private static boolean isKeyed(Table table, Identifier column) {
    return Stream.concat(
            table.indexes().stream().flatMap(Index::columns),
            table.primaryKey().stream().flatMap(Constraint.PrimaryKey::columns))
        .anyMatch(column::equals);
  }

  private Table required(
      Table table,
      Constraint.PrimaryKey key,
      Identifier holder,
      Column added,
      boolean explicitNull) {
    if (explicitNull && dialect.profile().flavor() != Flavor.MARIADB) {
      throw MySqlErrors.invalid(
          ObjectRef.column(table.name(), added.name()),
          "all parts of a primary key must be NOT NULL",
          MySqlErrors.NULL_IN_PRIMARY_KEY);
    }
    Column old = before.column(added.name()).orElseThrow();
    List<IndexPart> parts = parts(table, Index.Kind.UNIQUE, key.parts(), holder, old, added);
    return table
        .changing(added.name(), one -> one.withNullable(false))
        .withConstraints(
            table.constraints().stream()
                .map(one -> one.equals(key) ? key.withParts(parts, key.include()) : one)
                .toList());
  }

  private List<IndexPart> parts(
      Table table,
      Index.Kind kind,
      List<IndexPart> parts,
      Identifier holder,
      Column old,
      Column added) {
    return parts.stream()
        .map(
            part ->
                part.columnName().filter(holder::equals).isPresent()
                    ? part(dialect, kind, part, old, added)
                        .orElseThrow(
                            () ->
                                MySqlErrors.invalid(
                                    ObjectRef.column(table.name(), added.name()),
                                    "a key keeps a length that the new column does not have",
                                    MySqlErrors.WRONG_PREFIX))
                    : part)
        .toList();
  }

  /**
   * The index of {@code from} after its columns {@code gone} have been dropped and added again as
   * they are in {@code to}, by one statement; empty where the server refuses that.
   */
  public static Optional<Index> kept(
      ServerProfile server, Table from, Table to, Index index, Set<Identifier> gone) {
    MySqlDialect dialect = new MySqlDialect(server);
    List<Optional<IndexPart>> parts =
        index.parts().stream()
            .map(
                part ->
                    part.columnName()
                        .filter(gone::contains)
                        .map(
                            name ->
                                part(
                                    dialect,
                                    index.kind(),
                                    part,
                                    from.column(name).orElseThrow(),
                                    to.column(name).orElseThrow()))
                        .orElse(Optional.of(part)))
            .toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(index.withParts(parts.stream().map(Optional::get).toList()))
        : Optional.empty();
  }

  private static Optional<IndexPart> part(
      MySqlDialect dialect, Index.Kind kind, IndexPart part, Column old, Column added) {
    IndexPart whole = length(part.withKey(new IndexPart.ColumnKey(added.name())), Optional.empty());
    MySqlKeySizes sizes = new MySqlKeySizes(dialect);
    int kept =
        switch (kind) {
          case PLAIN, UNIQUE -> sizes.bytes(old, part) / sizes.bytesPerCharacter(old);
          case FULLTEXT -> 0;
          case SPATIAL -> SPATIAL_KEY;
        };
    if (kept == 0) {
      return Optional.of(whole);
    }
    if (MySqlKeyLengths.isUnbounded(added.type())) {
      return Optional.of(length(whole, Optional.of(kept)));
    }
    int wanted = kept * sizes.bytesPerCharacter(added);
    int most = sizes.bytes(added, whole);
    if (wanted == most) {
      return Optional.of(whole);
    }
    boolean bears =
        wanted < most
            && added.type() instanceof SqlType.Builtin type
            && TYPES_WITH_PREFIX.contains(type.name());
    return bears ? Optional.of(length(whole, Optional.of(kept))) : Optional.empty();
  }

  private static IndexPart length(IndexPart part, Optional<Integer> length) {
    return new IndexPart(
        part.key(),
        part.descending(),
        part.nullsFirst(),
        length,
        part.operatorClass(),
        part.collation());
  }
}
