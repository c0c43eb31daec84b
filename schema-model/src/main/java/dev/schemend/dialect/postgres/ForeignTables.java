package dev.schemend.dialect.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Constraint;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Foreign tables: what statements do to their columns and checks is done to a table of that name in
 * their place.
 */
final class ForeignTables {

  private final Dialect dialect;
  private final Scope scope;

  ForeignTables(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  Schema create(ForeignTable written, boolean ifNotExists) {
    ObjectName name = scope.toCreate(written.table().name());
    if (scope.isTaken(name) && ifNotExists) {
      return scope.schema();
    }
    scope.requireFree(name, ObjectKind.FOREIGN_TABLE);
    ObjectRef server =
        ObjectRef.to(ObjectKind.FOREIGN_SERVER, ObjectName.unqualified(written.server()));
    if (!scope.schema().has(server)) {
      throw PostgresErrors.undefined(server);
    }
    Schema stored =
        new TableCreation(dialect, scope)
            .create(
                new DdlStatement.CreateTable(
                    name,
                    written.table().columns().stream().map(ColumnDefinition::of).toList(),
                    written.table().constraints(),
                    written.table().indexes(),
                    written.table().options(),
                    false));
    return back(stored, written, stored.table(name).orElseThrow());
  }

  private static Schema back(Schema stored, ForeignTable foreign, Table table) {
    for (Constraint constraint : table.constraints()) {
      if (!(constraint instanceof Constraint.Check)) {
        throw PostgresErrors.invalid(
            foreign.ref(),
            "keys and foreign keys are not supported on foreign tables",
            PostgresErrors.WRONG_OBJECT_TYPE);
      }
    }
    return stored.without(table.ref()).with(foreign.withTable(table));
  }

  /** {@code ALTER TABLE} and {@code ALTER FOREIGN TABLE}, but for names and schemas. */
  Schema alter(ForeignTable foreign, DdlStatement.AlterTable alter) {
    Schema stored = scope.schema().without(foreign.ref()).with(foreign.table());
    Schema after =
        new TableActions(dialect, new Scope(stored, scope.session()))
            .run(
                new DdlStatement.AlterTable(
                    foreign.table().name(), false, alter.actions(), alter.only()));
    SortedMap<Identifier, SortedMap<String, String>> options =
        new TreeMap<>(foreign.columnOptions());
    for (TableAction action : alter.actions()) {
      if (action instanceof TableAction.RenameColumn rename && options.containsKey(rename.from())) {
        options.put(rename.to(), options.remove(rename.from()));
      } else if (action instanceof TableAction.DropColumn drop) {
        options.remove(drop.column());
      }
    }
    return back(
        after,
        foreign.withColumnOptions(options),
        after.table(foreign.table().name()).orElseThrow());
  }

  /** Its own options; {@code server} and columns stay. */
  Schema alter(ForeignTable foreign, ObjectAction.Foreign change) {
    return scope
        .schema()
        .with(foreign.withOptions(changed(foreign.ref(), foreign.options(), change.options())));
  }

  /** The options of one of its columns. */
  Schema alter(ForeignTable foreign, ObjectAction.ForeignColumn change) {
    ObjectRef column = ObjectRef.column(foreign.table().name(), change.column());
    if (foreign.table().column(change.column()).isEmpty()) {
      throw PostgresErrors.undefined(column);
    }
    SortedMap<Identifier, SortedMap<String, String>> options =
        new TreeMap<>(foreign.columnOptions());
    options.put(
        change.column(),
        changed(column, options.getOrDefault(change.column(), new TreeMap<>()), change.options()));
    return scope.schema().with(foreign.withColumnOptions(options));
  }

  private static SortedMap<String, String> changed(
      ObjectRef object, SortedMap<String, String> old, List<ObjectAction.Foreign.Option> changes) {
    SortedMap<String, String> options = new TreeMap<>(old);
    for (ObjectAction.Foreign.Option option : changes) {
      ForeignStatements.require(object, option, options.containsKey(option.name()));
      option
          .value()
          .ifPresentOrElse(
              value -> options.put(option.name(), value), () -> options.remove(option.name()));
    }
    return options;
  }
}
