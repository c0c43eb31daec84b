package dev.schemend.dialect.postgres;

import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Column;
import dev.schemend.model.NotNull;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands behind {@code NOT NULL}: since 18 a constraint with a name, which heirs inherit
 * (release notes of 18; server sources {@code AddRelationNotNullConstraints} and {@code
 * ATExecSetNotNull}).
 */
final class NotNulls {

  private static final ServerVersion CONSTRAINTS = ServerVersion.of(18, 0, 0);

  private static final String LABEL = "not_null";

  private static final Pattern IMPLIED = Pattern.compile(".+_not_null\\d*");

  private NotNulls() {}

  /** Whether the server keeps a constraint for it. */
  static boolean kept(Dialect dialect) {
    return dialect.profile().version().since(CONSTRAINTS);
  }

  /** Whether the heirs of the table inherit it. */
  static boolean isHandedDown(Dialect dialect, Column column) {
    return !column.nullable()
        && kept(dialect)
        && column.postgres().notNull().filter(NotNull::noInherit).isEmpty();
  }

  /** How many parents hand it down ({@code coninhcount}). */
  static long sources(Dialect dialect, Schema schema, Table child, Identifier column) {
    return Heirs.parents(schema, child)
        .flatMap(parent -> parent.column(column).stream())
        .filter(above -> isHandedDown(dialect, above))
        .count();
  }

  /** A constraint of a column with its name, which the server forms where none is written. */
  static NotNull named(Schema schema, ObjectName table, Identifier column, NotNull written) {
    return named(schema, table, column, written, Set.of());
  }

  private static NotNull named(
      Schema schema, ObjectName table, Identifier column, NotNull written, Set<Identifier> taken) {
    Identifier name =
        written.name().isNone()
            ? ImplicitNames.choose(
                table,
                column.text(),
                LABEL,
                one -> taken.contains(one.name()) || schema.isConstraintName(one))
            : written.name();
    return written.withName(name, isImplied(name));
  }

  /** Whether a name is of the form that the server gives. */
  static boolean isImplied(Identifier name) {
    return IMPLIED.matcher(name.text()).matches();
  }

  /**
   * The columns of a new table, whose own constraints are named before those of its parents; before
   * 18 nothing of them is kept.
   */
  static Schema settled(Dialect dialect, Schema schema, ObjectName name) {
    Table table = schema.table(name).orElseThrow();
    if (!kept(dialect)) {
      return schema.with(
          table.withColumns(table.columns().stream().map(NotNulls::forgotten).toList()));
    }
    Set<Identifier> taken = new HashSet<>();
    Table named = settled(schema, table, true, taken);
    return schema.with(settled(schema, named, false, taken));
  }

  private static Table settled(Schema schema, Table table, boolean own, Set<Identifier> taken) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      NotNull written = column.postgres().notNull().orElse(NotNull.PLAIN);
      if (column.nullable() || written.local() != own) {
        columns.add(column);
        continue;
      }
      boolean clashes = !own && !taken.add(written.name());
      NotNull named =
          named(
              schema,
              table.name(),
              column.name(),
              clashes ? written.withName(Identifier.NONE, true) : written,
              taken);
      if (own && (table.constraint(named.name()).isPresent() || !taken.add(named.name()))) {
        throw PostgresErrors.duplicate(ObjectRef.constraint(table.name(), named.name()));
      }
      columns.add(column.withNotNull(Optional.of(named)));
    }
    return table.withColumns(columns);
  }

  private static Column forgotten(Column column) {
    return column.postgres().notNull().isEmpty() ? column : column.withNotNull(Optional.empty());
  }
}
