package dev.schemend.dialect.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Columns that a foreign key reads, at either end: what may not become of them while the key is
 * there (server source: fk_check_copy_alter_table() with Field::is_equal(); for MySQL 8
 * fk_prepare_copy_alter_table() compares types again; for MariaDB
 * ha_innobase::prepare_inplace_alter_table()).
 */
final class MySqlKeyedColumns {

  /**
   * The first releases of MariaDB that hold a foreign key's columns though {@code
   * foreign_key_checks} is off, and when they grow (MDEV-31086); a series that is not here ended
   * before.
   */
  private static final List<ServerVersion> HOLD_ALWAYS =
      List.of(
          ServerVersion.of(10, 4, 30),
          ServerVersion.of(10, 5, 21),
          ServerVersion.of(10, 6, 14),
          ServerVersion.of(10, 9, 7),
          ServerVersion.of(10, 10, 5),
          ServerVersion.of(10, 11, 4),
          ServerVersion.of(11, 0, 2));

  /** Types whose length may grow in place as long as its own size does not (one byte, or two). */
  private static final List<String> OF_ANY_LENGTH = List.of("varchar", "varbinary");

  private static final int LENGTH_OF_ONE_BYTE = 255;

  private final MySqlScope scope;
  private final boolean mariaDb;
  private final boolean comparesAgain;
  private final boolean holdsAlways;

  /** Rules for the schema of {@code scope}, in which the columns have changed. */
  MySqlKeyedColumns(MySqlScope scope) {
    this.scope = scope;
    ServerVersion version = scope.dialect().profile().version();
    this.mariaDb = scope.dialect().profile().flavor() == Flavor.MARIADB;
    this.comparesAgain = !mariaDb && version.since(ServerVersion.of(8, 0, 0));
    this.holdsAlways =
        mariaDb
            && (version.since(ServerVersion.of(11, 1, 0))
                || HOLD_ALWAYS.stream()
                    .anyMatch(
                        first ->
                            first.major() == version.major()
                                && first.minor() == version.minor()
                                && version.since(first)));
  }

  /** The tables whose foreign keys may name {@code table}, and itself. */
  static Stream<Table> holders(Schema schema, Table table) {
    return Stream.concat(
        schema
            .dependants(table.ref())
            .map(ref -> schema.table(ref.name()).orElse(null))
            .filter(Objects::nonNull)
            .filter(holder -> !holder.name().equals(table.name())),
        Stream.of(table));
  }

  /** Refuses to make {@code changed} of {@code old} where a foreign key forbids it. */
  void require(Table table, Column old, Column changed) {
    boolean same =
        isSame(old, changed)
            && old.nullable() == changed.nullable()
            && old.generation().equals(changed.generation());
    if (same) {
      return;
    }
    holders(scope.schema(), table)
        .forEach(
            holder ->
                holder
                    .foreignKeys()
                    .filter(key -> touches(table, holder, key, changed.name()))
                    .forEach(key -> require(table, holder, key, old, changed)));
  }

  private static boolean touches(
      Table table, Table holder, Constraint.ForeignKey key, Identifier column) {
    return (holder.name().equals(table.name()) && key.sourceColumns().contains(column))
        || (key.target().equals(table.name()) && key.targetColumns().contains(column));
  }

  private void require(
      Table table, Table holder, Constraint.ForeignKey key, Column old, Column changed) {
    ObjectRef ref = ObjectRef.constraint(holder.name(), key.name());
    boolean checks = scope.session().foreignKeyChecks();
    if (comparesAgain && !fits(holder, key, checks)) {
      throw scope.errors().incompatibleColumns(ref);
    }
    boolean rewritten = !isSame(old, changed) && !growsInPlace(old, changed);
    if (rewritten && !old.name().equals(changed.name())) {
      throw MySqlErrors.invalid(
          ref,
          "a column of a foreign key cannot be renamed by a statement that copies the table",
          MySqlErrors.COPY_NOT_SUPPORTED);
    }
    boolean held = checks ? rewritten || holdsAlways : holdsAlways;
    if (held && !isSame(old, changed) && !isHarmless(old, changed)) {
      throw MySqlErrors.invalid(
          ref,
          "a column of it cannot change",
          holder.name().equals(table.name()) && key.sourceColumns().contains(changed.name())
              ? MySqlErrors.FOREIGN_KEY_COLUMN_CHANGED
              : MySqlErrors.FOREIGN_KEY_COLUMN_PARENT_CHANGED);
    }
    if (checks
        && MySqlConstraints.needsNull(key)
        && key.sourceColumns().stream()
            .anyMatch(column -> !holder.column(column).orElseThrow().nullable())) {
      throw MySqlErrors.invalid(
          ref, "SET NULL needs a column that can be NULL", MySqlErrors.SET_NULL_ON_NOT_NULL);
    }
  }

  private boolean fits(Table holder, Constraint.ForeignKey key, boolean characters) {
    return scope
        .schema()
        .table(key.target())
        .map(target -> MySqlConstraints.isCompatible(holder, key, target, characters))
        .orElse(true);
  }

  private boolean isSame(Column old, Column changed) {
    return old.type().equals(changed.type())
        && old.collation().equals(changed.collation())
        && old.mysql().characterSet().equals(changed.mysql().characterSet())
        // MariaDB takes AUTO_INCREMENT for a property that values do not show.
        && (mariaDb || isCounted(old) == isCounted(changed));
  }

  // MariaDB holds the characters of labels, though it stores numbers.
  private boolean isHarmless(Column old, Column changed) {
    return isAppended(old.type(), changed.type())
        && (!mariaDb || old.collation().equals(changed.collation()));
  }

  private static boolean isCounted(Column column) {
    return column.generation().filter(Generation.AutoIncrement.class::isInstance).isPresent();
  }

  private boolean growsInPlace(Column old, Column changed) {
    if (!old.collation().equals(changed.collation())) {
      return false;
    }
    return isAppended(old.type(), changed.type()) || isLonger(old, changed);
  }

  private boolean isLonger(Column old, Column changed) {
    if (!(old.type() instanceof SqlType.Builtin from)
        || !(changed.type() instanceof SqlType.Builtin to)
        || !from.name().equals(to.name())
        || !OF_ANY_LENGTH.contains(from.name())) {
      return false;
    }
    int before = bytes(from, old);
    int after = bytes(to, changed);
    return after >= before && (before > LENGTH_OF_ONE_BYTE) == (after > LENGTH_OF_ONE_BYTE);
  }

  private int bytes(SqlType.Builtin type, Column column) {
    return type.modifiers().getFirst()
        * column
            .mysql()
            .characterSet()
            .map(scope.dialect().characterSets()::bytesPerCharacter)
            .orElse(1);
  }

  // New labels behind those that are there change no value.
  private static boolean isAppended(SqlType old, SqlType changed) {
    return old instanceof SqlType.InlineEnum from
        && changed instanceof SqlType.InlineEnum to
        && from.kind() == to.kind()
        && to.values().size() >= from.values().size()
        && to.values().subList(0, from.values().size()).equals(from.values());
  }
}
