package dev.schemend.testkit;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.ReferentialAction;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Statements of MySQL and MariaDB over a few names, so that they meet each other. */
public final class MySqlEdits implements Edits {

  private static final List<SqlType> TYPES =
      List.of(
          SqlType.builtin("int"),
          SqlType.builtin("int"),
          SqlType.builtin("bigint"),
          SqlType.builtin("varchar", 191),
          SqlType.builtin("varchar", 20),
          SqlType.builtin("text"),
          SqlType.builtin("datetime", 3),
          SqlType.builtin("decimal", 10, 2),
          new SqlType.InlineEnum(SqlType.InlineEnum.Kind.ENUM, List.of("a", "b")),
          new SqlType.InlineEnum(SqlType.InlineEnum.Kind.ENUM, List.of("a", "c")));
  private static final List<String> CHARACTER_SETS = List.of("latin1", "utf8mb4");

  @Override
  public Optional<DdlStatement> propose(Schema schema, RandomGenerator random) {
    Draws draws = new Draws(random);
    return switch (draws.below(14)) {
      case 10 -> MySqlOwnEdits.propose(schema, draws);
      case 12, 13 -> MySqlDefinitionEdits.propose(schema, draws);
      case 11 ->
          draws
              .table(schema)
              .map(
                  table ->
                      new DdlStatement.AlterTable(
                          table.name(),
                          false,
                          List.of(
                              new TableAction.OfMySql.AlterPartitions(
                                  MySqlOwnEdits.partitions(table, draws)))));
      case 0, 1 -> Optional.of(createTable(draws));
      case 2 ->
          draws
              .table(schema)
              .map(
                  table ->
                      new DdlStatement.DropTable(
                          List.of(table.name()), false, DropBehavior.RESTRICT));
      case 3 ->
          draws
              .table(schema)
              .map(
                  table ->
                      new DdlStatement.CreateIndex(
                          table.name(),
                          // Only inside of CREATE TABLE and ALTER TABLE an index may lack a name.
                          index(names(table), draws).withName(member("i", draws)),
                          false,
                          false));
      default ->
          draws
              .table(schema)
              .map(
                  table ->
                      new DdlStatement.AlterTable(
                          table.name(), false, List.of(action(schema, table, draws))));
    };
  }

  private static ObjectName table(Draws draws) {
    return ObjectName.unqualified(Identifier.of("t" + draws.below(4)));
  }

  private static Identifier member(String prefix, Draws draws) {
    return Identifier.of(prefix + draws.below(5));
  }

  private static List<Identifier> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private static ColumnDefinition column(Identifier name, Draws draws) {
    Column column = Column.of(name, draws.one(TYPES)).withNullable(draws.oneIn(2));
    if (draws.oneIn(3)) {
      column = column.withDefault(value(column.type(), draws));
    }
    if (draws.oneIn(6)) {
      column = column.withComment(Optional.of("note " + draws.below(3)));
    }
    return ColumnDefinition.of(column);
  }

  private static Optional<SqlExpr> value(SqlType type, Draws draws) {
    return switch (type) {
      case SqlType.Builtin builtin ->
          switch (builtin.name()) {
            case "int", "bigint", "decimal" ->
                Optional.of(new SqlExpr.NumberLiteral("" + draws.below(3)));
            case "varchar" -> Optional.of(new SqlExpr.StringLiteral("", "v" + draws.below(3)));
            default -> Optional.empty();
          };
      case SqlType.InlineEnum inline ->
          Optional.of(new SqlExpr.StringLiteral("", draws.one(inline.values())));
      case SqlType.UserDefined user -> Optional.empty();
      case SqlType.ArrayOf array -> Optional.empty();
    };
  }

  private static DdlStatement createTable(Draws draws) {
    List<ColumnDefinition> columns =
        IntStream.rangeClosed(0, 1 + draws.below(4))
            .mapToObj(i -> column(Identifier.of("c" + i), draws))
            .toList();
    List<Identifier> names = columns.stream().map(one -> one.column().name()).toList();
    return new DdlStatement.CreateTable(
        table(draws),
        columns,
        draws.oneIn(3) ? List.of() : List.of(primaryKey(names, draws)),
        draws.oneIn(2) ? List.of() : List.of(index(names, draws)),
        draws.oneIn(3) ? characterSet(draws) : TableOptions.NONE,
        false);
  }

  private static TableOptions characterSet(Draws draws) {
    return TableOptions.NONE.withMySql(
        new MySqlTableOptions(
            Optional.empty(),
            Optional.of(draws.one(CHARACTER_SETS)),
            Optional.empty(),
            new TreeMap<>()));
  }

  private static Constraint primaryKey(List<Identifier> columns, Draws draws) {
    return new Constraint.PrimaryKey(
        Identifier.NONE, parts(columns, draws), List.of(), Deferrability.NOT_DEFERRABLE);
  }

  private static List<IndexPart> parts(List<Identifier> columns, Draws draws) {
    return draws.few(columns).stream().map(IndexPart::column).toList();
  }

  private static Index index(List<Identifier> columns, Draws draws) {
    // USING BTREE is no part of the model, though MariaDB keeps such a unique index from hashes.
    return Index.of(
            draws.oneIn(2) ? member("i", draws) : Identifier.NONE,
            draws.oneIn(2) ? Index.Kind.UNIQUE : Index.Kind.PLAIN,
            parts(columns, draws))
        .withMethod(Index.UNSTATED);
  }

  private static ColumnPosition position(Table table, Draws draws) {
    return switch (draws.below(4)) {
      case 0 -> new ColumnPosition.First();
      case 1 -> new ColumnPosition.After(draws.one(names(table)));
      default -> ColumnPosition.UNSTATED;
    };
  }

  private static SqlExpr ref(Identifier column) {
    return new SqlExpr.ColumnRef(List.of(), column);
  }

  private static TableAction action(Schema schema, Table table, Draws draws) {
    Column column = draws.one(table.columns());
    Identifier name = column.name();
    return switch (draws.below(18)) {
      case 0, 1 ->
          new TableAction.AddColumn(
              column(member("c", draws), draws), position(table, draws), false);
      case 2 -> new TableAction.DropColumn(name, false, DropBehavior.RESTRICT);
      case 3 ->
          new TableAction.ChangeColumn(name, column(name, draws), position(table, draws), false);
      case 4 ->
          new TableAction.ChangeColumn(
              name, column(member("c", draws), draws), position(table, draws), false);
      case 5 ->
          new TableAction.ChangeColumn(
              name,
              ColumnDefinition.of(
                  Column.of(name, SqlType.builtin("int"))
                      .withNullable(false)
                      .withGeneration(Optional.of(new Generation.AutoIncrement()))),
              ColumnPosition.UNSTATED,
              false);
      case 6 -> new TableAction.DropDefault(name);
      case 7 ->
          new TableAction.AddColumn(
              computed(member("c", draws), column, draws), position(table, draws), false);
      case 8 -> new TableAction.AddConstraint(primaryKey(names(table), draws), false);
      case 9 -> new TableAction.DropPrimaryKey(false);
      case 10 -> new TableAction.AddIndex(index(names(table), draws), false);
      case 11, 12 ->
          draws
              .some(table.indexes())
              .<TableAction>map(
                  index ->
                      draws.oneIn(2)
                          ? new TableAction.DropIndex(index.name(), false)
                          : new TableAction.RenameIndex(index.name(), member("i", draws)))
              .orElseGet(() -> new TableAction.DropDefault(name));
      case 13, 14 -> foreignKey(schema, table, draws);
      case 15 ->
          new TableAction.AddConstraint(
              new Constraint.Check(
                  member("k", draws),
                  new SqlExpr.Postfix(ref(name), "is not null"),
                  true,
                  true,
                  false),
              false);
      case 16 ->
          draws
              .some(table.constraints())
              .<TableAction>map(
                  constraint ->
                      constraint instanceof Constraint.ForeignKey
                          ? new TableAction.DropForeignKey(constraint.name(), false)
                          : new TableAction.DropConstraint(
                              constraint.name(), false, DropBehavior.RESTRICT))
              .orElseGet(() -> new TableAction.RenameTo(table(draws)));
      default ->
          draws.oneIn(2)
              ? new TableAction.ConvertCharacterSet(
                  Optional.of(draws.one(CHARACTER_SETS)), Optional.empty())
              : new TableAction.SetOptions(characterSet(draws));
    };
  }

  private static ColumnDefinition computed(Identifier name, Column source, Draws draws) {
    return ColumnDefinition.of(
        Column.of(name, SqlType.builtin("int"))
            .withGeneration(
                Optional.of(
                    new Generation.Computed(
                        new SqlExpr.Postfix(ref(source.name()), "is null"), draws.oneIn(2)))));
  }

  private static TableAction foreignKey(Schema schema, Table table, Draws draws) {
    Table target = draws.table(schema).orElse(table);
    return new TableAction.AddConstraint(
        new Constraint.ForeignKey(
            member("f", draws),
            List.of(draws.one(names(table))),
            target.name(),
            List.of(draws.one(names(target))),
            false,
            draws.one(List.of(ReferentialAction.values())),
            ReferentialAction.CASCADE,
            Deferrability.NOT_DEFERRABLE,
            true),
        false);
  }
}
