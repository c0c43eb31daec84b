package dev.schemend.exec.run;

import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.watch.Sighting;
import dev.schemend.source.StatementText;
import java.time.Duration;

/**
 * Two listeners as one.
 *
 * @param first is told first
 * @param second is told of the same behind it
 */
public record JointListener(RunListener first, RunListener second) implements RunListener {

  @Override
  public void before(StatementText statement) {
    first.before(statement);
    second.before(statement);
  }

  @Override
  public void after(StatementText statement) {
    first.after(statement);
    second.after(statement);
  }

  @Override
  public void committed() {
    first.committed();
    second.committed();
  }

  @Override
  public void sighted(StatementText statement, Duration running, Sighting sighting) {
    first.sighted(statement, running, sighting);
    second.sighted(statement, running, sighting);
  }

  @Override
  public void retrying(
      StatementText statement, StatementText from, int retry, Duration pause, ServerError error) {
    first.retrying(statement, from, retry, pause, error);
    second.retrying(statement, from, retry, pause, error);
  }

  @Override
  public void ended(RunOutcome outcome) {
    first.ended(outcome);
    second.ended(outcome);
  }
}
