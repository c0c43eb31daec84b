package dev.schemend.exec.ledger;

import dev.schemend.exec.error.ExecException;
import dev.schemend.history.UnknownMigrationException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code migrate resolve} writes.
 *
 * @param rollBack ids of the open rows that get their {@code rolled_back_at}
 * @param insert the finished row that is added, for a migration marked as applied
 */
public record Resolution(List<String> rollBack, Optional<Applied> insert) {

  /**
   * A migration to be recorded as applied without having been run.
   *
   * @param migration its name
   * @param checksum of its local script
   */
  public record Applied(String migration, String checksum) {

    /** Rejects null parts. */
    public Applied {
      Objects.requireNonNull(migration, "migration");
      Objects.requireNonNull(checksum, "checksum");
    }
  }

  /** Nothing is written: the history never knew of the migration. */
  public static final Resolution NONE = new Resolution(List.of(), Optional.empty());

  /** Copies the list. */
  public Resolution {
    rollBack = List.copyOf(rollBack);
    Objects.requireNonNull(insert, "insert");
  }

  /**
   * Marks a migration as applied, as Prisma does: open rows of that name are rolled back and a
   * finished one is added.
   *
   * @throws ExecException with {@link LedgerError.AlreadyApplied} (P3008) where any row of that
   *     name is finished, even one that is rolled back too
   */
  public static Resolution applied(List<LedgerRow> rows, String migration, String checksum) {
    if (rows.stream()
        .anyMatch(row -> row.migration().equals(migration) && row.state().finished())) {
      throw new ExecException(new LedgerError.AlreadyApplied(migration));
    }
    return new Resolution(open(rows, migration), Optional.of(new Applied(migration, checksum)));
  }

  /**
   * Marks a failed migration as rolled back, as Prisma does. Doing it twice changes nothing.
   *
   * @throws ExecException with {@link LedgerError.NeverApplied} (P3011) where no row has that name,
   *     with {@link LedgerError.NotFailed} (P3012) where all that do are finished
   */
  public static Resolution rolledBack(List<LedgerRow> rows, String migration) {
    List<LedgerRow> named = rows.stream().filter(row -> row.migration().equals(migration)).toList();
    if (named.isEmpty()) {
      List<String> names = rows.stream().map(LedgerRow::migration).distinct().toList();
      throw new ExecException(
          new LedgerError.NeverApplied(
              migration, new UnknownMigrationException(migration, names).nearest()));
    }
    if (named.stream().allMatch(row -> row.state().finished())) {
      throw new ExecException(new LedgerError.NotFailed(migration));
    }
    return new Resolution(open(rows, migration), Optional.empty());
  }

  /**
   * Marks completed migrations as rolled back, once their effect is undone. Prisma has no command
   * for it; its deploy reads such rows as not applied, and applies the migrations again.
   *
   * @param rows the table's rows
   * @param migrations their names
   */
  public static Resolution undone(List<LedgerRow> rows, Set<String> migrations) {
    return new Resolution(
        rows.stream()
            .filter(row -> migrations.contains(row.migration()))
            .filter(row -> row.state() == RowState.APPLIED)
            .map(LedgerRow::id)
            .toList(),
        Optional.empty());
  }

  /**
   * Makes sure that a history takes it.
   *
   * @throws ExecException with {@link LedgerError.ReadOnly}
   */
  public void requireOf(Ledger ledger) {
    if (!rollBack.isEmpty()) {
      ledger.require(LedgerUse.CLOSE);
    } else if (insert.isPresent()) {
      ledger.require(LedgerUse.RECORD);
    }
  }

  private static List<String> open(List<LedgerRow> rows, String migration) {
    return rows.stream()
        .filter(row -> row.migration().equals(migration) && row.state() == RowState.FAILED)
        .map(LedgerRow::id)
        .toList();
  }
}
