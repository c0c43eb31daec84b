package dev.schemend.exec.migrate;

import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.exec.ledger.Resolution;
import dev.schemend.exec.run.Grouping;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a repair runs, and how the history is closed behind it.
 *
 * @param migration the migration that is repaired
 * @param openRow the id of its failed row; empty where completed migrations are undone
 * @param scripts run one after the other, each in a session of its own
 * @param isOfMigration whether the last script is the rest of the migration's own file, so that a
 *     failure in it is a new failure of the migration
 * @param grouping the transactions that the rest of the migration's file is run in
 * @param resolution what is written into the history, from its rows
 */
public record Repair(
    String migration,
    Optional<String> openRow,
    List<List<StatementText>> scripts,
    boolean isOfMigration,
    Grouping grouping,
    Function<List<LedgerRow>, Resolution> resolution) {

  /** A repair by scripts that are not the migration's own. */
  public Repair(
      String migration,
      Optional<String> openRow,
      List<List<StatementText>> scripts,
      boolean isOfMigration,
      Function<List<LedgerRow>, Resolution> resolution) {
    this(migration, openRow, scripts, isOfMigration, Grouping.SCRIPT, resolution);
  }

  /** Copies the scripts. */
  public Repair {
    Objects.requireNonNull(migration, "migration");
    Objects.requireNonNull(openRow, "openRow");
    scripts = scripts.stream().map(List::copyOf).toList();
    Objects.requireNonNull(grouping, "grouping");
    Objects.requireNonNull(resolution, "resolution");
  }
}
