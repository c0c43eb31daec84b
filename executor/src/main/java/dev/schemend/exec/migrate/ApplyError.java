package dev.schemend.exec.migrate;

import dev.schemend.exec.error.ExecError;
import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.run.StatementFates;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A migration that was begun and is not done: Prisma's P3018. Its row in the history table stays
 * open.
 *
 * @param migration its name
 * @param outcome how its script ended; never {@link RunOutcome.Completed}
 * @param unrecorded why the error could not be written to the history table, if it could not
 */
public record ApplyError(String migration, RunOutcome outcome, Optional<ExecError> unrecorded)
    implements ExecError {

  /** The code of a run that was asked to stop. */
  public static final String STOPPED = "stopped";

  /** Rejects null parts. */
  public ApplyError {
    Objects.requireNonNull(migration, "migration");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(unrecorded, "unrecorded");
  }

  @Override
  public String code() {
    return isStopped() ? STOPPED : "P3018";
  }

  @Override
  public String message() {
    return isStopped()
        ? "Stopped, as it was asked to, in the migration " + migration + "."
        : "The migration "
            + migration
            + " failed. No further migration is applied until that is resolved.";
  }

  /** Whether it did not fail, but somebody asked for a stop. */
  public boolean isStopped() {
    return outcome instanceof RunOutcome.Stopped;
  }

  /** Whether nothing of it is applied, for sure. */
  public boolean leftNothing() {
    return outcome.fates().applied().isEmpty() && outcome.fates().unknown().isEmpty();
  }

  /** What the server said and which statements are applied, a line for each fact. */
  @Override
  public String detail() {
    StringBuilder text = new StringBuilder(logs());
    StatementFates fates = outcome.fates();
    line(text, "Applied", fates.applied());
    line(text, "Rolled back", fates.rolledBack());
    line(text, "Perhaps applied, the server did not answer", fates.unknown());
    line(text, "Not run", fates.notRun());
    unrecorded.ifPresent(
        error ->
            text.append("\n\nThe error is not recorded in the history table: ")
                .append(error.message()));
    return text.toString();
  }

  private static void line(StringBuilder text, String label, List<StatementText> statements) {
    if (!statements.isEmpty()) {
      text.append('\n').append(label).append(": ").append(ranges(statements)).append('.');
    }
  }

  /** Statement numbers, neighbours joined: {@code statements 1-3, 5}. */
  private static String ranges(List<StatementText> statements) {
    StringBuilder text = new StringBuilder(statements.size() == 1 ? "statement " : "statements ");
    int i = 0;
    while (i < statements.size()) {
      int first = statements.get(i).ordinal();
      int last = first;
      while (i + 1 < statements.size() && statements.get(i + 1).ordinal() == last + 1) {
        last++;
        i++;
      }
      text.append(first).append(last == first ? "" : "-" + last);
      i++;
      text.append(i < statements.size() ? ", " : "");
    }
    return text.toString();
  }

  @Override
  public String hint() {
    return isStopped() && leftNothing()
        ? "Nothing of it is applied; the next deployment begins with it."
        : "See both ways out of it, and take one, with schemend repair"
            + (isStopped() ? "; deploy --resume goes on with it." : ".");
  }

  @Override
  public Optional<ServerError> server() {
    return outcome.serverError();
  }

  /** What is kept in the row's {@code logs}, in the form that Prisma's have. */
  public String logs() {
    return "Migration name: "
        + migration
        + "\n\nDatabase error code: "
        + server().map(ServerError::databaseErrorCode).orElse("none")
        + "\n\nDatabase error:\n"
        + switch (outcome) {
          case RunOutcome.Completed completed -> "";
          case RunOutcome.Failed failed -> said(failed.error()) + queryNumber(failed.failed());
          case RunOutcome.ConnectionLost lost -> said(lost.error()) + queryNumber(lost.inFlight());
          case RunOutcome.LeftOpen open ->
              "The script ends inside a transaction that it began; that was rolled back.\n";
          case RunOutcome.Stopped stopped ->
              "The run was asked to stop.\n" + queryNumber(stopped.cancelled());
        };
  }

  private static String said(ServerError error) {
    return error.line()
        + "\n"
        + (error.hint().isEmpty() ? "" : "HINT: " + error.hint() + "\n")
        + (error.position().isPresent()
            ? "Position: " + error.position().getAsInt() + " of the statement\n"
            : "");
  }

  private static String queryNumber(Optional<StatementText> statement) {
    return statement
        .map(
            text ->
                "\nPlease check the query number "
                    + text.ordinal()
                    + " from the migration file ("
                    + text.span().position()
                    + ").\n")
        .orElse("");
  }
}
