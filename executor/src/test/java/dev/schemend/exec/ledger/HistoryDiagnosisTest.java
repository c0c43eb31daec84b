package dev.schemend.exec.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.exec.error.ExecException;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.source.SourceText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The laws of reading a history, on random tables beside random directories. */
class HistoryDiagnosisTest {

  private static final Instant START = Instant.parse("2023-01-01T12:00:00Z");

  @Property
  void everyLocalMigrationIsPendingOrHasARowThatCounts(
      @ForAll("rows") List<LedgerRow> rows, @ForAll("local") MigrationHistory local) {
    HistoryDiagnosis diagnosis = HistoryDiagnosis.of(Optional.of(rows), local);
    Set<String> counting = new HashSet<>(diagnosis.applied());
    diagnosis.failed().forEach(row -> counting.add(row.migration()));
    assertEquals(
        local.migrations().stream()
            .filter(migration -> !counting.contains(migration.name()))
            .toList(),
        diagnosis.pending());
    assertTrue(diagnosis.rolledBack().stream().noneMatch(counting::contains));
    assertTrue(diagnosis.edited().stream().noneMatch(diagnosis.pending()::contains));
  }

  @Property
  void theRelationNamesExactlyTheNamesOfOneSideOnly(
      @ForAll("rows") List<LedgerRow> rows, @ForAll("local") MigrationHistory local) {
    List<String> recorded = rows.stream().map(LedgerRow::migration).distinct().toList();
    List<String> names = local.names();
    List<String> unrecorded = names.stream().filter(name -> !recorded.contains(name)).toList();
    List<String> databaseOnly = recorded.stream().filter(name -> !names.contains(name)).toList();
    switch (HistoryDiagnosis.of(Optional.of(rows), local).relation()) {
      case HistoryRelation.InSync inSync ->
          assertTrue(unrecorded.isEmpty() && databaseOnly.isEmpty());
      case HistoryRelation.DatabaseIsBehind behind -> {
        assertEquals(unrecorded, behind.unrecorded());
        assertTrue(databaseOnly.isEmpty());
      }
      case HistoryRelation.DirectoryIsBehind behind -> {
        assertEquals(databaseOnly, behind.databaseOnly());
        assertTrue(unrecorded.isEmpty());
      }
      case HistoryRelation.Diverged diverged -> {
        assertEquals(unrecorded, diverged.unrecorded());
        assertEquals(databaseOnly, diverged.databaseOnly());
        int before = names.indexOf(unrecorded.getFirst()) - 1;
        assertEquals(
            before < 0 ? Optional.empty() : Optional.of(names.get(before)), diverged.lastCommon());
      }
    }
  }

  @Property
  void aResolutionLeavesNoOpenRowOfTheNameAndTouchesNoOther(
      @ForAll("rows") List<LedgerRow> rows, @ForAll("name") String name) {
    Resolution resolution;
    try {
      resolution = Resolution.rolledBack(rows, name);
    } catch (ExecException refused) {
      boolean named = rows.stream().anyMatch(row -> row.migration().equals(name));
      assertEquals(named ? "P3012" : "P3011", refused.error().code());
      assertTrue(
          rows.stream().allMatch(row -> !row.migration().equals(name) || row.state().finished()));
      return;
    }
    List<LedgerRow> after = written(rows, resolution);
    assertTrue(
        after.stream()
            .noneMatch(row -> row.migration().equals(name) && row.state() == RowState.FAILED));
    assertEquals(others(rows, name), others(after, name));
    // Prisma's second call of the same is a success that does nothing.
    assertEquals(List.of(), Resolution.rolledBack(after, name).rollBack());
  }

  @Property
  void aMigrationMarkedAsAppliedIsAppliedAndNoLongerFailedOrPending(
      @ForAll("rows") List<LedgerRow> rows, @ForAll("local") MigrationHistory local) {
    for (Migration migration : local.migrations()) {
      boolean finished =
          rows.stream()
              .anyMatch(row -> row.migration().equals(migration.name()) && row.state().finished());
      if (finished) {
        ExecException refused =
            assertThrows(
                ExecException.class,
                () -> Resolution.applied(rows, migration.name(), migration.checksum()));
        assertEquals(new LedgerError.AlreadyApplied(migration.name()), refused.error());
        continue;
      }
      List<LedgerRow> after =
          written(rows, Resolution.applied(rows, migration.name(), migration.checksum()));
      HistoryDiagnosis diagnosis = HistoryDiagnosis.of(Optional.of(after), local);
      assertTrue(diagnosis.applied().contains(migration.name()));
      assertFalse(diagnosis.pending().contains(migration));
      assertFalse(diagnosis.edited().contains(migration));
      assertTrue(
          diagnosis.failed().stream().noneMatch(row -> row.migration().equals(migration.name())));
      assertEquals(others(rows, migration.name()), others(after, migration.name()));
    }
  }

  @Test
  void withoutATableEverythingIsPending() {
    MigrationHistory local = history("a", "b");
    HistoryDiagnosis diagnosis = HistoryDiagnosis.of(Optional.empty(), local);
    assertFalse(diagnosis.tablePresent());
    assertEquals(local.migrations(), diagnosis.pending());
    assertEquals(new HistoryRelation.DatabaseIsBehind(List.of("a", "b")), diagnosis.relation());
  }

  @Test
  void aMigrationMendedAfterItsRollbackIsNotTakenForEdited() {
    LedgerRow first = row(0, "a", RowState.ROLLED_BACK, "old");
    LedgerRow second = row(1, "a", RowState.APPLIED, migration("a").checksum());
    HistoryDiagnosis diagnosis =
        HistoryDiagnosis.of(Optional.of(List.of(first, second)), history("a"));
    assertEquals(List.of(), diagnosis.edited());
    assertEquals(List.of(), diagnosis.pending());
  }

  private static Migration migration(String name) {
    String path = name + "/migration.sql";
    return new Migration(name, new SourceText(path, "script of " + name), path);
  }

  private static MigrationHistory history(String... names) {
    List<Migration> migrations = Arrays.stream(names).map(HistoryDiagnosisTest::migration).toList();
    return new MigrationHistory("prisma", migrations, Optional.empty());
  }

  private static List<LedgerRow> others(List<LedgerRow> rows, String name) {
    return rows.stream().filter(row -> !row.migration().equals(name)).toList();
  }

  /** What the table holds after a resolution is written. */
  private static List<LedgerRow> written(List<LedgerRow> rows, Resolution resolution) {
    List<LedgerRow> after = new ArrayList<>();
    for (LedgerRow row : rows) {
      after.add(
          resolution.rollBack().contains(row.id())
              ? row(
                  Integer.parseInt(row.id()), row.migration(), RowState.ROLLED_BACK, row.checksum())
              : row);
    }
    resolution
        .insert()
        .ifPresent(
            applied ->
                after.add(
                    row(after.size(), applied.migration(), RowState.APPLIED, applied.checksum())));
    return after;
  }

  private static LedgerRow row(int id, String name, RowState state, String checksum) {
    Instant time = START.plusSeconds(id);
    Optional<Instant> finished = state.finished() ? Optional.of(time) : Optional.empty();
    boolean back = state == RowState.ROLLED_BACK || state == RowState.FINISHED_AND_ROLLED_BACK;
    return new LedgerRow(
        Integer.toString(id),
        checksum,
        name,
        Optional.empty(),
        time,
        finished,
        back ? Optional.of(time) : Optional.empty(),
        0);
  }

  @Provide
  Arbitrary<String> name() {
    return Arbitraries.of("a", "b", "c", "d", "e");
  }

  @Provide
  Arbitrary<MigrationHistory> local() {
    return name().set().map(names -> history(names.stream().sorted().toArray(String[]::new)));
  }

  @Provide
  Arbitrary<List<LedgerRow>> rows() {
    Arbitrary<LedgerRow> row =
        Combinators.combine(
                name(),
                Arbitraries.of(RowState.class),
                Arbitraries.of("old", migration("a").checksum()))
            .as((name, state, checksum) -> row(0, name, state, checksum));
    return row.list()
        .ofMaxSize(8)
        .map(
            rows -> {
              List<LedgerRow> numbered = new ArrayList<>();
              for (LedgerRow each : rows) {
                numbered.add(row(numbered.size(), each.migration(), each.state(), each.checksum()));
              }
              return List.copyOf(numbered);
            });
  }
}
