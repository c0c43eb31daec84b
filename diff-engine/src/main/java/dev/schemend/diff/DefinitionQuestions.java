package dev.schemend.diff;

import dev.schemend.diff.OpenQuestion.Definition;
import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.Policy;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.Table;
import dev.schemend.model.Trigger;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The open questions between two policies, triggers, rules or routines. */
final class DefinitionQuestions {

  private final ExpressionRules rules;
  private final Schema before;
  private final Schema after;
  private final List<OpenQuestion> found;

  DefinitionQuestions(
      ExpressionRules rules, Schema before, Schema after, List<OpenQuestion> found) {
    this.rules = rules;
    this.before = before;
    this.after = after;
    this.found = found;
  }

  void compare(SchemaObject from, SchemaObject to) {
    if (from instanceof Policy older && to instanceof Policy newer) {
      Optional<ObjectName> table = Optional.of(newer.table());
      ask(table, older.using(), newer.using(), one -> asked(older, one), one -> asked(newer, one));
      ask(table, older.check(), newer.check(), one -> asked(older, one), one -> asked(newer, one));
    } else if (from instanceof Trigger older && to instanceof Trigger newer) {
      ask(
          Optional.of(newer.table()),
          older.condition(),
          newer.condition(),
          one -> older.withEvents(older.events(), Optional.of(one)),
          one -> newer.withEvents(newer.events(), Optional.of(one)));
    } else if (from instanceof RewriteRule older && to instanceof RewriteRule newer) {
      ask(
          Optional.of(newer.table()),
          older.condition(),
          newer.condition(),
          one -> asked(older, Optional.of(one), List.of()),
          one -> asked(newer, Optional.of(one), List.of()));
      ask(
          Optional.of(newer.table()),
          Optional.of(new SqlExpr.Opaque(older.commands())),
          Optional.of(new SqlExpr.Opaque(newer.commands())),
          one -> asked(older, Optional.empty(), older.commands()),
          one -> asked(newer, Optional.empty(), newer.commands()));
    } else if (from instanceof StoredDefinition older
        && to instanceof StoredDefinition newer
        && older.is(ObjectKind.VIEW)) {
      views(older, newer);
    } else if (from instanceof Routine older && to instanceof Routine newer) {
      ask(Optional.empty(), standard(older), standard(newer), one -> older, one -> newer);
    }
  }

  /** What standard SQL says in a body, where it is that. */
  private static Optional<SqlExpr> standard(Routine routine) {
    return switch (routine.body()) {
      case Routine.Value value -> Optional.of(value.expression());
      case Routine.Standard body -> Optional.of(new SqlExpr.Opaque(body.tokens()));
      case Routine.Source text -> Optional.empty();
      case Routine.Symbol symbol -> Optional.empty();
    };
  }

  private void views(StoredDefinition older, StoredDefinition newer) {
    Optional<Query> from = older.body().query();
    Optional<Query> to = newer.body().query();
    if (from.isEmpty() || to.isEmpty()) {
      ask(
          Optional.empty(),
          Optional.of(new SqlExpr.Opaque(older.body().tokens())),
          Optional.of(new SqlExpr.Opaque(newer.body().tokens())),
          one -> older,
          one -> newer);
    } else if (rules.compare(from.get(), to.get()) == Equivalence.UNPROVEN) {
      found.add(
          new OpenQuestion.OfDefinitions(
              from.get(),
              to.get(),
              new Definition(older, List.of()),
              new Definition(newer, List.of())));
    }
  }

  private void ask(
      Optional<ObjectName> table,
      Optional<SqlExpr> from,
      Optional<SqlExpr> to,
      Function<SqlExpr, DefinedObject> older,
      Function<SqlExpr, DefinedObject> newer) {
    if (from.isEmpty()
        || to.isEmpty()
        || from.equals(to)
        || rules.compare(from.get(), to.get()) != Equivalence.UNPROVEN) {
      return;
    }
    Optional<Definition> left = definition(before, table, older.apply(from.get()));
    Optional<Definition> right = definition(after, table, newer.apply(to.get()));
    if (left.isPresent() && right.isPresent()) {
      found.add(new OpenQuestion.OfDefinitions(from.get(), to.get(), left.get(), right.get()));
    }
  }

  // What stands on a view is not asked about: its columns have no types here.
  private static Optional<Definition> definition(
      Schema schema, Optional<ObjectName> owner, DefinedObject object) {
    List<Column> none = List.of();
    return owner.isEmpty()
        ? Optional.of(new Definition(object, none))
        : schema.table(owner.get()).map(Table::columns).map(rows -> new Definition(object, rows));
  }

  // Both conditions read the same rows in the same way, and one stands for all commands and roles.
  private static Policy asked(Policy policy, SqlExpr condition) {
    return new Policy(
        policy.table(),
        policy.name(),
        true,
        Policy.Command.ALL,
        List.of(),
        Optional.of(condition),
        Optional.empty(),
        policy.dependsOn());
  }

  private static RewriteRule asked(
      RewriteRule rule, Optional<SqlExpr> condition, List<String> commands) {
    return new RewriteRule(
        rule.table(),
        rule.name(),
        rule.event(),
        rule.instead(),
        condition,
        commands,
        rule.enabled(),
        rule.dependsOn());
  }
}
