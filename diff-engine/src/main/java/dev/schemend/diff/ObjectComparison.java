package dev.schemend.diff;

import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.AccessObject;
import dev.schemend.model.BaseTypeWords;
import dev.schemend.model.Comment;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.Declaration;
import dev.schemend.model.DomainType;
import dev.schemend.model.EnumType;
import dev.schemend.model.Extension;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.Index;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Policy;
import dev.schemend.model.RangeType;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Routine;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.SubscriptionWords;
import dev.schemend.model.Table;
import dev.schemend.model.Trigger;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether two objects of one kind and name are the same; tables are compared part by part. */
final class ObjectComparison {

  private final ExpressionRules rules;
  private final Comparison comparison;

  ObjectComparison(ExpressionRules rules) {
    this.rules = rules;
    this.comparison = new Comparison(rules);
  }

  Equivalence compare(SchemaObject from, SchemaObject to) {
    if (from.equals(to)) {
      return Equivalence.EQUAL;
    }
    // One side understands what the other only carries.
    if (!from.getClass().equals(to.getClass())) {
      return Equivalence.UNPROVEN;
    }
    return switch (from) {
      case Namespace namespace -> Equivalence.EQUAL;
      case Table table -> Equivalence.UNPROVEN;
      case Sequence sequence -> Equivalence.DIFFERENT;
      case EnumType type -> Equivalence.DIFFERENT;
      case View view -> views(view, (View) to);
      case MaterializedView view -> views(view, (MaterializedView) to);
      case Routine routine -> routines(routine, (Routine) to);
      case Trigger trigger -> triggers(trigger, (Trigger) to);
      case StoredDefinition definition ->
          new DefinitionComparison(rules).compare(definition, (StoredDefinition) to);
      case Policy policy -> policies(policy, (Policy) to);
      case RewriteRule rule -> rules(rule, (RewriteRule) to);
      case DomainType domain -> domains(domain, (DomainType) to);
      case CompositeType composite -> Equivalence.DIFFERENT;
      case RangeType range -> Equivalence.DIFFERENT;
      case Extension extension -> extensions(extension, (Extension) to);
      case ForeignTable foreign -> Equivalence.UNPROVEN;
      case Declaration declaration when declaration.is(ObjectKind.SUBSCRIPTION) ->
          subscriptions(declaration, (Declaration) to);
      case Declaration declaration -> declarations(declaration, (Declaration) to);
      case Comment comment -> Equivalence.DIFFERENT;
      case AccessObject rights -> Equivalence.DIFFERENT;
      case OpaqueObject opaque ->
          opaque.text().equals(((OpaqueObject) to).text())
              ? Equivalence.EQUAL
              : Equivalence.UNPROVEN;
    };
  }

  private static Equivalence same(Object left, Object right) {
    return Objects.equals(left, right) ? Equivalence.EQUAL : Equivalence.DIFFERENT;
  }

  private Equivalence optional(Optional<SqlExpr> left, Optional<SqlExpr> right) {
    return left.isPresent() && right.isPresent()
        ? rules.compare(left.get(), right.get())
        : same(left.isPresent(), right.isPresent());
  }

  private Equivalence views(View from, View to) {
    return columns(from.columns(), to.columns())
        .and(same(from.postgres().parameters(), to.postgres().parameters()))
        .and(defaults(from, to))
        .and(rules.compare(from.query(), to.query()));
  }

  // Names that could not be told on one side may be the same.
  private static Equivalence columns(List<Identifier> from, List<Identifier> to) {
    return from.isEmpty() != to.isEmpty() ? Equivalence.UNPROVEN : same(from, to);
  }

  private Equivalence defaults(View from, View to) {
    Map<Identifier, SqlExpr> older = from.postgres().defaults();
    Map<Identifier, SqlExpr> newer = to.postgres().defaults();
    Equivalence all = same(older.keySet(), newer.keySet());
    for (Map.Entry<Identifier, SqlExpr> one : older.entrySet()) {
      if (newer.containsKey(one.getKey())) {
        all = all.and(rules.compare(one.getValue(), newer.get(one.getKey())));
      }
    }
    return all;
  }

  private Equivalence views(MaterializedView from, MaterializedView to) {
    return columns(from.columns(), to.columns())
        .and(same(from.parameters(), to.parameters()))
        .and(indexes(from, to))
        .and(same(from.storage(), to.storage()))
        .and(rules.compare(from.query(), to.query()));
  }

  private Equivalence indexes(MaterializedView from, MaterializedView to) {
    Map<Identifier, Index> newer = new HashMap<>();
    to.indexes().forEach(index -> newer.put(index.name(), index));
    Equivalence all = same(from.indexes().size(), to.indexes().size());
    for (Index index : from.indexes()) {
      Index other = newer.get(index.name());
      all = all.and(other == null ? Equivalence.DIFFERENT : comparison.indexes(index, other));
    }
    return all;
  }

  private Equivalence routines(Routine from, Routine to) {
    Equivalence body =
        from.body() instanceof Routine.Standard older && to.body() instanceof Routine.Standard newer
            ? bodies(older, newer)
            : same(from.body(), to.body());
    if (from.body() instanceof Routine.Value older && to.body() instanceof Routine.Value newer) {
      body = rules.compare(older.expression(), newer.expression());
    }
    return same(from.kind(), to.kind())
        .and(arguments(from.arguments(), to.arguments()))
        .and(same(from.result(), to.result()))
        .and(same(from.language(), to.language()))
        .and(same(from.attributes(), to.attributes()))
        .and(body);
  }

  // The server writes such a body anew in words of its own.
  private Equivalence bodies(Routine.Standard from, Routine.Standard to) {
    return rules.compare(new SqlExpr.Opaque(from.tokens()), new SqlExpr.Opaque(to.tokens()));
  }

  private Equivalence arguments(List<Routine.Argument> from, List<Routine.Argument> to) {
    if (from.size() != to.size()) {
      return Equivalence.DIFFERENT;
    }
    Equivalence all = Equivalence.EQUAL;
    for (int i = 0; i < from.size(); i++) {
      Routine.Argument older = from.get(i);
      Routine.Argument newer = to.get(i);
      all =
          all.and(same(older.name(), newer.name()))
              .and(same(older.mode(), newer.mode()))
              .and(same(older.type(), newer.type()))
              .and(optional(older.defaultValue(), newer.defaultValue()));
    }
    return all;
  }

  private Equivalence triggers(Trigger from, Trigger to) {
    Equivalence condition = optional(from.condition(), to.condition());
    return condition.and(
        same(
            from.withEvents(from.events(), Optional.empty()),
            to.withEvents(to.events(), Optional.empty())));
  }

  private Equivalence policies(Policy from, Policy to) {
    return same(from.permissive(), to.permissive())
        .and(same(from.command(), to.command()))
        .and(same(from.roles(), to.roles()))
        .and(optional(from.using(), to.using()))
        .and(optional(from.check(), to.check()));
  }

  private Equivalence rules(RewriteRule from, RewriteRule to) {
    Equivalence commands = Equivalence.EQUAL;
    if (!from.commands().equals(to.commands())) {
      boolean nothing = from.commands().isEmpty() || to.commands().isEmpty();
      commands =
          nothing
              ? Equivalence.DIFFERENT
              : rules.compare(
                  new SqlExpr.Opaque(from.commands()), new SqlExpr.Opaque(to.commands()));
    }
    return same(from.event(), to.event())
        .and(same(from.instead(), to.instead()))
        .and(same(from.enabled(), to.enabled()))
        .and(optional(from.condition(), to.condition()))
        .and(commands);
  }

  // Whether a connection holds a secret is no property of the schema, nor is the order of names.
  private Equivalence subscriptions(Declaration from, Declaration to) {
    return same(
            from.several(SubscriptionWords.PUBLICATIONS).collect(Collectors.toSet()),
            to.several(SubscriptionWords.PUBLICATIONS).collect(Collectors.toSet()))
        .and(declarations(compared(from), compared(to)));
  }

  private static Declaration compared(Declaration subscription) {
    return subscription.without(SubscriptionWords.SECRET).without(SubscriptionWords.PUBLICATIONS);
  }

  private Equivalence declarations(Declaration from, Declaration to) {
    Equivalence all = same(from.facts().keySet(), to.facts().keySet());
    boolean copy =
        from.facts().containsKey(Declaration.COPY_OF)
            != to.facts().containsKey(Declaration.COPY_OF);
    boolean like =
        from.fact(BaseTypeWords.LIKE).isPresent() != to.fact(BaseTypeWords.LIKE).isPresent();
    if (copy || like) {
      // What a collation of the server's own is like, no statement tells.
      return Equivalence.UNPROVEN;
    }
    for (Map.Entry<String, Declaration.Fact> one : from.facts().entrySet()) {
      Declaration.Fact other = to.facts().get(one.getKey());
      if (other != null) {
        Equivalence fact = facts(one.getValue(), other);
        // ICU's names of locales have several spellings, of which the server keeps one.
        boolean spelling =
            fact == Equivalence.DIFFERENT
                && one.getKey().equals("locale")
                && from.words("provider").filter("icu"::equals).isPresent();
        all = all.and(spelling ? Equivalence.UNPROVEN : fact);
      }
    }
    return all;
  }

  private Equivalence facts(Declaration.Fact from, Declaration.Fact to) {
    if (from instanceof Declaration.Fact.Value older
        && to instanceof Declaration.Fact.Value newer) {
      return rules.compare(older.expression(), newer.expression());
    }
    if (from instanceof Declaration.Fact.Published older
        && to instanceof Declaration.Fact.Published newer) {
      return same(older.table(), newer.table())
          .and(same(older.columns(), newer.columns()))
          .and(optional(older.where(), newer.where()));
    }
    if (from instanceof Declaration.Fact.Several older
        && to instanceof Declaration.Fact.Several newer
        && older.facts().size() == newer.facts().size()) {
      Equivalence all = Equivalence.EQUAL;
      for (int i = 0; i < older.facts().size(); i++) {
        all = all.and(facts(older.facts().get(i), newer.facts().get(i)));
      }
      return all;
    }
    return same(from, to);
  }

  private Equivalence domains(DomainType from, DomainType to) {
    Equivalence all =
        same(from.type(), to.type())
            .and(same(from.collation(), to.collation()))
            .and(same(from.nullable(), to.nullable()))
            .and(optional(from.defaultValue(), to.defaultValue()))
            .and(same(from.checks().size(), to.checks().size()));
    for (Constraint.Check check : from.checks()) {
      Optional<Constraint.Check> other = to.check(check.name());
      all =
          all.and(
              other
                  .map(
                      one ->
                          same(check.validated(), one.validated())
                              .and(rules.compare(check.expression(), one.expression())))
                  .orElse(Equivalence.DIFFERENT));
    }
    return all;
  }

  // Where nobody said a schema, any will do; and a version is what was there at the time.
  private static Equivalence extensions(Extension from, Extension to) {
    boolean moved =
        !from.schema().isNone() && !to.schema().isNone() && !from.schema().equals(to.schema());
    return moved ? Equivalence.DIFFERENT : Equivalence.EQUAL;
  }
}
