package dev.schemend.hazard.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.hazard.NullChecks;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.DomainType;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.TableLock.Work;
import dev.schemend.type.CastRisk;
import dev.schemend.type.SqlType;
import java.util.Optional;

/** What an action of an {@code ALTER TABLE} does to the rows (manual, ALTER TABLE, "Notes"). */
final class ActionWork {

  /** A constant default of a new column is kept beside the table (release notes 11). */
  private static final ServerVersion KEEPS_DEFAULTS = ServerVersion.of(11, 0, 0);

  /** {@code SET NOT NULL} believes a check (release notes 12). */
  private static final ServerVersion BELIEVES_CHECKS = ServerVersion.of(12, 0, 0);

  private final Dialect dialect;
  private final Volatility volatility;

  ActionWork(Dialect dialect) {
    this.dialect = dialect;
    this.volatility = new Volatility();
  }

  /**
   * The work.
   *
   * @param table before the statement
   * @param after the table behind it, where it keeps its name
   */
  Work of(Schema schema, Table table, Optional<Table> after, TableAction action) {
    return switch (action) {
      case TableAction.AddColumn add -> added(schema, table, after, add.definition());
      case TableAction.AlterColumnType alter -> retyped(table, after, alter);
      case TableAction.SetNotNull set -> required(table, set.column());
      case TableAction.AddConstraint add -> constraint(add.constraint());
      case TableAction.AddConstraintUsingIndex add ->
          add.primaryKey()
              ? table.index(add.index()).stream()
                  .flatMap(Index::columns)
                  .map(column -> required(table, column))
                  .reduce(Work.INSTANT, ActionWork::longer)
              : Work.INSTANT;
      case TableAction.ValidateConstraint validate -> Work.SCAN;
      case OfPostgres.AddNotNull add ->
          add.constraint().validated() ? required(table, add.column()) : Work.INSTANT;
      case OfPostgres.AttachPartition attach -> Work.INSTANT;
      case OfPostgres.SetLogged set -> Work.REWRITE;
      case OfPostgres.SetTablespace set -> Work.REWRITE;
      case OfPostgres.SetAccessMethod set -> Work.REWRITE;
      case OfPostgres.SetExpression set -> Work.REWRITE;
      case OfPostgres.EnforceConstraint enforce -> enforce.enforced() ? Work.SCAN : Work.INSTANT;
      case TableAction.AddIdentity add -> Work.INSTANT;
      case TableAction.DropColumn other -> Work.INSTANT;
      case TableAction.RenameColumn other -> Work.INSTANT;
      case TableAction.SetDefault other -> Work.INSTANT;
      case TableAction.DropDefault other -> Work.INSTANT;
      case TableAction.DropNotNull other -> Work.INSTANT;
      case TableAction.SetIdentity other -> Work.INSTANT;
      case TableAction.DropIdentity other -> Work.INSTANT;
      case TableAction.DropExpression other -> Work.INSTANT;
      case TableAction.DropConstraint other -> Work.INSTANT;
      case TableAction.RenameConstraint other -> Work.INSTANT;
      case TableAction.AlterDeferrability other -> Work.INSTANT;
      case TableAction.RenameTo other -> Work.INSTANT;
      case TableAction.SetSchema other -> Work.INSTANT;
      case TableAction.SetOptions other -> Work.INSTANT;
      case OfPostgres other -> Work.INSTANT;
      // Not on this server.
      case TableAction.ChangeColumn other -> Work.INSTANT;
      case TableAction.DropPrimaryKey other -> Work.INSTANT;
      case TableAction.DropForeignKey other -> Work.INSTANT;
      case TableAction.DropCheck other -> Work.INSTANT;
      case TableAction.SetEnforced other -> Work.INSTANT;
      case TableAction.AddIndex other -> Work.INSTANT;
      case TableAction.DropIndex other -> Work.INSTANT;
      case TableAction.RenameIndex other -> Work.INSTANT;
      case TableAction.SetIndexVisible other -> Work.INSTANT;
      case TableAction.ConvertCharacterSet other -> Work.INSTANT;
      case TableAction.OfMySql other -> Work.INSTANT;
    };
  }

  static Work longer(Work one, Work other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private Work added(
      Schema schema, Table table, Optional<Table> after, ColumnDefinition definition) {
    if (table.column(definition.column().name()).isPresent()) {
      return Work.INSTANT;
    }
    Column column =
        after
            .flatMap(holder -> holder.column(definition.column().name()))
            .orElse(definition.column());
    if (fills(schema, column)) {
      return Work.REWRITE;
    }
    Work work =
        !column.nullable() && column.defaultValue().isEmpty() && column.generation().isEmpty()
            ? Work.SCAN
            : Work.INSTANT;
    for (Constraint constraint : definition.constraints()) {
      work = longer(work, constraint(constraint));
    }
    return work;
  }

  /** Whether every row must be given a value of its own. */
  private boolean fills(Schema schema, Column column) {
    boolean generated =
        column
            .generation()
            .filter(
                generation ->
                    switch (generation) {
                      case Generation.Identity identity -> true;
                      case Generation.Computed computed -> computed.stored();
                      case Generation.AutoIncrement other -> true;
                    })
            .isPresent();
    boolean computed =
        column
            .defaultValue()
            .filter(
                value ->
                    !dialect.profile().version().since(KEEPS_DEFAULTS)
                        || volatility.mayBeVolatile(schema, value))
            .isPresent();
    return generated || computed || isCheckedDomain(schema, column.type());
  }

  private static boolean isCheckedDomain(Schema schema, SqlType type) {
    return type instanceof SqlType.UserDefined user
        && schema.get(ObjectRef.to(ObjectKind.DOMAIN, user.name())).orElse(null)
            instanceof DomainType domain
        && (!domain.checks().isEmpty() || !domain.nullable());
  }

  private Work retyped(Table table, Optional<Table> after, TableAction.AlterColumnType alter) {
    Optional<Column> from = table.column(alter.column());
    Optional<Column> to = after.flatMap(holder -> holder.column(alter.column()));
    if (from.isEmpty() || to.isEmpty()) {
      return Work.REWRITE;
    }
    CastRisk risk = dialect.types().castRisk(from.get().type(), to.get().type());
    return switch (risk) {
      // The indexes over it are built again in the new order.
      case IDENTICAL, WIDENING ->
          from.get().collation().equals(to.get().collation()) ? Work.INSTANT : Work.SCAN;
      case REWRITE, LOSSY, EXPLICIT, IMPOSSIBLE -> Work.REWRITE;
    };
  }

  private Work required(Table table, Identifier name) {
    boolean free =
        table.column(name).filter(column -> !column.nullable()).isPresent()
            || (dialect.profile().version().since(BELIEVES_CHECKS)
                && NullChecks.forbidNull(table, name));
    return free ? Work.INSTANT : Work.SCAN;
  }

  static Work constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check check ->
          check.validated() && check.enforced() ? Work.SCAN : Work.INSTANT;
      case Constraint.ForeignKey key ->
          key.validated() && key.postgres().enforced() ? Work.SCAN : Work.INSTANT;
      case Constraint.PrimaryKey key -> Work.SCAN;
      case Constraint.Unique key -> Work.SCAN;
      case Constraint.Exclusion exclusion -> Work.SCAN;
    };
  }
}
