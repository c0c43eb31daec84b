package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TransactionMode;
import java.util.List;

/** Steps that can share a transaction, as almost all DDL of PostgreSQL can. */
final class Steps {

  private Steps() {}

  static Step step(StepLabel label, List<DdlStatement> statements, List<Hazard> hazards) {
    return new Step(label, statements, hazards, TransactionMode.TRANSACTIONAL);
  }

  static Step step(StepLabel label, DdlStatement statement) {
    return step(label, List.of(statement), List.of());
  }
}
