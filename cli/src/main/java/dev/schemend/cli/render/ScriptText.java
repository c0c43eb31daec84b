package dev.schemend.cli.render;

import dev.schemend.dialect.SqlFrontend;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import java.util.stream.Collectors;

/** A plan as a script, in the layout of Prisma's. */
public final class ScriptText {

  private static final String EMPTY = "-- This is an empty migration.\n";

  private ScriptText() {}

  /**
   * Each step under its label, an empty line between two; ends with one line feed.
   *
   * <pre>
   * -- CreateTable
   * CREATE TABLE …;
   *
   * -- AddForeignKey
   * ALTER TABLE …;
   * </pre>
   */
  public static String of(Plan plan, SqlFrontend frontend) {
    return plan.isEmpty()
        ? EMPTY
        : plan.steps().stream().map(step -> step(step, frontend)).collect(Collectors.joining("\n"));
  }

  private static String step(Step step, SqlFrontend frontend) {
    return step.statements().stream()
        .map(statement -> frontend.print(statement) + ";\n")
        .collect(Collectors.joining("", "-- " + step.label().words() + "\n", ""));
  }
}
