package dev.schemend.exec.ledger;

import dev.schemend.exec.error.ExecException;
import dev.schemend.history.Migration;
import java.util.List;
import java.util.Optional;

/**
 * PORT: a history table. Every method throws {@link dev.schemend.exec.error.ExecException} with
 * {@link LedgerError.TableFailed} where the server refuses, or with {@link
 * dev.schemend.exec.connect.ConnectError}. Writers hold the lock.
 */
public interface Ledger {

  /** The table's name, which never takes part in a diff. */
  String table();

  /** All rows by the time they began; empty where there is no table, and only then. */
  Optional<List<LedgerRow>> rows();

  /**
   * Makes sure that the history can be written so.
   *
   * @throws dev.schemend.exec.error.ExecException with {@link LedgerError.ReadOnly} where what its
   *     owner would write is not certain
   */
  default void require(LedgerUse use) {}

  /** Whether the history can be written so. */
  default boolean takes(LedgerUse use) {
    try {
      require(use);
      return true;
    } catch (ExecException refused) {
      return false;
    }
  }

  /** Creates the table. */
  void create();

  /**
   * Records that a migration begins.
   *
   * @return the row's id
   */
  String start(Migration migration);

  /** Whether a row was made for the file as it is. */
  default boolean matches(LedgerRow row, Migration migration) {
    return migration.matches(row.checksum());
  }

  /** Records that the migration of this row is done. */
  void succeed(String id);

  /** Records what went wrong with the migration of this row. */
  void fail(String id, String logs);

  /** Writes all of a resolution, or nothing. */
  void resolve(Resolution resolution);
}
