package dev.schemend.cli.fleet;

import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.history.Migration;
import dev.schemend.locate.RunHint;
import dev.schemend.locate.RunRecord;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a database's history says, without what is each database's own: ids, times, error texts.
 *
 * @param managed whether there is a history table
 * @param applied the migrations that are applied
 * @param failed those that failed
 * @param pending those that a deployment would run
 * @param edited local ones that are not as they were run
 */
public record Books(
    boolean managed,
    List<String> applied,
    List<Failed> failed,
    List<String> pending,
    List<String> edited) {

  /**
   * A failed migration.
   *
   * @param migration its name
   * @param checksum of the file that was run
   * @param hint what its row says of the statement that failed
   * @param record what this tool wrote down of the run
   */
  public record Failed(String migration, String checksum, RunHint hint, RunRecord record) {}

  /** Copies the lists. */
  public Books {
    applied = List.copyOf(applied);
    failed = List.copyOf(failed);
    pending = List.copyOf(pending);
    edited = List.copyOf(edited);
  }

  /**
   * The books of a database.
   *
   * @param records what this tool wrote down of the run of a row
   */
  public static Books of(HistoryDiagnosis diagnosis, Function<LedgerRow, RunRecord> records) {
    Objects.requireNonNull(records, "records");
    return new Books(
        diagnosis.tablePresent(),
        diagnosis.applied(),
        diagnosis.failed().stream()
            .map(
                row ->
                    new Failed(
                        row.migration(),
                        row.checksum(),
                        row.logs().map(RunHint::of).orElse(RunHint.NONE),
                        records.apply(row)))
            .toList(),
        diagnosis.pending().stream().map(Migration::name).toList(),
        diagnosis.edited().stream().map(Migration::name).toList());
  }

  /** Whether the same is applied and failed; a deployment makes the table before it is asked. */
  public boolean sameAs(Books other) {
    return applied.equals(other.applied)
        && failed.equals(other.failed)
        && pending.equals(other.pending);
  }
}
