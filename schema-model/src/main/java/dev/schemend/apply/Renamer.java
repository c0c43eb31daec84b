package dev.schemend.apply;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.FromItem;
import dev.schemend.expr.Queries;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Collations;
import dev.schemend.model.Comment;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.Declaration;
import dev.schemend.model.DefaultRights;
import dev.schemend.model.DomainType;
import dev.schemend.model.EnumType;
import dev.schemend.model.Extension;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Lineage;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Policy;
import dev.schemend.model.PostgresViewOptions;
import dev.schemend.model.RangeType;
import dev.schemend.model.References;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Rights;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Signatures;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.model.Trigger;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Follows renames: rewrites every mention of an object inside other objects, as a server does that
 * refers by object and not by name.
 */
public final class Renamer {

  private final UnaryOperator<ObjectRef> names;

  /** A renamer that maps references to whole objects; kinds stay as they are. */
  public Renamer(UnaryOperator<ObjectRef> names) {
    this.names = names;
  }

  /** A renamer of one object. */
  public static Renamer of(ObjectRef from, ObjectName to) {
    return new Renamer(
        ref ->
            ref.equals(from) || isMention(ref, from)
                ? new ObjectRef(ref.kind(), to, ref.member())
                : ref);
  }

  private static boolean isMention(ObjectRef ref, ObjectRef routine) {
    return ref.kind() == ObjectKind.ROUTINE
        && isCalled(routine)
        && ref.member().isNone()
        && ref.name().equals(routine.name());
  }

  private static boolean isCalled(ObjectRef ref) {
    return ref.kind() == ObjectKind.ROUTINE || ref.kind() == ObjectKind.AGGREGATE;
  }

  /** {@code schema} with one object under another name, and everyone who refers to it following. */
  public static Schema follow(Schema schema, ObjectRef from, ObjectName to) {
    Renamer renamer = of(from, to);
    SchemaObject object = schema.get(from).orElseThrow();
    Schema renamed = schema;
    SortedSet<ObjectRef> dependants = new TreeSet<>(schema.dependants(from).toList());
    if (isCalled(from)) {
      schema
          .dependants(ObjectRef.to(ObjectKind.ROUTINE, from.name()))
          .forEach(dependants::add);
    }
    for (ObjectRef dependant : dependants) {
      SchemaObject rewritten = renamer.rewrite(schema.get(dependant).orElseThrow());
      renamed = renamed.without(dependant).with(rewritten);
    }
    return renamed.without(from).with(renamer.rewrite(object));
  }

  /** {@code object} with its own name and every mention of others mapped. */
  public SchemaObject rewrite(SchemaObject object) {
    return switch (object) {
      case Namespace namespace ->
          new Namespace(names.apply(ObjectRef.schema(namespace.name())).name().name());
      case EnumType type -> new EnumType(map(ObjectKind.ENUM_TYPE, type.name()), type.labels());
      case Sequence sequence ->
          new Sequence(
              map(ObjectKind.SEQUENCE, sequence.name()),
              sequence.options(),
              sequence
                  .ownedBy()
                  .map(
                      column ->
                          ObjectRef.column(map(ObjectKind.TABLE, column.name()), column.member())));
      case Table table -> rewrite(table);
      case OpaqueObject opaque -> rewrite(opaque);
      case DomainType domain ->
          domain
              .withName(map(ObjectKind.DOMAIN, domain.name()))
              .withType(type(domain.type()))
              .withCollation(collation(domain.collation()))
              .withDefault(domain.defaultValue().map(this::expression))
              .withChecks(
                  domain.checks().stream()
                      .map(check -> check.withExpression(expression(check.expression())))
                      .toList());
      case CompositeType composite ->
          new CompositeType(
              map(ObjectKind.COMPOSITE_TYPE, composite.name()),
              composite.attributes().stream()
                  .map(
                      one ->
                          new CompositeType.Attribute(
                              one.name(), type(one.type()), collation(one.collation())))
                  .toList());
      case RangeType range ->
          new RangeType(range.name(), type(range.subtype()), ofRange(range.options()))
              .withName(map(ObjectKind.RANGE_TYPE, range.name()));
      case View view ->
          new View(
              map(ObjectKind.VIEW, view.name()),
              view.columns(),
              query(view.query()),
              new PostgresViewOptions(
                  view.postgres().parameters(), expressions(view.postgres().defaults())),
              refs(view.dependsOn()));
      case MaterializedView view ->
          new MaterializedView(
              map(ObjectKind.MATERIALIZED_VIEW, view.name()),
              view.columns(),
              query(view.query()),
              view.indexes(),
              view.parameters(),
              refs(view.dependsOn()));
      case StoredDefinition definition ->
          new StoredDefinition(
              names.apply(definition.ref()),
              definition.table().map(this::relation),
              definition.columns(),
              definition.parameters(),
              definition.result(),
              definition.clauses(),
              definition.body(),
              refs(definition.dependsOn()));
      case Routine routine -> rewrite(routine);
      case Trigger trigger ->
          trigger
              .withName(relation(trigger.table()), trigger.name())
              .withFunction(
                  names
                      .apply(
                          new ObjectRef(
                              ObjectKind.ROUTINE, trigger.function(), Signatures.of(List.of())))
                      .name())
              .withEvents(trigger.events(), trigger.condition().map(this::expression));
      case Policy policy -> {
        UnaryOperator<SqlExpr> inside = ofTable(policy.table());
        yield policy
            .withName(map(ObjectKind.TABLE, policy.table()), policy.name())
            .withConditions(
                policy.using().map(inside), policy.check().map(inside), refs(policy.dependsOn()));
      }
      case RewriteRule rule ->
          rule.withName(relation(rule.table()), rule.name())
              .withCondition(rule.condition().map(this::expression), refs(rule.dependsOn()));
      case Extension extension ->
          new Extension(
              extension.name(),
              extension.schema().isNone()
                  ? Identifier.NONE
                  : names.apply(ObjectRef.schema(extension.schema())).name().name(),
              extension.version());
      case Declaration declaration -> rewrite(declaration);
      case ForeignTable foreign ->
          foreign
              .withTable(rewrite(foreign.table()).withName(names.apply(foreign.ref()).name()))
              .withServer(
                  map(ObjectKind.FOREIGN_SERVER, ObjectName.unqualified(foreign.server())).name());
      case Comment comment -> new Comment(ref(comment.on()), comment.text());
      case Rights rights -> rights.withOn(ref(rights.on()));
      case DefaultRights rights ->
          rights.schema().isNone()
              ? rights
              : new DefaultRights(
                  rights.role(),
                  names.apply(ObjectRef.schema(rights.schema())).name().name(),
                  rights.objects(),
                  rights.grants());
    };
  }

  private SortedMap<String, ObjectName> ofRange(SortedMap<String, ObjectName> options) {
    SortedMap<String, ObjectName> mapped = new TreeMap<>(options);
    mapped.computeIfPresent(RangeType.SUBTYPE_DIFF, (word, function) -> routine(function));
    mapped.computeIfPresent(RangeType.CANONICAL, (word, function) -> routine(function));
    return mapped;
  }

  private Declaration rewrite(Declaration declaration) {
    SortedMap<String, Declaration.Fact> facts = new TreeMap<>();
    declaration.facts().forEach((word, fact) -> facts.put(word, fact(fact, declaration.table())));
    ObjectRef ref = declaration.ref();
    // A mapping is called as its server is.
    ObjectRef renamed =
        declaration.is(ObjectKind.USER_MAPPING)
            ? new ObjectRef(ref.kind(), map(ObjectKind.FOREIGN_SERVER, ref.name()), ref.member())
            : names.apply(ref);
    return new Declaration(renamed, facts).signed();
  }

  private Declaration.Fact fact(Declaration.Fact fact, Optional<ObjectName> table) {
    return switch (fact) {
      case Declaration.Fact.Words words -> words;
      case Declaration.Fact.OfType of -> new Declaration.Fact.OfType(type(of.type()));
      case Declaration.Fact.Of of -> new Declaration.Fact.Of(names.apply(of.object()));
      case Declaration.Fact.Value value ->
          new Declaration.Fact.Value(
              table.map(this::ofTable).orElse(this::expression).apply(value.expression()));
      case Declaration.Fact.Published published ->
          new Declaration.Fact.Published(
              map(ObjectKind.TABLE, published.table()),
              published.columns().stream()
                  .map(column -> names.apply(ObjectRef.column(published.table(), column)).member())
                  .toList(),
              published.where().map(ofTable(published.table())));
      case Declaration.Fact.Item item ->
          new Declaration.Fact.Item(
              item.number(),
              type(item.left()),
              type(item.right()),
              names.apply(item.object()),
              item.order().map(names));
      case Declaration.Fact.Several several ->
          new Declaration.Fact.Several(
              several.facts().stream().map(one -> fact(one, table)).toList());
    };
  }

  private Routine rewrite(Routine routine) {
    return new Routine(
        routine.kind(),
        names.apply(routine.ref()).name(),
        routine.arguments().stream()
            .map(
                argument ->
                    new Routine.Argument(
                        argument.mode(),
                        argument.name(),
                        type(argument.type()),
                        argument.defaultValue().map(this::expression)))
            .toList(),
        routine.result().map(result -> new Routine.Result(type(result.type()), result.setOf())),
        routine.language(),
        routine.body() instanceof Routine.Value value
            ? new Routine.Value(expression(value.expression()))
            : routine.body(),
        routine.attributes(),
        refs(routine.dependsOn()));
  }

  // A table is called by its name in the queries of its own policies.
  private UnaryOperator<SqlExpr> ofTable(ObjectName table) {
    Identifier from = table.name();
    Identifier to = map(ObjectKind.TABLE, table).name();
    if (from.equals(to)) {
      return this::expression;
    }
    return whole ->
        Expressions.bottomUp(
            expression(whole),
            node ->
                node instanceof SqlExpr.ColumnRef column
                        && column.qualifiers().equals(List.of(from))
                    ? new SqlExpr.ColumnRef(List.of(to), column.column())
                    : node);
  }

  private SortedMap<Identifier, SqlExpr> expressions(SortedMap<Identifier, SqlExpr> map) {
    SortedMap<Identifier, SqlExpr> mapped = new TreeMap<>();
    map.forEach((column, value) -> mapped.put(column, expression(value)));
    return mapped;
  }

  private SortedSet<ObjectRef> refs(SortedSet<ObjectRef> refs) {
    return refs.stream().map(this::ref).collect(Collectors.toCollection(TreeSet::new));
  }

  private ObjectRef ref(ObjectRef ref) {
    return switch (ref.kind()) {
      case COLUMN, CONSTRAINT, INDEX, TRIGGER, POLICY, RULE ->
          new ObjectRef(ref.kind(), relation(ref.name()), ref.member());
      case DOMAIN -> new ObjectRef(ref.kind(), map(ref.kind(), ref.name()), ref.member());
      case ROUTINE ->
          ref.member().isNone()
              ? new ObjectRef(ref.kind(), routine(ref.name()), ref.member())
              : names.apply(ref);
      default -> names.apply(ref);
    };
  }

  // A mention without types follows whichever of the namesakes is renamed.
  private ObjectName routine(ObjectName name) {
    return names.apply(ObjectRef.to(ObjectKind.ROUTINE, name)).name();
  }

  /** What has rows, whatever its kind. */
  private ObjectName relation(ObjectName name) {
    return References.ROW_SOURCES.stream()
        .map(kind -> map(kind, name))
        .filter(mapped -> !mapped.equals(name))
        .findFirst()
        .orElse(name);
  }

  private Query query(Query query) {
    return Queries.map(followed(query), this::expression, this::relation);
  }

  private Query followed(Query query) {
    Set<ObjectName> mentioned = new HashSet<>();
    Queries.relations(query, one -> mentioned.add(one.name()));
    Query followed = query;
    for (ObjectName name : mentioned) {
      ObjectName current = relation(name);
      if (!current.equals(name)) {
        followed = SourceNames.follow(followed, name, current).orElse(followed);
      }
    }
    return followed;
  }

  // The columns go on under the old name where the new one means something else.
  private FromItem.Relation relation(FromItem.Relation relation) {
    ObjectName renamed = relation(relation.name());
    return renamed.equals(relation.name())
        ? relation
        : new FromItem.Relation(
            renamed,
            relation.only(),
            Optional.of(
                relation
                    .alias()
                    .orElseGet(() -> new FromItem.Alias(relation.name().name(), List.of()))),
            relation.sample());
  }

  private OpaqueObject rewrite(OpaqueObject opaque) {
    ObjectRef ref = opaque.ref();
    ObjectRef renamed =
        ref.member().isNone()
            ? names.apply(ref)
            : new ObjectRef(ref.kind(), map(ObjectKind.TABLE, ref.name()), ref.member());
    TreeSet<ObjectRef> dependsOn = new TreeSet<>();
    opaque.dependsOn().forEach(dependency -> dependsOn.add(names.apply(dependency)));
    return new OpaqueObject(renamed, opaque.text(), dependsOn);
  }

  private Table rewrite(Table table) {
    Table renamed = TableExpressions.map(table, this::expression);
    return renamed
        .withName(map(ObjectKind.TABLE, table.name()))
        .withColumns(
            renamed.columns().stream()
                .map(
                    column ->
                        column
                            .withType(type(column.type()))
                            .withCollation(collation(column.collation())))
                .toList())
        .withIndexes(
            renamed.indexes().stream()
                .map(index -> index.withParts(index.parts().stream().map(this::part).toList()))
                .toList())
        .withConstraints(renamed.constraints().stream().map(this::constraint).toList())
        .withOptions(options(renamed.options()));
  }

  private Optional<String> collation(Optional<String> collation) {
    return collation.map(
        text ->
            Collations.made(text)
                .map(made -> Collations.text(names.apply(made).name()))
                .orElse(text));
  }

  private IndexPart part(IndexPart part) {
    return part.collation().isEmpty()
        ? part
        : new IndexPart(
            part.key(),
            part.descending(),
            part.ascending(),
            part.nullsFirst(),
            part.prefixLength(),
            part.operatorClass(),
            collation(part.collation()));
  }

  private TableOptions options(TableOptions options) {
    Lineage lineage = options.postgres().lineage();
    if (lineage.equals(Lineage.NONE)) {
      return options;
    }
    return options.withPostgres(
        options
            .postgres()
            .withLineage(
                lineage
                    .withParents(
                        lineage.parents().stream()
                            .map(parent -> map(ObjectKind.TABLE, parent))
                            .toList())
                    .withOfType(
                        lineage.ofType().map(type -> map(ObjectKind.COMPOSITE_TYPE, type)))));
  }

  private Constraint constraint(Constraint constraint) {
    return constraint instanceof Constraint.ForeignKey key
        ? key.withTarget(map(ObjectKind.TABLE, key.target()), key.targetColumns())
        : constraint;
  }

  private SqlExpr expression(SqlExpr expression) {
    return switch (expression) {
      case SqlExpr.RegClass constant ->
          new SqlExpr.RegClass(map(ObjectKind.SEQUENCE, relation(constant.relation())));
      case SqlExpr.Cast cast -> new SqlExpr.Cast(expression(cast.operand()), type(cast.type()));
      case SqlExpr.Binary binary
          when binary.operator().equals("collate")
              && binary.right() instanceof SqlExpr.StringLiteral literal ->
          new SqlExpr.Binary(
              binary.operator(),
              expression(binary.left()),
              new SqlExpr.StringLiteral(
                  literal.prefix(), collation(Optional.of(literal.value())).orElseThrow()));
      case SqlExpr.Subquery subquery ->
          new SqlExpr.Subquery(subquery.use(), query(subquery.query()));
      case SqlExpr.QuantifiedQuery quantified ->
          new SqlExpr.QuantifiedQuery(
              expression(quantified.left()),
              quantified.operator(),
              quantified.quantifier(),
              query(quantified.query()));
      case SqlExpr.FunctionCall call ->
          Expressions.mapChildren(
              new SqlExpr.FunctionCall(
                  routine(call.name()), call.arguments(), call.parenthesized()),
              this::expression);
      default -> Expressions.mapChildren(expression, this::expression);
    };
  }

  private SqlType type(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> builtin;
      case SqlType.InlineEnum inline -> inline;
      case SqlType.UserDefined user ->
          new SqlType.UserDefined(
              References.TYPES.stream()
                  .map(kind -> map(kind, user.name()))
                  .filter(mapped -> !mapped.equals(user.name()))
                  .findFirst()
                  .orElse(user.name()),
              user.modifiers());
      case SqlType.ArrayOf array -> new SqlType.ArrayOf(type(array.element()));
    };
  }

  private ObjectName map(ObjectKind kind, ObjectName name) {
    return names.apply(ObjectRef.to(kind, name)).name();
  }
}
