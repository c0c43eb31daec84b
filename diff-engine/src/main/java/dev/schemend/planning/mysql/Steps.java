package dev.schemend.planning.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TransactionMode;
import java.util.List;

/** Steps that commit by themselves, as all DDL of MySQL does (manual, 15.3.3). */
final class Steps {

  private Steps() {}

  static Step step(StepLabel label, DdlStatement statement) {
    return new Step(label, List.of(statement), TransactionMode.AUTOCOMMIT);
  }
}
