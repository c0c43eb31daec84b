package dev.schemend.parser.mysql;

import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.mysql.MySqlDialect;
import java.util.List;
import java.util.Optional;

/** The actions of {@code ALTER TABLE}. */
final class AlterPrinter {

  private final MySqlDialect dialect;
  private final boolean mariadb;
  private final ColumnPrinter columns;
  private final KeyPrinter keys;
  private final OptionPrinter options;

  AlterPrinter(
      MySqlDialect dialect, ColumnPrinter columns, KeyPrinter keys, OptionPrinter options) {
    this.dialect = dialect;
    this.mariadb = dialect.profile().flavor() == Flavor.MARIADB;
    this.columns = columns;
    this.keys = keys;
    this.options = options;
  }

  String print(TableAction action) {
    return switch (action) {
      case TableAction.AddColumn add ->
          "ADD COLUMN "
              + ifNotExists(add.ifNotExists())
              + columns.print(add.definition(), false)
              + ColumnPrinter.position(add.position());
      case TableAction.DropColumn drop ->
          "DROP COLUMN "
              + ifExists(drop.ifExists())
              + SqlNames.quoted(drop.column())
              + (drop.behavior() == DropBehavior.CASCADE ? " CASCADE" : "");
      case TableAction.RenameColumn rename ->
          "RENAME COLUMN " + SqlNames.quoted(rename.from()) + " TO " + SqlNames.quoted(rename.to());
      case TableAction.ChangeColumn change -> change(change);
      case TableAction.SetDefault set ->
          alterColumn(set.column().text())
              + "SET DEFAULT "
              + DefaultPrinter.print(set.value(), Optional.empty());
      case TableAction.DropDefault drop -> alterColumn(drop.column().text()) + "DROP DEFAULT";
      case TableAction.AddConstraint add ->
          "ADD "
              + (add.ifNotExists()
                  ? keys.elementIfNotExists(add.constraint())
                  : keys.element(add.constraint()));
      case TableAction.DropConstraint drop ->
          "DROP CONSTRAINT " + ifExists(drop.ifExists()) + SqlNames.quoted(drop.constraint());
      case TableAction.DropPrimaryKey drop ->
          drop.ifExists() ? "DROP INDEX IF EXISTS `PRIMARY`" : "DROP PRIMARY KEY";
      case TableAction.DropForeignKey drop ->
          "DROP FOREIGN KEY " + ifExists(drop.ifExists()) + SqlNames.quoted(drop.constraint());
      case TableAction.DropCheck drop ->
          (mariadb ? "DROP CONSTRAINT " : "DROP CHECK ") + SqlNames.quoted(drop.constraint());
      case TableAction.SetEnforced set ->
          "ALTER CHECK "
              + SqlNames.quoted(set.constraint())
              + (set.enforced() ? " ENFORCED" : " NOT ENFORCED");
      case TableAction.AddIndex add ->
          "ADD " + keys.element(add.index(), ifNotExists(add.ifNotExists()));
      case TableAction.DropIndex drop ->
          "DROP INDEX " + ifExists(drop.ifExists()) + SqlNames.quoted(drop.index());
      case TableAction.RenameIndex rename ->
          "RENAME INDEX " + SqlNames.quoted(rename.from()) + " TO " + SqlNames.quoted(rename.to());
      case TableAction.SetIndexVisible set ->
          "ALTER INDEX " + SqlNames.quoted(set.index()) + visibility(set.visible());
      case TableAction.RenameTo rename -> "RENAME TO " + SqlNames.quoted(rename.to());
      case TableAction.SetOptions set -> options.print(set.options());
      case TableAction.ConvertCharacterSet convert -> convert(convert);
      case TableAction.OfMySql own -> own(own);
      case TableAction.AlterColumnType foreign -> throw foreign(foreign);
      case TableAction.SetNotNull foreign -> throw foreign(foreign);
      case TableAction.DropNotNull foreign -> throw foreign(foreign);
      case TableAction.AddIdentity foreign -> throw foreign(foreign);
      case TableAction.SetIdentity foreign -> throw foreign(foreign);
      case TableAction.DropIdentity foreign -> throw foreign(foreign);
      case TableAction.DropExpression foreign -> throw foreign(foreign);
      case TableAction.AddConstraintUsingIndex foreign -> throw foreign(foreign);
      case TableAction.RenameConstraint foreign -> throw foreign(foreign);
      case TableAction.ValidateConstraint foreign -> throw foreign(foreign);
      case TableAction.AlterDeferrability foreign -> throw foreign(foreign);
      case TableAction.OfPostgres foreign -> throw foreign(foreign);
      case TableAction.SetSchema foreign -> throw foreign(foreign);
    };
  }

  private String own(TableAction.OfMySql action) {
    return switch (action) {
      case TableAction.OfMySql.CarryOut carryOut -> carryOut.means() + "=" + carryOut.value();
      case TableAction.OfMySql.AlterPartitions alter -> PartitionPrinter.print(alter.action());
      case TableAction.OfMySql.SetColumnVisible set ->
          alterColumn(set.column().text()) + (set.visible() ? "SET VISIBLE" : "SET INVISIBLE");
      case TableAction.OfMySql.SetSystemVersioning set ->
          (set.on() ? "ADD" : "DROP") + " SYSTEM VERSIONING";
      case TableAction.OfMySql.AddPeriod add ->
          "ADD " + OptionPrinter.period(add.period(), List.of(add.start(), add.end()));
      case TableAction.OfMySql.DropPeriod drop ->
          "DROP PERIOD FOR " + SqlNames.quoted(drop.period());
      // The key words behind which IF EXISTS stands are the first two of each of these actions.
      case TableAction.OfMySql.IfPresent present ->
          print(present.action()).replaceFirst("^(\\w+ \\w+) ", "$1 IF EXISTS ");
    };
  }

  private static IllegalArgumentException foreign(TableAction action) {
    return new IllegalArgumentException("MySQL has no such action: " + action);
  }

  private String change(TableAction.ChangeColumn change) {
    String definition = columns.print(change.definition(), false);
    String position = ColumnPrinter.position(change.position());
    String guard = ifExists(change.ifExists());
    boolean sameName = change.column().text().equals(change.definition().column().name().text());
    return sameName
        ? "MODIFY " + guard + definition + position
        : "CHANGE " + guard + SqlNames.quoted(change.column()) + " " + definition + position;
  }

  private static String alterColumn(String column) {
    return "ALTER COLUMN " + SqlNames.quoted(column) + " ";
  }

  private String visibility(boolean visible) {
    if (mariadb) {
      return visible ? " NOT IGNORED" : " IGNORED";
    }
    return visible ? " VISIBLE" : " INVISIBLE";
  }

  private String convert(TableAction.ConvertCharacterSet convert) {
    return "CONVERT TO CHARACTER SET "
        + convert.characterSet().map(dialect.characterSets()::written).orElse("DEFAULT")
        + convert
            .collation()
            .map(collation -> " COLLATE " + dialect.characterSets().written(collation))
            .orElse("");
  }

  static String ifExists(boolean written) {
    return written ? "IF EXISTS " : "";
  }

  static String ifNotExists(boolean written) {
    return written ? "IF NOT EXISTS " : "";
  }
}
