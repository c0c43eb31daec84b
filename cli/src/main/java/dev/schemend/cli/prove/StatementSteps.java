package dev.schemend.cli.prove;

import dev.schemend.exec.run.RunListener;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.StatementText;
import java.io.Serial;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Has the readings compared after each statement that the server has committed. */
final class StatementSteps implements RunListener {

  /** Seeds come by the thousand, and rows are no part of a schema. */
  private static final Set<String> DATA = Set.of("INSERT", "UPDATE", "DELETE", "REPLACE");

  private final FoldedMigration folded;
  private final Function<StatementText, RunEnd> comparison;
  private StatementText done;

  /**
   * Steps through a migration.
   *
   * @param comparison compares after a statement
   */
  StatementSteps(FoldedMigration folded, Function<StatementText, RunEnd> comparison) {
    this.folded = folded;
    this.comparison = comparison;
  }

  /** Ends a run at the first difference. */
  static final class Parted extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final transient RunEnd end;

    private Parted(RunEnd end) {
      super("the readings differ", null, false, false);
      this.end = end;
    }

    /** How the run ended. */
    RunEnd end() {
      return end;
    }
  }

  @Override
  public void after(StatementText statement) {
    done = statement;
  }

  @Override
  public void committed() {
    if (done != null && folded.holds(done) && !isData(done)) {
      RunEnd now = comparison.apply(done);
      if (now instanceof RunEnd.Apart) {
        throw new Parted(now);
      }
    }
  }

  private boolean isData(StatementText statement) {
    return folded
        .read(statement)
        .filter(
            read ->
                read instanceof ParsedStatement.Inert inert
                    && DATA.contains(inert.kind().split(" ", 2)[0].toUpperCase(Locale.ROOT)))
        .isPresent();
  }
}
