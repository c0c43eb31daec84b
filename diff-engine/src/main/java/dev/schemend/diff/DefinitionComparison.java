package dev.schemend.diff;

import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.StoredDefinition.Clause;
import dev.schemend.name.ObjectKind;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two views, triggers, routines or events of MySQL or MariaDB are the same. Servers keep
 * programs as they are written, and write views anew. Whose they are is not compared: that is
 * decided by who runs a script.
 */
final class DefinitionComparison {

  private static final Set<Clause> MOMENTS = EnumSet.of(Clause.AT, Clause.STARTS, Clause.ENDS);

  private final ExpressionRules rules;

  DefinitionComparison(ExpressionRules rules) {
    this.rules = rules;
  }

  Equivalence compare(StoredDefinition from, StoredDefinition to) {
    Equivalence all =
        same(from.table(), to.table())
            .and(same(from.parameters(), to.parameters()))
            .and(same(from.result(), to.result()))
            .and(bodies(from, to));
    for (Clause clause : Clause.values()) {
      all = all.and(clauses(clause, from.clause(clause), to.clause(clause)));
    }
    return all;
  }

  private static Equivalence same(Object left, Object right) {
    return Objects.equals(left, right) ? Equivalence.EQUAL : Equivalence.DIFFERENT;
  }

  private Equivalence bodies(StoredDefinition from, StoredDefinition to) {
    Optional<Query> older = from.body().query();
    Optional<Query> newer = to.body().query();
    if (older.isPresent() && newer.isPresent()) {
      return rules.compare(older.get(), newer.get());
    }
    boolean equal =
        from.body().tokens().equals(to.body().tokens()) && from.columns().equals(to.columns());
    return equal
        ? Equivalence.EQUAL
        : from.is(ObjectKind.VIEW) && from.columns().equals(to.columns())
            ? rules.compare(
                new SqlExpr.Opaque(from.body().tokens()), new SqlExpr.Opaque(to.body().tokens()))
            : from.is(ObjectKind.VIEW) ? Equivalence.UNPROVEN : Equivalence.DIFFERENT;
  }

  private static Equivalence clauses(Clause clause, Optional<String> from, Optional<String> to) {
    if (from.equals(to) || clause == Clause.DEFINER) {
      return Equivalence.EQUAL;
    }
    // MySQL's information schema does not show it.
    if (clause == Clause.ALGORITHM) {
      return Equivalence.UNPROVEN;
    }
    if (!MOMENTS.contains(clause)) {
      return Equivalence.DIFFERENT;
    }
    // An event that does not say when it starts starts when it is made.
    if (clause == Clause.STARTS && from.isPresent() != to.isPresent()) {
      return Equivalence.EQUAL;
    }
    return isConstant(from) && isConstant(to) ? Equivalence.DIFFERENT : Equivalence.UNPROVEN;
  }

  private static boolean isConstant(Optional<String> moment) {
    return moment.map(text -> text.startsWith("'")).orElse(true);
  }
}
