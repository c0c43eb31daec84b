package dev.schemend.exec.migrate;

import dev.schemend.exec.connect.Family;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.ledger.LedgerError;
import dev.schemend.history.MigrationHistory;

/** Makes sure that migrations were written for the servers they are about to meet. */
final class ProviderCheck {

  private ProviderCheck() {}

  /**
   * Compares the provider of a history, where it has one, with that of a URL.
   *
   * @throws ExecException with {@link LedgerError.ProviderSwitched} (P3019)
   */
  static void require(MigrationHistory local, Family family) {
    local
        .provider()
        .filter(provider -> !provider.equals(family.provider()))
        .ifPresent(
            provider -> {
              throw new ExecException(
                  new LedgerError.ProviderSwitched(provider, family.provider()));
            });
  }
}
