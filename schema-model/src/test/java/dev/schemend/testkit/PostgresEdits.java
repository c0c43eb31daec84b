package dev.schemend.testkit;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.IndexAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.EnumType;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.IndexStorage;
import dev.schemend.model.NotNull;
import dev.schemend.model.ReferentialAction;
import dev.schemend.model.Schema;
import dev.schemend.model.Sequence;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Statements of PostgreSQL over a few names, so that they meet each other. */
public final class PostgresEdits implements Edits {

  private static final Identifier PUBLIC = Identifier.of("public");
  private static final SqlType SERIAL = SqlType.builtin("serial");
  private static final List<SqlType> TYPES =
      List.of(
          SqlType.builtin("integer"),
          SqlType.builtin("bigint"),
          SqlType.builtin("smallint"),
          SqlType.builtin("text"),
          SqlType.builtin("character varying", 20),
          SqlType.builtin("boolean"),
          SqlType.builtin("timestamp without time zone", 3),
          SqlType.builtin("numeric", 10, 2),
          SqlType.builtin("uuid"),
          SERIAL,
          new SqlType.ArrayOf(SqlType.builtin("text")));

  @Override
  public Optional<DdlStatement> propose(Schema schema, RandomGenerator random) {
    Draws draws = new Draws(random);
    return switch (draws.below(15)) {
      case 0, 1 -> Optional.of(createTable(schema, draws));
      case 2 ->
          draws
              .table(schema)
              .map(
                  table ->
                      new DdlStatement.DropTable(List.of(table.name()), false, behavior(draws)));
      case 3 -> draws.table(schema).map(table -> createIndex(table, draws));
      case 4 -> alterIndex(schema, draws);
      case 5 -> Optional.of(createEnum(draws));
      case 6 -> alterEnum(schema, draws);
      case 7 -> sequence(schema, draws);
      case 8 -> draws.table(schema).map(table -> comment(table, draws));
      case 9 -> PostgresHeirEdits.create(schema, draws);
      case 10 -> PostgresHeirEdits.change(schema, draws);
      case 11 -> draws.table(schema).map(table -> PostgresHeirEdits.settings(table, draws));
      default -> draws.table(schema).map(table -> alter(schema, table, draws));
    };
  }

  private static DropBehavior behavior(Draws draws) {
    return draws.oneIn(2) ? DropBehavior.CASCADE : DropBehavior.RESTRICT;
  }

  private static ObjectName object(String prefix, Draws draws) {
    return new ObjectName(PUBLIC, Identifier.of(prefix + draws.below(4)));
  }

  private static Identifier member(String prefix, Draws draws) {
    return Identifier.of(prefix + draws.below(5));
  }

  private static SqlType type(Schema schema, Draws draws) {
    List<SqlType> types = new ArrayList<>(TYPES);
    schema
        .objects()
        .values()
        .filter(EnumType.class::isInstance)
        .map(EnumType.class::cast)
        .forEach(
            type -> {
              SqlType used = new SqlType.UserDefined(type.name(), List.of());
              types.addAll(List.of(used, used, new SqlType.ArrayOf(used)));
            });
    return draws.one(types);
  }

  private static Column column(Schema schema, Identifier name, Draws draws) {
    Column column = Column.of(name, type(schema, draws)).withNullable(draws.oneIn(2));
    if (column.type().equals(SERIAL)) {
      return column.withNullable(false);
    }
    if (column.type().equals(SqlType.builtin("integer")) && draws.oneIn(4)) {
      return column
          .withNullable(false)
          .withGeneration(
              Optional.of(new Generation.Identity(draws.oneIn(2), SequenceOptions.DEFAULT)));
    }
    return draws.oneIn(3) ? column.withDefault(value(schema, column.type(), draws)) : column;
  }

  private static Optional<SqlExpr> value(Schema schema, SqlType type, Draws draws) {
    return switch (type) {
      case SqlType.Builtin builtin ->
          switch (builtin.name()) {
            case "integer", "bigint", "smallint", "numeric" ->
                Optional.of(new SqlExpr.NumberLiteral("" + draws.below(3)));
            case "text", "character varying" ->
                Optional.of(new SqlExpr.StringLiteral("", "v" + draws.below(3)));
            case "boolean" -> Optional.of(new SqlExpr.BooleanLiteral(draws.oneIn(2)));
            default -> Optional.empty();
          };
      case SqlType.UserDefined user ->
          schema
              .enumType(user.name())
              .map(found -> new SqlExpr.StringLiteral("", draws.one(found.labels())));
      case SqlType.ArrayOf array -> Optional.empty();
      case SqlType.InlineEnum inline -> Optional.empty();
    };
  }

  private static DdlStatement createTable(Schema schema, Draws draws) {
    List<ColumnDefinition> columns =
        IntStream.rangeClosed(0, draws.below(4))
            .mapToObj(i -> column(schema, Identifier.of("c" + i), draws))
            .map(ColumnDefinition::of)
            .toList();
    List<Identifier> names = columns.stream().map(one -> one.column().name()).toList();
    List<Constraint> constraints =
        draws.oneIn(3) ? List.of() : List.of(primaryKey(Identifier.NONE, names, draws));
    return new DdlStatement.CreateTable(
        object("t", draws), columns, constraints, List.of(), TableOptions.NONE, false);
  }

  private static Constraint primaryKey(Identifier name, List<Identifier> columns, Draws draws) {
    return new Constraint.PrimaryKey(
            name, parts(columns, draws), List.of(), Deferrability.NOT_DEFERRABLE)
        .withStorage(storage(draws));
  }

  private static IndexStorage storage(Draws draws) {
    return draws.oneIn(3)
        ? IndexStorage.NONE.setting(new TreeMap<>(Map.of("fillfactor", "7" + draws.below(3))))
        : IndexStorage.NONE;
  }

  private static List<IndexPart> parts(List<Identifier> columns, Draws draws) {
    return draws.few(columns).stream().map(IndexPart::column).toList();
  }

  private static List<Identifier> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private static DdlStatement createIndex(Table table, Draws draws) {
    if (table.columns().isEmpty()) {
      return comment(table, draws);
    }
    Index index =
        Index.of(
            draws.oneIn(2) ? member("i", draws) : Identifier.NONE,
            draws.oneIn(2) ? Index.Kind.UNIQUE : Index.Kind.PLAIN,
            parts(names(table), draws));
    if (draws.oneIn(4)) {
      index =
          index.withPredicate(
              Optional.of(new SqlExpr.Postfix(ref(draws.one(names(table))), "is not null")));
    }
    return new DdlStatement.CreateIndex(table.name(), index, false, false);
  }

  private static SqlExpr ref(Identifier column) {
    return new SqlExpr.ColumnRef(List.of(), column);
  }

  private static Optional<DdlStatement> alterIndex(Schema schema, Draws draws) {
    if (draws.oneIn(3)) {
      return storeIndex(schema, draws);
    }
    List<ObjectName> indexes =
        schema
            .tables()
            .flatMap(
                table -> table.indexes().stream().map(index -> table.name().sibling(index.name())))
            .toList();
    return draws
        .some(indexes)
        .map(
            index ->
                draws.oneIn(2)
                    ? new DdlStatement.DropIndexes(List.of(index), false, false, behavior(draws))
                    : new DdlStatement.RenameIndex(index, member("i", draws), false));
  }

  // Of indexes and keys alike.
  private static Optional<DdlStatement> storeIndex(Schema schema, Draws draws) {
    List<ObjectName> indexes =
        schema
            .tables()
            .flatMap(
                table ->
                    Stream.concat(
                            table.indexes().stream().map(Index::name),
                            table.constraints().stream()
                                .filter(
                                    one ->
                                        one instanceof Constraint.PrimaryKey
                                            || one instanceof Constraint.Unique)
                                .map(Constraint::name))
                        .map(table.name()::sibling))
            .toList();
    return draws
        .some(indexes)
        .map(
            index ->
                new DdlStatement.AlterIndex(
                    index,
                    false,
                    draws.oneIn(3)
                        ? new IndexAction.ResetParameters(Set.of("fillfactor"))
                        : new IndexAction.SetParameters(
                            new TreeMap<>(Map.of("fillfactor", "7" + draws.below(3))))));
  }

  private static DdlStatement createEnum(Draws draws) {
    return new DdlStatement.CreateEnum(
        object("e", draws),
        IntStream.rangeClosed(0, draws.below(3)).mapToObj(i -> "l" + i).toList());
  }

  private static Optional<DdlStatement> alterEnum(Schema schema, Draws draws) {
    List<EnumType> types =
        schema
            .objects()
            .values()
            .filter(EnumType.class::isInstance)
            .map(EnumType.class::cast)
            .toList();
    return draws
        .some(types)
        .map(
            type ->
                switch (draws.below(4)) {
                  case 0 ->
                      new DdlStatement.DropTypes(List.of(type.name()), false, behavior(draws));
                  case 1 ->
                      new DdlStatement.RenameEnumValue(
                          type.name(), draws.one(type.labels()), "l" + draws.below(8));
                  default ->
                      new DdlStatement.AddEnumValue(
                          type.name(),
                          "l" + draws.below(8),
                          false,
                          draws.oneIn(2)
                              ? Optional.empty()
                              : Optional.of(
                                  new DdlStatement.AddEnumValue.Neighbor(
                                      draws.oneIn(2), draws.one(type.labels()))));
                });
  }

  private static Optional<DdlStatement> sequence(Schema schema, Draws draws) {
    List<Sequence> sequences =
        schema
            .objects()
            .values()
            .filter(Sequence.class::isInstance)
            .map(Sequence.class::cast)
            .toList();
    SequenceOptions options =
        new SequenceOptions(
            Optional.empty(),
            Optional.empty(),
            // An ALTER SEQUENCE that says nothing is a mistake of syntax.
            Optional.of(1L + draws.below(3)),
            Optional.empty(),
            Optional.empty(),
            draws.oneIn(2) ? Optional.of(1L + draws.below(3)) : Optional.empty(),
            false);
    if (draws.oneIn(2)) {
      return Optional.of(
          new DdlStatement.CreateSequence(object("s", draws), options, Optional.empty(), false));
    }
    Optional<DdlStatement.SequenceOwner> owner =
        draws
            .table(schema)
            .filter(table -> !table.columns().isEmpty())
            .map(
                table ->
                    new DdlStatement.SequenceOwner.OwningColumn(
                        table.name(), draws.one(names(table))));
    return draws
        .some(sequences)
        .map(
            sequence ->
                draws.oneIn(3)
                    ? new DdlStatement.DropSequences(
                        List.of(sequence.name()), false, behavior(draws))
                    : new DdlStatement.AlterSequence(
                        sequence.name(), options, Optional.empty(), owner, false));
  }

  private static DdlStatement comment(Table table, Draws draws) {
    ObjectRef target =
        draws.oneIn(2) || table.columns().isEmpty()
            ? table.ref()
            : ObjectRef.column(table.name(), draws.one(names(table)));
    return new DdlStatement.CommentOn(
        target, draws.oneIn(3) ? Optional.empty() : Optional.of("note " + draws.below(3)));
  }

  private static DdlStatement alter(Schema schema, Table table, Draws draws) {
    return new DdlStatement.AlterTable(table.name(), false, List.of(action(schema, table, draws)));
  }

  private static TableAction action(Schema schema, Table table, Draws draws) {
    if (table.columns().isEmpty() || draws.oneIn(6)) {
      return add(column(schema, member("c", draws), draws));
    }
    Column column = draws.one(table.columns());
    Identifier name = column.name();
    return switch (draws.below(14)) {
      case 0 -> new TableAction.DropColumn(name, false, behavior(draws));
      case 1 -> new TableAction.RenameColumn(name, member("c", draws));
      case 2 -> changeType(schema, name, draws);
      case 3 ->
          value(schema, column.type(), draws)
              .<TableAction>map(value -> new TableAction.SetDefault(name, value))
              .orElseGet(() -> new TableAction.DropDefault(name));
      case 4 -> new TableAction.DropDefault(name);
      case 5 ->
          switch (draws.below(4)) {
            case 0 -> new TableAction.SetNotNull(name);
            case 1 ->
                new TableAction.OfPostgres.AddNotNull(
                    name,
                    NotNull.named(draws.oneIn(3) ? Identifier.NONE : member("n", draws))
                        .withValidated(!draws.oneIn(4))
                        .withNoInherit(draws.oneIn(4)));
            default -> new TableAction.DropNotNull(name);
          };
      case 6 ->
          draws.oneIn(2)
              ? new TableAction.DropIdentity(name, false)
              : new TableAction.AddIdentity(
                  name, new Generation.Identity(draws.oneIn(2), SequenceOptions.DEFAULT));
      case 7 -> add(computed(member("c", draws), column));
      case 8 ->
          new TableAction.AddConstraint(primaryKey(member("k", draws), names(table), draws), false);
      case 9 ->
          new TableAction.AddConstraint(
              new Constraint.Unique(
                      member("k", draws),
                      parts(names(table), draws),
                      List.of(),
                      false,
                      Deferrability.NOT_DEFERRABLE)
                  .withStorage(storage(draws)),
              false);
      case 10 ->
          new TableAction.AddConstraint(
              new Constraint.Check(
                  member("k", draws),
                  new SqlExpr.Postfix(ref(name), "is not null"),
                  true,
                  !draws.oneIn(3),
                  false),
              false);
      case 11 -> foreignKey(schema, table, draws);
      case 12 ->
          draws
              .some(table.constraints())
              .<TableAction>map(
                  constraint ->
                      draws.oneIn(3)
                          ? new TableAction.RenameConstraint(constraint.name(), member("k", draws))
                          : new TableAction.DropConstraint(
                              constraint.name(), false, behavior(draws)))
              .orElseGet(() -> new TableAction.SetNotNull(name));
      default -> new TableAction.RenameTo(object("t", draws));
    };
  }

  private static TableAction add(Column column) {
    return new TableAction.AddColumn(ColumnDefinition.of(column), ColumnPosition.UNSTATED, false);
  }

  private static Column computed(Identifier name, Column source) {
    return Column.of(name, SqlType.builtin("boolean"))
        .withGeneration(
            Optional.of(
                new Generation.Computed(new SqlExpr.Postfix(ref(source.name()), "is null"), true)));
  }

  private static TableAction changeType(Schema schema, Identifier column, Draws draws) {
    SqlType drawn = type(schema, draws);
    // Serial is a way to write a column, not a type that one can have.
    SqlType type = drawn.equals(SERIAL) ? SqlType.builtin("bigint") : drawn;
    return new TableAction.AlterColumnType(
        column,
        type,
        Optional.empty(),
        draws.oneIn(2)
            ? Optional.empty()
            : Optional.of(
                new SqlExpr.Cast(new SqlExpr.Cast(ref(column), SqlType.builtin("text")), type)));
  }

  private static TableAction foreignKey(Schema schema, Table table, Draws draws) {
    Table target = draws.table(schema).orElse(table);
    List<Identifier> targets =
        target.constraints().stream()
            .filter(one -> one instanceof Constraint.PrimaryKey || one instanceof Constraint.Unique)
            .map(one -> one.columns().toList())
            .filter(columns -> columns.size() == 1)
            .findFirst()
            .orElse(List.of(Identifier.of("c0")));
    return new TableAction.AddConstraint(
        new Constraint.ForeignKey(
            member("f", draws),
            List.of(draws.one(names(table))),
            target.name(),
            targets,
            false,
            draws.one(List.of(ReferentialAction.values())),
            ReferentialAction.CASCADE,
            Deferrability.NOT_DEFERRABLE,
            !draws.oneIn(4)),
        false);
  }
}
