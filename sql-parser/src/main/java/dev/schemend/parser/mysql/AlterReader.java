package dev.schemend.parser.mysql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.name.Identifier;
import dev.schemend.parser.mysql.MySqlParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The actions of {@code ALTER TABLE}. */
final class AlterReader {

  private final Names names;
  private final ColumnReader columns;
  private final KeyReader keys;
  private final OptionReader options;
  private final PartitionReader partitions;

  AlterReader(
      Names names,
      ColumnReader columns,
      KeyReader keys,
      OptionReader options,
      PartitionReader partitions) {
    this.names = names;
    this.columns = columns;
    this.keys = keys;
    this.options = options;
    this.partitions = partitions;
  }

  List<TableAction> read(AlterActionContext context) {
    return switch (context) {
      case AddColumnActionContext add ->
          List.of(
              new TableAction.AddColumn(
                  columns.read(add.columnDefinition()),
                  columns.position(add.columnPosition()),
                  add.ifNotExists() != null));
      case AddElementsActionContext add ->
          add.tableElement().stream()
              .flatMap(element -> element(element, add.ifNotExists() != null).stream())
              .toList();
      case AddIndexActionContext add -> List.of(index(add.indexDefinition()));
      case AddConstraintActionContext add -> constraint(add.constraintDefinition());
      case AddConstraintIfNotExistsActionContext add ->
          List.of(ifNotExists(names.member(add.identifier()), add.addedConstraint()));
      case OptionsActionContext set -> options(set.tableOption());
      case IgnoredActionContext ignored -> List.of();
      case CarryOutActionContext carryOut ->
          List.of(
              new TableAction.OfMySql.CarryOut(
                  carryOut.ALGORITHM() != null
                      ? TableAction.OfMySql.CarryOut.Means.ALGORITHM
                      : TableAction.OfMySql.CarryOut.Means.LOCK,
                  carryOut.getStop().getText().toUpperCase(Locale.ROOT)));
      case PartitionsActionContext alter ->
          partitions.read(alter.partitionAction()).stream()
              .<TableAction>map(TableAction.OfMySql.AlterPartitions::new)
              .toList();
      default -> List.of(single(context));
    };
  }

  private TableAction single(AlterActionContext context) {
    return switch (context) {
      case DropColumnActionContext drop ->
          new TableAction.DropColumn(
              names.member(drop.identifier()),
              drop.ifExists() != null,
              drop.CASCADE() != null ? DropBehavior.CASCADE : DropBehavior.RESTRICT);
      case DropIndexActionContext drop -> dropIndex(drop);
      case DropPrimaryKeyActionContext drop -> new TableAction.DropPrimaryKey(false);
      case DropForeignKeyActionContext drop ->
          new TableAction.DropForeignKey(names.member(drop.identifier()), drop.ifExists() != null);
      case DropCheckActionContext drop ->
          new TableAction.DropCheck(names.member(drop.identifier()));
      case DropConstraintActionContext drop ->
          new TableAction.DropConstraint(
              names.member(drop.identifier()), drop.ifExists() != null, DropBehavior.RESTRICT);
      case ModifyColumnActionContext modify -> {
        ColumnDefinition definition = columns.read(modify.columnDefinition());
        yield new TableAction.ChangeColumn(
            definition.column().name(),
            definition,
            columns.position(modify.columnPosition()),
            modify.ifExists() != null);
      }
      case ChangeColumnActionContext change ->
          new TableAction.ChangeColumn(
              names.member(change.identifier()),
              columns.read(change.columnDefinition()),
              columns.position(change.columnPosition()),
              change.ifExists() != null);
      case ConvertActionContext convert ->
          new TableAction.ConvertCharacterSet(
              names.characterSet(convert.charsetName()),
              convert.collationName() == null
                  ? Optional.empty()
                  : names.collation(convert.collationName()));
      case RenameTableActionContext rename ->
          new TableAction.RenameTo(names.qualified(rename.qualifiedName()));
      case EnforceActionContext enforce ->
          new TableAction.SetEnforced(
              names.member(enforce.identifier()), enforce.enforcement().NOT() == null);
      default -> conditional(context);
    };
  }

  // MariaDB lets each of these be skipped where its object is missing.
  private TableAction conditional(AlterActionContext context) {
    TableAction action = unconditional(context);
    return context.getRuleContexts(IfExistsContext.class).isEmpty()
        ? action
        : new TableAction.OfMySql.IfPresent(action);
  }

  private TableAction unconditional(AlterActionContext context) {
    return switch (context) {
      case ColumnVisibilityActionContext set ->
          new TableAction.OfMySql.SetColumnVisible(
              names.member(set.identifier()), set.VISIBLE() != null);
      case SystemVersioningActionContext set ->
          new TableAction.OfMySql.SetSystemVersioning(set.ADD() != null);
      case AddPeriodActionContext add -> period(add.periodDefinition());
      case DropPeriodActionContext drop ->
          new TableAction.OfMySql.DropPeriod(names.member(drop.identifier()));
      case SetDefaultActionContext set ->
          new TableAction.SetDefault(
              names.member(set.identifier()), columns.defaultValue(set.defaultValue()));
      case DropDefaultActionContext drop ->
          new TableAction.DropDefault(names.member(drop.identifier()));
      case IndexVisibilityActionContext visibility ->
          new TableAction.SetIndexVisible(
              names.member(visibility.identifier()),
              visibility.VISIBLE() != null || visibility.NOT() != null);
      case RenameColumnActionContext rename ->
          new TableAction.RenameColumn(
              names.member(rename.identifier(0)), names.member(rename.identifier(1)));
      case RenameIndexActionContext rename ->
          new TableAction.RenameIndex(
              names.member(rename.identifier(0)), names.member(rename.identifier(1)));
      default -> throw ExpressionReader.unknown(context);
    };
  }

  // PRIMARY is reserved, so as an index name it always means the primary key.
  private TableAction dropIndex(DropIndexActionContext drop) {
    Identifier name = names.member(drop.identifier());
    boolean ifExists = drop.ifExists() != null;
    return name.key().equals("primary")
        ? new TableAction.DropPrimaryKey(ifExists)
        : new TableAction.DropIndex(name, ifExists);
  }

  private List<TableAction> element(TableElementContext element, boolean ifNotExists) {
    if (element.columnDefinition() != null) {
      return List.of(
          new TableAction.AddColumn(
              columns.read(element.columnDefinition()), columns.position(null), ifNotExists));
    }
    if (element.periodDefinition() != null) {
      return List.of(period(element.periodDefinition()));
    }
    return element.indexDefinition() != null
        ? List.of(index(element.indexDefinition()))
        : constraint(element.constraintDefinition());
  }

  private TableAction period(PeriodDefinitionContext period) {
    return new TableAction.OfMySql.AddPeriod(
        names.member(period.identifier(0)),
        names.member(period.identifier(1)),
        names.member(period.identifier(2)));
  }

  private TableAction index(IndexDefinitionContext definition) {
    return new TableAction.AddIndex(keys.read(definition), KeyReader.ifNotExists(definition));
  }

  private List<TableAction> constraint(ConstraintDefinitionContext definition) {
    Constraint constraint = keys.read(definition);
    List<TableAction> actions = new ArrayList<>();
    if (definition instanceof ForeignKeyDefinitionContext foreign) {
      actions.add(new TableAction.AddConstraint(constraint, foreign.ifNotExists() != null));
      keys.indexOf(foreign).ifPresent(index -> actions.add(new TableAction.AddIndex(index, false)));
    } else {
      actions.add(new TableAction.AddConstraint(constraint, false));
    }
    return actions;
  }

  private TableAction ifNotExists(Identifier name, AddedConstraintContext added) {
    if (added.UNIQUE() != null) {
      Index index =
          keys.index(
              names.memberOrNone(added.identifier()).or(name),
              Index.Kind.UNIQUE,
              added.indexType(),
              added.keyParts(),
              added.indexOption());
      return new TableAction.AddIndex(index, true);
    }
    Constraint constraint =
        added.CHECK() != null
            ? keys.check(name, added.expression(), added.enforcement())
            : keys.foreignKey(
                name, names.members(added.columnList().identifier()), added.references());
    return new TableAction.AddConstraint(constraint, true);
  }

  private List<TableAction> options(List<TableOptionContext> contexts) {
    if (contexts.stream().allMatch(AutoIncrementOptionContext.class::isInstance)) {
      return List.of();
    }
    return List.of(new TableAction.SetOptions(options.read(contexts)));
  }
}
