package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.expr.Queries;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Declaration;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Policy;
import dev.schemend.model.References;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.View;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Orders definitions so that each stands behind those whose names it mentions. The order in which
 * they were made is almost such an order already; what was replaced since may break it.
 */
final class DefinitionOrder {

  private final Map<ObjectName, Set<ObjectReader.Definition>> byName = new LinkedHashMap<>();
  private final Set<ObjectReader.Definition> waiting = new LinkedHashSet<>();
  private final List<ObjectReader.Definition> ordered = new ArrayList<>();

  private DefinitionOrder(List<ObjectReader.Definition> definitions) {
    for (ObjectReader.Definition one : definitions) {
      waiting.add(one);
      byName.computeIfAbsent(one.ref().name(), name -> new LinkedHashSet<>()).add(one);
    }
  }

  /** {@code definitions} in such an order; a circle is broken somewhere. */
  static List<ObjectReader.Definition> of(List<ObjectReader.Definition> definitions) {
    DefinitionOrder order = new DefinitionOrder(definitions);
    definitions.forEach(order::place);
    return order.ordered;
  }

  // Taken out before its needs are looked at, so that a circle ends.
  private void place(ObjectReader.Definition definition) {
    if (!waiting.remove(definition)) {
      return;
    }
    for (ObjectName name : mentions(definition)) {
      byName.getOrDefault(name, Set.of()).stream()
          .filter(other -> !other.ref().equals(definition.ref()))
          .filter(other -> isWhole(other.ref()))
          .filter(other -> !(definition.ref().kind() == ObjectKind.ROUTINE && completes(other)))
          .toList()
          .forEach(this::place);
    }
    ordered.add(definition);
  }

  // A function needs no more of a base type than its shell, and may be one that completes it.
  private static boolean completes(ObjectReader.Definition definition) {
    return definition.ref().kind() == ObjectKind.COMPOSITE_TYPE
        && definition.statements().stream()
            .anyMatch(
                statement ->
                    statement instanceof DdlStatement.CreateObject create
                        && create.object() instanceof Declaration type
                        && !type.facts().isEmpty());
  }

  // Triggers, policies and rules are needed by nobody.
  private static boolean isWhole(ObjectRef ref) {
    return switch (ref.kind()) {
      case TRIGGER, POLICY, RULE -> false;
      default -> true;
    };
  }

  /** The names in a definition. */
  static Set<ObjectName> mentions(ObjectReader.Definition definition) {
    SortedSet<ObjectRef> refs = new TreeSet<>();
    for (DdlStatement statement : definition.statements()) {
      if (statement instanceof DdlStatement.CreateObject create) {
        collect(create.object(), refs);
      } else if (statement instanceof DdlStatement.AlterObject alter) {
        collect(alter.action(), refs);
      }
    }
    Set<ObjectName> names = new LinkedHashSet<>();
    refs.forEach(ref -> names.add(ref.name()));
    return names;
  }

  private static void collect(ObjectAction action, SortedSet<ObjectRef> refs) {
    if (action instanceof ObjectAction.GroupItems change) {
      change.items().forEach(item -> refs.add(item.object()));
    } else if (action instanceof ObjectAction.Mapping change) {
      change
          .dictionaries()
          .forEach(name -> refs.add(ObjectRef.to(ObjectKind.TEXT_SEARCH_DICTIONARY, name)));
    }
  }

  private static void collect(DefinedObject object, SortedSet<ObjectRef> refs) {
    refs.addAll(References.of(object));
    switch (object) {
      case View view -> query(view.query(), refs);
      case MaterializedView view -> query(view.query(), refs);
      case Policy policy -> {
        expression(policy.using(), refs);
        expression(policy.check(), refs);
      }
      case RewriteRule rule -> expression(rule.condition(), refs);
      default -> {
        // References tells all of the others.
      }
    }
  }

  private static void query(Query query, SortedSet<ObjectRef> refs) {
    expression(Optional.of(new SqlExpr.Subquery(SqlExpr.Subquery.Use.SCALAR, query)), refs);
  }

  private static void expression(Optional<SqlExpr> expression, SortedSet<ObjectRef> refs) {
    expression.ifPresent(
        one -> {
          References.expression(one, refs);
          Queries.relations(one, relation -> refs.add(ObjectRef.table(relation.name())));
        });
  }
}
