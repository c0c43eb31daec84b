package dev.schemend.dialect.postgres;

import dev.schemend.apply.Rejection;
import dev.schemend.apply.Renamer;
import dev.schemend.apply.SchemaError;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Constraint;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@code ALTER TABLE}. */
final class TableActions {

  private final Dialect dialect;
  private final Scope scope;

  TableActions(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  Schema run(DdlStatement.AlterTable alter) {
    Optional<Table> table = scope.findTable(alter.name());
    if (table.isEmpty()) {
      Optional<ForeignTable> foreign = foreign(alter);
      if (foreign.isPresent()) {
        return new ForeignTables(dialect, scope).alter(foreign.get(), alter);
      }
      if (alter.ifExists() && scope.relation(alter.name()).isEmpty()) {
        return scope.schema();
      }
      return renameOther(alter);
    }
    Schema schema = scope.schema();
    List<TableAction> inPasses =
        alter.actions().stream()
            .flatMap(action -> apart(table.get(), action, alter.actions().size()))
            .sorted(Comparator.comparingInt(TableActions::pass))
            .toList();
    for (TableAction action : inPasses) {
      if (action instanceof TableAction.AlterColumnType change) {
        new ColumnTypeChange(dialect, scope).prepare(table.get().name(), change);
      }
    }
    for (TableAction action : inPasses) {
      schema = apply(new Scope(schema, scope.session()), table.get().name(), action, alter.only());
      schema = Comments.swept(schema, table.get().name());
    }
    return schema;
  }

  // Its name and schema change as those of others that are no tables.
  private Optional<ForeignTable> foreign(DdlStatement.AlterTable alter) {
    boolean moves =
        alter.actions().stream()
            .anyMatch(
                one -> one instanceof TableAction.RenameTo || one instanceof TableAction.SetSchema);
    return moves
        ? Optional.empty()
        : scope
            .find(alter.name(), List.of(ObjectKind.FOREIGN_TABLE))
            .flatMap(scope.schema()::get)
            .filter(ForeignTable.class::isInstance)
            .map(ForeignTable.class::cast);
  }

  // ALTER TABLE … RENAME TO also serves sequences, views and indexes (manual, ALTER TABLE).
  private Schema renameOther(DdlStatement.AlterTable alter) {
    Optional<ObjectRef> other = scope.relation(alter.name());
    boolean renames = alter.actions().stream().anyMatch(TableAction.RenameTo.class::isInstance);
    if (!renames && other.filter(scope::isCarriedTable).isPresent()) {
      return scope.schema();
    }
    if (other.isPresent()
        && alter.actions().size() == 1
        && alter.actions().get(0) instanceof TableAction.RenameTo rename) {
      return other.get().kind() == ObjectKind.INDEX
          ? new IndexStatements(dialect, scope)
              .rename(new DdlStatement.RenameIndex(alter.name(), rename.to().name(), false))
          : ObjectStatements.rename(
              scope,
              new DdlStatement.RenameObject(
                  other.get().kind(), alter.name(), rename.to().name(), false));
    }
    if (other.filter(ref -> ref.kind() == ObjectKind.INDEX).isPresent()
        && alter.actions().size() == 1
        && alter.actions().getFirst() instanceof TableAction.RenameColumn rename) {
      return KeyNames.rename(scope.schema(), other.get(), rename);
    }
    Optional<ObjectAction> action = viewAction(alter.actions());
    if (other.isPresent() && VIEWS.contains(other.get().kind()) && action.isPresent()) {
      return ObjectActions.apply(dialect, scope, other.get(), action.get());
    }
    Optional<MaterializedView> view =
        other.flatMap(ref -> scope.schema().materializedView(ref.name()));
    if (view.isPresent() && alter.actions().stream().allMatch(TableActions::isOfStorage)) {
      return stored(view.get(), alter);
    }
    scope.table(alter.name());
    return scope.schema();
  }

  // It is kept as the table is that has its columns.
  private Schema stored(MaterializedView view, DdlStatement.AlterTable alter) {
    if (view.columns().isEmpty()) {
      throw new Rejection(
          new SchemaError.Undecidable(
              view.ref(), "its columns could not be told", PostgresErrors.NOT_SUPPORTED));
    }
    Table table = ViewColumns.table((PostgresExpressions) dialect.expressions(), scope, view);
    Schema stored = scope.schema().without(view.ref()).with(table);
    Schema after =
        new TableActions(dialect, new Scope(stored, scope.session()))
            .run(new DdlStatement.AlterTable(view.name(), false, alter.actions(), alter.only()));
    return scope.schema().with(ViewColumns.back(view, after.table(view.name()).orElseThrow()));
  }

  private static boolean isOfStorage(TableAction action) {
    return action instanceof TableAction.OfPostgres.SetStorage
        || action instanceof TableAction.OfPostgres.SetCompression
        || action instanceof TableAction.OfPostgres.SetStatistics
        || action instanceof TableAction.OfPostgres.SetColumnParameters
        || action instanceof TableAction.OfPostgres.ResetColumnParameters
        || action instanceof TableAction.OfPostgres.ClusterOn;
  }

  private static final Set<ObjectKind> VIEWS =
      EnumSet.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.FOREIGN_TABLE);

  // What ALTER TABLE does to a view as ALTER VIEW would (manual, ALTER TABLE, RENAME).
  private static Optional<ObjectAction> viewAction(List<TableAction> actions) {
    if (actions.size() != 1) {
      return Optional.empty();
    }
    return switch (actions.getFirst()) {
      case TableAction.SetSchema set -> Optional.of(new ObjectAction.SetSchema(set.schema()));
      case TableAction.RenameColumn rename ->
          Optional.of(
              new ObjectAction.RenameColumn(rename.from(), rename.to(), DropBehavior.RESTRICT));
      case TableAction.SetDefault set ->
          Optional.of(new ObjectAction.ColumnDefault(set.column(), Optional.of(set.value())));
      case TableAction.DropDefault drop ->
          Optional.of(new ObjectAction.ColumnDefault(drop.column(), Optional.empty()));
      case TableAction.SetOptions set -> {
        SortedMap<String, Optional<String>> values = new TreeMap<>();
        set.options()
            .postgres()
            .storageParameters()
            .forEach((name, value) -> values.put(name, Optional.of(value)));
        yield Optional.of(new ObjectAction.Parameters(values));
      }
      case TableAction.OfPostgres.ResetOptions reset -> {
        SortedMap<String, Optional<String>> values = new TreeMap<>();
        reset.parameters().forEach(name -> values.put(name, Optional.empty()));
        yield Optional.of(new ObjectAction.Parameters(values));
      }
      default -> Optional.empty();
    };
  }

  // What a new column brings along comes in the passes of its own: it may read the others.
  private static Stream<TableAction> apart(Table table, TableAction action, int actions) {
    if (actions == 1 || !(action instanceof TableAction.AddColumn add)) {
      return Stream.of(action);
    }
    boolean skipped =
        add.ifNotExists() && table.column(add.definition().column().name()).isPresent();
    return Stream.concat(
        Stream.of(
            new TableAction.AddColumn(
                ColumnDefinition.of(add.definition().column()), add.position(), add.ifNotExists())),
        skipped
            ? Stream.of()
            : ColumnActions.inOrder(add.definition().constraints()).stream()
                .map(constraint -> new TableAction.AddConstraint(constraint, false)));
  }

  // The server sorts the actions of one statement into passes (tablecmds.c, AlterTablePass).
  private static int pass(TableAction action) {
    return switch (action) {
      case TableAction.DropColumn drop -> 0;
      case TableAction.DropConstraint drop -> 0;
      case TableAction.DropDefault drop -> 0;
      case TableAction.DropNotNull drop -> 0;
      case TableAction.DropIdentity drop -> 0;
      case TableAction.DropExpression drop -> 0;
      case TableAction.AlterColumnType type -> 1;
      case TableAction.AddColumn add -> 2;
      case TableAction.SetNotNull set -> 4;
      // Behind ADD GENERATED of the same statement.
      case TableAction.SetIdentity set -> 7;
      case TableAction.AddConstraint add -> pass(add.constraint());
      case TableAction.AddConstraintUsingIndex add -> 5;
      case TableAction.SetDefault set -> 6;
      case TableAction.AddIdentity add -> 6;
      case TableAction.ValidateConstraint validate -> 7;
      case TableAction.AlterDeferrability alter -> 7;
      case TableAction.SetOptions set -> 7;
      case TableAction.RenameColumn rename -> 7;
      case TableAction.RenameConstraint rename -> 7;
      case TableAction.RenameTo rename -> 7;
      case TableAction.SetSchema set -> 7;
      case TableAction.ChangeColumn change -> 7;
      case TableAction.DropPrimaryKey drop -> 7;
      case TableAction.DropForeignKey drop -> 7;
      case TableAction.DropCheck drop -> 7;
      case TableAction.SetEnforced set -> 7;
      case TableAction.AddIndex add -> 7;
      case TableAction.DropIndex drop -> 7;
      case TableAction.RenameIndex rename -> 7;
      case TableAction.SetIndexVisible set -> 7;
      case TableAction.ConvertCharacterSet convert -> 7;
      case TableAction.OfMySql other -> 7;
      // SET EXPRESSION stands between types and new columns.
      case TableAction.OfPostgres.SetExpression set -> 2;
      case TableAction.OfPostgres.AddNotNull add -> 3;
      case TableAction.OfPostgres other -> 7;
    };
  }

  private static int pass(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check check -> 3;
      case Constraint.PrimaryKey key -> 5;
      case Constraint.Unique key -> 5;
      case Constraint.Exclusion exclusion -> 5;
      case Constraint.ForeignKey key -> 6;
    };
  }

  private Schema apply(Scope now, ObjectName table, TableAction action, boolean only) {
    ColumnActions columns = new ColumnActions(dialect, now);
    Constraints constraints = new Constraints(dialect, now);
    return switch (action) {
      case TableAction.AddColumn add -> columns.add(table, add, only);
      case TableAction.DropColumn drop -> new ColumnDrop(dialect, now).drop(table, drop, only);
      case TableAction.RenameColumn rename -> new ColumnNames(now).rename(table, rename, only);
      case TableAction.AlterColumnType type ->
          new ColumnTypeChange(dialect, now).changeType(table, type, only);
      case TableAction.SetDefault set -> columns.setDefault(table, set, only);
      case TableAction.DropDefault drop -> columns.dropDefault(table, drop, only);
      case TableAction.SetNotNull set -> columns.setNullable(table, set.column(), false, only);
      case TableAction.DropNotNull drop -> columns.setNullable(table, drop.column(), true, only);
      case TableAction.AddIdentity add -> new IdentityActions(dialect, now).add(table, add, only);
      case TableAction.SetIdentity set -> new IdentityActions(dialect, now).set(table, set, only);
      case TableAction.DropIdentity drop ->
          new IdentityActions(dialect, now).drop(table, drop, only);
      case TableAction.DropExpression drop -> columns.dropExpression(table, drop, only);
      case TableAction.AddConstraint add -> constraints.add(table, add.constraint(), only);
      case TableAction.AddConstraintUsingIndex add ->
          constraints.addUsingIndex(
              table,
              new Constraints.UsingIndex(
                  add.constraint(), add.primaryKey(), add.index(), add.deferrability()));
      case TableAction.DropConstraint drop ->
          new ConstraintDrop(dialect, now).drop(table, drop, only);
      case TableAction.RenameConstraint rename ->
          new ConstraintNames(dialect, now).rename(table, rename.from(), rename.to(), only);
      case TableAction.ValidateConstraint validate -> validate(now, table, validate.constraint());
      case TableAction.AlterDeferrability alter ->
          changeConstraint(
              now, table, alter.constraint(), constraint -> deferrable(table, constraint, alter));
      case TableAction.RenameTo rename -> renameTable(now, table, rename.to().name());
      case TableAction.SetSchema set -> setSchema(now, table, set.schema());
      case TableAction.SetOptions set -> setOptions(now, table, set);
      case TableAction.ChangeColumn change -> throw PostgresErrors.foreign("CHANGE COLUMN");
      case TableAction.DropPrimaryKey drop -> throw PostgresErrors.foreign("DROP PRIMARY KEY");
      case TableAction.DropForeignKey drop -> throw PostgresErrors.foreign("DROP FOREIGN KEY");
      case TableAction.DropCheck drop -> throw PostgresErrors.foreign("DROP CHECK");
      case TableAction.SetEnforced set -> throw PostgresErrors.foreign("[NOT] ENFORCED");
      case TableAction.AddIndex add -> throw PostgresErrors.foreign("ADD INDEX");
      case TableAction.DropIndex drop -> throw PostgresErrors.foreign("DROP INDEX");
      case TableAction.RenameIndex rename -> throw PostgresErrors.foreign("RENAME INDEX");
      case TableAction.SetIndexVisible set -> throw PostgresErrors.foreign("ALTER INDEX");
      case TableAction.OfMySql other -> throw PostgresErrors.foreign("an action of MySQL");
      case TableAction.ConvertCharacterSet convert ->
          throw PostgresErrors.foreign("CONVERT TO CHARACTER SET");
      case TableAction.OfPostgres own -> new TableSettings(dialect, now).run(table, own, only);
    };
  }

  private Schema validate(Scope now, ObjectName table, Identifier constraint) {
    return now.schema()
        .table(table)
        .orElseThrow()
        .requiredBy(constraint)
        .map(column -> new NotNullActions(dialect, now).validate(table, column.name()))
        .orElseGet(() -> changeConstraint(now, table, constraint, one -> validated(table, one)));
  }

  /** Changes a constraint, and what heirs have of it. */
  static Schema changeConstraint(
      Scope now, ObjectName tableName, Identifier name, UnaryOperator<Constraint> change) {
    Table table = now.schema().table(tableName).orElseThrow();
    if (table.requiredBy(name).isPresent()) {
      throw PostgresErrors.invalid(
          ObjectRef.constraint(tableName, name),
          "is a not-null constraint, of which this cannot be changed",
          PostgresErrors.WRONG_OBJECT_TYPE);
    }
    Constraint old =
        table
            .constraint(name)
            .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.constraint(tableName, name)));
    Schema schema =
        now.schema()
            .with(
                table.withConstraints(
                    table.constraints().stream()
                        .map(one -> one.name().equals(name) ? change.apply(one) : one)
                        .toList()));
    for (Table child : Heirs.of(schema, table)) {
      Optional<Constraint> inherited =
          child.constraint(name).filter(one -> Heirs.isInherited(now.schema(), child, one));
      if (inherited.isPresent() && inherited.get().getClass().equals(old.getClass())) {
        schema = changeConstraint(new Scope(schema, now.session()), child.name(), name, change);
      }
    }
    return schema;
  }

  private static Constraint validated(ObjectName table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey key -> key.withValidated(true);
      case Constraint.Check check -> check.withValidated(true);
      case Constraint.PrimaryKey key -> throw notForValidation(table, key);
      case Constraint.Unique key -> throw notForValidation(table, key);
      case Constraint.Exclusion exclusion -> throw notForValidation(table, exclusion);
    };
  }

  private static Rejection notForValidation(ObjectName table, Constraint constraint) {
    return PostgresErrors.invalid(
        ObjectRef.constraint(table, constraint.name()),
        "is not a foreign key or check constraint",
        PostgresErrors.WRONG_OBJECT_TYPE);
  }

  private static Constraint deferrable(
      ObjectName table, Constraint constraint, TableAction.AlterDeferrability alter) {
    if (constraint instanceof Constraint.ForeignKey key) {
      return key.withDeferrability(alter.deferrability());
    }
    throw PostgresErrors.invalid(
        ObjectRef.constraint(table, constraint.name()),
        "is not a foreign key constraint",
        PostgresErrors.WRONG_OBJECT_TYPE);
  }

  private static Schema renameTable(Scope now, ObjectName table, Identifier to) {
    now.requireFree(table.sibling(to), ObjectKind.TABLE);
    return Renamer.follow(now.schema(), ObjectRef.table(table), table.sibling(to));
  }

  private static Schema setSchema(Scope now, ObjectName table, Identifier schema) {
    if (!now.schema().has(ObjectRef.schema(schema))) {
      throw PostgresErrors.undefined(ObjectRef.schema(schema));
    }
    if (table.schema().equals(schema)) {
      return now.schema();
    }
    ObjectName to = new ObjectName(schema, table.name());
    now.requireFree(to, ObjectKind.TABLE);
    Schema moved = Renamer.follow(now.schema(), ObjectRef.table(table), to);
    // Owned sequences move along with their table (AlterTableNamespaceInternal).
    for (ObjectRef ref :
        moved
            .dependants(ObjectRef.table(to))
            .filter(user -> user.kind() == ObjectKind.SEQUENCE)
            .toList()) {
      moved = Renamer.follow(moved, ref, new ObjectName(schema, ref.name().name()));
    }
    return moved;
  }

  private Schema setOptions(Scope now, ObjectName tableName, TableAction.SetOptions set) {
    Table table = now.schema().table(tableName).orElseThrow();
    if (Heirs.lineage(table).isPartitioned()) {
      Persistence.requireNoParameters(
          dialect, tableName, set.options().postgres().storageParameters().keySet());
    }
    var merged = new TreeMap<>(table.options().postgres().storageParameters());
    merged.putAll(set.options().postgres().storageParameters());
    return now.schema()
        .with(
            table.withOptions(
                table
                    .options()
                    .withPostgres(table.options().postgres().withStorageParameters(merged))));
  }
}
