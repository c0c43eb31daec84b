package dev.schemend.apply;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Comment;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.Declaration;
import dev.schemend.model.DefaultRights;
import dev.schemend.model.DomainType;
import dev.schemend.model.EnumType;
import dev.schemend.model.Extension;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.Lineage;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Policy;
import dev.schemend.model.PostgresViewOptions;
import dev.schemend.model.RangeType;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Follows renames: rewrites every mention of an object inside other objects, as a server does that
 * refers by object and not by name.
 */
public final class Renamer {

  private final UnaryOperator<ObjectRef> names;
  private final Mentions mentions;

  /** A renamer that maps references to whole objects; kinds stay as they are. */
  public Renamer(UnaryOperator<ObjectRef> names) {
    this.names = names;
    this.mentions = new Mentions(names);
  }

  /** A renamer of one object. */
  public static Renamer of(ObjectRef from, ObjectName to) {
    return new Renamer(
        ref ->
            ref.equals(from) || isMention(ref, from)
                ? new ObjectRef(ref.kind(), to, ref.member())
                : ref);
  }

  // Calls and expressions name no types.
  private static boolean isMention(ObjectRef ref, ObjectRef renamed) {
    boolean kind =
        ref.kind() == ObjectKind.ROUTINE
            ? isCalled(renamed)
            : ref.kind() == ObjectKind.OPERATOR && renamed.kind() == ObjectKind.OPERATOR;
    return kind && ref.member().isNone() && ref.name().equals(renamed.name());
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
      schema.dependants(ObjectRef.to(ObjectKind.ROUTINE, from.name())).forEach(dependants::add);
    }
    if (from.kind() == ObjectKind.OPERATOR_CLASS) {
      // Indexes name it in words alone.
      Stream.of(ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW)
          .flatMap(schema::ofKind)
          .filter(one -> !renamer.rewrite(one).equals(one))
          .forEach(one -> dependants.add(one.ref()));
    }
    if (from.kind() == ObjectKind.OPERATOR) {
      // So do expressions.
      for (Map.Entry<ObjectRef, SchemaObject> one : schema.objects()) {
        boolean names = !renamer.rewrite(one.getValue()).equals(one.getValue());
        if (names && !one.getKey().equals(from)) {
          dependants.add(one.getKey());
        }
      }
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
      case EnumType type ->
          new EnumType(mentions.map(ObjectKind.ENUM_TYPE, type.name()), type.labels());
      case Sequence sequence ->
          new Sequence(
              mentions.map(ObjectKind.SEQUENCE, sequence.name()),
              sequence.options(),
              sequence
                  .ownedBy()
                  .map(
                      column ->
                          ObjectRef.column(
                              mentions.map(ObjectKind.TABLE, column.name()), column.member())));
      case Table table -> rewrite(table);
      case OpaqueObject opaque -> rewrite(opaque);
      case DomainType domain ->
          domain
              .withName(mentions.map(ObjectKind.DOMAIN, domain.name()))
              .withType(mentions.type(domain.type()))
              .withCollation(mentions.collation(domain.collation()))
              .withDefault(domain.defaultValue().map(mentions::expression))
              .withChecks(
                  domain.checks().stream()
                      .map(check -> check.withExpression(mentions.expression(check.expression())))
                      .toList());
      case CompositeType composite ->
          new CompositeType(
              mentions.map(ObjectKind.COMPOSITE_TYPE, composite.name()),
              composite.attributes().stream()
                  .map(
                      one ->
                          new CompositeType.Attribute(
                              one.name(),
                              mentions.type(one.type()),
                              mentions.collation(one.collation())))
                  .toList());
      case RangeType range ->
          new RangeType(range.name(), mentions.type(range.subtype()), ofRange(range.options()))
              .withName(mentions.map(ObjectKind.RANGE_TYPE, range.name()));
      case View view ->
          new View(
              mentions.map(ObjectKind.VIEW, view.name()),
              view.columns(),
              mentions.query(view.query()),
              new PostgresViewOptions(
                  view.postgres().parameters(), mentions.expressions(view.postgres().defaults())),
              mentions.refs(view.dependsOn()));
      case MaterializedView view ->
          new MaterializedView(
              mentions.map(ObjectKind.MATERIALIZED_VIEW, view.name()),
              view.columns(),
              mentions.query(view.query()),
              view.indexes().stream().map(mentions::index).toList(),
              view.parameters(),
              view.storage(),
              mentions.refs(view.dependsOn()));
      case StoredDefinition definition ->
          new StoredDefinition(
              names.apply(definition.ref()),
              definition.table().map(mentions::relation),
              definition.columns(),
              definition.parameters(),
              definition.result(),
              definition.clauses(),
              definition.body(),
              mentions.refs(definition.dependsOn()));
      case Routine routine -> rewrite(routine);
      case Trigger trigger ->
          trigger
              .withName(mentions.relation(trigger.table()), trigger.name())
              .withFunction(
                  names
                      .apply(
                          new ObjectRef(
                              ObjectKind.ROUTINE, trigger.function(), Signatures.of(List.of())))
                      .name())
              .withEvents(trigger.events(), trigger.condition().map(mentions::expression));
      case Policy policy -> {
        UnaryOperator<SqlExpr> inside = mentions.ofTable(policy.table());
        yield policy
            .withName(mentions.map(ObjectKind.TABLE, policy.table()), policy.name())
            .withConditions(
                policy.using().map(inside),
                policy.check().map(inside),
                mentions.refs(policy.dependsOn()));
      }
      case RewriteRule rule ->
          rule.withName(mentions.relation(rule.table()), rule.name())
              .withCondition(
                  rule.condition().map(mentions::expression), mentions.refs(rule.dependsOn()));
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
                  mentions
                      .map(ObjectKind.FOREIGN_SERVER, ObjectName.unqualified(foreign.server()))
                      .name());
      case Comment comment -> new Comment(mentions.ref(comment.on()), comment.text());
      case Rights rights -> rights.withOn(mentions.ref(rights.on()));
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
    mapped.computeIfPresent(RangeType.SUBTYPE_DIFF, (word, function) -> mentions.routine(function));
    mapped.computeIfPresent(RangeType.CANONICAL, (word, function) -> mentions.routine(function));
    return mapped;
  }

  private Declaration rewrite(Declaration declaration) {
    SortedMap<String, Declaration.Fact> facts = new TreeMap<>();
    declaration.facts().forEach((word, fact) -> facts.put(word, fact(fact, declaration.table())));
    ObjectRef ref = declaration.ref();
    // A mapping is called as its server is.
    ObjectRef renamed =
        declaration.is(ObjectKind.USER_MAPPING)
            ? new ObjectRef(
                ref.kind(), mentions.map(ObjectKind.FOREIGN_SERVER, ref.name()), ref.member())
            : names.apply(ref);
    return new Declaration(renamed, facts).signed();
  }

  private Declaration.Fact fact(Declaration.Fact fact, Optional<ObjectName> table) {
    return switch (fact) {
      case Declaration.Fact.Words words -> words;
      case Declaration.Fact.OfType of -> new Declaration.Fact.OfType(mentions.type(of.type()));
      case Declaration.Fact.Of of -> new Declaration.Fact.Of(names.apply(of.object()));
      case Declaration.Fact.Value value ->
          new Declaration.Fact.Value(
              table.map(mentions::ofTable).orElse(mentions::expression).apply(value.expression()));
      case Declaration.Fact.Published published ->
          new Declaration.Fact.Published(
              mentions.map(ObjectKind.TABLE, published.table()),
              published.columns().stream()
                  .map(column -> names.apply(ObjectRef.column(published.table(), column)).member())
                  .toList(),
              published.where().map(mentions.ofTable(published.table())));
      case Declaration.Fact.Item item ->
          new Declaration.Fact.Item(
              item.number(),
              mentions.type(item.left()),
              mentions.type(item.right()),
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
                        mentions.type(argument.type()),
                        argument.defaultValue().map(mentions::expression)))
            .toList(),
        routine
            .result()
            .map(result -> new Routine.Result(mentions.type(result.type()), result.setOf())),
        routine.language(),
        routine.body() instanceof Routine.Value value
            ? new Routine.Value(mentions.expression(value.expression()))
            : routine.body(),
        routine.attributes(),
        mentions.refs(routine.dependsOn()));
  }

  private OpaqueObject rewrite(OpaqueObject opaque) {
    ObjectRef ref = opaque.ref();
    ObjectRef renamed =
        ref.member().isNone()
            ? names.apply(ref)
            : new ObjectRef(ref.kind(), mentions.map(ObjectKind.TABLE, ref.name()), ref.member());
    TreeSet<ObjectRef> dependsOn = new TreeSet<>();
    opaque.dependsOn().forEach(dependency -> dependsOn.add(names.apply(dependency)));
    return new OpaqueObject(renamed, opaque.text(), dependsOn);
  }

  private Table rewrite(Table table) {
    Table renamed = TableExpressions.map(table, mentions::expression);
    return renamed
        .withName(mentions.map(ObjectKind.TABLE, table.name()))
        .withColumns(
            renamed.columns().stream()
                .map(
                    column ->
                        column
                            .withType(mentions.type(column.type()))
                            .withCollation(mentions.collation(column.collation())))
                .toList())
        .withIndexes(renamed.indexes().stream().map(mentions::index).toList())
        .withConstraints(renamed.constraints().stream().map(this::constraint).toList())
        .withOptions(options(renamed.options()));
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
                    .withKey(lineage.key().map(mentions::key))
                    .withParents(
                        lineage.parents().stream()
                            .map(parent -> mentions.map(ObjectKind.TABLE, parent))
                            .toList())
                    .withOfType(
                        lineage
                            .ofType()
                            .map(type -> mentions.map(ObjectKind.COMPOSITE_TYPE, type)))));
  }

  private Constraint constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey key ->
          key.withTarget(mentions.map(ObjectKind.TABLE, key.target()), key.targetColumns());
      case Constraint.Exclusion exclusion ->
          exclusion.withParts(
              mentions.parts(exclusion.parts(), exclusion.method()), exclusion.include());
      case Constraint.PrimaryKey key -> key;
      case Constraint.Unique key -> key;
      case Constraint.Check check -> check;
    };
  }
}
