package dev.schemend.hazard.postgres;

import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Constraint;
import dev.schemend.model.TableOptions;

/**
 * The lock that each action of an {@code ALTER TABLE} takes on its table (manual, ALTER TABLE;
 * {@code AlterTableGetLockLevel} of the server's tablecmds.c). A statement takes the strongest of
 * its actions' locks.
 */
final class ActionLocks {

  /** {@code ATTACH PARTITION} lets queries on the parent go on (release notes 12). */
  private static final ServerVersion ATTACHES_QUIETLY = ServerVersion.of(12, 0, 0);

  /** Storage parameters whose change needs more (reloptions.c). */
  private static final String USER_CATALOG_TABLE = "user_catalog_table";

  private ActionLocks() {}

  static LockMode of(TableAction action, ServerVersion version) {
    return switch (action) {
      case TableAction.AddColumn other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.DropColumn other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.RenameColumn other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.AlterColumnType other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.SetDefault other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.DropDefault other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.SetNotNull other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.DropNotNull other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.AddIdentity other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.SetIdentity other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.DropIdentity other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.DropExpression other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.AddConstraint add -> of(add.constraint());
      case TableAction.AddConstraintUsingIndex other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.DropConstraint other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.RenameConstraint other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.ValidateConstraint other -> LockMode.SHARE_UPDATE_EXCLUSIVE;
      case TableAction.AlterDeferrability other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.RenameTo other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.SetSchema other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.SetOptions set -> of(set.options());
      case OfPostgres.SetTriggerEnabled other -> LockMode.SHARE_ROW_EXCLUSIVE;
      case OfPostgres.SetRuleEnabled other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.AttachPartition other ->
          version.since(ATTACHES_QUIETLY)
              ? LockMode.SHARE_UPDATE_EXCLUSIVE
              : LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.DetachPartition detach ->
          detach.mode() == OfPostgres.DetachPartition.Mode.AT_ONCE
              ? LockMode.ACCESS_EXCLUSIVE
              : LockMode.SHARE_UPDATE_EXCLUSIVE;
      case OfPostgres.Inherit other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.NoInherit other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.SetOfType other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.SetLogged other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.EnableRowSecurity other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.ForceRowSecurity other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.SetReplicaIdentity other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.ClusterOn other -> LockMode.SHARE_UPDATE_EXCLUSIVE;
      case OfPostgres.SetTablespace other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.SetAccessMethod other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.ResetOptions reset ->
          reset.parameters().contains(USER_CATALOG_TABLE)
              ? LockMode.ACCESS_EXCLUSIVE
              : LockMode.SHARE_UPDATE_EXCLUSIVE;
      case OfPostgres.SetStorage other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.SetCompression other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.SetStatistics other -> LockMode.SHARE_UPDATE_EXCLUSIVE;
      case OfPostgres.SetColumnParameters other -> LockMode.SHARE_UPDATE_EXCLUSIVE;
      case OfPostgres.ResetColumnParameters other -> LockMode.SHARE_UPDATE_EXCLUSIVE;
      case OfPostgres.SetExpression other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.AddNotNull other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.SetConstraintInherit other -> LockMode.ACCESS_EXCLUSIVE;
      case OfPostgres.EnforceConstraint other -> LockMode.ACCESS_EXCLUSIVE;
      // Not on this server.
      case TableAction.ChangeColumn other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.DropPrimaryKey other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.DropForeignKey other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.DropCheck other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.SetEnforced other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.AddIndex other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.DropIndex other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.RenameIndex other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.SetIndexVisible other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.ConvertCharacterSet other -> LockMode.ACCESS_EXCLUSIVE;
      case TableAction.OfMySql other -> LockMode.ACCESS_EXCLUSIVE;
    };
  }

  private static LockMode of(Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey key -> LockMode.SHARE_ROW_EXCLUSIVE;
      case Constraint.PrimaryKey key -> LockMode.ACCESS_EXCLUSIVE;
      case Constraint.Unique key -> LockMode.ACCESS_EXCLUSIVE;
      case Constraint.Check check -> LockMode.ACCESS_EXCLUSIVE;
      case Constraint.Exclusion exclusion -> LockMode.ACCESS_EXCLUSIVE;
    };
  }

  private static LockMode of(TableOptions options) {
    return options.postgres().storageParameters().containsKey(USER_CATALOG_TABLE)
        ? LockMode.ACCESS_EXCLUSIVE
        : LockMode.SHARE_UPDATE_EXCLUSIVE;
  }
}
