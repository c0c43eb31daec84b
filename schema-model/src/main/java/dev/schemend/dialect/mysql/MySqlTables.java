package dev.schemend.dialect.mysql;

import dev.schemend.apply.Renamer;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Flavor;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.model.Schema;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code CREATE}, {@code RENAME} and {@code DROP TABLE}. */
final class MySqlTables {

  private final MySqlScope scope;
  private final MySqlColumns columns;
  private final MySqlKeys keys;

  MySqlTables(MySqlScope scope) {
    this.scope = scope;
    this.columns = new MySqlColumns(scope);
    this.keys = new MySqlKeys(scope.dialect());
  }

  Schema create(DdlStatement.CreateTable create) {
    ObjectName name = scope.toCreate(create.name());
    if (scope.isTaken(name)) {
      if (create.ifNotExists()) {
        return scope.schema();
      }
      throw scope.errors().tableExists(name);
    }
    return create(name, create);
  }

  Schema createTemporary(DdlStatement.OfMySql.CreateTemporaryTable create) {
    ObjectName name = MySqlTemporary.name(scope.toCreate(create.table().name()));
    if (scope.schema().table(name).isPresent()) {
      if (create.table().ifNotExists()) {
        return scope.schema();
      }
      throw scope.errors().tableExists(name);
    }
    return create(name, create.table());
  }

  private Schema create(ObjectName name, DdlStatement.CreateTable written) {
    MySqlColumnRules.requireRoom(name, written.columns().size());
    DdlStatement.CreateTable create = MySqlHistories.expand(written);
    Table table =
        new Table(
            name,
            List.of(),
            List.of(),
            List.of(),
            new MySqlTableOptionRules(scope).create(name, create.options()));
    List<ColumnDefinition> definitions = new ArrayList<>();
    for (ColumnDefinition one : create.columns()) {
      ColumnDefinition definition = columns.expand(withTableCheck(create, one));
      definitions.add(definition);
      table = withColumn(table, definition);
    }
    table = settled(withKeys(table, create, definitions), create, definitions);
    Optional<MySqlPartitioning> partitions = create.options().mysql().partitioning();
    if (partitions.isPresent()) {
      table = new MySqlPartitions(scope).partitioned(table, partitions.get());
    }
    MySqlPartitions.requireServed(
        table, scope.dialect().profile().flavor() == dev.schemend.dialect.Flavor.MARIADB);
    return scope.schema().with(MySqlHistories.bounded(table));
  }

  // The introspected form of a JSON column on MariaDB has its check behind the columns.
  private ColumnDefinition withTableCheck(
      DdlStatement.CreateTable create, ColumnDefinition definition) {
    Identifier column = definition.column().name();
    boolean checked =
        columns.isMariaDb()
            && create.constraints().stream().anyMatch(one -> isColumnJsonCheck(one, column));
    return checked
        ? new ColumnDefinition(
            definition
                .column()
                .withMySql(
                    definition
                        .column()
                        .mysql()
                        .withCheck(
                            Optional.of(
                                new SqlExpr.FunctionCall(
                                    ObjectName.unqualified(Identifier.of("json_valid")),
                                    List.of(new SqlExpr.ColumnRef(List.of(), column)),
                                    false)))),
            definition.explicitNull(),
            definition.constraints(),
            definition.indexes())
        : definition;
  }

  private static boolean isColumnJsonCheck(Constraint constraint, Identifier column) {
    return constraint instanceof Constraint.Check check
        && check.name().equals(column)
        && MySqlColumns.isJsonCheck(check.expression(), column);
  }

  private Table withColumn(Table table, ColumnDefinition definition) {
    Identifier name = definition.column().name();
    if (table.column(name).isPresent()) {
      throw scope.errors().columnExists(ObjectRef.column(table.name(), name));
    }
    List<Column> longer = new ArrayList<>(table.columns());
    Column column = columns.canonical(definition, table.options().mysql(), isFirstTimestamp(table));
    new MySqlColumnRules(scope.dialect()).requireSound(table.name(), definition.column(), column);
    longer.add(column);
    return table.withColumns(longer);
  }

  static boolean isFirstTimestamp(Table table) {
    return table.columns().stream()
        .noneMatch(
            column ->
                column.type() instanceof SqlType.Builtin builtin
                    && builtin.name().equals("timestamp"));
  }

  private Table withKeys(
      Table bare, DdlStatement.CreateTable create, List<ColumnDefinition> definitions) {
    Table table = bare;
    for (ColumnDefinition definition : definitions) {
      for (Constraint constraint : definition.constraints()) {
        table = withPrimaryKey(table, constraint, definitions);
      }
    }
    for (Constraint constraint : create.constraints()) {
      table = withPrimaryKey(table, constraint, definitions);
    }
    for (ColumnDefinition definition : definitions) {
      for (Index index : definition.indexes()) {
        table = keys.add(table, index);
      }
    }
    for (Index index : create.indexes()) {
      if (!index.mysql().generated()) {
        table = keys.add(table, index);
      }
    }
    return table;
  }

  private Table withPrimaryKey(
      Table table, Constraint constraint, List<ColumnDefinition> definitions) {
    if (!(constraint instanceof Constraint.PrimaryKey key)) {
      return table;
    }
    boolean explicitNull =
        definitions.stream()
            .filter(ColumnDefinition::explicitNull)
            .anyMatch(one -> key.columns().anyMatch(one.column().name()::equals));
    // MariaDB takes NULL for NOT NULL there.
    if (explicitNull && !columns.isMariaDb()) {
      throw MySqlErrors.invalid(
          table.ref(),
          "all parts of a primary key must be NOT NULL",
          MySqlErrors.NULL_IN_PRIMARY_KEY);
    }
    return keys.add(table, key);
  }

  private Table settled(
      Table keyed, DdlStatement.CreateTable create, List<ColumnDefinition> definitions) {
    MySqlConstraints constraints = new MySqlConstraints(scope);
    Table table = keyed;
    for (ColumnDefinition definition : definitions) {
      constraints.requireReadable(table, definition.column().name());
      for (Constraint constraint : definition.constraints()) {
        table = add(constraints, table, constraint, Optional.of(definition.column().name()));
      }
    }
    for (Constraint constraint : create.constraints()) {
      boolean isMariaDbJson =
          columns.isMariaDb()
              && table.column(constraint.name()).isPresent()
              && isColumnJsonCheck(constraint, constraint.name());
      if (!isMariaDbJson) {
        table = add(constraints, table, constraint, Optional.empty());
      }
    }
    // Those that foreign keys name take the place of what came with the keys.
    for (Index index : create.indexes()) {
      if (index.mysql().generated()) {
        table = keys.withServing(table, index);
      }
    }
    return new MySqlKeyLengths(scope)
        .fitted(
            new MySqlTableRules(scope.dialect())
                .requireSound(MySqlKeys.withoutNeedlessIndexes(table)));
  }

  private static Table add(
      MySqlConstraints constraints,
      Table table,
      Constraint constraint,
      Optional<Identifier> column) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> table;
      case Constraint.Check check -> constraints.add(table, check, column);
      case Constraint.ForeignKey key -> constraints.add(table, key);
      case Constraint.Unique unique -> throw MySqlErrors.foreign("a UNIQUE without index");
      case Constraint.Exclusion exclusion -> throw MySqlErrors.foreign("EXCLUDE");
    };
  }

  Schema drop(DdlStatement.DropTable drop) {
    List<ObjectRef> going = new ArrayList<>();
    for (ObjectName written : drop.names()) {
      Optional<Table> table = scope.findTable(written);
      Optional<ObjectName> carried =
          scope
              .carried(MySqlTemporary.name(scope.qualify(written)))
              .or(() -> scope.carried(scope.qualify(written)));
      if (table.isPresent()) {
        going.add(table.get().ref());
      } else if (carried.isPresent()) {
        going.add(ObjectRef.table(carried.get()));
      } else if (!drop.ifExists()) {
        ObjectRef view = ObjectRef.to(ObjectKind.VIEW, scope.qualify(written));
        throw scope.schema().has(view)
            ? scope.errors().notTable(view)
            : scope.errors().unknownTable(scope.qualify(written));
      }
    }
    Schema schema = scope.schema();
    for (ObjectRef table : going) {
      List<ObjectRef> holders =
          schema
              .dependants(table)
              .filter(user -> user.kind() == ObjectKind.TABLE && !going.contains(user))
              .toList();
      if (!holders.isEmpty() && scope.session().foreignKeyChecks()) {
        throw scope.errors().tableReferenced(table, holders);
      }
    }
    for (ObjectRef table : going) {
      schema = MySqlDefinitions.withoutTriggers(schema, table.name()).without(table);
    }
    return schema;
  }

  Schema dropTemporary(DdlStatement.OfMySql.DropTemporaryTables drop) {
    Schema schema = scope.schema();
    for (ObjectName written : drop.names()) {
      ObjectRef ref = ObjectRef.table(MySqlTemporary.name(scope.qualify(written)));
      if (!schema.has(ref) && !drop.ifExists()) {
        throw scope.errors().unknownTable(scope.qualify(written));
      }
      schema = schema.without(ref);
    }
    return schema;
  }

  Schema rename(DdlStatement.RenameTables rename) {
    scope.errors().requireMariaDb(rename.ifExists(), "RENAME TABLE IF EXISTS");
    MySqlScope now = scope;
    for (DdlStatement.RenameTables.Renaming pair : rename.renamings()) {
      if (rename.ifExists()
          && now.findTable(pair.from()).isEmpty()
          && MySqlDefinitions.view(now, pair.from()).isEmpty()) {
        continue;
      }
      Optional<StoredDefinition> view = MySqlDefinitions.view(now, pair.from());
      now =
          now.with(
              view.isPresent()
                  ? MySqlDefinitions.rename(now, view.get(), pair.to())
                  : rename(now, now.table(pair.from()), pair.to()));
    }
    return now.schema();
  }

  /** The schema with a table under another name; generated names of its constraints follow. */
  static Schema rename(MySqlScope now, Table table, ObjectName written) {
    ObjectName lasting = now.toCreate(written);
    ObjectName to = MySqlTemporary.is(table.name()) ? MySqlTemporary.name(lasting) : lasting;
    if (to.equals(table.name())) {
      return now.schema();
    }
    if (now.isTaken(to)) {
      throw now.errors().tableExists(to);
    }
    Schema renamed = Renamer.follow(now.schema(), table.ref(), to);
    Table moved = renamed.table(to).orElseThrow();
    boolean checksFollow = now.dialect().profile().flavor() == Flavor.MYSQL;
    return renamed.with(
        moved.withConstraints(
            moved.constraints().stream()
                .map(constraint -> rename(constraint, table.name(), to, checksFollow))
                .toList()));
  }

  private static Constraint rename(
      Constraint constraint, ObjectName from, ObjectName to, boolean checksFollow) {
    String label = constraint instanceof Constraint.ForeignKey ? "_ibfk_" : "_chk_";
    String prefix = from.name().text() + label;
    boolean follows =
        (constraint instanceof Constraint.ForeignKey
                || (constraint instanceof Constraint.Check && checksFollow))
            && constraint.name().key().startsWith(prefix.toLowerCase(Locale.ROOT));
    return follows
        ? constraint.withName(
            MySqlKeys.member(
                to.name().text() + label + constraint.name().text().substring(prefix.length())))
        : constraint;
  }
}
