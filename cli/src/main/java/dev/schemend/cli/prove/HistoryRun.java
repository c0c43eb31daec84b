package dev.schemend.cli.prove;

import dev.schemend.apply.FoldState;
import dev.schemend.cli.state.ReadState;
import dev.schemend.diff.Agreement;
import dev.schemend.exec.run.Grouping;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.scratch.ScratchDatabase;
import dev.schemend.history.Migration;
import dev.schemend.model.Schema;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Supplier;

/** One run of a history in a database that nothing of it is in, compared on the way. */
final class HistoryRun {

  /** For the place from which on something is done that is not to be done at all. */
  static final int NEVER = Integer.MAX_VALUE;

  private final FoldedHistory history;
  private final ScratchDatabase scratch;
  private final Supplier<ReadState> live;
  private final ReadingComparison comparison;
  private final Grouping grouping;
  private final ProofListener listener;
  private final SequencedSet<Migration> leftOpen = new LinkedHashSet<>();

  /**
   * Runs of {@code history}.
   *
   * @param live reads what the database holds
   * @param grouping which statements share a transaction; in steps, none do
   */
  HistoryRun(
      FoldedHistory history,
      ScratchDatabase scratch,
      Supplier<ReadState> live,
      ReadingComparison comparison,
      Grouping grouping,
      ProofListener listener) {
    this.history = history;
    this.scratch = scratch;
    this.live = live;
    this.comparison = comparison;
    this.grouping = grouping;
    this.listener = listener;
  }

  /**
   * Runs the history as far as the readings agree.
   *
   * @param activity for the listener
   * @param compareFrom the first migration after which they are compared, as they are at the end;
   *     from then on, a statement that only the model refuses is a difference too
   * @param stepFrom the first migration in which they are compared after each statement
   */
  RunEnd run(String activity, int compareFrom, int stepFrom) {
    List<FoldedMigration> migrations = history.migrations();
    for (int i = 0; i < migrations.size(); i++) {
      FoldedMigration folded = migrations.get(i);
      listener.beginning(activity, i + 1, migrations.size(), folded.migration().name());
      boolean stepping = i >= stepFrom;
      int index = i;
      StatementSteps steps =
          new StatementSteps(folded, statement -> afterStatement(index, statement));
      RunOutcome outcome;
      try {
        outcome =
            stepping
                ? scratch.run(script(folded), Grouping.STATEMENT, steps)
                : scratch.run(script(folded), grouping, StatementSteps.NONE);
      } catch (StatementSteps.Parted parted) {
        return parted.end();
      }
      if (outcome.serverError().isPresent()) {
        return stopped(i, outcome);
      }
      if (outcome instanceof RunOutcome.LeftOpen) {
        leftOpen.add(folded.migration());
      }
      if (i >= compareFrom || stepping) {
        RunEnd now = afterMigration(i);
        if (now instanceof RunEnd.Apart) {
          return now;
        }
      }
    }
    return atTheEnd();
  }

  /** What the server is sent: the session's beginning too. */
  private List<StatementText> script(FoldedMigration folded) {
    List<StatementText> script = new ArrayList<>(history.setup());
    script.addAll(folded.statements());
    return script;
  }

  private RunEnd atTheEnd() {
    int count = history.migrations().size();
    Compared compared = compare(history.end());
    Optional<FoldedMigration> refused =
        history.migrations().stream().filter(folded -> folded.refusal().isPresent()).findFirst();
    if (compared.agreement.holds() && refused.isEmpty()) {
      return same(count, compared, Optional.empty());
    }
    return compared.agreement.holds()
        ? apart(history.indexOf(refused.get().migration()), count, compared, refused.get())
        : apart(count - 1, count, compared, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** They only differ in that the model refuses something. */
  private RunEnd apart(int index, int run, Compared compared, FoldedMigration refused) {
    Optional<Diagnostic> refusal = refused.refusal();
    return apart(
        index, run, compared, refusal.flatMap(refused::statementOf), refusal, Optional.empty());
  }

  /** The migrations that ended inside a transaction of their own, which the server rolled back. */
  SequencedSet<Migration> leftOpen() {
    return Collections.unmodifiableSequencedSet(leftOpen);
  }

  private record Compared(Schema fold, ReadState live, Agreement agreement) {}

  private Compared compare(FoldState state) {
    ReadState server = live.get();
    Schema fold = comparison.restrict(state.schema());
    return new Compared(fold, server, comparison.of(fold, server.schema()));
  }

  private static RunEnd same(int run, Compared compared, Optional<ServerStop> stop) {
    return new RunEnd.Same(run, compared.agreement, stop, compared.live);
  }

  private RunEnd afterMigration(int index) {
    FoldedMigration folded = history.migrations().get(index);
    Compared compared = compare(folded.end());
    Optional<Diagnostic> refusal = folded.refusal();
    if (compared.agreement.holds() && refusal.isEmpty()) {
      return same(index + 1, compared, Optional.empty());
    }
    // Where a difference came in is not known here; a refusal has its place.
    return compared.agreement.holds()
        ? apart(index, index + 1, compared, folded)
        : apart(index, index + 1, compared, Optional.empty(), refusal, Optional.empty());
  }

  private RunEnd afterStatement(int index, StatementText statement) {
    FoldedMigration folded = history.migrations().get(index);
    Compared compared = compare(folded.after(statement));
    Optional<Diagnostic> refusal = folded.refusal(statement);
    return compared.agreement.holds() && refusal.isEmpty()
        ? same(index, compared, Optional.empty())
        : apart(index, index, compared, Optional.of(statement), refusal, Optional.empty());
  }

  private RunEnd stopped(int index, RunOutcome outcome) {
    FoldedMigration folded = history.migrations().get(index);
    ServerStop stop = ServerStop.of(folded, outcome);
    List<StatementText> applied = outcome.fates().applied().stream().filter(folded::holds).toList();
    Compared compared =
        compare(applied.isEmpty() ? folded.before() : folded.after(applied.getLast()));
    return compared.agreement.holds()
        ? same(index, compared, Optional.of(stop))
        : apart(index, index, compared, Optional.empty(), Optional.empty(), Optional.of(stop));
  }

  private RunEnd apart(
      int index,
      int run,
      Compared compared,
      Optional<StatementText> place,
      Optional<Diagnostic> refusal,
      Optional<ServerStop> stop) {
    FoldedMigration folded = history.migrations().get(index);
    Divergence divergence =
        new Divergence(
            folded.migration(),
            place,
            place.flatMap(folded::read),
            place
                .flatMap(folded::missed)
                .filter(missed -> missed.severity() != Diagnostic.Severity.ERROR),
            refusal,
            compared.agreement,
            compared.fold,
            compared.live.schema());
    return new RunEnd.Apart(run, divergence, stop, compared.live);
  }
}
