package dev.schemend.exec.migrate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a deployment ended.
 *
 * @param applied names of the migrations that it applied, in order
 * @param error why it stopped in a migration, if it did
 * @param stoppedBefore the migration that it was asked to stop before, if it was
 */
public record DeployOutcome(
    List<String> applied, Optional<ApplyError> error, Optional<String> stoppedBefore) {

  /** An outcome of a deployment that nobody asked to stop. */
  public DeployOutcome(List<String> applied, Optional<ApplyError> error) {
    this(applied, error, Optional.empty());
  }

  /** Copies the list. */
  public DeployOutcome {
    applied = List.copyOf(applied);
    Objects.requireNonNull(error, "error");
    Objects.requireNonNull(stoppedBefore, "stoppedBefore");
  }
}
