package dev.schemend.exec.ledger;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What the history table means beside the local migrations.
 *
 * @param tablePresent whether there is a history table
 * @param applied names with an applied row, in recorded order
 * @param failed the rows that block, in recorded order
 * @param rolledBack names whose rows are all rolled back, in recorded order
 * @param pending local migrations that {@code migrate deploy} would run: those without a row that
 *     counts, in local order
 * @param edited local migrations whose script is not the one recorded in the last row that counts
 *     (Prisma compares with the first row of the name, and so takes a migration that was rolled
 *     back, mended and deployed again for edited)
 * @param relation how the names relate
 */
public record HistoryDiagnosis(
    boolean tablePresent,
    List<String> applied,
    List<LedgerRow> failed,
    List<String> rolledBack,
    List<Migration> pending,
    List<Migration> edited,
    HistoryRelation relation) {

  /** Copies the lists. */
  public HistoryDiagnosis {
    applied = List.copyOf(applied);
    failed = List.copyOf(failed);
    rolledBack = List.copyOf(rolledBack);
    pending = List.copyOf(pending);
    edited = List.copyOf(edited);
    Objects.requireNonNull(relation, "relation");
  }

  /**
   * Computes it.
   *
   * @param rows the table's rows by the time they began; empty where there is no table
   * @param history the local migrations
   */
  public static HistoryDiagnosis of(Optional<List<LedgerRow>> rows, MigrationHistory history) {
    return of(rows, history, (row, migration) -> migration.matches(row.checksum()));
  }

  /**
   * Computes it.
   *
   * @param matches whether a row was made for a file as it is
   */
  public static HistoryDiagnosis of(
      Optional<List<LedgerRow>> rows,
      MigrationHistory history,
      BiPredicate<LedgerRow, Migration> matches) {
    List<Migration> local = history.migrations();
    Map<String, LedgerRow> counting = new HashMap<>();
    Set<String> names = new LinkedHashSet<>();
    Set<String> applied = new LinkedHashSet<>();
    List<LedgerRow> recorded = rows.orElseGet(List::of);
    for (LedgerRow row : recorded) {
      names.add(row.migration());
      if (row.state().counts()) {
        counting.put(row.migration(), row);
      }
      if (row.state() == RowState.APPLIED) {
        applied.add(row.migration());
      }
    }
    return new HistoryDiagnosis(
        rows.isPresent(),
        List.copyOf(applied),
        recorded.stream().filter(row -> row.state() == RowState.FAILED).toList(),
        names.stream().filter(name -> !counting.containsKey(name)).toList(),
        local.stream().filter(migration -> !counting.containsKey(migration.name())).toList(),
        local.stream().filter(migration -> isEdited(migration, counting, matches)).toList(),
        relation(names, history.names()));
  }

  private static boolean isEdited(
      Migration migration,
      Map<String, LedgerRow> counting,
      BiPredicate<LedgerRow, Migration> matches) {
    LedgerRow row = counting.get(migration.name());
    return row != null && !matches.test(row, migration);
  }

  private static HistoryRelation relation(Set<String> recorded, List<String> local) {
    Set<String> localNames = Set.copyOf(local);
    List<String> unrecorded = local.stream().filter(name -> !recorded.contains(name)).toList();
    List<String> databaseOnly =
        recorded.stream().filter(name -> !localNames.contains(name)).toList();
    if (unrecorded.isEmpty()) {
      return databaseOnly.isEmpty()
          ? new HistoryRelation.InSync()
          : new HistoryRelation.DirectoryIsBehind(databaseOnly);
    }
    if (databaseOnly.isEmpty()) {
      return new HistoryRelation.DatabaseIsBehind(unrecorded);
    }
    Optional<String> lastCommon =
        local.stream().takeWhile(recorded::contains).reduce((first, second) -> second);
    return new HistoryRelation.Diverged(lastCommon, unrecorded, databaseOnly);
  }
}
