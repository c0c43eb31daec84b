package dev.schemend.dialect.mysql;

import dev.schemend.apply.ErrorCode;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.MySqlVersioning;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** MariaDB's system versioning and periods (Knowledge Base, "Temporal Tables"). */
final class MySqlHistories {

  private static final ErrorCode ALREADY_VERSIONED = ErrorCode.of(4135, "HY000");
  private static final ErrorCode NOT_VERSIONED = ErrorCode.of(4124, "HY000");
  private static final Identifier SYSTEM_TIME = MySqlKeys.member("SYSTEM_TIME");

  private final MySqlScope scope;

  MySqlHistories(MySqlScope scope) {
    this.scope = scope;
  }

  /**
   * {@code create} with {@code WITH SYSTEM VERSIONING} behind a column in the server's form: of the
   * table, which leaves the other columns out.
   */
  static DdlStatement.CreateTable expand(DdlStatement.CreateTable create) {
    MySqlVersioning table = create.options().mysql().versioning();
    boolean behindColumns =
        create.columns().stream()
            .anyMatch(one -> one.column().mysql().role() == MySqlVersioning.Role.VERSIONED);
    if (!behindColumns || table.systemVersioned()) {
      return create;
    }
    return new DdlStatement.CreateTable(
        create.name(),
        create.columns().stream().map(MySqlHistories::expand).toList(),
        create.constraints(),
        create.indexes(),
        create
            .options()
            .withMySql(
                create
                    .options()
                    .mysql()
                    .withVersioning(new MySqlVersioning(true, table.periods()))),
        create.ifNotExists());
  }

  private static ColumnDefinition expand(ColumnDefinition one) {
    MySqlVersioning.Role role = one.column().mysql().role();
    Column column =
        role == MySqlVersioning.Role.PLAIN
            ? one.column()
                .withMySql(one.column().mysql().withRole(MySqlVersioning.Role.UNVERSIONED))
            : one.column();
    return new ColumnDefinition(column, one.explicitNull(), one.constraints(), one.indexes());
  }

  Schema set(Table table, boolean on) {
    MySqlVersioning old = table.options().mysql().versioning();
    if (old.systemVersioned() == on) {
      throw MySqlErrors.invalid(
          table.ref(),
          on ? "is system-versioned already" : "is not system-versioned",
          on ? ALREADY_VERSIONED : NOT_VERSIONED);
    }
    SortedMap<Identifier, List<Identifier>> periods = new TreeMap<>(old.periods());
    if (on) {
      return scope.schema().with(with(table, new MySqlVersioning(true, periods)));
    }
    // The columns of the system's own period go with it.
    List<Identifier> going = periods.getOrDefault(SYSTEM_TIME, List.of());
    periods.remove(SYSTEM_TIME);
    Table plain = with(table, new MySqlVersioning(false, periods));
    return scope
        .schema()
        .with(
            plain.withColumns(
                plain.columns().stream()
                    .filter(column -> !going.contains(column.name()))
                    .map(
                        column ->
                            column.withMySql(column.mysql().withRole(MySqlVersioning.Role.PLAIN)))
                    .toList()));
  }

  Schema add(Table table, TableAction.OfMySql.AddPeriod add) {
    MySqlVersioning old = table.options().mysql().versioning();
    SortedMap<Identifier, List<Identifier>> periods = new TreeMap<>(old.periods());
    if (periods.put(add.period(), List.of(add.start(), add.end())) != null) {
      throw MySqlErrors.duplicate(
          ObjectRef.column(table.name(), add.period()), MySqlErrors.DUPLICATE_COLUMN);
    }
    return scope
        .schema()
        .with(with(bounded(table, add), new MySqlVersioning(old.systemVersioned(), periods)));
  }

  // A row without a bound would belong to no period.
  private Table bounded(Table table, TableAction.OfMySql.AddPeriod add) {
    Table bounded = table;
    for (Identifier column : List.of(add.start(), add.end())) {
      if (table.column(column).isEmpty()) {
        throw scope.errors().unknownColumn(ObjectRef.column(table.name(), column));
      }
      bounded = bounded.changing(column, one -> one.withNullable(false));
    }
    return bounded;
  }

  Schema drop(Table table, Identifier period) {
    MySqlVersioning old = table.options().mysql().versioning();
    SortedMap<Identifier, List<Identifier>> periods = new TreeMap<>(old.periods());
    if (periods.remove(period) == null) {
      throw scope.errors().cannotDrop(ObjectRef.column(table.name(), period));
    }
    return scope.schema().with(with(table, new MySqlVersioning(old.systemVersioned(), periods)));
  }

  private static Table with(Table table, MySqlVersioning versioning) {
    return table.withOptions(
        table.options().withMySql(table.options().mysql().withVersioning(versioning)));
  }

  /** {@code table} with the bounds of its periods not null. */
  static Table bounded(Table table) {
    Table bounded = table;
    for (List<Identifier> columns : table.options().mysql().versioning().periods().values()) {
      for (Identifier column : columns) {
        bounded = bounded.changing(column, one -> one.withNullable(false));
      }
    }
    return bounded;
  }

  /** Whether what an action alters or renames is there. */
  static boolean isThere(Table table, TableAction action) {
    return switch (action) {
      case TableAction.RenameColumn rename -> table.column(rename.from()).isPresent();
      case TableAction.SetDefault set -> table.column(set.column()).isPresent();
      case TableAction.DropDefault drop -> table.column(drop.column()).isPresent();
      case TableAction.RenameIndex rename -> table.index(rename.from()).isPresent();
      case TableAction.SetIndexVisible set -> table.index(set.index()).isPresent();
      case TableAction.OfMySql.SetColumnVisible set -> table.column(set.column()).isPresent();
      default -> true;
    };
  }
}
