package dev.schemend.exec.ledger;

/** What a row of {@code _prisma_migrations} says of its migration; its two times decide alone. */
public enum RowState {
  /** Finished: the migration is done. */
  APPLIED,
  /** Neither finished nor rolled back: it failed, or still runs. Blocks further migrations. */
  FAILED,
  /** Rolled back: the row is kept for the record, the migration may be applied again. */
  ROLLED_BACK,
  /** Both. Prisma never writes that; it reads it as not applied, and refuses to apply it. */
  FINISHED_AND_ROLLED_BACK;

  /** The state of a row with these times set or not. */
  public static RowState of(boolean finished, boolean rolledBack) {
    if (finished) {
      return rolledBack ? FINISHED_AND_ROLLED_BACK : APPLIED;
    }
    return rolledBack ? ROLLED_BACK : FAILED;
  }

  /** Whether the row has its {@code finished_at}. */
  public boolean finished() {
    return this == APPLIED || this == FINISHED_AND_ROLLED_BACK;
  }

  /** Whether the row counts: it is not rolled back. */
  public boolean counts() {
    return this == APPLIED || this == FAILED;
  }
}
