package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.PostgresTriggerOptions;
import dev.schemend.model.RewriteRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules: a new one rewrites in all sessions but those of replication. */
final class RuleChanges {

  private RuleChanges() {}

  /** The statements that make it. */
  static List<DdlStatement> creation(RewriteRule rule) {
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(new DdlStatement.CreateObject(rule, false, false));
    statements.addAll(enabled(rule, PostgresTriggerOptions.Enabled.ORIGIN));
    return statements;
  }

  /**
   * The statements that turn the one into the other: what is proven to be the same is left alone,
   * and what is replaced stays disabled as it was (rewriteDefine.c, InsertRule).
   */
  static List<DdlStatement> between(RewriteRule from, RewriteRule to, ExpressionRules rules) {
    List<DdlStatement> statements = new ArrayList<>();
    boolean same =
        from.event().equals(to.event())
            && from.instead() == to.instead()
            && isSame(from.condition(), to.condition(), rules)
            && isSame(commands(from), commands(to), rules);
    if (!same) {
      statements.add(new DdlStatement.CreateObject(to.withEnabled(from.enabled()), true, false));
    }
    statements.addAll(enabled(to, from.enabled()));
    return statements;
  }

  private static Optional<SqlExpr> commands(RewriteRule rule) {
    return rule.commands().isEmpty()
        ? Optional.empty()
        : Optional.of(new SqlExpr.Opaque(rule.commands()));
  }

  private static boolean isSame(
      Optional<SqlExpr> from, Optional<SqlExpr> to, ExpressionRules rules) {
    boolean both = from.isPresent() && to.isPresent();
    return both
        ? rules.compare(from.get(), to.get()) == Equivalence.EQUAL
        : from.isPresent() == to.isPresent();
  }

  private static List<DdlStatement> enabled(
      RewriteRule rule, PostgresTriggerOptions.Enabled present) {
    return rule.enabled() == present
        ? List.of()
        : List.of(
            new DdlStatement.AlterTable(
                rule.table(),
                false,
                List.of(new TableAction.OfPostgres.SetRuleEnabled(rule.name(), rule.enabled()))));
  }
}
