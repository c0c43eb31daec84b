package dev.schemend.testkit;

import static dev.schemend.testkit.PostgresExpressionArbitraries.expressions;
import static dev.schemend.testkit.PostgresExpressionArbitraries.identifiers;
import static dev.schemend.testkit.PostgresExpressionArbitraries.objectNames;
import static dev.schemend.testkit.PostgresExpressionArbitraries.someExpression;
import static dev.schemend.testkit.PostgresExpressionArbitraries.types;

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
import dev.schemend.model.IndexStorage;
import dev.schemend.model.MySqlIndexOptions;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.NotNull;
import dev.schemend.model.PostgresIndexOptions;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.ReferentialAction;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random statements of PostgreSQL, as a frontend delivers them. */
public final class PostgresArbitraries {

  private static final Arbitrary<Boolean> FLAG = Arbitraries.of(true, false);
  private static final Arbitrary<DropBehavior> BEHAVIOR = Arbitraries.of(DropBehavior.class);
  private static final Arbitrary<String> LABELS =
      Arbitraries.strings().withChars("aB'é \\").ofMaxLength(5);

  private PostgresArbitraries() {}

  /** Statements of every kind that the dialect has words for. */
  public static Arbitrary<DdlStatement> statements() {
    return Arbitraries.oneOf(
        List.of(
            createTable(),
            createTable(),
            alterTable(),
            alterTable(),
            createIndex(),
            PostgresObjectArbitraries.statements(),
            small()));
  }

  private static Arbitrary<DdlStatement> small() {
    return Arbitraries.oneOf(List.of(schemasAndDrops(), enums(), sequences(), comments()));
  }

  private static Arbitrary<DdlStatement> schemasAndDrops() {
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(identifiers(), FLAG).as(DdlStatement.CreateSchema::new),
            Combinators.combine(identifiers().list().ofMinSize(1).ofMaxSize(2), FLAG, BEHAVIOR)
                .as(DdlStatement.DropSchema::new),
            Combinators.combine(identifiers(), identifiers()).as(DdlStatement.RenameSchema::new),
            Combinators.combine(objectNames().list().ofMinSize(1).ofMaxSize(2), FLAG, BEHAVIOR)
                .as(DdlStatement.DropTable::new),
            Combinators.combine(
                    objectNames().list().ofMinSize(1).ofMaxSize(2), FLAG, FLAG, BEHAVIOR)
                .as(DdlStatement.DropIndexes::new),
            Combinators.combine(objectNames(), identifiers(), FLAG)
                .as(DdlStatement.RenameIndex::new)));
  }

  private static Arbitrary<DdlStatement> enums() {
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(objectNames(), LABELS.list().ofMaxSize(3))
                .as(DdlStatement.CreateEnum::new),
            Combinators.combine(
                    objectNames(),
                    LABELS,
                    FLAG,
                    Combinators.combine(FLAG, LABELS)
                        .as(DdlStatement.AddEnumValue.Neighbor::new)
                        .optional())
                .as(DdlStatement.AddEnumValue::new),
            Combinators.combine(objectNames(), LABELS, LABELS)
                .as(DdlStatement.RenameEnumValue::new),
            Combinators.combine(objectNames().list().ofMinSize(1).ofMaxSize(2), FLAG, BEHAVIOR)
                .as(DdlStatement.DropTypes::new),
            Combinators.combine(objectNames(), identifiers())
                .as(
                    (type, to) ->
                        new DdlStatement.RenameObject(ObjectKind.ENUM_TYPE, type, to, false)),
            Combinators.combine(objectNames(), identifiers())
                .as(
                    (type, to) ->
                        new DdlStatement.SetObjectSchema(ObjectKind.ENUM_TYPE, type, to, false))));
  }

  private static Arbitrary<SequenceOptions> options() {
    Arbitrary<Optional<Long>> number = Arbitraries.longs().between(-9, 9).optional();
    Arbitrary<SequenceOptions> options =
        Combinators.combine(types().optional(0.2), number, number, number, number, number, FLAG)
            .as(SequenceOptions::new);
    return Combinators.combine(options, Arbitraries.of(SequenceOptions.Reset.class).set())
        .as(PostgresArbitraries::resetting);
  }

  // Nothing is written twice.
  private static SequenceOptions resetting(
      SequenceOptions options, Set<SequenceOptions.Reset> resets) {
    return options.withResets(
        resets.stream()
            .filter(
                reset ->
                    switch (reset) {
                      case NO_MINVALUE -> options.minimum().isEmpty();
                      case NO_MAXVALUE -> options.maximum().isEmpty();
                      case NO_CYCLE -> !options.cycle();
                    })
            .collect(Collectors.toSet()));
  }

  private static Arbitrary<Optional<DdlStatement.SequenceOwner>> owners() {
    Arbitrary<DdlStatement.SequenceOwner> nobody =
        Arbitraries.just(new DdlStatement.SequenceOwner.Nobody());
    Arbitrary<DdlStatement.SequenceOwner> column =
        Combinators.combine(objectNames(), identifiers())
            .as(DdlStatement.SequenceOwner.OwningColumn::new);
    return Arbitraries.oneOf(nobody, column).optional();
  }

  private static Arbitrary<DdlStatement> sequences() {
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(objectNames(), options(), owners(), FLAG)
                .as(DdlStatement.CreateSequence::new),
            Combinators.combine(objectNames(), options(), owners(), FLAG)
                .as(
                    (name, options, owner, ifExists) ->
                        (DdlStatement)
                            new DdlStatement.AlterSequence(
                                name, options, options.type(), owner, ifExists))
                .filter(PostgresArbitraries::saysSomething),
            Combinators.combine(objectNames().list().ofMinSize(1).ofMaxSize(2), FLAG, BEHAVIOR)
                .as(DdlStatement.DropSequences::new),
            Combinators.combine(objectNames(), identifiers(), FLAG)
                .as(
                    (name, to, ifExists) ->
                        new DdlStatement.RenameObject(ObjectKind.SEQUENCE, name, to, ifExists)),
            Combinators.combine(objectNames(), identifiers(), FLAG)
                .as(
                    (name, to, ifExists) ->
                        new DdlStatement.SetObjectSchema(
                            ObjectKind.SEQUENCE, name, to, ifExists))));
  }

  private static boolean saysSomething(DdlStatement statement) {
    return !(statement instanceof DdlStatement.AlterSequence alter)
        || alter.ownedBy().isPresent()
        || !alter.options().equals(SequenceOptions.DEFAULT);
  }

  private static Arbitrary<DdlStatement> comments() {
    return Combinators.combine(objectNames(), identifiers(), FLAG, LABELS.optional())
        .as(
            (table, column, onTable, text) ->
                new DdlStatement.CommentOn(
                    onTable ? ObjectRef.table(table) : ObjectRef.column(table, column), text));
  }

  private static Arbitrary<SortedMap<String, String>> parameters() {
    return Arbitraries.maps(
            Arbitraries.of("fillfactor", "autovacuum_enabled", "toast.autovacuum_enabled"),
            Arbitraries.of("70", "true", "0.5"))
        .ofMaxSize(2)
        .map(TreeMap::new);
  }

  private static Arbitrary<Generation> generations() {
    Arbitrary<Generation> identity =
        Combinators.combine(FLAG, options()).as(Generation.Identity::new);
    Arbitrary<Generation> computed =
        Combinators.combine(expressions(), FLAG).as(Generation.Computed::new);
    return Arbitraries.oneOf(identity, computed);
  }

  // Without a name and without NO INHERIT it says what NOT NULL says.
  private static Arbitrary<NotNull> notNull() {
    return Combinators.combine(maybeNamed(), FLAG)
        .as((name, alone) -> NotNull.named(name).withNoInherit(alone))
        .filter(one -> !one.equals(NotNull.PLAIN));
  }

  private static Arbitrary<ColumnDefinition> columns() {
    Arbitrary<Column> column =
        Combinators.combine(
                identifiers(),
                types(),
                FLAG,
                someExpression().map(value -> value.filter(PostgresArbitraries::isDefault)),
                generations().optional(0.2),
                Arbitraries.of("C", "de-x-icu", "en_US.utf8").optional(0.2),
                notNull().optional(0.3))
            .as(
                (name, type, nullable, value, generation, collation, notNull) ->
                    Column.of(name, type)
                        .withNotNull(notNull)
                        .withNullable(nullable)
                        .withDefault(value)
                        .withGeneration(generation)
                        .withCollation(collation));
    return column.flatMap(
        one ->
            Combinators.combine(FLAG, behind(one.name()).list().ofMaxSize(2))
                .as(
                    (explicit, constraints) ->
                        new ColumnDefinition(
                            one, explicit && one.nullable(), constraints, List.of())));
  }

  // DEFAULT NULL says the same as no default, and a frontend delivers the latter.
  private static boolean isDefault(SqlExpr value) {
    return !(value instanceof SqlExpr.NullLiteral);
  }

  private static Arbitrary<Identifier> maybeNamed() {
    return Arbitraries.oneOf(Arbitraries.just(Identifier.NONE), identifiers());
  }

  private static Arbitrary<Constraint> behind(Identifier column) {
    List<Identifier> alone = List.of(column);
    List<IndexPart> part = List.of(IndexPart.column(column));
    Arbitrary<Deferrability> deferrability = Arbitraries.of(Deferrability.class);
    Arbitrary<Constraint> one =
        Arbitraries.oneOf(
            List.of(
                Combinators.combine(maybeNamed(), deferrability)
                    .as((name, when) -> new Constraint.PrimaryKey(name, part, List.of(), when)),
                Combinators.combine(maybeNamed(), FLAG, deferrability)
                    .as(
                        (name, nulls, when) ->
                            new Constraint.Unique(name, part, List.of(), nulls, when)),
                foreignKeys(Arbitraries.just(alone)),
                checks()));
    return Combinators.combine(one, storages()).as(Constraint::withStorage);
  }

  private static Arbitrary<Constraint> checks() {
    return Combinators.combine(maybeNamed(), expressions(), FLAG, FLAG)
        .as(
            (name, condition, validated, noInherit) ->
                new Constraint.Check(name, condition, true, validated, noInherit));
  }

  private static Arbitrary<Constraint> foreignKeys(Arbitrary<List<Identifier>> columns) {
    Arbitrary<ReferentialAction> action = Arbitraries.of(ReferentialAction.class);
    return Combinators.combine(
            maybeNamed(),
            columns,
            objectNames(),
            identifiers().list().ofMaxSize(2),
            FLAG,
            action,
            action,
            Arbitraries.of(Deferrability.class))
        .flatAs(
            (name, source, target, targets, full, onDelete, onUpdate, when) ->
                FLAG.map(
                    validated ->
                        new Constraint.ForeignKey(
                            name, source, target, targets, full, onDelete, onUpdate, when,
                            validated)));
  }

  private static Arbitrary<Constraint> constraints() {
    Arbitrary<List<Identifier>> few = identifiers().list().ofMinSize(1).ofMaxSize(3);
    Arbitrary<List<Identifier>> include = identifiers().list().ofMaxSize(1);
    Arbitrary<Deferrability> deferrability = Arbitraries.of(Deferrability.class);
    Arbitrary<Constraint> exclusion =
        Combinators.combine(
                maybeNamed(),
                Arbitraries.of("gist", "btree"),
                parts().list().ofMinSize(1).ofMaxSize(2),
                include,
                someExpression(),
                deferrability)
            .as(
                (name, method, parts, included, predicate, when) ->
                    new Constraint.Exclusion(
                        name,
                        method,
                        parts,
                        parts.stream().map(part -> "&&").toList(),
                        included,
                        predicate,
                        when));
    Arbitrary<Constraint> one =
        Arbitraries.oneOf(
            List.of(
                Combinators.combine(maybeNamed(), few, include, deferrability)
                    .as(
                        (name, columns, more, when) ->
                            new Constraint.PrimaryKey(name, keys(columns), more, when)),
                Combinators.combine(maybeNamed(), few, include, FLAG, deferrability)
                    .as(
                        (name, columns, more, nulls, when) ->
                            new Constraint.Unique(name, keys(columns), more, nulls, when)),
                foreignKeys(few),
                checks(),
                exclusion));
    return Combinators.combine(one, storages()).as(Constraint::withStorage);
  }

  private static Arbitrary<IndexStorage> storages() {
    return Combinators.combine(parameters(), identifiers().optional()).as(IndexStorage::new);
  }

  private static List<IndexPart> keys(List<Identifier> columns) {
    return columns.stream().map(IndexPart::column).toList();
  }

  private static Arbitrary<IndexPart> parts() {
    Arbitrary<IndexPart.Key> column = identifiers().map(IndexPart.ColumnKey::new);
    Arbitrary<IndexPart.Key> expression = expressions().map(IndexPart.ExpressionKey::new);
    return Combinators.combine(
            Arbitraries.oneOf(column, column, expression),
            FLAG,
            FLAG.optional(0.3),
            Arbitraries.of("text_pattern_ops", "app.my_ops", "gist_trgm_ops (siglen='32')")
                .optional(0.2),
            Arbitraries.of("C", "de-x-icu").optional(0.2))
        .as(
            (key, descending, nulls, operatorClass, collation) ->
                new IndexPart(key, descending, nulls, Optional.empty(), operatorClass, collation));
  }

  // The primary key comes first in a printed table, so only tables of that order are themselves.
  private static Arbitrary<DdlStatement> createTable() {
    Arbitrary<TableOptions> options =
        Combinators.combine(FLAG, parameters())
            .as(
                (unlogged, parameters) ->
                    new TableOptions(
                        Optional.empty(),
                        new PostgresTableOptions(unlogged, parameters),
                        MySqlTableOptions.NONE));
    return Combinators.combine(
            objectNames(),
            columns().list().ofMaxSize(4),
            constraints().list().ofMaxSize(3).map(PostgresArbitraries::keyFirst),
            options,
            FLAG)
        .as(
            (name, columns, constraints, rest, ifNotExists) ->
                new DdlStatement.CreateTable(
                    name, columns, constraints, List.of(), rest, ifNotExists));
  }

  private static List<Constraint> keyFirst(List<Constraint> constraints) {
    List<Constraint> sorted = new ArrayList<>(constraints);
    sorted.sort(java.util.Comparator.comparing(one -> !(one instanceof Constraint.PrimaryKey)));
    return sorted;
  }

  private static Arbitrary<DdlStatement> createIndex() {
    Arbitrary<PostgresIndexOptions> options =
        Combinators.combine(identifiers().list().ofMaxSize(2), FLAG, parameters())
            .as(PostgresIndexOptions::new);
    Arbitrary<Index> index =
        Combinators.combine(
                identifiers(),
                Arbitraries.of(Index.Kind.PLAIN, Index.Kind.UNIQUE),
                Arbitraries.of("btree", "gin", "gist", "brin"),
                parts().list().ofMinSize(1).ofMaxSize(3),
                someExpression(),
                options)
            .as(
                (name, kind, method, parts, predicate, more) ->
                    new Index(name, kind, method, parts, predicate, more, MySqlIndexOptions.NONE));
    return Combinators.combine(objectNames(), index, FLAG, FLAG).as(DdlStatement.CreateIndex::new);
  }

  private static Arbitrary<DdlStatement> alterTable() {
    Arbitrary<List<TableAction>> several = actions().list().ofMinSize(1).ofMaxSize(4);
    Arbitrary<List<TableAction>> alone = loneActions().map(List::of);
    return Combinators.combine(objectNames(), FLAG, Arbitraries.oneOf(several, several, alone))
        .as(DdlStatement.AlterTable::new);
  }

  private static Arbitrary<TableAction> loneActions() {
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(identifiers(), identifiers()).as(TableAction.RenameColumn::new),
            Combinators.combine(identifiers(), identifiers()).as(TableAction.RenameConstraint::new),
            identifiers()
                .map(
                    name ->
                        new TableAction.RenameTo(dev.schemend.name.ObjectName.unqualified(name))),
            identifiers().map(TableAction.SetSchema::new)));
  }

  private static Arbitrary<TableAction> actions() {
    Arbitrary<Deferrability> deferrability = Arbitraries.of(Deferrability.class);
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(columns(), FLAG)
                .as(
                    (column, ifNotExists) ->
                        new TableAction.AddColumn(column, ColumnPosition.UNSTATED, ifNotExists)),
            Combinators.combine(identifiers(), FLAG, BEHAVIOR).as(TableAction.DropColumn::new),
            Combinators.combine(
                    identifiers(), types(), Arbitraries.of("C").optional(0.2), someExpression())
                .as(TableAction.AlterColumnType::new),
            Combinators.combine(identifiers(), expressions()).as(TableAction.SetDefault::new),
            identifiers().map(TableAction.DropDefault::new),
            identifiers().map(TableAction.SetNotNull::new),
            identifiers().map(TableAction.DropNotNull::new),
            Combinators.combine(identifiers(), maybeNamed(), FLAG, FLAG)
                .as(
                    (column, name, validated, alone) ->
                        new TableAction.OfPostgres.AddNotNull(
                            column,
                            NotNull.named(name).withValidated(validated).withNoInherit(alone))),
            Combinators.combine(identifiers(), FLAG)
                .as(TableAction.OfPostgres.SetConstraintInherit::new),
            Combinators.combine(identifiers(), FLAG, options())
                .as(
                    (column, always, options) ->
                        new TableAction.AddIdentity(
                            column, new Generation.Identity(always, options))),
            Combinators.combine(identifiers(), FLAG, options())
                .as(
                    (column, always, options) ->
                        new TableAction.SetIdentity(column, Optional.of(always), options)),
            Combinators.combine(identifiers(), FLAG).as(TableAction.DropIdentity::new),
            Combinators.combine(identifiers(), FLAG).as(TableAction.DropExpression::new),
            constraints().map(constraint -> new TableAction.AddConstraint(constraint, false)),
            Combinators.combine(maybeNamed(), FLAG, identifiers(), deferrability)
                .as(TableAction.AddConstraintUsingIndex::new),
            Combinators.combine(identifiers(), FLAG, BEHAVIOR).as(TableAction.DropConstraint::new),
            identifiers().map(TableAction.ValidateConstraint::new),
            Combinators.combine(identifiers(), deferrability)
                .as(TableAction.AlterDeferrability::new)));
  }
}
