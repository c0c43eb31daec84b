package dev.schemend.dialect.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Constraint;
import dev.schemend.model.ReferentialAction;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;

/**
 * MDEV-34392: MariaDB lets {@code ON UPDATE CASCADE} hand no NULL to a column that forbids it,
 * whatever {@code foreign_key_checks} says: neither where the key is made, nor where a column of it
 * is changed (server source: fk_prepare_copy_alter_table(), innobase_check_foreign_key()).
 */
final class MySqlHandedNulls {

  private final MySqlScope scope;
  private final boolean seen;

  MySqlHandedNulls(MySqlScope scope) {
    this.scope = scope;
    ServerProfile profile = scope.dialect().profile();
    this.seen =
        profile.flavor() == Flavor.MARIADB && profile.version().since(ServerVersion.of(11, 4, 4));
  }

  /** Whether the key would hand down such a NULL, and the server minds. */
  boolean isHandedNull(Table table, Constraint.ForeignKey key, Table parent) {
    if (!seen || key.onUpdate() != ReferentialAction.CASCADE) {
      return false;
    }
    for (int i = 0; i < key.sourceColumns().size(); i++) {
      boolean forbids = !table.column(key.sourceColumns().get(i)).orElseThrow().nullable();
      if (forbids && parent.column(key.targetColumns().get(i)).orElseThrow().nullable()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Refuses a change of a table after which a key that was there hands down such a NULL, and did
   * not before.
   *
   * @param old the schema before, that of the scope being the one after
   */
  void requireNone(Schema old, Table before, Table after) {
    if (seen) {
      MySqlKeyedColumns.holders(scope.schema(), after)
          .forEach(
              holder ->
                  requireNone(
                      holder.name().equals(after.name())
                          ? before
                          : old.table(holder.name()).orElse(holder),
                      holder,
                      before,
                      after));
    }
  }

  private void requireNone(Table holderBefore, Table holder, Table before, Table after) {
    for (Constraint.ForeignKey key : holder.foreignKeys().toList()) {
      boolean parentChanges = key.target().equals(after.name());
      Optional<Constraint.ForeignKey> earlier =
          holderBefore.foreignKeys().filter(one -> one.name().equals(key.name())).findFirst();
      Optional<Table> parent = scope.schema().table(key.target());
      if (earlier.isEmpty() || parent.isEmpty()) {
        continue;
      }
      boolean comes =
          isHandedNull(holder, key, parent.get())
              && !isHandedNull(holderBefore, earlier.get(), parentChanges ? before : parent.get());
      if (comes) {
        throw MySqlErrors.invalid(
            ObjectRef.constraint(holder.name(), key.name()),
            "a column would be handed a NULL that it forbids",
            forbidding(holder, key.sourceColumns())
                    > forbidding(holderBefore, earlier.get().sourceColumns())
                ? MySqlErrors.SET_NULL_ON_NOT_NULL
                : MySqlErrors.FOREIGN_KEY_COLUMN_PARENT_CHANGED);
      }
    }
  }

  private static long forbidding(Table table, List<Identifier> columns) {
    return columns.stream()
        .map(name -> table.column(name).orElseThrow())
        .filter(column -> !column.nullable())
        .count();
  }
}
