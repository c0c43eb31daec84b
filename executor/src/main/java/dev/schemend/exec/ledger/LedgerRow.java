package dev.schemend.exec.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of {@code _prisma_migrations}.
 *
 * @param id a UUID
 * @param checksum of the script as it was run or resolved
 * @param migration the directory's name; several rows may have the same
 * @param logs what went wrong in a failed run; empty text for a migration marked as applied
 * @param startedAt when it began
 * @param finishedAt when it succeeded, or was marked as applied
 * @param rolledBackAt when it was marked as rolled back
 * @param appliedSteps 1 where its script was run to the end, else 0
 */
public record LedgerRow(
    String id,
    String checksum,
    String migration,
    Optional<String> logs,
    Instant startedAt,
    Optional<Instant> finishedAt,
    Optional<Instant> rolledBackAt,
    int appliedSteps) {

  /** Rejects null parts. */
  public LedgerRow {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(checksum, "checksum");
    Objects.requireNonNull(migration, "migration");
    Objects.requireNonNull(logs, "logs");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(finishedAt, "finishedAt");
    Objects.requireNonNull(rolledBackAt, "rolledBackAt");
  }

  /** What it says. */
  public RowState state() {
    return RowState.of(finishedAt.isPresent(), rolledBackAt.isPresent());
  }
}
