package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What indexes call that which they hold: as the columns were called when they were made, whatever
 * these are called since (server sources: {@code ConstructTupleDescriptor}, {@code
 * renameatt_internal}). A copy of an index takes these names over and is named after them ({@code
 * generateClonedIndexStmt}).
 */
final class KeyNames {

  private KeyNames() {}

  /** The names in an index, or in that of a key. */
  static List<String> of(Table table, Identifier index) {
    List<String> kept = table.options().postgres().keyNames().get(index);
    return kept == null ? made(table, index) : kept;
  }

  private static List<String> made(Table table, Identifier index) {
    return table
        .index(index)
        .map(KeyNames::made)
        .or(() -> table.constraint(index).map(KeyNames::made))
        .orElse(List.of());
  }

  private static List<String> made(Index index) {
    return ImplicitNames.indexColumns(index.parts(), index.postgres().include());
  }

  private static List<String> made(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> ImplicitNames.indexColumns(key.parts(), key.include());
      case Constraint.Unique key -> ImplicitNames.indexColumns(key.parts(), key.include());
      case Constraint.Exclusion key -> ImplicitNames.indexColumns(key.parts(), key.include());
      case Constraint.ForeignKey key -> List.of();
      case Constraint.Check check -> List.of();
    };
  }

  /** The names in an index that is to be made; of a partition, those in its parent's. */
  static List<String> ofNew(Schema schema, Table table, Index index) {
    return above(schema, table, index.postgres().attachedTo()).orElseGet(() -> made(index));
  }

  /** The same of a key. */
  static List<String> ofNew(Schema schema, Table table, Constraint key) {
    return above(schema, table, key.attachedTo()).orElseGet(() -> made(key));
  }

  private static Optional<List<String>> above(
      Schema schema, Table table, Optional<Identifier> parentIndex) {
    return parentIndex.flatMap(
        name ->
            Heirs.parents(schema, table)
                .map(parent -> of(parent, name))
                .filter(names -> !names.isEmpty())
                .findFirst());
  }

  /** A key under the name that the server makes for it. */
  static Constraint named(Scope scope, ObjectName table, Constraint key, List<String> names) {
    boolean primary = key instanceof Constraint.PrimaryKey;
    String label = primary ? "pkey" : key instanceof Constraint.Unique ? "key" : "excl";
    String columns = primary ? "" : ImplicitNames.columns(names);
    return key.withName(ImplicitNames.keyConstraint(scope, table, columns, label));
  }

  /** An index under the name that the server makes for it. */
  static Index named(Scope scope, ObjectName table, Index index, List<String> names) {
    return index.withName(
        ImplicitNames.relation(scope, table, ImplicitNames.columns(names), "idx"));
  }

  /** The table, whose index has those names in it. */
  static Table with(Table table, Identifier index, List<String> names) {
    SortedMap<Identifier, List<String>> all = new TreeMap<>(table.options().postgres().keyNames());
    if (names.isEmpty() || names.equals(made(table, index))) {
      all.remove(index);
    } else {
      all.put(index, names);
    }
    return with(table, all);
  }

  private static Table with(Table table, SortedMap<Identifier, List<String>> names) {
    return names.equals(table.options().postgres().keyNames())
        ? table
        : table.withOptions(
            table.options().withPostgres(table.options().postgres().withKeyNames(names)));
  }

  /** The table after a column of it got another name, with indexes that keep the old one. */
  static Table kept(Table before, Table after) {
    Table kept = after;
    for (Identifier index : indexes(after).toList()) {
      kept = with(kept, index, of(before, index));
    }
    return kept;
  }

  private static Stream<Identifier> indexes(Table table) {
    return Stream.concat(
        table.indexes().stream().map(Index::name),
        table.constraints().stream()
            .filter(Constraint.Indexed.class::isInstance)
            .map(Constraint::name));
  }

  /** The table after the indexes that hold a column were made anew (ATPostAlterTypeCleanup). */
  static Table anew(Table table, Identifier column) {
    SortedMap<Identifier, List<String>> names =
        new TreeMap<>(table.options().postgres().keyNames());
    names
        .keySet()
        .removeIf(
            index ->
                table.index(index).filter(one -> ColumnUses.in(one).contains(column)).isPresent()
                    || table
                        .constraint(index)
                        .filter(one -> ColumnUses.in(one).contains(column))
                        .isPresent());
    return with(table, names);
  }

  /** The same of a table and of those below it. */
  static Schema anew(Schema schema, ObjectName name, Identifier column) {
    Table table = schema.table(name).orElseThrow();
    Schema current = schema.with(anew(table, column));
    for (Table heir : Heirs.of(schema, table)) {
      current = anew(current, heir.name(), column);
    }
    return current;
  }

  /** {@code ALTER TABLE index RENAME COLUMN}: what a user, and a catalog, say of such a name. */
  static Schema rename(Schema schema, ObjectRef index, TableAction.RenameColumn rename) {
    Optional<Table> table = schema.table(index.name());
    if (table.isEmpty()) {
      // The indexes of materialized views are not copied.
      return schema;
    }
    List<String> names = new ArrayList<>(of(table.get(), index.member()));
    if (!names.contains(rename.from().text())) {
      throw PostgresErrors.undefined(ObjectRef.column(index.name(), rename.from()));
    }
    if (names.contains(rename.to().text())) {
      throw PostgresErrors.duplicate(ObjectRef.column(index.name(), rename.to()));
    }
    Collections.replaceAll(names, rename.from().text(), rename.to().text());
    return schema.with(with(table.get(), index.member(), names));
  }
}
