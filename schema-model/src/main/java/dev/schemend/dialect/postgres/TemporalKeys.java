package dev.schemend.dialect.postgres;

import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.ReferentialAction;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * Keys over ranges of time, {@code WITHOUT OVERLAPS} and {@code PERIOD} (manual 18, CREATE TABLE;
 * {@code parse_utilcmd.c}, transformIndexConstraint; {@code tablecmds.c},
 * ATAddForeignKeyConstraint).
 */
final class TemporalKeys {

  private static final ServerVersion FIRST = ServerVersion.of(18, 0, 0);

  private TemporalKeys() {}

  /** Refuses a temporal key over one column, or whose last column is no range. */
  static void require(Dialect dialect, Table table, Constraint key) {
    requireVersion(dialect, table);
    List<Identifier> columns = key.columns().toList();
    if (columns.size() < 2) {
      throw PostgresErrors.invalid(
          table.ref(),
          "constraint using WITHOUT OVERLAPS needs at least two columns",
          PostgresErrors.SYNTAX);
    }
    Optional<SqlType> last = table.column(columns.getLast()).map(Column::type);
    boolean noRange =
        last.orElse(null) instanceof SqlType.Builtin builtin && !builtin.name().endsWith("range");
    if (noRange) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table.name(), columns.getLast()),
          "in WITHOUT OVERLAPS is not a range or multirange type",
          PostgresErrors.DATATYPE_MISMATCH);
    }
  }

  /** Refuses a temporal foreign key that would change rows. */
  static void require(Dialect dialect, Table table, Constraint.ForeignKey key) {
    if (key.postgres().period()) {
      requireVersion(dialect, table);
    }
    boolean acts =
        key.onDelete() != ReferentialAction.NO_ACTION
            || key.onUpdate() != ReferentialAction.NO_ACTION;
    if (key.postgres().period() && acts) {
      throw PostgresErrors.invalid(
          table.ref(),
          "unsupported action for foreign key constraint using PERIOD",
          PostgresErrors.NOT_SUPPORTED);
    }
  }

  private static void requireVersion(Dialect dialect, Table table) {
    if (!dialect.profile().version().since(FIRST)) {
      throw PostgresErrors.invalid(
          table.ref(), "this version knows no keys over ranges of time", PostgresErrors.SYNTAX);
    }
  }

  /** Whether a foreign key may point at the columns because of this constraint. */
  static boolean isKey(Constraint constraint, List<Identifier> columns, boolean period) {
    Optional<Boolean> withoutOverlaps =
        switch (constraint) {
          case Constraint.PrimaryKey key -> Optional.of(key.withoutOverlaps());
          case Constraint.Unique key -> Optional.of(key.withoutOverlaps());
          case Constraint.ForeignKey key -> Optional.empty();
          case Constraint.Check check -> Optional.empty();
          case Constraint.Exclusion exclusion -> Optional.empty();
        };
    List<Identifier> own = constraint.columns().toList();
    return withoutOverlaps.filter(one -> one == period).isPresent()
        && Dropping.sameColumns(own, columns)
        && (!period || own.getLast().equals(columns.getLast()));
  }
}
