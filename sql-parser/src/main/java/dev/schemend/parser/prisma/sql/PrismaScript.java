package dev.schemend.parser.prisma.sql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Steps in the layout of Prisma's migrations (engine, {@code apply_migration.rs}). */
public final class PrismaScript {

  /** A script without steps. */
  public static final String EMPTY = "-- This is an empty migration.";

  // What Prisma says above several new labels, since old servers take one in a transaction.
  private static final String SEVERAL_LABELS =
      """
      -- This migration adds more than one value to an enum.
      -- With PostgreSQL versions 11 and earlier, this is not possible
      -- in a single migration. This can be worked around by creating
      -- multiple migrations, each migration adding only one value to
      -- the enum.


      """;

  private PrismaScript() {}

  /**
   * Each step under its label, an empty line between two; ends with one line feed.
   *
   * @param print writes a statement without terminator
   * @param printOlder the same, with names as the older side has them
   */
  public static String of(
      List<Step> steps,
      Function<DdlStatement, String> print,
      Function<DdlStatement, String> printOlder) {
    return steps.isEmpty()
        ? EMPTY + "\n"
        : steps.stream()
            .map(step -> step(step, print, printOlder))
            .collect(Collectors.joining("\n"));
  }

  private static String step(
      Step step, Function<DdlStatement, String> print, Function<DdlStatement, String> printOlder) {
    String statements =
        step.statements().stream()
            .map(
                statement ->
                    (isReplacedType(step, statement) ? printOlder : print).apply(statement) + ";\n")
            .collect(Collectors.joining());
    return "-- " + step.label().words() + "\n" + framed(step, statements);
  }

  // The old type behind a new one is called as the older side calls it.
  private static boolean isReplacedType(Step step, DdlStatement statement) {
    return step.label() == StepLabel.ALTER_ENUM && statement instanceof DdlStatement.DropTypes;
  }

  private static String framed(Step step, String statements) {
    if (step.label() != StepLabel.ALTER_ENUM) {
      return statements;
    }
    // A type that is made anew comes and goes as a whole.
    if (step.statements().getFirst() instanceof DdlStatement.CreateEnum) {
      return "BEGIN;\n" + statements + "COMMIT;\n";
    }
    return step.statements().size() > 1 ? SEVERAL_LABELS + statements : statements;
  }
}
