package dev.schemend.model;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.Queries;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What an object refers to by name, read off its parts. */
public final class References {

  /** The kinds of objects that have rows. */
  public static final List<ObjectKind> ROW_SOURCES =
      List.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.FOREIGN_TABLE);

  /** The kinds of objects that are types, or bring one of their name. */
  public static final List<ObjectKind> TYPES =
      List.of(
          ObjectKind.ENUM_TYPE,
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.RANGE_TYPE,
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW);

  private static final Set<ObjectKind> PARTS =
      EnumSet.of(
          ObjectKind.COLUMN,
          ObjectKind.CONSTRAINT,
          ObjectKind.INDEX,
          ObjectKind.TRIGGER,
          ObjectKind.POLICY,
          ObjectKind.RULE);

  private References() {}

  /** Every object that {@code object} needs to exist, without itself. */
  public static SortedSet<ObjectRef> of(SchemaObject object) {
    SortedSet<ObjectRef> found = new TreeSet<>();
    switch (object) {
      case Namespace namespace -> {}
      case EnumType type -> schema(type.name(), found);
      case DomainType domain -> domain(domain, found);
      case CompositeType composite -> {
        schema(composite.name(), found);
        for (CompositeType.Attribute attribute : composite.attributes()) {
          type(attribute.type(), found);
          collation(attribute.collation(), found);
        }
      }
      case RangeType range -> {
        schema(range.name(), found);
        type(range.subtype(), found);
        Optional.ofNullable(range.options().get(RangeType.SUBTYPE_DIFF))
            .filter(ObjectName::isQualified)
            .ifPresent(function -> found.add(ObjectRef.to(ObjectKind.ROUTINE, function)));
      }
      case View view -> {
        schema(view.name(), found);
        found.addAll(view.dependsOn());
      }
      case MaterializedView view -> {
        schema(view.name(), found);
        found.addAll(view.dependsOn());
      }
      case StoredDefinition definition -> {
        schema(definition.ref().name(), found);
        definition.table().ifPresent(table -> found.add(ObjectRef.table(table)));
        found.addAll(definition.dependsOn());
      }
      case Routine routine -> routine(routine, found);
      case Trigger trigger -> trigger(trigger, found);
      case Policy policy -> {
        found.add(ObjectRef.table(policy.table()));
        found.addAll(policy.dependsOn());
      }
      case RewriteRule rule -> {
        relation(rule.table(), found);
        found.addAll(rule.dependsOn());
      }
      case Extension extension -> {
        if (!extension.schema().isNone()) {
          found.add(ObjectRef.schema(extension.schema()));
        }
      }
      case Declaration declaration -> declaration(declaration, found);
      case ForeignTable foreign -> {
        table(foreign.table(), found);
        found.add(
            ObjectRef.to(ObjectKind.FOREIGN_SERVER, ObjectName.unqualified(foreign.server())));
      }
      case Comment comment -> {
        found.add(comment.on());
        if (PARTS.contains(comment.on().kind())) {
          relation(comment.on().name(), found);
          found.add(ObjectRef.to(ObjectKind.COMPOSITE_TYPE, comment.on().name()));
        } else if (comment.on().kind() == ObjectKind.DOMAIN) {
          found.add(ObjectRef.to(ObjectKind.DOMAIN, comment.on().name()));
        }
      }
      case Rights rights -> {
        found.add(rights.on());
        if (PARTS.contains(rights.on().kind())) {
          relation(rights.on().name(), found);
        }
      }
      case DefaultRights rights -> {
        if (!rights.schema().isNone()) {
          found.add(ObjectRef.schema(rights.schema()));
        }
      }
      case OpaqueObject opaque -> {
        schema(opaque.ref().name(), found);
        if (!opaque.ref().member().isNone()) {
          found.add(ObjectRef.table(opaque.ref().name()));
        }
        found.addAll(opaque.dependsOn());
      }
      case Sequence sequence -> {
        schema(sequence.name(), found);
        sequence.ownedBy().ifPresent(column -> found.add(ObjectRef.table(column.name())));
      }
      case Table table -> table(table, found);
    }
    found.remove(object.ref());
    return found;
  }

  private static void declaration(Declaration declaration, SortedSet<ObjectRef> found) {
    schema(declaration.ref().name(), found);
    declaration.facts().values().forEach(fact -> fact(fact, declaration.table(), found));
  }

  private static void fact(
      Declaration.Fact fact, Optional<ObjectName> table, SortedSet<ObjectRef> found) {
    switch (fact) {
      case Declaration.Fact.Words words -> {}
      case Declaration.Fact.OfType of -> type(of.type(), found);
      case Declaration.Fact.Of of -> found.add(of.object());
      case Declaration.Fact.Value value ->
          table.ifPresent(owner -> columns(value.expression(), owner, found));
      case Declaration.Fact.Published published -> {
        found.add(ObjectRef.table(published.table()));
        published
            .columns()
            .forEach(column -> found.add(ObjectRef.column(published.table(), column)));
        published.where().ifPresent(where -> columns(where, published.table(), found));
      }
      case Declaration.Fact.Item item -> {
        type(item.left(), found);
        type(item.right(), found);
        found.add(item.object());
        item.order().ifPresent(found::add);
      }
      case Declaration.Fact.Several several ->
          several.facts().forEach(one -> fact(one, table, found));
    }
  }

  private static void columns(SqlExpr expression, ObjectName table, SortedSet<ObjectRef> found) {
    expression(expression, found);
    Expressions.visit(
        expression,
        node -> {
          if (node instanceof SqlExpr.ColumnRef column) {
            found.add(ObjectRef.column(table, column.column()));
          }
        });
  }

  private static void domain(DomainType domain, SortedSet<ObjectRef> found) {
    schema(domain.name(), found);
    type(domain.type(), found);
    collation(domain.collation(), found);
    domain.defaultValue().ifPresent(value -> expression(value, found));
    domain.checks().forEach(check -> expression(check.expression(), found));
  }

  private static void routine(Routine routine, SortedSet<ObjectRef> found) {
    schema(routine.name(), found);
    for (Routine.Argument argument : routine.arguments()) {
      type(argument.type(), found);
      argument.defaultValue().ifPresent(value -> expression(value, found));
    }
    routine.result().ifPresent(result -> type(result.type(), found));
    if (routine.body() instanceof Routine.Value value) {
      expression(value.expression(), found);
      Queries.relations(value.expression(), one -> found.add(ObjectRef.table(one.name())));
    }
    found.addAll(routine.dependsOn());
  }

  private static void trigger(Trigger trigger, SortedSet<ObjectRef> found) {
    relation(trigger.table(), found);
    found.add(new ObjectRef(ObjectKind.ROUTINE, trigger.function(), Signatures.of(List.of())));
    trigger.postgres().from().ifPresent(other -> found.add(ObjectRef.table(other)));
    for (Trigger.Event event : trigger.events()) {
      event.columns().forEach(column -> found.add(ObjectRef.column(trigger.table(), column)));
    }
    trigger.condition().ifPresent(condition -> columns(condition, trigger.table(), found));
  }

  /** What has rows and goes by that name, whatever its kind turns out to be. */
  private static void relation(ObjectName name, SortedSet<ObjectRef> found) {
    ROW_SOURCES.forEach(kind -> found.add(ObjectRef.to(kind, name)));
  }

  /** An unmodifiable copy. */
  static SortedSet<ObjectRef> copy(SortedSet<ObjectRef> refs) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(refs));
  }

  private static void table(Table table, SortedSet<ObjectRef> found) {
    schema(table.name(), found);
    table.foreignKeys().forEach(key -> found.add(ObjectRef.table(key.target())));
    for (Column column : table.columns()) {
      type(column.type(), found);
      collation(column.collation(), found);
    }
    table.indexes().stream()
        .flatMap(index -> index.parts().stream())
        .forEach(part -> collation(part.collation(), found));
    Lineage lineage = table.options().postgres().lineage();
    lineage.parents().forEach(parent -> found.add(ObjectRef.table(parent)));
    lineage.ofType().ifPresent(type -> found.add(ObjectRef.to(ObjectKind.COMPOSITE_TYPE, type)));
    expressions(table, expression -> expression(expression, found));
  }

  /** Shows every expression of the table to {@code visitor}. */
  public static void expressions(Table table, Consumer<SqlExpr> visitor) {
    for (Column column : table.columns()) {
      column.defaultValue().ifPresent(visitor);
      column.generation().ifPresent(generation -> generation(generation, visitor));
    }
    for (Constraint constraint : table.constraints()) {
      constraintExpressions(constraint).forEach(visitor);
    }
    for (Index index : table.indexes()) {
      parts(index.parts().stream()).forEach(visitor);
      index.predicate().ifPresent(visitor);
    }
    Lineage lineage = table.options().postgres().lineage();
    lineage.key().ifPresent(key -> parts(key.parts().stream()).forEach(visitor));
  }

  /** The expressions of a constraint. */
  public static Stream<SqlExpr> constraintExpressions(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> parts(key.parts().stream());
      case Constraint.Unique key -> parts(key.parts().stream());
      case Constraint.ForeignKey key -> Stream.empty();
      case Constraint.Check check -> Stream.of(check.expression());
      case Constraint.Exclusion exclusion ->
          Stream.concat(parts(exclusion.parts().stream()), exclusion.predicate().stream());
    };
  }

  private static void generation(Generation generation, Consumer<SqlExpr> visitor) {
    switch (generation) {
      case Generation.Identity identity -> {}
      case Generation.AutoIncrement increment -> {}
      case Generation.Computed computed -> visitor.accept(computed.expression());
    }
  }

  private static Stream<SqlExpr> parts(Stream<IndexPart> parts) {
    return parts.flatMap(
        part ->
            switch (part.key()) {
              case IndexPart.ColumnKey column -> Stream.empty();
              case IndexPart.ExpressionKey expression -> Stream.of(expression.expression());
            });
  }

  /**
   * What {@code expression} mentions: sequences, types, and routines by their qualified names
   * alone, since which of its namesakes a call means hangs on types.
   */
  public static void expression(SqlExpr expression, SortedSet<ObjectRef> found) {
    Expressions.visit(
        expression,
        node -> {
          if (node instanceof SqlExpr.Binary binary
              && binary.operator().equals("collate")
              && binary.right() instanceof SqlExpr.StringLiteral literal) {
            collation(Optional.of(literal.value()), found);
          } else if (node instanceof SqlExpr.RegClass constant) {
            found.add(ObjectRef.to(ObjectKind.SEQUENCE, constant.relation()));
          } else if (node instanceof SqlExpr.Cast cast) {
            type(cast.type(), found);
          } else if (node instanceof SqlExpr.FunctionCall call && call.name().isQualified()) {
            found.add(ObjectRef.to(ObjectKind.ROUTINE, call.name()));
          } else if (node instanceof SqlExpr.Invocation invocation
              && invocation.call().name().isQualified()) {
            found.add(ObjectRef.to(ObjectKind.ROUTINE, invocation.call().name()));
          }
        });
  }

  private static void collation(Optional<String> collation, SortedSet<ObjectRef> found) {
    collation.flatMap(Collations::made).ifPresent(found::add);
  }

  private static void type(SqlType type, SortedSet<ObjectRef> found) {
    switch (type) {
      case SqlType.Builtin builtin -> {}
      case SqlType.InlineEnum inline -> {}
      // Which kind of type it is, the name alone does not tell.
      case SqlType.UserDefined user ->
          TYPES.forEach(kind -> found.add(ObjectRef.to(kind, user.name())));
      case SqlType.ArrayOf array -> type(array.element(), found);
    }
  }

  private static void schema(ObjectName name, SortedSet<ObjectRef> found) {
    if (name.isQualified()) {
      found.add(ObjectRef.schema(name.schema()));
    }
  }
}
