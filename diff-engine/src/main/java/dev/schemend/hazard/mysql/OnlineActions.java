package dev.schemend.hazard.mysql;

import dev.schemend.apply.ColumnUses;
import dev.schemend.apply.Session;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.PartitionAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which operations an action of an {@code ALTER TABLE} comes to. */
final class OnlineActions {

  /** From this many bytes on, the length of a value takes two bytes (manual, 17.12.1). */
  private static final int TWO_BYTE_LENGTH = 256;

  private final Table table;
  private final Optional<Table> after;
  private final Session session;

  /**
   * The actions of one statement.
   *
   * @param table before it
   * @param after behind it, where it keeps its name
   */
  OnlineActions(Table table, Optional<Table> after, Session session) {
    this.table = table;
    this.after = after;
    this.session = session;
  }

  Set<OnlineOperation> of(TableAction action) {
    Set<OnlineOperation> found = EnumSet.noneOf(OnlineOperation.class);
    found.addAll(operations(action));
    return found;
  }

  private List<OnlineOperation> operations(TableAction action) {
    return switch (action) {
      case TableAction.AddColumn add -> added(add.definition(), add.position());
      case TableAction.DropColumn drop -> List.of(dropped(drop.column()));
      case TableAction.RenameColumn rename -> {
        List<OnlineOperation> operations = new ArrayList<>(List.of(OnlineOperation.RENAME_COLUMN));
        operations.addAll(besideCheckedLabels());
        yield operations;
      }
      case TableAction.ChangeColumn change -> changed(change);
      case TableAction.SetDefault set -> List.of(OnlineOperation.DESCRIBE_COLUMN);
      case TableAction.DropDefault drop -> List.of(OnlineOperation.DESCRIBE_COLUMN);
      case TableAction.AddConstraint add -> constraint(add.constraint());
      case TableAction.DropConstraint drop -> List.of(constraintGone(drop.constraint()));
      case TableAction.DropPrimaryKey drop -> List.of(OnlineOperation.DROP_PRIMARY_KEY);
      case TableAction.DropForeignKey drop -> List.of(OnlineOperation.DROP_FOREIGN_KEY);
      case TableAction.DropCheck drop -> List.of(OnlineOperation.DROP_CHECK);
      case TableAction.SetEnforced set ->
          List.of(set.enforced() ? OnlineOperation.ENFORCE_CHECK : OnlineOperation.RELAX_CHECK);
      case TableAction.AddIndex add -> List.of(index(add.index()));
      case TableAction.DropIndex drop -> List.of(OnlineOperation.DROP_INDEX);
      case TableAction.RenameIndex rename -> List.of(OnlineOperation.RENAME_INDEX);
      case TableAction.SetIndexVisible set -> List.of(OnlineOperation.SHOW_OR_HIDE_INDEX);
      case TableAction.RenameTo rename -> List.of(OnlineOperation.RENAME_TABLE);
      case TableAction.SetOptions set -> options(set.options().mysql());
      case TableAction.ConvertCharacterSet convert -> List.of(OnlineOperation.CONVERT_VALUES);
      case TableAction.OfMySql.IfPresent present -> operations(present.action());
      case TableAction.OfMySql.CarryOut carryOut -> List.of();
      case TableAction.OfMySql.SetColumnVisible set -> List.of(OnlineOperation.DESCRIBE_COLUMN);
      case TableAction.OfMySql.SetSystemVersioning set -> List.of(OnlineOperation.VERSION_ROWS);
      case TableAction.OfMySql.AddPeriod add -> List.of(OnlineOperation.VERSION_ROWS);
      case TableAction.OfMySql.DropPeriod drop -> List.of(OnlineOperation.VERSION_ROWS);
      case TableAction.OfMySql.AlterPartitions alter -> List.of(partitions(alter.action()));
      // Not on this server.
      case TableAction.AlterColumnType other -> List.of();
      case TableAction.SetNotNull other -> List.of();
      case TableAction.DropNotNull other -> List.of();
      case TableAction.AddIdentity other -> List.of();
      case TableAction.SetIdentity other -> List.of();
      case TableAction.DropIdentity other -> List.of();
      case TableAction.DropExpression other -> List.of();
      case TableAction.AddConstraintUsingIndex other -> List.of();
      case TableAction.RenameConstraint other -> List.of();
      case TableAction.ValidateConstraint other -> List.of();
      case TableAction.AlterDeferrability other -> List.of();
      case TableAction.SetSchema other -> List.of();
      case TableAction.OfPostgres other -> List.of();
    };
  }

  // ------------------------------------------------------------ columns

  private List<OnlineOperation> added(ColumnDefinition definition, ColumnPosition position) {
    List<OnlineOperation> operations = new ArrayList<>();
    operations.add(added(definition.column(), position));
    definition.constraints().forEach(one -> operations.addAll(constraint(one)));
    definition.indexes().forEach(one -> operations.add(index(one)));
    return operations;
  }

  private OnlineOperation added(Column column, ColumnPosition position) {
    if (column.generation().isPresent()) {
      return switch (column.generation().get()) {
        case Generation.AutoIncrement increment -> OnlineOperation.ADD_AUTO_INCREMENT;
        case Generation.Identity identity -> OnlineOperation.ADD_AUTO_INCREMENT;
        case Generation.Computed computed ->
            computed.stored()
                ? OnlineOperation.ADD_STORED_COLUMN
                : OnlineOperation.ADD_VIRTUAL_COLUMN;
      };
    }
    // A table with a full-text index has a hidden column that instant changes cannot pass.
    boolean fullText =
        table.indexes().stream().anyMatch(index -> index.kind() == Index.Kind.FULLTEXT);
    if (fullText) {
      return OnlineOperation.STORE_OTHERWISE;
    }
    return position instanceof ColumnPosition.Unstated
        ? OnlineOperation.APPEND_COLUMN
        : OnlineOperation.INSERT_COLUMN;
  }

  private OnlineOperation dropped(Identifier name) {
    boolean virtual =
        table
            .column(name)
            .flatMap(Column::generation)
            .filter(
                generation ->
                    generation instanceof Generation.Computed computed && !computed.stored())
            .isPresent();
    return virtual ? OnlineOperation.DROP_VIRTUAL_COLUMN : OnlineOperation.DROP_COLUMN;
  }

  private List<OnlineOperation> changed(TableAction.ChangeColumn change) {
    Identifier newer = change.definition().column().name();
    Optional<Column> older = table.column(change.column());
    if (older.isEmpty()) {
      return List.of();
    }
    Column from = older.get();
    Column to = after.flatMap(holder -> holder.column(newer)).orElse(change.definition().column());
    List<OnlineOperation> operations = new ArrayList<>(List.of(OnlineOperation.DESCRIBE_COLUMN));
    operations.addAll(besideCheckedLabels());
    if (!change.column().equals(newer)) {
      operations.add(OnlineOperation.RENAME_COLUMN);
    }
    if (!(change.position() instanceof ColumnPosition.Unstated)) {
      operations.add(OnlineOperation.MOVE_COLUMN);
    }
    if (from.nullable() != to.nullable()) {
      operations.add(to.nullable() ? OnlineOperation.MAKE_NULLABLE : OnlineOperation.MAKE_REQUIRED);
    }
    if (!from.type().equals(to.type())) {
      operations.add(retyped(from, to));
    }
    if (!from.mysql().characterSet().equals(to.mysql().characterSet())
        || !from.collation().equals(to.collation())) {
      operations.add(OnlineOperation.CONVERT_VALUES);
    }
    if (to.mysql().check().isPresent() && !to.mysql().check().equals(from.mysql().check())) {
      operations.add(OnlineOperation.ADD_CHECK);
    }
    if (!from.generation().equals(to.generation())) {
      operations.add(OnlineOperation.CHANGE_GENERATED);
    }
    change.definition().constraints().forEach(one -> operations.addAll(constraint(one)));
    change.definition().indexes().forEach(one -> operations.add(index(one)));
    return operations;
  }

  private List<OnlineOperation> besideCheckedLabels() {
    boolean checked =
        table.constraints().stream()
            .filter(one -> one instanceof Constraint.Check check && check.enforced())
            .flatMap(one -> ColumnUses.in(one).stream())
            .flatMap(name -> table.column(name).stream())
            .anyMatch(column -> column.type() instanceof SqlType.InlineEnum);
    return checked ? List.of(OnlineOperation.DEFINE_BESIDE_CHECKED_LABELS) : List.of();
  }

  private static OnlineOperation retyped(Column from, Column to) {
    if (from.type() instanceof SqlType.InlineEnum older
        && to.type() instanceof SqlType.InlineEnum newer
        && older.kind() == newer.kind()
        && newer.values().size() >= older.values().size()
        && newer.values().subList(0, older.values().size()).equals(older.values())
        && storage(older) == storage(newer)) {
      return OnlineOperation.EXTEND_ENUM;
    }
    return from.type() instanceof SqlType.Builtin older
            && to.type() instanceof SqlType.Builtin newer
            && isLonger(older, newer, bytesPerCharacter(from, to))
        ? OnlineOperation.EXTEND_VARCHAR
        : OnlineOperation.CHANGE_TYPE;
  }

  /** Bytes of a value (manual, 13.7): a set has a bit for each of its members. */
  private static int storage(SqlType.InlineEnum type) {
    int count = type.values().size();
    return switch (type.kind()) {
      case ENUM -> count < TWO_BYTE_LENGTH ? 1 : 2;
      case SET -> count > 32 ? 8 : count > 24 ? 4 : (count + 7) / 8;
    };
  }

  private static boolean isLonger(SqlType.Builtin older, SqlType.Builtin newer, int bytes) {
    boolean variable = older.name().equals("varchar") || older.name().equals("varbinary");
    if (!variable
        || !older.name().equals(newer.name())
        || older.modifiers().isEmpty()
        || newer.modifiers().isEmpty()) {
      return false;
    }
    int was = older.modifiers().getFirst() * bytes;
    int is = newer.modifiers().getFirst() * bytes;
    return is >= was && (was < TWO_BYTE_LENGTH) == (is < TWO_BYTE_LENGTH);
  }

  private static int bytesPerCharacter(Column from, Column to) {
    return Math.max(bytes(from), bytes(to));
  }

  private static int bytes(Column column) {
    return switch (column.mysql().characterSet().orElse("")) {
      case "utf8mb4", "utf16", "utf16le", "utf32", "gb18030" -> 4;
      case "utf8mb3", "utf8", "eucjpms", "ujis" -> 3;
      case "ucs2", "big5", "cp932", "euckr", "gb2312", "gbk", "sjis" -> 2;
      default -> 1;
    };
  }

  // ------------------------------------------------------------ keys, options, partitions

  static OnlineOperation index(Index index) {
    return switch (index.kind()) {
      case PLAIN, UNIQUE -> OnlineOperation.ADD_INDEX;
      case FULLTEXT -> OnlineOperation.ADD_FULLTEXT_INDEX;
      case SPATIAL -> OnlineOperation.ADD_SPATIAL_INDEX;
    };
  }

  private List<OnlineOperation> constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> List.of(OnlineOperation.ADD_PRIMARY_KEY);
      case Constraint.ForeignKey key ->
          List.of(
              session.foreignKeyChecks()
                  ? OnlineOperation.ADD_FOREIGN_KEY
                  : OnlineOperation.ADD_UNCHECKED_FOREIGN_KEY);
      case Constraint.Check check ->
          List.of(check.enforced() ? OnlineOperation.ADD_CHECK : OnlineOperation.RELAX_CHECK);
      // Not on this server: a unique constraint is an index here.
      case Constraint.Unique key -> List.of(OnlineOperation.ADD_INDEX);
      case Constraint.Exclusion exclusion -> List.of();
    };
  }

  private OnlineOperation constraintGone(Identifier name) {
    return table
        .constraint(name)
        .map(
            constraint ->
                switch (constraint) {
                  case Constraint.PrimaryKey key -> OnlineOperation.DROP_PRIMARY_KEY;
                  case Constraint.ForeignKey key -> OnlineOperation.DROP_FOREIGN_KEY;
                  case Constraint.Check check -> OnlineOperation.DROP_CHECK;
                  case Constraint.Unique key -> OnlineOperation.DROP_INDEX;
                  case Constraint.Exclusion exclusion -> OnlineOperation.DROP_INDEX;
                })
        .orElse(OnlineOperation.DROP_INDEX);
  }

  private List<OnlineOperation> options(MySqlTableOptions options) {
    List<OnlineOperation> operations = new ArrayList<>(List.of(OnlineOperation.DESCRIBE_TABLE));
    if (options.engine().isPresent()) {
      operations.add(
          options.engine().equals(table.options().mysql().engine())
              ? OnlineOperation.STORE_OTHERWISE
              : OnlineOperation.CHANGE_ENGINE);
    }
    boolean stores =
        options.other().keySet().stream()
            .anyMatch(
                option ->
                    Set.of("row_format", "key_block_size")
                        .contains(option.toLowerCase(Locale.ROOT)));
    if (stores) {
      operations.add(OnlineOperation.STORE_OTHERWISE);
    }
    return operations;
  }

  private static OnlineOperation partitions(PartitionAction action) {
    return switch (action) {
      case PartitionAction.PartitionBy other -> OnlineOperation.PARTITION_ANEW;
      case PartitionAction.RemovePartitioning other -> OnlineOperation.PARTITION_ANEW;
      case PartitionAction.AddPartitions add ->
          add.partitions().stream()
                  .anyMatch(one -> one.values() instanceof MySqlPartitioning.Values.Hashed)
              ? OnlineOperation.SPREAD_ROWS
              : OnlineOperation.ADD_OR_DROP_PARTITION;
      case PartitionAction.DropPartitions other -> OnlineOperation.ADD_OR_DROP_PARTITION;
      case PartitionAction.AddHashed other -> OnlineOperation.SPREAD_ROWS;
      case PartitionAction.Coalesce other -> OnlineOperation.SPREAD_ROWS;
      case PartitionAction.Reorganize other -> OnlineOperation.SPREAD_ROWS;
      case PartitionAction.ToTable other -> OnlineOperation.ADD_OR_DROP_PARTITION;
      case PartitionAction.FromTable other -> OnlineOperation.EXCHANGE_TABLE;
    };
  }
}
