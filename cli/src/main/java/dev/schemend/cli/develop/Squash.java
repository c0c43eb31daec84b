package dev.schemend.cli.develop;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Finding;
import dev.schemend.cli.render.ScriptText;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.Scope;
import dev.schemend.cli.state.StateReader;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.plan.Change;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.script.StatementEffect;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceText;
import dev.schemend.verify.PlanResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One migration in the place of several, proven: with it the history leads to the same schema as
 * without, at its place and at its end.
 *
 * @param replaced the migrations that it stands for, in order
 * @param migration the one
 * @param data statements of theirs that change rows, with their places
 */
public record Squash(List<Migration> replaced, NewMigration migration, List<Finding> data) {

  private static final int STAMP = 14;

  /** What becomes of statements that change rows. */
  public enum Data {
    /** They are a reason not to squash. */
    REFUSE,
    /** They stand behind the schema, in their order. */
    KEEP,
    /** They are left out. */
    DROP
  }

  /** Copies the lists. */
  public Squash {
    replaced = List.copyOf(replaced);
    data = List.copyOf(data);
  }

  /**
   * Squashes a range of a history.
   *
   * @param replaced the range, in order, not empty
   * @param words the new migration's name, behind its time stamp
   * @throws dev.schemend.cli.process.FailureException where it could not be proven, or where rows
   *     are changed and nobody said what becomes of that
   */
  public static Squash of(
      MigrationHistory history, List<Migration> replaced, String words, Data mode, DialectKit kit) {
    List<Migration> before = before(history, replaced);
    ReadState from = fold(before, history, kit);
    List<Migration> until = new ArrayList<>(before);
    until.addAll(replaced);
    ReadState to = fold(until, history, kit);
    requireRead(to);
    PlanResult plan = kit.planMaker(ChangePolicy.DEFAULT).plan(from.schema(), to.schema());
    if (plan instanceof PlanResult.Refused refused) {
      throw unproven(List.of(refused.reason().message()));
    }
    List<Finding> data = new ArrayList<>();
    StringBuilder rows = new StringBuilder();
    for (Migration migration : replaced) {
      ParsedScript script = kit.frontend().parse(migration.script());
      for (ParsedStatement statement : script.statements()) {
        if (StatementEffect.of(statement) == StatementEffect.DATA) {
          data.add(finding(script.source(), statement));
          rows.append('\n').append(statement.source().text()).append(";\n");
        }
      }
    }
    if (!data.isEmpty() && mode == Data.REFUSE) {
      throw changesRows(data);
    }
    String script = ScriptText.of(plan.plan(), kit.frontend());
    Migration last = replaced.getLast();
    NewMigration migration =
        new NewMigration(
            stamp(last.name()) + "_" + NewMigration.slug(words),
            mode == Data.KEEP && !data.isEmpty() ? script + "\n-- Data" + rows : script);
    requireSame(history, replaced, migration, kit);
    return new Squash(replaced, migration, data);
  }

  private static String stamp(String name) {
    boolean stamped =
        name.length() > STAMP && name.substring(0, STAMP).chars().allMatch(Character::isDigit);
    return stamped ? name.substring(0, STAMP) : name;
  }

  private static List<Migration> before(MigrationHistory history, List<Migration> replaced) {
    return history.migrations().stream()
        .takeWhile(one -> !one.equals(replaced.getFirst()))
        .toList();
  }

  private static ReadState fold(
      List<Migration> migrations, MigrationHistory history, DialectKit kit) {
    return StateReader.fold(
        new StateSpec.Empty(),
        new MigrationHistory(history.layout(), migrations, history.provider()),
        kit,
        new Scope.All());
  }

  private static void requireRead(ReadState state) {
    if (!state.isComplete()) {
      throw new Failure(
              "coverage",
              "Not everything in these migrations could be read, so nothing was squashed.",
              List.of(),
              state.findings(),
              "Squash a range without the statements named above.",
              ExitCode.REFUSED)
          .exception();
    }
  }

  private static Finding finding(SourceText source, ParsedStatement statement) {
    return new Finding(
        new Diagnostic(
            "data",
            Diagnostic.Severity.WARNING,
            Optional.of(statement.source().span()),
            "this statement changes rows, or calls what may change them",
            ""),
        Optional.of(Finding.lineIn(source, statement.source())));
  }

  private static RuntimeException changesRows(List<Finding> data) {
    return new Failure(
            "data",
            "These migrations change rows, and one that makes the schema does not.",
            List.of(),
            data,
            "Say what becomes of it: --data keep puts these statements behind the schema, --data"
                + " drop leaves them out (right where they only brought old rows up to date).",
            ExitCode.REFUSED)
        .exception();
  }

  private static RuntimeException unproven(List<String> reasons) {
    return Failure.of(
            "unproven-plan",
            "The migration would not lead to the same schema, so nothing was squashed.",
            "Squash another range.")
        .because(reasons)
        .exiting(ExitCode.REFUSED)
        .exception();
  }

  /** The history with the new migration, at its place and at its end, beside the old one. */
  private static void requireSame(
      MigrationHistory history, List<Migration> replaced, NewMigration made, DialectKit kit) {
    List<Migration> with = new ArrayList<>();
    List<Migration> without = new ArrayList<>();
    for (Migration migration : history.migrations()) {
      without.add(migration);
      if (migration.equals(replaced.getLast())) {
        with.add(
            new Migration(
                made.name(),
                new SourceText(made.name(), made.script()),
                made.name() + "/migration.sql"));
        requireSame(with, without, history, kit);
      } else if (!replaced.contains(migration)) {
        with.add(migration);
      }
    }
    requireSame(with, without, history, kit);
  }

  private static void requireSame(
      List<Migration> with, List<Migration> without, MigrationHistory history, DialectKit kit) {
    ReadState newer = fold(with, history, kit);
    List<Change> changes = kit.differ().diff(fold(without, history, kit).schema(), newer.schema());
    if (!changes.isEmpty() || !newer.isComplete()) {
      throw unproven(
          changes.stream().map(change -> change.ref() + " would differ").distinct().toList());
    }
  }
}
