package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DdlStatement.AddEnumValue.Neighbor;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.References;
import dev.schemend.model.Table;
import dev.schemend.plan.Change;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TransactionMode;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Labels that are added in place: {@code ALTER TYPE … ADD VALUE}. */
final class EnumAddition {

  private final Job job;

  EnumAddition(Job job) {
    this.job = job;
  }

  PlannedStep step(Change.EnumAltered altered) {
    List<String> wanted = altered.to().labels();
    Set<String> present = new HashSet<>(altered.from().labels());
    List<DdlStatement> statements = new ArrayList<>();
    Set<String> added = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      String label = wanted.get(i);
      if (present.add(label)) {
        added.add(label);
        statements.add(
            new DdlStatement.AddEnumValue(
                altered.to().name(), label, false, neighbor(wanted, i, present)));
      }
    }
    return PlannedStep.of(
            new Step(StepLabel.ALTER_ENUM, statements, mode(altered, added)), altered.ref())
        .making(Set.of(altered.ref()));
  }

  // Without a neighbour the label goes to the end; labels are added in their final order, so the
  // one before is always there.
  private static Optional<Neighbor> neighbor(List<String> wanted, int at, Set<String> present) {
    Optional<String> next =
        wanted.subList(at + 1, wanted.size()).stream().filter(present::contains).findFirst();
    return next.map(
        label -> at > 0 ? new Neighbor(false, wanted.get(at - 1)) : new Neighbor(true, label));
  }

  /**
   * A new label cannot be used before the transaction that added it commits (manual, ALTER TYPE),
   * so where a table of the new schema mentions one, the step must not share a transaction.
   */
  private TransactionMode mode(Change.EnumAltered altered, Set<String> added) {
    boolean used =
        job.transition()
            .to()
            .dependants(altered.ref())
            .flatMap(ref -> job.transition().to().table(ref.name()).stream())
            .anyMatch(table -> mentions(table, added));
    if (!PostgresFeature.ADD_ENUM_VALUE_IN_TRANSACTION.in(job.dialect().profile())) {
      return TransactionMode.FORBIDDEN;
    }
    return used ? TransactionMode.SEPARATE : TransactionMode.TRANSACTIONAL;
  }

  private static boolean mentions(Table table, Set<String> labels) {
    boolean[] found = new boolean[1];
    References.expressions(
        table,
        expression ->
            Expressions.visit(
                expression,
                node ->
                    found[0] |=
                        node instanceof SqlExpr.StringLiteral literal
                            && labels.contains(literal.value())));
    return found[0];
  }
}
