package dev.schemend.dialect.mysql;

import dev.schemend.apply.ColumnRename;
import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The actions of {@code ALTER TABLE} on columns. */
final class MySqlColumnActions {

  private static final List<String> TEXTS = List.of("tinytext", "text", "mediumtext", "longtext");

  private final MySqlScope scope;
  private final MySqlColumns columns;
  private final MySqlKeys keys;

  MySqlColumnActions(MySqlScope scope) {
    this.scope = scope;
    this.columns = new MySqlColumns(scope);
    this.keys = new MySqlKeys(scope.dialect());
  }

  private Column require(Table table, Identifier name) {
    return table
        .column(name)
        .orElseThrow(() -> scope.errors().unknownColumn(ObjectRef.column(table.name(), name)));
  }

  Schema add(Table table, TableAction.AddColumn add, MySqlReturningColumns returning) {
    ColumnDefinition definition = columns.expand(add.definition());
    Identifier name = definition.column().name();
    if (table.column(name).isPresent()) {
      if (add.ifNotExists()) {
        return scope.schema();
      }
      throw scope.errors().columnExists(ObjectRef.column(table.name(), name));
    }
    MySqlColumnRules.requireRoom(table.name(), table.columns().size() + 1);
    Column column =
        columns.canonical(definition, table.options().mysql(), MySqlTables.isFirstTimestamp(table));
    new MySqlColumnRules(scope.dialect()).requireSound(table.name(), definition.column(), column);
    List<Column> placed = new ArrayList<>(table.columns());
    placed.add(position(table, placed, add.position(), placed.size()), column);
    Table keyed = returning.withKeys(table.withColumns(placed), column, definition.explicitNull());
    return scope.schema().with(attachments(keyed, definition));
  }

  private Table attachments(Table table, ColumnDefinition definition) {
    MySqlConstraints constraints = new MySqlConstraints(scope);
    Table changed = table;
    constraints.requireReadable(table, definition.column().name());
    for (Constraint constraint : definition.constraints()) {
      if (constraint instanceof Constraint.PrimaryKey key) {
        changed = keys.add(changed, key);
      }
    }
    for (Index index : definition.indexes()) {
      changed = keys.add(changed, index);
    }
    for (Constraint constraint : definition.constraints()) {
      if (constraint instanceof Constraint.Check check) {
        changed = constraints.add(changed, check, Optional.of(definition.column().name()));
      } else if (constraint instanceof Constraint.ForeignKey key) {
        changed = constraints.add(changed, key);
      }
    }
    return changed;
  }

  private int position(Table table, List<Column> among, ColumnPosition position, int unstated) {
    return switch (position) {
      case ColumnPosition.Unstated none -> unstated;
      case ColumnPosition.First first -> 0;
      case ColumnPosition.After after -> {
        require(table, after.column());
        for (int i = 0; i < among.size(); i++) {
          if (among.get(i).name().equals(after.column())) {
            yield i + 1;
          }
        }
        throw scope.errors().unknownColumn(ObjectRef.column(table.name(), after.column()));
      }
    };
  }

  Schema drop(Table table, TableAction.DropColumn drop, MySqlReturningColumns returning) {
    Identifier name = drop.column();
    ObjectRef ref = ObjectRef.column(table.name(), name);
    if (table.column(name).isEmpty()) {
      if (drop.ifExists()) {
        return scope.schema();
      }
      throw scope.errors().cannotDrop(ref);
    }
    requireNoForeignKey(table, name);
    boolean returns = returning.contains(name);
    // MariaDB reads expressions when the table is whole again, but for the checks of tables.
    if (!(returns && columns.isMariaDb())) {
      requireNotComputedFrom(table, name);
      requireNotPartitionedBy(table, name);
      requireNotReadByCheck(table, name);
    }
    List<Constraint> kept = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      SortedSet<Identifier> used = ColumnUses.in(constraint);
      boolean check = constraint instanceof Constraint.Check && used.contains(name);
      if (check && used.size() > 1) {
        throw scope
            .errors()
            .columnInCheck(ref, ObjectRef.constraint(table.name(), constraint.name()));
      }
      if (!check) {
        kept.add(constraint);
      }
    }
    Table loose = table.withConstraints(kept);
    Table narrowed = returns ? loose : keys.withoutColumn(loose, name);
    return scope
        .schema()
        .with(
            narrowed.withColumns(
                narrowed.columns().stream().filter(one -> !one.name().equals(name)).toList()));
  }

  // A check behind another column may read this one (MariaDB).
  private void requireNotReadByCheck(Table table, Identifier name) {
    for (Column other : table.columns()) {
      boolean reads =
          !other.name().equals(name)
              && other
                  .mysql()
                  .check()
                  .filter(check -> ColumnUses.in(check).contains(name))
                  .isPresent();
      if (reads) {
        throw scope
            .errors()
            .columnInCheck(
                ObjectRef.column(table.name(), name), ObjectRef.column(table.name(), other.name()));
      }
    }
  }

  private void requireNoForeignKey(Table table, Identifier column) {
    if (table.foreignKeys().anyMatch(key -> key.sourceColumns().contains(column))) {
      throw MySqlErrors.invalid(
          ObjectRef.column(table.name(), column),
          "is needed in a foreign key constraint",
          MySqlErrors.FOREIGN_KEY_COLUMN);
    }
    boolean referenced =
        MySqlKeyedColumns.holders(scope.schema(), table)
            .anyMatch(
                holder ->
                    holder
                        .foreignKeys()
                        .anyMatch(
                            key ->
                                key.target().equals(table.name())
                                    && key.targetColumns().contains(column)));
    if (referenced) {
      throw MySqlErrors.invalid(
          ObjectRef.column(table.name(), column),
          "is needed in a foreign key constraint of another table",
          MySqlErrors.FOREIGN_KEY_COLUMN_PARENT);
    }
  }

  private void requireNotComputedFrom(Table table, Identifier column) {
    ObjectRef ref = ObjectRef.column(table.name(), column);
    for (Column other : table.columns()) {
      if (other.generation().orElse(null) instanceof Generation.Computed computed
          && ColumnUses.in(computed.expression()).contains(column)) {
        throw scope
            .errors()
            .columnInGeneratedColumn(ref, ObjectRef.column(table.name(), other.name()));
      }
    }
    for (Index index : table.indexes()) {
      for (IndexPart part : index.parts()) {
        if (part.key() instanceof IndexPart.ExpressionKey key
            && ColumnUses.in(key.expression()).contains(column)) {
          throw scope
              .errors()
              .columnInFunctionalIndex(ref, MySqlErrors.indexRef(table.name(), index.name()));
        }
      }
    }
  }

  Schema rename(Table table, TableAction.RenameColumn rename) {
    require(table, rename.from());
    boolean spelling = rename.from().equals(rename.to());
    if (!spelling && table.column(rename.to()).isPresent()) {
      throw scope.errors().columnExists(ObjectRef.column(table.name(), rename.to()));
    }
    if (!columns.isMariaDb() && !spelling) {
      requireNotComputedFrom(table, rename.from());
      requireNotChecked(table, rename.from());
      requireNotPartitionedBy(table, rename.from());
    }
    return renamed(scope.schema(), table, rename.from(), rename.to());
  }

  private void requireNotPartitionedBy(Table table, Identifier column) {
    table
        .options()
        .mysql()
        .partitioning()
        .filter(partitioning -> MySqlPartitions.columns(partitioning).contains(column))
        .ifPresent(
            partitioning -> {
              throw scope.errors().columnInPartitions(ObjectRef.column(table.name(), column));
            });
  }

  Schema setVisible(Table table, TableAction.OfMySql.SetColumnVisible set) {
    require(table, set.column());
    return scope
        .schema()
        .with(
            table.changing(
                set.column(), one -> one.withMySql(one.mysql().withInvisible(!set.visible()))));
  }

  // MySQL refuses where MariaDB follows into the expression.
  private void requireNotChecked(Table table, Identifier column) {
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Check && ColumnUses.in(constraint).contains(column)) {
        throw scope
            .errors()
            .columnInCheck(
                ObjectRef.column(table.name(), column),
                ObjectRef.constraint(table.name(), constraint.name()));
      }
    }
  }

  private static Schema renamed(Schema schema, Table table, Identifier from, Identifier to) {
    ObjectName name = table.name();
    Schema changed = schema;
    for (ObjectRef user : schema.dependants(table.ref()).toList()) {
      Optional<Table> other = changed.table(user.name());
      if (other.isPresent()) {
        changed =
            changed.with(
                other
                    .get()
                    .withConstraints(
                        other.get().constraints().stream()
                            .map(constraint -> retarget(constraint, name, from, to))
                            .toList()));
      }
    }
    return changed.with(MySqlPartitions.renamed(ColumnRename.in(table, from, to), from, to));
  }

  private static Constraint retarget(
      Constraint constraint, ObjectName target, Identifier from, Identifier to) {
    return constraint instanceof Constraint.ForeignKey key && key.target().equals(target)
        ? key.withTarget(
            target,
            key.targetColumns().stream().map(column -> column.equals(from) ? to : column).toList())
        : constraint;
  }

  Schema change(Table table, TableAction.ChangeColumn change) {
    if (table.column(change.column()).isEmpty() && change.ifExists()) {
      return scope.schema();
    }
    Column old = require(table, change.column());
    ColumnDefinition definition = columns.expand(change.definition());
    Identifier name = definition.column().name();
    Schema schema = scope.schema();
    Table renamed = table;
    if (!name.equals(change.column())) {
      schema =
          new MySqlColumnActions(scope.with(schema.with(renamed)))
              .rename(renamed, new TableAction.RenameColumn(change.column(), name));
      renamed = schema.table(table.name()).orElseThrow();
    }
    Column column =
        columns.canonical(definition, table.options().mysql(), MySqlTables.isFirstTimestamp(table));
    new MySqlColumnRules(scope.dialect()).requireSound(table.name(), definition.column(), column);
    new MySqlTableRules(scope.dialect()).requireSameStorage(table, old, column);
    boolean inKey =
        renamed.primaryKey().filter(key -> key.columns().anyMatch(name::equals)).isPresent();
    if (inKey && definition.explicitNull() && !columns.isMariaDb()) {
      throw MySqlErrors.invalid(
          ObjectRef.column(table.name(), name),
          "all parts of a primary key must be NOT NULL",
          MySqlErrors.NULL_IN_PRIMARY_KEY);
    }
    Column changed = inKey ? column.withNullable(false) : column;
    Table placed = place(renamed, changed, change.position());
    new MySqlKeyedColumns(scope.with(schema.with(placed))).require(placed, old, changed);
    return new MySqlColumnActions(scope.with(schema.with(placed))).attached(placed, definition);
  }

  private Schema attached(Table table, ColumnDefinition definition) {
    return scope.schema().with(attachments(table, definition));
  }

  private Table place(Table table, Column column, ColumnPosition position) {
    List<Column> others = new ArrayList<>(table.columns());
    int old = 0;
    while (!others.get(old).name().equals(column.name())) {
      old++;
    }
    others.remove(old);
    others.add(position(table, others, position, old), column);
    return table.withColumns(others);
  }

  Schema setDefault(Table table, TableAction.SetDefault set) {
    Column column = require(table, set.column());
    Optional<SqlExpr> value = columns.defaultValue(set.value(), column.type());
    if (value.isEmpty() && !column.nullable()) {
      throw MySqlErrors.invalid(
          ObjectRef.column(table.name(), column.name()),
          "invalid default value",
          MySqlErrors.INVALID_DEFAULT);
    }
    value.ifPresent(one -> MySqlColumnRules.requireFits(table.name(), column, one));
    if (keepsDefault(column)) {
      return scope.schema();
    }
    return scope.schema().with(table.changing(column.name(), one -> one.withDefault(value)));
  }

  // MariaDB answers OK and changes nothing (seen on 10.11 and 11.4.5).
  private boolean keepsDefault(Column column) {
    return columns.isMariaDb()
        && column.defaultValue().filter(MySqlColumns::isCurrentTimestamp).isPresent();
  }

  Schema dropDefault(Table table, TableAction.DropDefault drop) {
    Column column = require(table, drop.column());
    if (keepsDefault(column)) {
      return scope.schema();
    }
    return scope
        .schema()
        .with(table.changing(column.name(), one -> one.withDefault(Optional.empty())));
  }

  Schema convert(Table table, TableAction.ConvertCharacterSet convert) {
    MySqlColumns.CharacterSet written =
        columns.resolve(convert.characterSet(), convert.collation());
    MySqlColumns.CharacterSet inherited = new MySqlTableOptionRules(scope).ofDatabase(table.name());
    Optional<String> set = written.name().or(inherited::name);
    Optional<String> collation = written.collation().or(inherited::collation);
    TableOptions options =
        table.options().withMySql(table.options().mysql().withCharacters(set, collation));
    Table converted =
        table
            .withOptions(options)
            .withColumns(
                table.columns().stream()
                    .map(column -> convert(column, set.get(), collation.get()))
                    .toList());
    Schema after = scope.schema().with(converted);
    MySqlKeyedColumns keyed = new MySqlKeyedColumns(scope.with(after));
    for (Column column : table.columns()) {
      keyed.require(converted, column, converted.column(column.name()).orElseThrow());
    }
    return after;
  }

  private Column convert(Column column, String set, String collation) {
    if (!scope.dialect().types().isCharacter(column.type())) {
      return column;
    }
    SqlType bytes = scope.dialect().types().inBytes(column.type());
    if (set.equals("binary") && !bytes.equals(column.type())) {
      return column
          .withType(bytes)
          .withCollation(Optional.empty())
          .withMySql(column.mysql().withCharacterSet(Optional.empty()));
    }
    return column
        .withType(widened(column, set))
        .withCollation(Optional.of(collation))
        .withMySql(column.mysql().withCharacterSet(Optional.of(set)));
  }

  // A text column keeps room for as many characters as it had (MySQL manual, 13.1.9, Changing the
  // Character Set): where a character takes more bytes, the next larger type.
  private SqlType widened(Column column, String set) {
    if (!(column.type() instanceof SqlType.Builtin text) || !TEXTS.contains(text.name())) {
      return column.type();
    }
    MySqlCharacterSets sets = scope.dialect().characterSets();
    int before = column.mysql().characterSet().map(sets::bytesPerCharacter).orElse(1);
    int larger = Math.min(TEXTS.indexOf(text.name()) + 1, TEXTS.size() - 1);
    return sets.bytesPerCharacter(set) > before ? SqlType.builtin(TEXTS.get(larger)) : text;
  }
}
