package dev.schemend.cli.render;

import dev.schemend.dialect.SqlFrontend;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.plan.TransactionMode;

/**
 * A plan as a script, in the layout of Prisma's, with what is dangerous about a step and what must
 * not share a transaction as comments under its label.
 */
public final class ScriptText {

  private static final String EMPTY = "-- This is an empty migration.\n";
  private static final String GROUP = "-- transaction: ";
  private static final String HAZARD = "-- hazard: ";

  private ScriptText() {}

  /**
   * Each step under its label, an empty line between two; ends with one line feed.
   *
   * <pre>
   * -- CreateTable
   * CREATE TABLE …;
   *
   * -- DropTable
   * -- hazard: data-loss: table t: every row of the table is lost
   * DROP TABLE …;
   * </pre>
   */
  public static String of(Plan plan, SqlFrontend frontend) {
    return plan.isEmpty() ? EMPTY : steps(plan, frontend);
  }

  private static String steps(Plan plan, SqlFrontend frontend) {
    StringBuilder text = new StringBuilder();
    boolean parted =
        plan.steps().stream().anyMatch(step -> step.transaction() != TransactionMode.AUTOCOMMIT)
            && plan.steps().getLast().group() > 1;
    int group = 0;
    for (Step step : plan.steps()) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append("-- ").append(step.label().words()).append('\n');
      if (parted && step.group() != group) {
        group = step.group();
        text.append(GROUP).append(group).append(note(step.transaction())).append('\n');
      }
      for (Hazard hazard : step.hazards()) {
        text.append(HAZARD).append(HazardText.line(hazard)).append('\n');
      }
      step.statements().forEach(statement -> text.append(frontend.print(statement)).append(";\n"));
    }
    return text.toString();
  }

  private static String note(TransactionMode mode) {
    return switch (mode) {
      case FORBIDDEN -> ", outside of any";
      case TRANSACTIONAL, SEPARATE, AUTOCOMMIT -> "";
    };
  }
}
