package dev.schemend.cli.state;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The local migrations that the history table has as applied, in the order of the files.
 *
 * @param migrations these
 */
public record AppliedHistory(List<Migration> migrations) {

  /** Copies the list. */
  public AppliedHistory {
    migrations = List.copyOf(migrations);
  }

  /** The applied part of {@code local}. */
  public static AppliedHistory of(MigrationHistory local, HistoryDiagnosis diagnosis) {
    Set<String> applied = new HashSet<>(diagnosis.applied());
    return new AppliedHistory(
        local.migrations().stream()
            .filter(migration -> applied.contains(migration.name()))
            .toList());
  }

  /** Their names. */
  public List<String> names() {
    return migrations.stream().map(Migration::name).toList();
  }

  /** The state that they lead to, up to and with {@code last} where it is named. */
  public FoldState fold(DialectKit kit, Optional<String> last) {
    SchemaFold fold = kit.fold();
    FoldState state = fold.start();
    for (Migration migration : migrations) {
      state = fold.run(state, kit.frontend().parse(migration.script()));
      if (last.filter(migration.name()::equals).isPresent()) {
        return state;
      }
    }
    return state;
  }
}
