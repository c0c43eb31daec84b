package dev.schemend.cli.command;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.LocationText;
import dev.schemend.cli.state.FailedMigration;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.exec.ledger.LedgerUse;
import dev.schemend.exec.migrate.MigrationResolver;
import dev.schemend.history.MigrationHistory;
import dev.schemend.locate.Located;
import dev.schemend.script.ParsedStatement;
import dev.schemend.script.StatementEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is done about a migration that was begun by somebody who wrote no row: a tool that records a
 * migration at its end, and was killed before, or a person with a client.
 */
final class Unrecorded {

  private final OpenedDatabase opened;
  private final Surroundings surroundings;

  Unrecorded(OpenedDatabase opened, Surroundings surroundings) {
    this.opened = opened;
    this.surroundings = surroundings;
  }

  /** Shows where it stands. */
  void tell(MigrationHistory local, HistoryDiagnosis diagnosis) {
    reader()
        .unrecorded(local, diagnosis)
        .ifPresent(
            begun -> {
              List<String> lines = new ArrayList<>(List.of(""));
              lines.addAll(LocationText.lines(begun));
              lines.add("");
              lines.add("To see both ways out of it, and take one: schemend repair");
              lines.forEach(surroundings.err()::println);
            });
  }

  /**
   * Ends a deployment that the server would stop at a statement which is applied already, or that
   * would change rows twice. Where each of these may run again, as {@code CREATE TABLE IF NOT
   * EXISTS} may, nothing is wrong.
   */
  void require(MigrationHistory local, HistoryDiagnosis diagnosis) {
    reader()
        .unrecorded(local, diagnosis)
        .filter(this::mayNotRunAgain)
        .ifPresent(
            begun -> {
              throw Failure.of(
                      "begun-unrecorded",
                      "The migration "
                          + begun.migration().name()
                          + " was begun by somebody who left no row in the history; nothing was"
                          + " changed.",
                      "See both ways out of it, and take one, with schemend repair; where it is"
                          + " known to be applied, schemend migrate resolve --applied.")
                  .because(LocationText.lines(begun))
                  .exiting(ExitCode.REFUSED)
                  .exception();
            });
  }

  private boolean mayNotRunAgain(FailedMigration begun) {
    Located located = begun.located();
    SchemaFold fold = opened.kit().fold();
    FoldState state = fold.begin(fold.start(begun.live().finished()));
    int known = state.coverage().unknown().size();
    for (ParsedStatement done : located.script().statements().subList(0, located.atLeast())) {
      if (StatementEffect.of(done) == StatementEffect.DATA) {
        return true;
      }
      state = fold.run(state, done);
    }
    return state.coverage().unknown().size() > known;
  }

  /**
   * The id of a migration's row; written now where there is none. Empty where the history's owner
   * alone can write one.
   */
  Optional<String> row(FailedMigration failed, MigrationHistory local) {
    if (failed.row().isPresent() || !opened.ledger().takes(LedgerUse.APPLY)) {
      return failed.row().map(LedgerRow::id);
    }
    return Optional.of(
        new MigrationResolver(opened.live())
            .begun(
                opened.database(),
                opened.ledger(),
                local,
                failed.migration().name(),
                OpenedDatabase.lock(surroundings)));
  }

  private FailedMigrationReader reader() {
    return new FailedMigrationReader(opened.kit(), opened.database());
  }
}
