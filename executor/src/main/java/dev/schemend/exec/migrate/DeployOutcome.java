package dev.schemend.exec.migrate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a deployment ended.
 *
 * @param applied names of the migrations that it applied, in order
 * @param error why it stopped, if it did not come to the end
 */
public record DeployOutcome(List<String> applied, Optional<ApplyError> error) {

  /** Copies the list. */
  public DeployOutcome {
    applied = List.copyOf(applied);
    Objects.requireNonNull(error, "error");
  }
}
