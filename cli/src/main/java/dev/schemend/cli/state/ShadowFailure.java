package dev.schemend.cli.state;

import dev.schemend.cli.process.Failure;
import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.scratch.ScratchDatabase;
import dev.schemend.history.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A shadow database does not run the history.
 *
 * @param migration where it stopped
 * @param outcome how
 */
record ShadowFailure(Migration migration, RunOutcome outcome) {

  Failure failure() {
    Optional<ServerError> error = outcome.serverError();
    List<String> because = new ArrayList<>();
    outcome.stoppedAt().ifPresent(one -> because.add("at " + one.span().position()));
    error.map(ServerError::line).ifPresent(because::add);
    return Failure.of(
            error.map(ServerError::databaseErrorCode).orElse("commit"),
            "The shadow database does not run the migration " + migration.name() + ".",
            error
                .flatMap(ScratchDatabase::missingRole)
                .map(role -> "Create the role " + role + " on the shadow database's server.")
                .orElse(
                    "Correct the migration, or use a shadow database of a server that has what it"
                        + " needs."))
        .because(because);
  }
}
