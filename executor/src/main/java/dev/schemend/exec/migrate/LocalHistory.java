package dev.schemend.exec.migrate;

import dev.schemend.exec.connect.Family;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.ledger.LedgerError;
import dev.schemend.exec.ledger.LocalMigration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The migrations directory, as the executor sees it.
 *
 * @param provider what {@code migration_lock.toml} names; without it nothing is checked
 * @param migrations in the order of their names
 */
public record LocalHistory(Optional<String> provider, List<? extends LocalMigration> migrations) {

  /** Copies the list. */
  public LocalHistory {
    Objects.requireNonNull(provider, "provider");
    migrations = List.copyOf(migrations);
  }

  /**
   * Makes sure that the migrations were written for servers of this family.
   *
   * @throws ExecException with {@link LedgerError.ProviderSwitched} (P3019)
   */
  void requireProvider(Family family) {
    provider
        .filter(local -> !local.equals(family.provider()))
        .ifPresent(
            local -> {
              throw new ExecException(new LedgerError.ProviderSwitched(local, family.provider()));
            });
  }
}
