package dev.schemend.testkit;

import static dev.schemend.testkit.PostgresExpressionArbitraries.expressions;
import static dev.schemend.testkit.PostgresExpressionArbitraries.identifiers;
import static dev.schemend.testkit.PostgresExpressionArbitraries.objectNames;
import static dev.schemend.testkit.PostgresExpressionArbitraries.someExpression;
import static dev.schemend.testkit.PostgresExpressionArbitraries.types;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.expr.FromItem;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.DomainType;
import dev.schemend.model.Extension;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.PartitionBound;
import dev.schemend.model.PartitionBound.Edge;
import dev.schemend.model.Policy;
import dev.schemend.model.PostgresForeignKeyOptions;
import dev.schemend.model.PostgresTriggerOptions;
import dev.schemend.model.PostgresViewOptions;
import dev.schemend.model.ReferentialAction;
import dev.schemend.model.Trigger;
import dev.schemend.model.Trigger.Event;
import dev.schemend.model.View;
import dev.schemend.model.ViewStorage;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random statements on what PostgreSQL has besides tables, and on partitions. */
final class PostgresObjectArbitraries {

  private static final Arbitrary<Boolean> FLAG = Arbitraries.of(true, false);
  private static final Arbitrary<DropBehavior> BEHAVIOR = Arbitraries.of(DropBehavior.class);

  private PostgresObjectArbitraries() {}

  static Arbitrary<DdlStatement> statements() {
    return Arbitraries.oneOf(
        List.of(creations(), onPolicies(), onDomains(), drops(), partitions(), temporalKeys()));
  }

  private static Arbitrary<DdlStatement> creations() {
    return Arbitraries.oneOf(
            List.of(policies(), domains(), composites(), extensions(), triggers(), views()))
        .map(object -> new DdlStatement.CreateObject(object, false, false));
  }

  private static Arbitrary<DefinedObject> policies() {
    return Combinators.combine(
            objectNames(),
            identifiers(),
            FLAG,
            Arbitraries.of(Policy.Command.class),
            identifiers().list().ofMaxSize(2),
            someExpression(),
            someExpression())
        .as(
            (table, name, permissive, command, roles, using, check) ->
                new Policy(table, name, permissive, command, roles, using, check, new TreeSet<>()));
  }

  private static Arbitrary<DefinedObject> views() {
    Arbitrary<Query.Item> item =
        Combinators.combine(expressions(), identifiers())
            .as((value, name) -> new Query.Item(value, Optional.of(name)));
    Arbitrary<FromItem> relation =
        objectNames().map(name -> new FromItem.Relation(name, false, Optional.empty(), List.of()));
    Arbitrary<Query> query =
        Combinators.combine(
                FLAG,
                item.list().ofMinSize(1).ofMaxSize(3),
                relation.list().ofMaxSize(2),
                someExpression())
            .as(
                (distinct, items, from, where) ->
                    Query.of(
                        new Query.Select(
                            distinct,
                            List.of(),
                            items,
                            from,
                            where,
                            List.of(),
                            Optional.empty(),
                            List.of())));
    return Combinators.combine(objectNames(), identifiers().list().ofMaxSize(2), query, FLAG)
        .as(
            (name, columns, of, stored) ->
                stored
                    ? new MaterializedView(
                        name,
                        columns,
                        of,
                        List.of(),
                        new TreeMap<>(),
                        ViewStorage.NONE,
                        new TreeSet<>())
                    : new View(name, columns, of, PostgresViewOptions.NONE, new TreeSet<>()));
  }

  private static Arbitrary<Constraint.Check> checks() {
    return Combinators.combine(identifiers(), expressions())
        .as((name, condition) -> new Constraint.Check(name, condition, true, true, false));
  }

  private static Arbitrary<DefinedObject> domains() {
    return Combinators.combine(
            objectNames(),
            types(),
            Arbitraries.of("C", "de-x-icu").optional(0.2),
            someExpression()
                .map(value -> value.filter(one -> !(one instanceof SqlExpr.NullLiteral))),
            FLAG,
            checks().list().ofMaxSize(2))
        .as(DomainType::new);
  }

  private static Arbitrary<CompositeType.Attribute> attributes() {
    return Combinators.combine(
            identifiers(), types(), Arbitraries.of("C", "de-x-icu").optional(0.2))
        .as(CompositeType.Attribute::new);
  }

  private static Arbitrary<DefinedObject> composites() {
    return Combinators.combine(objectNames(), attributes().list().ofMaxSize(3))
        .as(CompositeType::new);
  }

  private static Arbitrary<DefinedObject> extensions() {
    return Combinators.combine(
            identifiers(),
            Arbitraries.oneOf(Arbitraries.just(Identifier.NONE), identifiers()),
            Arbitraries.of("1.1", "2.0-beta").optional())
        .as(Extension::new);
  }

  private static Arbitrary<List<Event>> events() {
    Arbitrary<Event> update =
        identifiers().list().ofMaxSize(2).map(columns -> new Event(Event.Kind.UPDATE, columns));
    Arbitrary<Event> other =
        Arbitraries.of(Event.Kind.INSERT, Event.Kind.DELETE)
            .map(kind -> new Event(kind, List.of()));
    return Arbitraries.oneOf(update, other)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .uniqueElements(Event::kind)
        .map(events -> events.stream().sorted(Comparator.comparing(Event::kind)).toList());
  }

  private static Arbitrary<DefinedObject> triggers() {
    return Combinators.combine(
            objectNames(),
            identifiers(),
            Arbitraries.of(Trigger.Timing.class),
            events(),
            FLAG,
            someExpression(),
            objectNames(),
            Arbitraries.of("a", "it's", "").list().ofMaxSize(2))
        .as(
            (table, name, timing, events, row, condition, function, arguments) ->
                new Trigger(
                    table,
                    name,
                    timing,
                    events,
                    row,
                    condition,
                    function,
                    arguments,
                    PostgresTriggerOptions.NONE));
  }

  private static Arbitrary<DdlStatement> onPolicies() {
    return Combinators.combine(objectNames(), identifiers(), identifiers())
        .as(
            (table, name, to) ->
                new DdlStatement.AlterObject(
                    new ObjectRef(ObjectKind.POLICY, table, name),
                    false,
                    new ObjectAction.Rename(to)));
  }

  private static Arbitrary<DdlStatement> onDomains() {
    Arbitrary<ObjectAction> value = someExpression().map(ObjectAction.DomainDefault::new);
    Arbitrary<ObjectAction> nullable = FLAG.map(ObjectAction.DomainNullable::new);
    Arbitrary<ObjectAction> added = checks().map(ObjectAction.AddCheck::new);
    Arbitrary<ObjectAction> renamed =
        Combinators.combine(identifiers(), identifiers()).as(ObjectAction.RenameCheck::new);
    Arbitrary<ObjectAction> validated = identifiers().map(ObjectAction.ValidateCheck::new);
    Arbitrary<ObjectAction> moved = identifiers().map(ObjectAction.SetSchema::new);
    return Combinators.combine(
            objectNames(),
            Arbitraries.oneOf(List.of(value, nullable, added, renamed, validated, moved)))
        .as(
            (domain, action) ->
                new DdlStatement.AlterObject(
                    ObjectRef.to(ObjectKind.DOMAIN, domain), false, action));
  }

  private static Arbitrary<DdlStatement> drops() {
    Arbitrary<ObjectKind> kinds =
        Arbitraries.of(
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.DOMAIN,
            ObjectKind.EXTENSION,
            ObjectKind.TRIGGER,
            ObjectKind.POLICY,
            ObjectKind.RULE);
    return Combinators.combine(kinds, objectNames(), identifiers(), FLAG, BEHAVIOR)
        .as(
            (kind, name, member, ifExists, behavior) ->
                new DdlStatement.DropObjects(List.of(ref(kind, name, member)), ifExists, behavior));
  }

  private static ObjectRef ref(ObjectKind kind, ObjectName name, Identifier member) {
    return switch (kind) {
      case TRIGGER, POLICY, RULE -> new ObjectRef(kind, name, member);
      case EXTENSION -> ObjectRef.to(kind, ObjectName.unqualified(name.name()));
      default -> ObjectRef.to(kind, name);
    };
  }

  private static Arbitrary<PartitionBound> bounds() {
    Arbitrary<SqlExpr> number =
        Arbitraries.integers().between(0, 99).map(i -> new SqlExpr.NumberLiteral("" + i));
    Arbitrary<Edge> edge =
        Arbitraries.oneOf(
            List.of(
                number.map(Edge.At::new),
                Arbitraries.just(new Edge.Lowest()),
                Arbitraries.just(new Edge.Highest())));
    Arbitrary<List<Edge>> edges = edge.list().ofMinSize(1).ofMaxSize(2);
    return Arbitraries.oneOf(
        List.of(
            Arbitraries.just(new PartitionBound.Rest()),
            number.list().ofMinSize(1).ofMaxSize(3).map(PartitionBound.In::new),
            Combinators.combine(edges, edges).as(PartitionBound.Range::new),
            Arbitraries.integers()
                .between(0, 7)
                .map(remainder -> new PartitionBound.Hash(8, remainder))));
  }

  private static Arbitrary<DdlStatement> partitions() {
    Arbitrary<OfPostgres> attach =
        Combinators.combine(objectNames(), bounds()).as(OfPostgres.AttachPartition::new);
    Arbitrary<OfPostgres> detach =
        Combinators.combine(objectNames(), Arbitraries.of(OfPostgres.DetachPartition.Mode.class))
            .as(OfPostgres.DetachPartition::new);
    Arbitrary<OfPostgres> inherit = objectNames().map(OfPostgres.Inherit::new);
    Arbitrary<OfPostgres> secured = FLAG.map(OfPostgres.EnableRowSecurity::new);
    Arbitrary<OfPostgres> enforced =
        Combinators.combine(identifiers(), FLAG).as(OfPostgres.EnforceConstraint::new);
    return Combinators.combine(
            objectNames(),
            FLAG,
            Arbitraries.oneOf(List.of(attach, detach, inherit, secured, enforced)))
        .as(
            (table, ifExists, action) ->
                new DdlStatement.AlterTable(table, ifExists, List.of(action)));
  }

  // Keys over ranges of time, and what points at them.
  private static Arbitrary<DdlStatement> temporalKeys() {
    Arbitrary<List<Identifier>> columns = identifiers().list().ofSize(2);
    Arbitrary<Deferrability> when = Arbitraries.of(Deferrability.class);
    Arbitrary<Constraint> primary =
        Combinators.combine(identifiers(), columns, when)
            .as(
                (name, of, checked) ->
                    new Constraint.PrimaryKey(name, parts(of), List.of(), checked)
                        .withOverlaps(false));
    Arbitrary<Constraint> unique =
        Combinators.combine(identifiers(), columns, when)
            .as(
                (name, of, checked) ->
                    new Constraint.Unique(name, parts(of), List.of(), false, checked)
                        .withOverlaps(false));
    Arbitrary<Constraint> foreign =
        Combinators.combine(identifiers(), columns, objectNames(), columns.optional(), when, FLAG)
            .as(
                (name, of, target, targets, checked, enforced) ->
                    period(name, of, target, targets, checked, enforced));
    return Combinators.combine(objectNames(), Arbitraries.oneOf(List.of(primary, unique, foreign)))
        .as(
            (table, key) ->
                new DdlStatement.AlterTable(
                    table, false, List.of(new TableAction.AddConstraint(key, false))));
  }

  private static Constraint period(
      Identifier name,
      List<Identifier> columns,
      ObjectName target,
      Optional<List<Identifier>> targets,
      Deferrability when,
      boolean enforced) {
    return new Constraint.ForeignKey(
        name,
        columns,
        target,
        targets.orElse(List.of()),
        false,
        ReferentialAction.NO_ACTION,
        ReferentialAction.NO_ACTION,
        when,
        enforced,
        new PostgresForeignKeyOptions(List.of(), enforced, true, true));
  }

  private static List<IndexPart> parts(List<Identifier> columns) {
    return columns.stream().map(IndexPart::column).toList();
  }
}
