package dev.schemend.cli.render;

import dev.schemend.dialect.SqlFrontend;
import dev.schemend.dialect.TimeoutWords;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.plan.TransactionMode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A plan as a script, in the layout of Prisma's, with what is dangerous about a step and what must
 * not share a transaction as comments under its label.
 */
public final class ScriptText {

  private static final String EMPTY = "-- This is an empty migration.\n";
  private static final String GROUP = "-- transaction: ";
  static final String HAZARD = "-- hazard: ";

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
    return plan.isEmpty() ? EMPTY : steps(plan, frontend, step -> List.of());
  }

  /** The same, with each step bounded in time. */
  public static String of(Plan plan, SqlFrontend frontend, Timeouts timeouts, TimeoutWords words) {
    IdentityHashMap<Step, List<String>> ahead = new IdentityHashMap<>();
    Optional<Step> previous = Optional.empty();
    for (Step step : plan.steps()) {
      ahead.put(step, timeouts.ahead(step, previous, words));
      previous = Optional.of(step);
    }
    return plan.isEmpty() ? EMPTY : steps(plan, frontend, ahead::get);
  }

  private static String steps(Plan plan, SqlFrontend frontend, Function<Step, List<String>> ahead) {
    StringBuilder text = new StringBuilder();
    boolean parted = isParted(plan);
    int group = 0;
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      boolean first = parted && step.group() != group;
      boolean last =
          parted
              && (i + 1 == plan.steps().size() || plan.steps().get(i + 1).group() != step.group());
      boolean bracketed = step.transaction() != TransactionMode.FORBIDDEN;
      group = step.group();
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append("-- ").append(step.label().words()).append('\n');
      if (first) {
        text.append(GROUP).append(group).append(note(step.transaction())).append('\n');
      }
      for (Hazard hazard : step.hazards()) {
        text.append(HAZARD).append(HazardText.line(hazard)).append('\n');
      }
      ahead.apply(step).forEach(statement -> text.append(statement).append(";\n"));
      text.append(first && bracketed ? "BEGIN;\n" : "");
      step.statements().forEach(statement -> text.append(frontend.print(statement)).append(";\n"));
      text.append(last && bracketed ? "COMMIT;\n" : "");
    }
    return text.toString();
  }

  /** Whether it matters what shares a transaction: then the script says so itself. */
  private static boolean isParted(Plan plan) {
    return plan.steps().stream().anyMatch(step -> step.transaction() != TransactionMode.AUTOCOMMIT)
        && plan.steps().getLast().group() > 1;
  }

  private static String note(TransactionMode mode) {
    return switch (mode) {
      case FORBIDDEN -> ", outside of any";
      case TRANSACTIONAL, SEPARATE, AUTOCOMMIT -> "";
    };
  }
}
