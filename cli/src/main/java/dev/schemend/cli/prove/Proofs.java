package dev.schemend.cli.prove;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.state.LiveReading;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.Scope;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.migrate.LiveDialect;
import dev.schemend.exec.scratch.ScratchDatabase;
import dev.schemend.history.MigrationHistory;
import dev.schemend.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Proofs of histories on one database. */
public final class Proofs {

  private final DialectKit kit;
  private final LiveDialect live;
  private final Database database;

  /** Proofs on {@code database}, which stays open and the caller's. */
  public Proofs(DialectKit kit, LiveDialect live, Database database) {
    this.kit = kit;
    this.live = live;
    this.database = database;
  }

  /**
   * Reads a history twice.
   *
   * @param mayHoldObjects whether the database need not be empty: both readings then start from
   *     what it holds, and it is not emptied
   * @throws dev.schemend.exec.error.ExecException with {@link
   *     dev.schemend.exec.scratch.ScratchError} where the database cannot serve
   */
  public Proof prove(
      MigrationHistory history,
      ProofSettings settings,
      boolean mayHoldObjects,
      ProofListener listener) {
    Schema start = mayHoldObjects ? reading(scope(List.of())).get().schema() : Schema.empty();
    FoldedHistory folded = FoldedHistory.of(kit, settings.init(), history, start);
    Scope scope = scope(List.copyOf(folded.schemasNamed()));
    ScratchDatabase scratch =
        ScratchDatabase.claim(
            database, live.scratch(), live.scripts(), folded.schemasNamed(), mayHoldObjects);
    HistoryRun runs =
        new HistoryRun(
            folded,
            scratch,
            reading(scope),
            new ReadingComparison(kit, scope),
            settings.grouping(),
            listener);
    return new Prover(folded, scratch, runs, settings).prove();
  }

  private Scope scope(List<String> named) {
    return switch (kit.profile().flavor()) {
      case POSTGRESQL -> {
        List<String> schemas = database.url().schemas();
        yield schemas.isEmpty() ? new Scope.All() : new Scope.Schemas(schemas);
      }
      case MYSQL, MARIADB -> {
        List<String> others = new ArrayList<>(named);
        others.remove(database.url().database());
        yield new Scope.Databases(others);
      }
    };
  }

  private Supplier<ReadState> reading(Scope scope) {
    StateSpec spec = new StateSpec.LiveDatabase(database.url());
    LiveReading reading = new LiveReading(kit);
    return () -> reading.run(spec, database, scope);
  }
}
