package dev.schemend.dialect.postgres;

import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which keys a foreign key may refer to, and with which columns it can be compared. */
final class ForeignKeys {

  private final Dialect dialect;
  private final Scope scope;

  ForeignKeys(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  /**
   * The key with the columns that it refers to, if it may refer to them
   * (ATAddForeignKeyConstraint).
   */
  Constraint.ForeignKey target(Table table, Constraint.ForeignKey key) {
    Table target = scope.table(key.target());
    if (!target.name().equals(table.name())) {
      Persistence.requireLasting(table, key, target);
    }
    List<Identifier> columns =
        key.targetColumns().isEmpty()
            ? target
                .primaryKey()
                .map(primary -> primary.columns().toList())
                .orElseThrow(
                    () ->
                        PostgresErrors.invalid(
                            target.ref(),
                            "there is no primary key for the referenced table",
                            PostgresErrors.UNDEFINED_OBJECT))
            : key.targetColumns();
    Canonical.requireColumns(
        target.name(), target.columns(), columns, PostgresErrors.UNDEFINED_COLUMN);
    if (columns.size() != key.sourceColumns().size()) {
      throw PostgresErrors.invalid(
          table.ref(),
          "number of referencing and referenced columns for foreign key disagree",
          PostgresErrors.INVALID_FOREIGN_KEY);
    }
    TemporalKeys.require(dialect, table, key);
    if (!isKey(target, columns, key.postgres().period())) {
      throw PostgresErrors.invalid(
          target.ref(),
          "there is no unique constraint matching the given keys",
          PostgresErrors.INVALID_FOREIGN_KEY);
    }
    requireComparable(table, key, target, columns);
    return key.withTarget(target.name(), columns);
  }

  /** Refuses a table some foreign key from or to which compares what cannot be compared. */
  void requireComparable(ObjectName name) {
    Schema schema = scope.schema();
    Table changed = schema.table(name).orElseThrow();
    Stream<Table> holders =
        schema.dependants(changed.ref()).flatMap(ref -> schema.table(ref.name()).stream());
    Stream.concat(Stream.of(changed), holders)
        .distinct()
        .forEach(
            table ->
                table
                    .foreignKeys()
                    .filter(key -> table.name().equals(name) || key.target().equals(name))
                    .forEach(
                        key ->
                            schema
                                .table(key.target())
                                .ifPresent(
                                    target ->
                                        requireComparable(
                                            table, key, target, key.targetColumns()))));
  }

  private void requireComparable(
      Table table, Constraint.ForeignKey key, Table target, List<Identifier> columns) {
    for (int i = 0; i < columns.size(); i++) {
      Identifier source = key.sourceColumns().get(i);
      Optional<Column> from = table.column(source);
      Optional<Column> to =
          (target.name().equals(table.name()) ? table : target).column(columns.get(i));
      if (from.isPresent()
          && to.isPresent()
          && KeyTypes.cannotMeet(
              scope.schema(), scope.base(from.get().type()), scope.base(to.get().type()))) {
        throw PostgresErrors.invalid(
            ObjectRef.column(table.name(), source),
            "cannot be compared with column \"" + columns.get(i) + "\" of " + target.name(),
            PostgresErrors.DATATYPE_MISMATCH);
      }
    }
  }

  private static boolean isKey(Table target, List<Identifier> columns, boolean period) {
    return target.constraints().stream()
            .anyMatch(constraint -> TemporalKeys.isKey(constraint, columns, period))
        || (!period
            && target.indexes().stream()
                .anyMatch(
                    index ->
                        index.unique()
                            && index.predicate().isEmpty()
                            && index.columns().count() == index.parts().size()
                            && Dropping.sameColumns(index.columns().toList(), columns)));
  }
}
