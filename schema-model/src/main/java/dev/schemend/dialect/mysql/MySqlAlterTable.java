package dev.schemend.dialect.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.MySqlIndexOptions;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * {@code ALTER TABLE}. The server forms the new table from all actions of the statement and then
 * checks it as a whole, so that {@code DROP INDEX a, ADD INDEX b} never leaves a foreign key
 * without an index in between.
 */
final class MySqlAlterTable {

  private final MySqlScope scope;
  private final MySqlKeys keys;

  MySqlAlterTable(MySqlScope scope) {
    this.scope = scope;
    this.keys = new MySqlKeys(scope.dialect());
  }

  Schema createIndex(DdlStatement.CreateIndex create) {
    return run(
        new DdlStatement.AlterTable(
            create.table(),
            false,
            List.of(new TableAction.AddIndex(create.index(), create.ifNotExists()))));
  }

  Schema dropIndex(DdlStatement.DropIndexOn drop) {
    return run(
        new DdlStatement.AlterTable(
            drop.table(),
            false,
            List.of(new TableAction.DropIndex(drop.index(), drop.ifExists()))));
  }

  Schema run(DdlStatement.AlterTable alter) {
    scope.errors().requireMariaDb(alter.ifExists(), "ALTER TABLE IF EXISTS");
    Optional<Table> found = scope.findTable(alter.name());
    boolean fleeting = scope.carried(MySqlTemporary.name(scope.qualify(alter.name()))).isPresent();
    if (found.isEmpty() && (alter.ifExists() || fleeting)) {
      // A temporary table of which nothing is known is gone at the end, however it is changed.
      return scope.schema();
    }
    Table before = scope.table(alter.name());
    List<TableAction> inOrder =
        alter.actions().stream().sorted(Comparator.comparingInt(MySqlAlterTable::rank)).toList();
    MySqlReturningColumns returning = MySqlReturningColumns.of(scope.dialect(), before, inOrder);
    MySqlScope now = scope;
    Optional<ObjectName> newName = Optional.empty();
    for (TableAction action : MySqlNameSwaps.apart(scope.errors(), before, inOrder)) {
      scope.errors().requireMariaDb(ExistenceClauses.has(action), "IF [NOT] EXISTS in ALTER TABLE");
      if (action instanceof TableAction.RenameTo rename) {
        newName = Optional.of(rename.to());
      } else if (!isDone(before, action)) {
        now =
            now.with(
                apply(now, now.schema().table(before.name()).orElseThrow(), action, returning));
      }
    }
    Table after =
        new MySqlKeys(scope.dialect())
            .withoutNeedlessPrefixes(now.schema().table(before.name()).orElseThrow());
    after = MySqlKeys.withoutNeedlessIndexes(after);
    after =
        new MySqlKeyLengths(scope).fitted(new MySqlTableRules(scope.dialect()).requireSound(after));
    MySqlPartitions.requireServed(
        after, scope.dialect().profile().flavor() == dev.schemend.dialect.Flavor.MARIADB);
    now = now.with(now.schema().with(after));
    requireServedKeys(now, before, after);
    new MySqlHandedNulls(now).requireNone(scope.schema(), before, after);
    return newName.isPresent() ? MySqlTables.rename(now, after, newName.get()) : now.schema();
  }

  // IF NOT EXISTS asks the table as it was, also where the statement drops the column.
  private static boolean isDone(Table before, TableAction action) {
    return action instanceof TableAction.AddColumn add
        && add.ifNotExists()
        && before.column(add.definition().column().name()).isPresent();
  }

  // Foreign keys go first and come last, so that what is in between may change their columns.
  private static int rank(TableAction action) {
    return switch (action) {
      case TableAction.DropForeignKey drop -> 0;
      case TableAction.DropConstraint drop -> 1;
      case TableAction.DropCheck drop -> 1;
      case TableAction.DropPrimaryKey drop -> 1;
      case TableAction.DropIndex drop -> 1;
      case TableAction.DropColumn drop -> 2;
      case TableAction.OfMySql own -> rank(own);
      case TableAction.SetOptions set -> 3;
      case TableAction.ConvertCharacterSet convert -> 3;
      // New columns are placed among those of the new names.
      case TableAction.RenameColumn rename -> 3;
      case TableAction.AddColumn add -> 4;
      case TableAction.ChangeColumn change -> 4;
      case TableAction.SetDefault set -> 4;
      case TableAction.DropDefault drop -> 4;
      case TableAction.RenameIndex rename -> 5;
      // One that a foreign key names takes the place of what comes with the key.
      case TableAction.AddIndex add -> add.index().mysql().generated() ? 7 : 5;
      case TableAction.SetIndexVisible set -> 6;
      case TableAction.AddConstraint add ->
          add.constraint() instanceof Constraint.PrimaryKey ? 5 : 7;
      case TableAction.SetEnforced set -> 8;
      case TableAction.RenameTo rename -> 9;
      case TableAction.AlterColumnType type -> 9;
      case TableAction.SetNotNull set -> 9;
      case TableAction.DropNotNull drop -> 9;
      case TableAction.AddIdentity add -> 9;
      case TableAction.SetIdentity set -> 9;
      case TableAction.DropIdentity drop -> 9;
      case TableAction.DropExpression drop -> 9;
      case TableAction.AddConstraintUsingIndex add -> 9;
      case TableAction.RenameConstraint rename -> 9;
      case TableAction.ValidateConstraint validate -> 9;
      case TableAction.AlterDeferrability alter -> 9;
      case TableAction.OfPostgres other -> 9;
      case TableAction.SetSchema set -> 9;
    };
  }

  private static int rank(TableAction.OfMySql action) {
    return switch (action) {
      case TableAction.OfMySql.IfPresent present -> rank(present.action());
      case TableAction.OfMySql.CarryOut carryOut -> 0;
      case TableAction.OfMySql.SetColumnVisible set -> 4;
      case TableAction.OfMySql.DropPeriod drop -> 1;
      case TableAction.OfMySql.AddPeriod add -> 5;
      case TableAction.OfMySql.SetSystemVersioning set -> 6;
      case TableAction.OfMySql.AlterPartitions alter -> 8;
    };
  }

  private Schema apply(
      MySqlScope now, Table table, TableAction.OfMySql action, MySqlReturningColumns returning) {
    MySqlHistories histories = new MySqlHistories(now);
    return switch (action) {
      case TableAction.OfMySql.IfPresent present ->
          // What is there is looked for in the table as it was (scope is that of the statement).
          MySqlHistories.isThere(scope.schema().table(table.name()).orElse(table), present.action())
              ? apply(now, table, present.action(), returning)
              : now.schema();
      case TableAction.OfMySql.CarryOut carryOut -> now.schema();
      case TableAction.OfMySql.SetColumnVisible set ->
          new MySqlColumnActions(now).setVisible(table, set);
      case TableAction.OfMySql.AlterPartitions alter ->
          new MySqlPartitions(now).alter(table, alter.action());
      case TableAction.OfMySql.SetSystemVersioning set -> histories.set(table, set.on());
      case TableAction.OfMySql.AddPeriod add -> histories.add(table, add);
      case TableAction.OfMySql.DropPeriod drop -> histories.drop(table, drop.period());
    };
  }

  private Schema apply(
      MySqlScope now, Table table, TableAction action, MySqlReturningColumns returning) {
    MySqlColumnActions columns = new MySqlColumnActions(now);
    MySqlConstraints constraints = new MySqlConstraints(now);
    return switch (action) {
      case TableAction.OfMySql own -> apply(now, table, own, returning);
      case TableAction.AddColumn add -> columns.add(table, add, returning);
      case TableAction.DropColumn drop -> columns.drop(table, drop, returning);
      case TableAction.RenameColumn rename -> columns.rename(table, rename);
      case TableAction.ChangeColumn change -> columns.change(table, change);
      case TableAction.SetDefault set -> columns.setDefault(table, set);
      case TableAction.DropDefault drop -> columns.dropDefault(table, drop);
      case TableAction.ConvertCharacterSet convert -> columns.convert(table, convert);
      case TableAction.SetOptions set -> setOptions(now, table, set);
      case TableAction.AddConstraint add ->
          now.schema().with(add(constraints, table, add.constraint()));
      case TableAction.DropConstraint drop -> dropConstraint(now, table, drop);
      case TableAction.DropPrimaryKey drop -> dropPrimaryKey(now, table, drop.ifExists());
      case TableAction.DropForeignKey drop -> dropForeignKey(now, table, drop);
      case TableAction.DropCheck drop -> dropCheck(now, table, drop);
      case TableAction.SetEnforced set -> setEnforced(now, table, set);
      case TableAction.AddIndex add -> addIndex(now, table, add);
      case TableAction.DropIndex drop -> dropIndex(now, table, drop);
      case TableAction.RenameIndex rename -> renameIndex(now, table, rename);
      case TableAction.SetIndexVisible set -> setVisible(now, table, set);
      case TableAction.RenameTo rename -> now.schema();
      case TableAction.AlterColumnType type -> throw MySqlErrors.foreign("ALTER COLUMN … TYPE");
      case TableAction.SetNotNull set -> throw MySqlErrors.foreign("SET NOT NULL");
      case TableAction.DropNotNull drop -> throw MySqlErrors.foreign("DROP NOT NULL");
      case TableAction.AddIdentity add -> throw MySqlErrors.foreign("ADD GENERATED");
      case TableAction.SetIdentity set -> throw MySqlErrors.foreign("SET GENERATED");
      case TableAction.DropIdentity drop -> throw MySqlErrors.foreign("DROP IDENTITY");
      case TableAction.DropExpression drop -> throw MySqlErrors.foreign("DROP EXPRESSION");
      case TableAction.AddConstraintUsingIndex add -> throw MySqlErrors.foreign("USING INDEX");
      case TableAction.RenameConstraint rename -> throw MySqlErrors.foreign("RENAME CONSTRAINT");
      case TableAction.ValidateConstraint validate ->
          throw MySqlErrors.foreign("VALIDATE CONSTRAINT");
      case TableAction.AlterDeferrability alter -> throw MySqlErrors.foreign("DEFERRABLE");
      case TableAction.OfPostgres other -> throw MySqlErrors.foreign("an action of PostgreSQL");
      case TableAction.SetSchema set -> throw MySqlErrors.foreign("SET SCHEMA");
    };
  }

  private Schema setOptions(MySqlScope now, Table table, TableAction.SetOptions set) {
    TableOptions options = new MySqlTableOptionRules(now).set(table.options(), set.options());
    boolean moves = !options.mysql().engine().equals(table.options().mysql().engine());
    Table changed = table.withOptions(options);
    return now.schema().with(moves ? keys.restored(changed) : changed);
  }

  private Table add(MySqlConstraints constraints, Table table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> requireNullForSetNull(keys.add(table, key));
      case Constraint.ForeignKey key -> constraints.add(table, key);
      case Constraint.Check check -> constraints.add(table, check, Optional.empty());
      case Constraint.Unique unique -> throw MySqlErrors.foreign("a UNIQUE without index");
      case Constraint.Exclusion exclusion -> throw MySqlErrors.foreign("EXCLUDE");
    };
  }

  // A primary key takes NULL away from its columns (ER_FK_COLUMN_NOT_NULL).
  private static Table requireNullForSetNull(Table table) {
    table
        .foreignKeys()
        .filter(MySqlConstraints::needsNull)
        .filter(key -> key.columns().anyMatch(name -> !table.column(name).orElseThrow().nullable()))
        .findFirst()
        .ifPresent(
            key -> {
              throw MySqlErrors.invalid(
                  ObjectRef.constraint(table.name(), key.name()),
                  "SET NULL needs a column that can be NULL",
                  MySqlErrors.SET_NULL_ON_NOT_NULL);
            });
    return table;
  }

  private Schema addIndex(MySqlScope now, Table table, TableAction.AddIndex add) {
    Index index = add.index();
    if (index.mysql().generated()) {
      return now.schema().with(keys.withServing(table, index));
    }
    boolean there = table.index(index.name()).isPresent();
    return there && add.ifNotExists() ? now.schema() : now.schema().with(keys.add(table, index));
  }

  private Schema dropIndex(MySqlScope now, Table table, TableAction.DropIndex drop) {
    if (drop.index().equals(MySqlKeys.PRIMARY)) {
      return dropPrimaryKey(now, table, drop.ifExists());
    }
    if (table.index(drop.index()).isEmpty()) {
      return missing(now, drop.ifExists(), MySqlErrors.indexRef(table.name(), drop.index()));
    }
    return now.schema().with(table.withoutIndex(drop.index()));
  }

  private static Schema dropPrimaryKey(MySqlScope now, Table table, boolean ifExists) {
    if (table.primaryKey().isEmpty()) {
      return missing(now, ifExists, MySqlErrors.indexRef(table.name(), MySqlKeys.PRIMARY));
    }
    return now.schema().with(table.withoutConstraint(MySqlKeys.PRIMARY));
  }

  private static Schema dropForeignKey(
      MySqlScope now, Table table, TableAction.DropForeignKey drop) {
    if (table.foreignKeys().noneMatch(key -> key.name().equals(drop.constraint()))) {
      return missing(now, drop.ifExists(), ObjectRef.constraint(table.name(), drop.constraint()));
    }
    return without(now, table, drop.constraint(), Constraint.ForeignKey.class);
  }

  private static Schema dropCheck(MySqlScope now, Table table, TableAction.DropCheck drop) {
    if (find(table, drop.constraint(), Constraint.Check.class).isEmpty()) {
      throw now.errors().noSuchCheck(ObjectRef.constraint(table.name(), drop.constraint()));
    }
    return without(now, table, drop.constraint(), Constraint.Check.class);
  }

  private static Schema dropConstraint(
      MySqlScope now, Table table, TableAction.DropConstraint drop) {
    Identifier name = drop.constraint();
    if (name.equals(MySqlKeys.PRIMARY) && table.primaryKey().isPresent()) {
      return dropPrimaryKey(now, table, drop.ifExists());
    }
    if (find(table, name, Constraint.ForeignKey.class).isPresent()) {
      return without(now, table, name, Constraint.ForeignKey.class);
    }
    if (find(table, name, Constraint.Check.class).isPresent()) {
      return without(now, table, name, Constraint.Check.class);
    }
    if (table.index(name).filter(Index::unique).isPresent()) {
      return now.schema().with(table.withoutIndex(name));
    }
    if (drop.ifExists()) {
      return now.schema();
    }
    throw now.errors().noSuchConstraint(ObjectRef.constraint(table.name(), name));
  }

  // A foreign key and a check of one table may have the same name.
  private static Optional<Constraint> find(
      Table table, Identifier name, Class<? extends Constraint> kind) {
    return table.constraints().stream()
        .filter(one -> kind.isInstance(one) && one.name().equals(name))
        .findFirst();
  }

  private static Schema without(
      MySqlScope now, Table table, Identifier name, Class<? extends Constraint> kind) {
    return now.schema()
        .with(
            table.withConstraints(
                table.constraints().stream()
                    .filter(one -> !(kind.isInstance(one) && one.name().equals(name)))
                    .toList()));
  }

  private static Schema missing(MySqlScope now, boolean ifExists, ObjectRef object) {
    if (ifExists) {
      return now.schema();
    }
    throw now.errors().cannotDrop(object);
  }

  private static Schema setEnforced(MySqlScope now, Table table, TableAction.SetEnforced set) {
    if (find(table, set.constraint(), Constraint.Check.class).isEmpty()) {
      throw now.errors().noSuchCheck(ObjectRef.constraint(table.name(), set.constraint()));
    }
    return now.schema()
        .with(
            table.withConstraints(
                table.constraints().stream()
                    .map(
                        one ->
                            one instanceof Constraint.Check check
                                    && check.name().equals(set.constraint())
                                ? new Constraint.Check(
                                    check.name(),
                                    check.expression(),
                                    set.enforced(),
                                    check.validated(),
                                    check.noInherit())
                                : one)
                    .toList()));
  }

  private static Schema renameIndex(MySqlScope now, Table table, TableAction.RenameIndex rename) {
    requireIndex(table, rename.from());
    if (!rename.to().equals(rename.from()) && table.index(rename.to()).isPresent()) {
      throw MySqlErrors.duplicate(
          MySqlErrors.indexRef(table.name(), rename.to()), MySqlErrors.DUPLICATE_KEY_NAME);
    }
    return mapIndex(
        now,
        table,
        rename.from(),
        index -> index.withName(rename.to()).withMySql(index.mysql().withGenerated(false)));
  }

  private static Schema setVisible(MySqlScope now, Table table, TableAction.SetIndexVisible set) {
    requireIndex(table, set.index());
    return mapIndex(
        now,
        table,
        set.index(),
        index ->
            index.withMySql(
                new MySqlIndexOptions(
                    !set.visible(),
                    index.mysql().comment(),
                    index.mysql().parser(),
                    index.mysql().generated())));
  }

  private static void requireIndex(Table table, Identifier index) {
    if (table.index(index).isEmpty()) {
      throw MySqlErrors.undefined(
          MySqlErrors.indexRef(table.name(), index), MySqlErrors.NO_SUCH_KEY);
    }
  }

  private static Schema mapIndex(
      MySqlScope now, Table table, Identifier name, UnaryOperator<Index> change) {
    return now.schema()
        .with(
            table.withIndexes(
                table.indexes().stream()
                    .map(index -> index.name().equals(name) ? change.apply(index) : index)
                    .toList()));
  }

  // Only keys that were served before are asked for: with checks off, a key may never have been.
  private static void requireServedKeys(MySqlScope now, Table before, Table after) {
    // A table does not count as its own dependant, but its keys may point at itself.
    List<Table> holders =
        Stream.concat(
                Stream.of(after),
                now.schema()
                    .dependants(after.ref())
                    .flatMap(ref -> now.schema().table(ref.name()).stream()))
            .toList();
    after
        .foreignKeys()
        .filter(key -> MySqlKeys.isServed(before, key.sourceColumns()))
        .filter(key -> !MySqlKeys.isServed(after, key.sourceColumns()))
        .findFirst()
        .ifPresent(key -> refuse(after, key));
    for (Table holder : holders) {
      holder
          .foreignKeys()
          .filter(key -> key.target().equals(after.name()))
          .filter(key -> MySqlKeys.isServed(before, key.targetColumns()))
          .filter(key -> !MySqlKeys.isServed(after, key.targetColumns()))
          .findFirst()
          .ifPresent(key -> refuse(holder, key));
    }
  }

  private static void refuse(Table holder, Constraint.ForeignKey key) {
    throw MySqlErrors.invalid(
        ObjectRef.constraint(holder.name(), key.name()),
        "the index to be dropped is needed in this foreign key constraint",
        MySqlErrors.INDEX_NEEDED);
  }
}
