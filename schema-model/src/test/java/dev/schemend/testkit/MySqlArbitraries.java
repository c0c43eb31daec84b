package dev.schemend.testkit;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.mysql.MySqlIdentifiers;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MySqlColumnOptions;
import dev.schemend.model.MySqlIndexOptions;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.MySqlVersioning;
import dev.schemend.model.PostgresIndexOptions;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.ReferentialAction;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import dev.schemend.type.SqlType.InlineEnum;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random statements of MySQL or MariaDB: every statement and action of the vocabulary that the
 * flavor has, with canonical types. {@code NULL} is always written out, as the printer does.
 */
public final class MySqlArbitraries {

  private static final MySqlIdentifiers RULES = new MySqlIdentifiers(false);

  private final boolean mariadb;
  private final MySqlPartitionArbitraries partitions;
  private final MySqlExpressionArbitraries expressions = new MySqlExpressionArbitraries(members());

  /** Statements of one flavor. */
  public MySqlArbitraries(Flavor flavor) {
    this.mariadb = flavor == Flavor.MARIADB;
    this.partitions = new MySqlPartitionArbitraries(mariadb, expressions());
  }

  private static Arbitrary<String> words() {
    return Arbitraries.of(
        "id",
        "name",
        "User",
        "user_id",
        "createdAt",
        "select",
        "key",
        "a`b",
        "two words",
        "é",
        "1a",
        "it's",
        "x\\y",
        "comment",
        "DATE",
        "-- ",
        "/*");
  }

  /** Names of columns, indexes and constraints. */
  public static Arbitrary<Identifier> members() {
    return words().map(word -> RULES.member(word, true));
  }

  private static Arbitrary<Identifier> objects() {
    return words().map(word -> RULES.object(word, true));
  }

  private static Arbitrary<ObjectName> tables() {
    Arbitrary<Identifier> schema =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, Arbitraries.just(Identifier.NONE)),
            net.jqwik.api.Tuple.of(1, objects()));
    return Combinators.combine(schema, objects()).as(ObjectName::new);
  }

  private static Arbitrary<Boolean> flag() {
    return Arbitraries.of(false, false, true);
  }

  private Arbitrary<Boolean> onMariaDb() {
    return mariadb ? flag() : Arbitraries.just(false);
  }

  /** Expressions over the names of {@link #members()}. */
  public Arbitrary<SqlExpr> expressions() {
    return expressions.expressions();
  }

  /** Canonical types of columns. */
  public static Arbitrary<SqlType> types() {
    return Arbitraries.lazy(MySqlArbitraries::newTypes);
  }

  private static Arbitrary<SqlType> newTypes() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            SqlType.builtin("int"),
            SqlType.builtin("int unsigned"),
            SqlType.builtin("int unsigned zerofill", 10),
            SqlType.builtin("tinyint", 1),
            SqlType.builtin("tinyint"),
            SqlType.builtin("bigint"),
            SqlType.builtin("decimal", 65, 30),
            SqlType.builtin("decimal unsigned", 10, 0),
            SqlType.builtin("double"),
            SqlType.builtin("float", 7, 3),
            SqlType.builtin("bit", 8)),
        Arbitraries.of(
            SqlType.builtin("varchar", 191),
            SqlType.builtin("char", 1),
            SqlType.builtin("longtext"),
            SqlType.builtin("binary", 16),
            SqlType.builtin("blob"),
            SqlType.builtin("json"),
            SqlType.builtin("date"),
            SqlType.builtin("datetime", 3),
            SqlType.builtin("timestamp"),
            SqlType.builtin("time", 6),
            SqlType.builtin("year"),
            SqlType.builtin("point")),
        Combinators.combine(
                Arbitraries.of(InlineEnum.Kind.class),
                MySqlExpressionArbitraries.texts()
                    .map(text -> text.stripTrailing() + "x")
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(3))
            .as(InlineEnum::new));
  }

  private Arbitrary<Column> columns() {
    return Arbitraries.lazy(this::newColumns);
  }

  private Arbitrary<Column> newColumns() {
    Arbitrary<Optional<SqlExpr>> defaults =
        Arbitraries.oneOf(
                MySqlExpressionArbitraries.literals(),
                expressions().filter(value -> !(value instanceof SqlExpr.NullLiteral)))
            .optional(0.5);
    Arbitrary<Optional<String>> comments =
        MySqlExpressionArbitraries.texts().filter(text -> !text.isEmpty()).optional(0.3);
    Arbitrary<Optional<Generation>> generations =
        Arbitraries.oneOf(
                Arbitraries.<Generation>just(new Generation.AutoIncrement()),
                Combinators.combine(expressions(), flag()).<Generation>as(Generation.Computed::new))
            .optional(0.3);
    Arbitrary<Optional<SqlExpr>> onUpdate =
        Arbitraries.<SqlExpr>just(
                new SqlExpr.FunctionCall(
                    ObjectName.unqualified(Identifier.of("current_timestamp")),
                    List.of(new SqlExpr.NumberLiteral("3")),
                    true))
            .optional(0.2);
    Arbitrary<MySqlColumnOptions> options =
        Combinators.combine(
                Arbitraries.of("latin1", "utf8mb4", "utf8mb3").optional(0.3),
                onUpdate,
                flag(),
                mariadb ? expressions().optional(0.3) : Arbitraries.just(Optional.<SqlExpr>empty()),
                Arbitraries.of(0L, 4326L).optional(0.2))
            .as(
                (set, update, hidden, check, reference) ->
                    new MySqlColumnOptions(set, update, hidden)
                        .withCheck(check)
                        .withSpatialReference(reference));
    return Combinators.combine(
            members(),
            types(),
            flag(),
            defaults,
            generations,
            Arbitraries.of("utf8mb4_bin", "latin1_swedish_ci").optional(0.3),
            comments,
            options)
        .as(
            (name, type, nullable, value, generation, collation, comment, mysql) ->
                new Column(
                    name,
                    type,
                    nullable
                        || (mariadb
                            && generation
                                .filter(Generation.Computed.class::isInstance)
                                .isPresent()),
                    generation.isPresent() ? Optional.empty() : value,
                    generation,
                    collation,
                    comment,
                    mysql));
  }

  private Arbitrary<ColumnDefinition> definitions() {
    return Arbitraries.lazy(this::newDefinitions);
  }

  private Arbitrary<ColumnDefinition> newDefinitions() {
    Arbitrary<List<Constraint>> checks =
        Combinators.combine(maybe(members()), expressions(), flag())
            .<Constraint>as(
                (name, expression, enforced) ->
                    new Constraint.Check(name, expression, enforced, true, false))
            .list()
            // MariaDB's stand in the column.
            .ofMaxSize(mariadb ? 0 : 1);
    return Combinators.combine(columns(), checks, flag())
        .as(
            (column, constraints, unique) ->
                new ColumnDefinition(
                    column,
                    column.nullable() && !silent(column),
                    constraints,
                    unique
                        ? List.of(
                            Index.of(
                                    Identifier.NONE,
                                    Index.Kind.UNIQUE,
                                    List.of(IndexPart.column(column.name())))
                                .withMethod(Index.UNSTATED))
                        : List.of()));
  }

  // MariaDB's generated columns say neither NULL nor NOT NULL.
  private boolean silent(Column column) {
    return mariadb && column.generation().filter(Generation.Computed.class::isInstance).isPresent();
  }

  private static Arbitrary<Identifier> maybe(Arbitrary<Identifier> name) {
    return Arbitraries.oneOf(Arbitraries.just(Identifier.NONE), name);
  }

  private Arbitrary<List<IndexPart>> parts() {
    return Arbitraries.lazy(this::newParts);
  }

  private Arbitrary<List<IndexPart>> newParts() {
    Arbitrary<IndexPart.Key> keys =
        Arbitraries.oneOf(
            members().map(IndexPart.ColumnKey::new),
            members().map(IndexPart.ColumnKey::new),
            expressions().map(IndexPart.ExpressionKey::new));
    return Combinators.combine(keys, flag(), Arbitraries.of(1, 191).optional(0.2))
        .as(
            (key, descending, prefix) ->
                new IndexPart(
                    key,
                    descending,
                    Optional.empty(),
                    prefix.filter(length -> key instanceof IndexPart.ColumnKey),
                    Optional.empty(),
                    Optional.empty()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private Arbitrary<Index> indexes(Arbitrary<Identifier> names) {
    Arbitrary<MySqlIndexOptions> options =
        Combinators.combine(
                flag(),
                MySqlExpressionArbitraries.texts().filter(text -> !text.isEmpty()).optional(0.2),
                Arbitraries.of("ngram", "my parser").optional(0.1))
            .as(
                (invisible, comment, parser) ->
                    new MySqlIndexOptions(invisible, comment, parser, false));
    return Combinators.combine(
            names,
            Arbitraries.of(Index.Kind.class),
            Arbitraries.of(Index.UNSTATED, Index.UNSTATED, Index.BTREE, "hash"),
            parts(),
            options)
        .as(
            (name, kind, method, keyParts, mysql) ->
                new Index(
                    name,
                    kind,
                    method,
                    keyParts,
                    Optional.empty(),
                    PostgresIndexOptions.NONE,
                    mysql));
  }

  private Arbitrary<Constraint> constraints(Arbitrary<Identifier> names) {
    Arbitrary<List<Identifier>> columns = members().list().ofMinSize(1).ofMaxSize(2);
    return Arbitraries.oneOf(
        Combinators.combine(names, expressions(), mariadb ? Arbitraries.just(true) : flag())
            .as(
                (name, expression, enforced) ->
                    new Constraint.Check(name, expression, enforced, true, false)),
        Combinators.combine(
                names,
                columns,
                tables(),
                columns,
                flag(),
                Arbitraries.of(ReferentialAction.class),
                Arbitraries.of(ReferentialAction.class))
            .as(
                (name, source, target, targetColumns, full, onDelete, onUpdate) ->
                    new Constraint.ForeignKey(
                        name,
                        source,
                        target,
                        targetColumns,
                        full,
                        onDelete,
                        onUpdate,
                        Deferrability.NOT_DEFERRABLE,
                        true)));
  }

  private Arbitrary<Constraint> primaryKeys() {
    return parts()
        .map(
            keyParts ->
                new Constraint.PrimaryKey(
                    Identifier.NONE, keyParts, List.of(), Deferrability.NOT_DEFERRABLE));
  }

  private static Arbitrary<TableOptions> options() {
    return Arbitraries.lazy(MySqlArbitraries::newOptions);
  }

  private static Arbitrary<TableOptions> newOptions() {
    Arbitrary<SortedMap<String, String>> other =
        Arbitraries.maps(
                Arbitraries.of("ROW_FORMAT", "KEY_BLOCK_SIZE", "DATA DIRECTORY", "ODD OPTION"),
                Arbitraries.of("DYNAMIC", "8", "'/it''s'"))
            .ofMaxSize(2)
            .map(
                map -> {
                  SortedMap<String, String> sorted = new TreeMap<>(map);
                  sorted.replaceAll(
                      (name, value) -> name.equals("DATA DIRECTORY") ? "'/x'" : value);
                  return sorted;
                });
    Arbitrary<MySqlTableOptions> mysql =
        Combinators.combine(
                Arbitraries.of("InnoDB", "MyISAM").optional(0.3),
                Arbitraries.of("utf8mb4", "latin1").optional(0.5),
                Arbitraries.of("utf8mb4_unicode_ci", "utf8mb3_bin").optional(0.5),
                other)
            .as(
                (engine, set, collation, rest) ->
                    new MySqlTableOptions(engine, set, collation, rest));
    return Combinators.combine(MySqlExpressionArbitraries.texts().optional(0.3), mysql)
        .as((comment, own) -> new TableOptions(comment, PostgresTableOptions.NONE, own));
  }

  private static Arbitrary<ColumnPosition> positions() {
    return Arbitraries.oneOf(
        Arbitraries.just(ColumnPosition.UNSTATED),
        Arbitraries.just(new ColumnPosition.First()),
        members().map(ColumnPosition.After::new));
  }

  /** Any action of {@code ALTER TABLE} that the flavor has. */
  public Arbitrary<TableAction> actions() {
    return Arbitraries.oneOf(columnActions(), keyActions(), tableActions());
  }

  private Arbitrary<TableAction> columnActions() {
    return Arbitraries.lazy(this::newColumnActions);
  }

  private Arbitrary<TableAction> newColumnActions() {
    return Arbitraries.oneOf(
        Combinators.combine(definitions(), positions(), onMariaDb()).as(TableAction.AddColumn::new),
        Combinators.combine(members(), definitions(), positions(), onMariaDb())
            .as(TableAction.ChangeColumn::new),
        Combinators.combine(definitions(), positions(), onMariaDb())
            .as(
                (definition, position, ifExists) ->
                    new TableAction.ChangeColumn(
                        definition.column().name(), definition, position, ifExists)),
        Combinators.combine(members(), onMariaDb(), Arbitraries.of(DropBehavior.class))
            .as(TableAction.DropColumn::new),
        Combinators.combine(members(), members()).as(TableAction.RenameColumn::new),
        Combinators.combine(members(), expressions()).as(TableAction.SetDefault::new),
        members().map(TableAction.DropDefault::new));
  }

  private Arbitrary<TableAction> keyActions() {
    return Arbitraries.lazy(this::newKeyActions);
  }

  private Arbitrary<TableAction> newKeyActions() {
    Arbitrary<TableAction> ofOneFlavor =
        mariadb
            ? Combinators.combine(constraints(members()), Arbitraries.just(true))
                .as(TableAction.AddConstraint::new)
            : Arbitraries.oneOf(
                members().map(TableAction.DropCheck::new),
                Combinators.combine(members(), flag()).as(TableAction.SetEnforced::new));
    return Arbitraries.oneOf(
        ofOneFlavor,
        Combinators.combine(constraints(maybe(members())), Arbitraries.just(false))
            .as(TableAction.AddConstraint::new),
        primaryKeys().map(key -> new TableAction.AddConstraint(key, false)),
        Combinators.combine(indexes(maybe(members())), Arbitraries.just(false))
            .as(TableAction.AddIndex::new),
        Combinators.combine(indexes(members()), onMariaDb()).as(TableAction.AddIndex::new),
        Combinators.combine(members(), onMariaDb()).as(TableAction.DropIndex::new),
        Combinators.combine(members(), onMariaDb()).as(TableAction.DropForeignKey::new),
        Combinators.combine(members(), onMariaDb(), Arbitraries.just(DropBehavior.RESTRICT))
            .as(TableAction.DropConstraint::new),
        onMariaDb().map(TableAction.DropPrimaryKey::new),
        Combinators.combine(members(), members()).as(TableAction.RenameIndex::new),
        Combinators.combine(members(), flag()).as(TableAction.SetIndexVisible::new));
  }

  private Arbitrary<TableAction> tableActions() {
    return Arbitraries.lazy(this::newTableActions);
  }

  private Arbitrary<TableAction> newTableActions() {
    return Arbitraries.oneOf(
        partitions.actions(tables()),
        partitions.others(),
        tables().map(TableAction.RenameTo::new),
        options().filter(some -> !some.equals(TableOptions.NONE)).map(TableAction.SetOptions::new),
        Combinators.combine(
                Arbitraries.of("utf8mb4", "latin1").optional(),
                Arbitraries.of("utf8mb4_bin").optional())
            .as(TableAction.ConvertCharacterSet::new));
  }

  /** Any statement that the flavor has and that does not carry text. */
  public Arbitrary<DdlStatement> statements() {
    return Arbitraries.oneOf(createTables(), alterTables(), others());
  }

  private Arbitrary<DdlStatement> createTables() {
    return Arbitraries.lazy(this::newCreateTables);
  }

  private Arbitrary<DdlStatement> newCreateTables() {
    return Combinators.combine(
            tables(),
            definitions().list().ofMinSize(1).ofMaxSize(4),
            constraints(maybe(members())).list().ofMaxSize(2),
            indexes(maybe(members())).list().ofMaxSize(2),
            options(),
            partitions.partitionings().optional(0.2),
            histories())
        .as(
            (name, columns, constraints, indexes, options, partitioning, history) ->
                new DdlStatement.CreateTable(
                    name,
                    columns,
                    constraints,
                    indexes,
                    options.withMySql(
                        options.mysql().withPartitioning(partitioning).withVersioning(history)),
                    columns.size() % 2 == 0));
  }

  private Arbitrary<MySqlVersioning> histories() {
    if (!mariadb) {
      return Arbitraries.just(MySqlVersioning.NONE);
    }
    Arbitrary<SortedMap<Identifier, List<Identifier>>> periods =
        Combinators.combine(members(), members(), members())
            .as(
                (name, start, end) -> {
                  SortedMap<Identifier, List<Identifier>> one = new TreeMap<>();
                  one.put(name, List.of(start, end));
                  return one;
                });
    return Arbitraries.oneOf(
        Arbitraries.just(MySqlVersioning.NONE),
        Combinators.combine(flag(), periods).as(MySqlVersioning::new));
  }

  private Arbitrary<DdlStatement> alterTables() {
    return Arbitraries.lazy(this::newAlterTables);
  }

  private Arbitrary<DdlStatement> newAlterTables() {
    return Combinators.combine(tables(), onMariaDb(), actions().list().ofMaxSize(3))
        .as(DdlStatement.AlterTable::new);
  }

  private Arbitrary<DdlStatement> ownStatements() {
    Arbitrary<Optional<String>> sets = Arbitraries.of("utf8mb4", "latin1").optional(0.5);
    Arbitrary<Optional<String>> collations = Arbitraries.of("latin1_bin").optional(0.5);
    return Arbitraries.oneOf(
        Combinators.combine(tables(), tables(), flag(), flag())
            .as(DdlStatement.OfMySql.CopyTable::new),
        createTables()
            .map(DdlStatement.CreateTable.class::cast)
            .map(DdlStatement.OfMySql.CreateTemporaryTable::new),
        Combinators.combine(tables().list().ofMinSize(1).ofMaxSize(2), flag())
            .as(DdlStatement.OfMySql.DropTemporaryTables::new),
        Combinators.combine(objects(), sets.filter(Optional::isPresent), collations, flag())
            .as(DdlStatement.OfMySql.CreateDatabase::new),
        Combinators.combine(maybe(objects()), sets.filter(Optional::isPresent), collations)
            .as(DdlStatement.OfMySql.AlterDatabase::new));
  }

  private static Arbitrary<DdlStatement> sequences() {
    Arbitrary<Optional<Long>> numbers = Arbitraries.of(-5L, 0L, 7L).optional(0.5);
    Arbitrary<SequenceOptions> options =
        Combinators.combine(numbers, numbers, numbers, numbers, numbers, flag())
            .as(
                (start, increment, minimum, maximum, cache, cycle) ->
                    new SequenceOptions(
                        Optional.empty(), start, increment, minimum, maximum, cache, cycle));
    return Arbitraries.oneOf(
        Combinators.combine(tables(), options, flag())
            .as(
                (name, own, guarded) ->
                    new DdlStatement.CreateSequence(name, own, Optional.empty(), guarded)),
        Combinators.combine(
                tables(), options.filter(own -> !own.equals(SequenceOptions.DEFAULT)), flag())
            .as(
                (name, own, guarded) ->
                    new DdlStatement.AlterSequence(
                        name, own, Optional.empty(), Optional.empty(), guarded)),
        Combinators.combine(tables().list().ofMinSize(1).ofMaxSize(2), flag())
            .as(
                (names, guarded) ->
                    new DdlStatement.DropSequences(names, guarded, DropBehavior.RESTRICT)));
  }

  private Arbitrary<DdlStatement> others() {
    return Arbitraries.lazy(this::newOthers);
  }

  private Arbitrary<DdlStatement> newOthers() {
    Arbitrary<List<ObjectName>> some = tables().list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        ownStatements(),
        mariadb ? sequences() : ownStatements(),
        Combinators.combine(objects(), flag()).as(DdlStatement.CreateSchema::new),
        Combinators.combine(objects(), flag())
            .as(
                (name, ifExists) ->
                    new DdlStatement.DropSchema(List.of(name), ifExists, DropBehavior.RESTRICT)),
        Combinators.combine(some, flag(), Arbitraries.of(DropBehavior.class))
            .as(DdlStatement.DropTable::new),
        Combinators.combine(tables(), tables())
            .as(DdlStatement.RenameTables.Renaming::new)
            .list()
            .ofMinSize(1)
            .ofMaxSize(2)
            .map(pairs -> new DdlStatement.RenameTables(pairs, mariadb)),
        Combinators.combine(tables(), indexes(members()), onMariaDb(), Arbitraries.just(false))
            .as(DdlStatement.CreateIndex::new),
        Combinators.combine(tables(), members(), onMariaDb()).as(DdlStatement.DropIndexOn::new),
        new MySqlDefinitionArbitraries(tables(), members()).statements());
  }
}
