package dev.schemend.cli.state;

import dev.schemend.cli.process.Finding;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.history.Migration;
import dev.schemend.locate.Located;
import dev.schemend.locate.RunHint;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A migration that did not come to its end, with the place where it stopped.
 *
 * @param migration its local file
 * @param row its row in the history; empty where whoever ran it wrote none
 * @param edited whether the file is not the one that was run
 * @param located where the database stands in it
 * @param live what the database holds, as far as it is compared
 * @param findings what could not be read of the migrations before it and of the database
 */
public record FailedMigration(
    Migration migration,
    Optional<LedgerRow> row,
    boolean edited,
    Located located,
    ReadState live,
    List<Finding> findings) {

  /** Copies the findings. */
  public FailedMigration {
    Objects.requireNonNull(migration, "migration");
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(located, "located");
    Objects.requireNonNull(live, "live");
    findings = List.copyOf(findings);
  }

  /** What the row's text says of the statement that failed. */
  public RunHint hint() {
    return row.flatMap(LedgerRow::logs).map(RunHint::of).orElse(RunHint.NONE);
  }

  /**
   * The number of the statement that failed, from 1: what the row's text says, else the one behind
   * the last that is applied, where that is known. Of a run without a row nobody knows whether it
   * failed or was broken off.
   */
  public OptionalInt failedStatement() {
    if (row.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt said = hint().failedIn(located);
    if (said.isPresent()) {
      return said;
    }
    boolean known =
        located.isCertain()
            && located.atLeast() < located.statements()
            && !(located.transactional() && located.atLeast() == 0);
    return known ? OptionalInt.of(located.atLeast() + 1) : OptionalInt.empty();
  }

  /** The same at a place that somebody who knows has named. */
  public FailedMigration at(int applied) {
    return new FailedMigration(migration, row, edited, located.at(applied), live, findings);
  }
}
