package dev.schemend.dialect.mysql;

import dev.schemend.ddl.TableAction;

/** The clauses {@code IF EXISTS} and {@code IF NOT EXISTS} of {@code ALTER TABLE}: MariaDB only. */
final class ExistenceClauses {

  private ExistenceClauses() {}

  /** Whether an action has one. */
  static boolean has(TableAction action) {
    return switch (action) {
      case TableAction.AddColumn add -> add.ifNotExists();
      case TableAction.DropColumn drop -> drop.ifExists();
      case TableAction.ChangeColumn change -> change.ifExists();
      case TableAction.AddIndex add -> add.ifNotExists();
      case TableAction.DropIndex drop -> drop.ifExists();
      case TableAction.DropForeignKey drop -> drop.ifExists();
      case TableAction.DropPrimaryKey drop -> drop.ifExists();
      case TableAction.DropConstraint drop -> drop.ifExists();
      case TableAction.DropCheck drop -> false;
      case TableAction.OfMySql.IfPresent present -> true;
      case TableAction.OfMySql.AlterPartitions alter -> false;
      case TableAction.OfMySql.CarryOut carryOut -> false;
      case TableAction.OfMySql.SetColumnVisible set -> false;
      case TableAction.OfMySql.SetSystemVersioning set -> false;
      case TableAction.OfMySql.AddPeriod add -> false;
      case TableAction.OfMySql.DropPeriod drop -> false;
      case TableAction.SetOptions set -> false;
      case TableAction.ConvertCharacterSet convert -> false;
      case TableAction.RenameColumn rename -> false;
      case TableAction.SetDefault set -> false;
      case TableAction.DropDefault drop -> false;
      case TableAction.RenameIndex rename -> false;
      case TableAction.SetIndexVisible set -> false;
      case TableAction.AddConstraint add -> false;
      case TableAction.SetEnforced set -> false;
      case TableAction.RenameTo rename -> false;
      case TableAction.AlterColumnType type -> false;
      case TableAction.SetNotNull set -> false;
      case TableAction.DropNotNull drop -> false;
      case TableAction.AddIdentity add -> false;
      case TableAction.SetIdentity set -> false;
      case TableAction.DropIdentity drop -> false;
      case TableAction.DropExpression drop -> false;
      case TableAction.AddConstraintUsingIndex add -> false;
      case TableAction.RenameConstraint rename -> false;
      case TableAction.ValidateConstraint validate -> false;
      case TableAction.AlterDeferrability alter -> false;
      case TableAction.OfPostgres other -> false;
      case TableAction.SetSchema set -> false;
    };
  }
}
