package dev.schemend.parser.postgres;

import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Generation;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.PostgresTriggerOptions;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ALTER TABLE}. */
final class TableActionBuilder {

  private final Names names;
  private final TypeBuilder types;
  private final ExpressionBuilder expressions;
  private final ConstraintBuilder constraints;
  private final SequenceBuilder sequences;
  private final TableBuilder tables;
  private final LineageBuilder lineages;
  private final SettingBuilder settings;

  TableActionBuilder(
      Names names,
      TypeBuilder types,
      ExpressionBuilder expressions,
      ConstraintBuilder constraints,
      SequenceBuilder sequences,
      TableBuilder tables,
      LineageBuilder lineages,
      SettingBuilder settings) {
    this.names = names;
    this.types = types;
    this.expressions = expressions;
    this.constraints = constraints;
    this.sequences = sequences;
    this.tables = tables;
    this.lineages = lineages;
    this.settings = settings;
  }

  /** Empty where every action is inert. */
  Optional<DdlStatement> alter(PostgresParser.AlterTableContext context) {
    List<TableAction> actions = new ArrayList<>();
    if (context.relation() == null) {
      return Optional.empty();
    }
    if (context.RENAME() != null) {
      actions.add(rename(context));
    } else if (context.PARTITION() != null) {
      actions.add(partition(context));
    } else if (context.SET() != null) {
      actions.add(new TableAction.SetSchema(names.name(context.name(0))));
    } else {
      context.tableAction().forEach(action -> action(action).ifPresent(actions::add));
    }
    return actions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DdlStatement.AlterTable(
                names.object(context.relation().qualifiedName()),
                context.IF() != null,
                actions,
                context.relation().ONLY() != null));
  }

  /** Where a view is stored, and by which method, is in no model. */
  Optional<DdlStatement> alter(PostgresParser.AlterViewContext context) {
    List<TableAction> actions = new ArrayList<>();
    context.tableAction().forEach(action -> action(action).ifPresent(actions::add));
    actions.removeIf(
        action ->
            action instanceof TableAction.OfPostgres.SetTablespace
                || action instanceof TableAction.OfPostgres.SetAccessMethod);
    return actions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DdlStatement.AlterTable(
                names.object(context.qualifiedName()), context.IF() != null, actions, false));
  }

  private TableAction partition(PostgresParser.AlterTableContext context) {
    ObjectName partition = names.object(context.qualifiedName());
    if (context.ATTACH() != null) {
      return new TableAction.OfPostgres.AttachPartition(
          partition, lineages.bound(context.partitionBound()));
    }
    if (context.CONCURRENTLY() != null) {
      return new TableAction.OfPostgres.DetachPartition(
          partition, TableAction.OfPostgres.DetachPartition.Mode.CONCURRENTLY);
    }
    return new TableAction.OfPostgres.DetachPartition(
        partition,
        context.FINALIZE() == null
            ? TableAction.OfPostgres.DetachPartition.Mode.AT_ONCE
            : TableAction.OfPostgres.DetachPartition.Mode.FINALIZE);
  }

  private TableAction rename(PostgresParser.AlterTableContext context) {
    Identifier first = names.name(context.name(0));
    if (context.CONSTRAINT() != null) {
      return new TableAction.RenameConstraint(first, names.name(context.name(1)));
    }
    return context.name().size() == 1
        ? new TableAction.RenameTo(ObjectName.unqualified(first))
        : new TableAction.RenameColumn(first, names.name(context.name(1)));
  }

  private Optional<TableAction> action(PostgresParser.TableActionContext context) {
    return switch (context) {
      case PostgresParser.InertContext it -> Optional.empty();
      case PostgresParser.AddColumnContext it ->
          Optional.of(
              new TableAction.AddColumn(
                  tables.column(it.columnDefinition()), ColumnPosition.UNSTATED, it.IF() != null));
      case PostgresParser.DropColumnContext it ->
          Optional.of(
              new TableAction.DropColumn(
                  names.name(it.name()), it.IF() != null, behavior(it.dropBehavior())));
      case PostgresParser.AddFromIndexContext it -> Optional.of(addFromIndex(it));
      case PostgresParser.AddConstraintContext it -> Optional.of(addConstraint(it));
      case PostgresParser.DropConstraintContext it ->
          Optional.of(
              new TableAction.DropConstraint(
                  names.name(it.name()), it.IF() != null, behavior(it.dropBehavior())));
      case PostgresParser.ValidateConstraintContext it ->
          Optional.of(new TableAction.ValidateConstraint(names.name(it.name())));
      case PostgresParser.AlterConstraintContext it -> Optional.of(alterConstraint(it));
      case PostgresParser.SetStorageContext it -> Optional.of(setStorage(it));
      case PostgresParser.SetTriggerContext it -> Optional.of(setTrigger(it));
      case PostgresParser.SetRuleContext it -> Optional.of(setRule(it));
      default ->
          Optional.of(
              settings
                  .action(context)
                  .<TableAction>map(action -> action)
                  .orElseGet(() -> columnAction(context)));
    };
  }

  private TableAction columnAction(PostgresParser.TableActionContext context) {
    return switch (context) {
      case PostgresParser.AlterColumnTypeContext it ->
          new TableAction.AlterColumnType(
              names.name(it.name()),
              types.type(it.typeName()),
              Optional.ofNullable(it.anyName()).map(names::collation),
              Optional.ofNullable(it.expr()).map(expressions::expression));
      case PostgresParser.SetDefaultContext it ->
          new TableAction.SetDefault(names.name(it.name()), expressions.expression(it.expr()));
      case PostgresParser.DropDefaultContext it ->
          new TableAction.DropDefault(names.name(it.name()));
      case PostgresParser.SetNotNullContext it -> new TableAction.SetNotNull(names.name(it.name()));
      case PostgresParser.DropNotNullContext it ->
          new TableAction.DropNotNull(names.name(it.name()));
      case PostgresParser.AddIdentityContext it ->
          new TableAction.AddIdentity(
              names.name(it.name()),
              new Generation.Identity(it.ALWAYS() != null, sequences.options(it.sequenceOption())));
      case PostgresParser.SetIdentityContext it -> setIdentity(it);
      case PostgresParser.DropIdentityContext it ->
          new TableAction.DropIdentity(names.name(it.name()), it.IF() != null);
      case PostgresParser.DropExpressionContext it ->
          new TableAction.DropExpression(names.name(it.name()), it.IF() != null);
      default -> throw new BeyondTheModel(context, "an action of ALTER TABLE without a builder");
    };
  }

  private TableAction setIdentity(PostgresParser.SetIdentityContext context) {
    Optional<Boolean> always = Optional.empty();
    List<PostgresParser.SequenceOptionContext> options = new ArrayList<>();
    for (PostgresParser.IdentityChangeContext change : context.identityChange()) {
      if (change.GENERATED() != null) {
        always = Optional.of(change.ALWAYS() != null);
      } else if (change.sequenceOption() != null) {
        options.add(change.sequenceOption());
      }
    }
    SequenceOptions read = sequences.options(options);
    boolean restart =
        context.identityChange().stream()
            .anyMatch(change -> change.RESTART() != null && change.signedNumber() == null);
    return new TableAction.SetIdentity(names.name(context.name()), always, read, restart);
  }

  private TableAction addConstraint(PostgresParser.AddConstraintContext context) {
    PostgresParser.TableConstraintContext written = context.tableConstraint();
    return TableBuilder.isNotNull(written)
        ? new TableAction.OfPostgres.AddNotNull(
            names.name(written.constraintBody().name()), constraints.notNull(written))
        : new TableAction.AddConstraint(constraints.table(written), false);
  }

  private TableAction addFromIndex(PostgresParser.AddFromIndexContext context) {
    boolean named = context.CONSTRAINT() != null;
    return new TableAction.AddConstraintUsingIndex(
        named ? names.name(context.name(0)) : Identifier.NONE,
        context.PRIMARY() != null,
        names.name(context.name(named ? 1 : 0)),
        constraints.attributes(context.constraintAttribute()).deferrability());
  }

  private TableAction alterConstraint(PostgresParser.AlterConstraintContext context) {
    if (context.INHERIT() != null) {
      return new TableAction.OfPostgres.SetConstraintInherit(names.name(context.name()), true);
    }
    for (PostgresParser.ConstraintAttributeContext one : context.constraintAttribute()) {
      if (one.ENFORCED() != null) {
        return new TableAction.OfPostgres.EnforceConstraint(
            names.name(context.name()), one.NOT() == null);
      }
      if (one.INHERIT() != null) {
        return new TableAction.OfPostgres.SetConstraintInherit(names.name(context.name()), false);
      }
    }
    return new TableAction.AlterDeferrability(
        names.name(context.name()),
        constraints.attributes(context.constraintAttribute()).deferrability());
  }

  private TableAction setStorage(PostgresParser.SetStorageContext context) {
    return new TableAction.SetOptions(
        new TableOptions(
            Optional.empty(),
            new PostgresTableOptions(
                false, StorageParameters.read(context.storageParameters(), names)),
            MySqlTableOptions.NONE));
  }

  private TableAction setTrigger(PostgresParser.SetTriggerContext context) {
    return new TableAction.OfPostgres.SetTriggerEnabled(
        context.name() == null ? Identifier.NONE : names.name(context.name()),
        enabled(context.firing()));
  }

  private TableAction setRule(PostgresParser.SetRuleContext context) {
    return new TableAction.OfPostgres.SetRuleEnabled(
        names.name(context.name()), enabled(context.firing()));
  }

  private static PostgresTriggerOptions.Enabled enabled(PostgresParser.FiringContext context) {
    if (context.DISABLE() != null) {
      return PostgresTriggerOptions.Enabled.DISABLED;
    }
    if (context.ALWAYS() != null) {
      return PostgresTriggerOptions.Enabled.ALWAYS;
    }
    return context.REPLICA() == null
        ? PostgresTriggerOptions.Enabled.ORIGIN
        : PostgresTriggerOptions.Enabled.REPLICA;
  }

  static DropBehavior behavior(PostgresParser.DropBehaviorContext context) {
    return context != null && context.CASCADE() != null
        ? DropBehavior.CASCADE
        : DropBehavior.RESTRICT;
  }
}
