package dev.schemend.exec.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the names of the local migrations and of the recorded ones relate, as Prisma's diagnosis has
 * it: a rolled-back row is a recorded name too.
 */
public sealed interface HistoryRelation {

  /** The same names on both sides. */
  record InSync() implements HistoryRelation {}

  /**
   * Local migrations that no row names.
   *
   * @param unrecorded their names, in local order
   */
  record DatabaseIsBehind(List<String> unrecorded) implements HistoryRelation {

    /** Copies the list. */
    public DatabaseIsBehind {
      unrecorded = List.copyOf(unrecorded);
    }
  }

  /**
   * Rows that name no local migration.
   *
   * @param databaseOnly their names, in recorded order
   */
  record DirectoryIsBehind(List<String> databaseOnly) implements HistoryRelation {

    /** Copies the list. */
    public DirectoryIsBehind {
      databaseOnly = List.copyOf(databaseOnly);
    }
  }

  /**
   * Both.
   *
   * @param lastCommon the local migration in front of the first unrecorded one
   * @param unrecorded names of local migrations without a row
   * @param databaseOnly names of rows without a local migration
   */
  record Diverged(Optional<String> lastCommon, List<String> unrecorded, List<String> databaseOnly)
      implements HistoryRelation {

    /** Copies the lists. */
    public Diverged {
      Objects.requireNonNull(lastCommon, "lastCommon");
      unrecorded = List.copyOf(unrecorded);
      databaseOnly = List.copyOf(databaseOnly);
    }
  }
}
