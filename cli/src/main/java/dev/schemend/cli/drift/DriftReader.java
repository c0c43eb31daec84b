package dev.schemend.cli.drift;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.state.AppliedHistory;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.StatePair;
import dev.schemend.cli.state.StateReader;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.history.MigrationHistory;
import dev.schemend.model.Schema;
import dev.schemend.plan.Change;
import dev.schemend.plan.TableDifference;
import dev.schemend.verify.PlanMaker;
import java.util.ArrayList;
import java.util.List;

/** Holds databases against the migrations that they have. Changes nothing. */
public final class DriftReader {

  private static final ChangePolicy POLICY = FailedMigrationReader.POLICY;

  private final StateSpec directory;
  private final MigrationHistory local;
  private final Ignored ignored;

  /**
   * A reader.
   *
   * @param directory of the migrations, as it was named
   * @param local the migrations in it
   * @param ignored what is passed over
   */
  public DriftReader(String directory, MigrationHistory local, Ignored ignored) {
    this.directory = new StateSpec.MigrationsDirectory(directory);
    this.local = local;
    this.ignored = ignored;
  }

  /**
   * The drift of one database.
   *
   * @param diagnosis what its history table says of the migrations
   * @throws dev.schemend.exec.error.ExecException where it cannot be read
   */
  public Drift of(DialectKit kit, Database database, HistoryDiagnosis diagnosis) {
    FailedMigrationReader reader = new FailedMigrationReader(kit, database);
    AppliedHistory applied = AppliedHistory.of(local, diagnosis);
    ReadState live = reader.live();
    ReadState expected =
        StateReader.fold(
            directory,
            new MigrationHistory(local.layout(), applied.migrations(), local.provider()),
            kit,
            reader.scope());
    Schema settled = ignored.settled(expected.schema(), live.schema());
    StatePair states =
        StateReader.settled(new StatePair(kit, expected.holding(settled), live), List.of(database));
    return compared(states, applied, diagnosis);
  }

  private static Drift compared(
      StatePair states, AppliedHistory applied, HistoryDiagnosis diagnosis) {
    DialectKit kit = states.kit();
    Schema from = states.from().schema();
    Schema to = states.to().schema();
    List<Change> differences = new ArrayList<>();
    List<Change> doubts = new ArrayList<>();
    List<Change> order = new ArrayList<>();
    POLICY
        .select(kit.differ().diff(from, to), from, kit.rules().movesColumns())
        .visible()
        .forEach(
            change ->
                (change instanceof Change.Unproven ? doubts : isOrder(change) ? order : differences)
                    .add(change));
    PlanMaker maker = kit.planMaker(POLICY);
    return new Drift(
        states,
        applied,
        diagnosis,
        differences,
        doubts,
        order,
        maker.plan(from, to),
        maker.plan(to, from));
  }

  private static boolean isOrder(Change change) {
    return change instanceof Change.TableAltered altered
        && altered.differences().stream()
            .allMatch(TableDifference.ColumnsReordered.class::isInstance);
  }
}
