package dev.schemend.hazard;

import dev.schemend.plan.Hazard;
import dev.schemend.plan.TableLock;
import dev.schemend.plan.TransactionMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is known about a statement before it runs.
 *
 * @param hazards what it may do to what is there
 * @param locks what it keeps from others
 * @param transaction whether it can share a transaction
 */
public record Assessment(List<Hazard> hazards, List<TableLock> locks, TransactionMode transaction) {

  /** Copies the lists. */
  public Assessment {
    hazards = List.copyOf(hazards);
    locks = List.copyOf(locks);
    Objects.requireNonNull(transaction, "transaction");
  }

  /** This, and more dangers; none twice, the worse kinds first. */
  public Assessment plus(List<Hazard> more) {
    List<Hazard> all =
        Stream.concat(hazards.stream(), more.stream())
            .distinct()
            .sorted(Comparator.comparing(Hazard::kind))
            .toList();
    return new Assessment(all, locks, transaction);
  }
}
