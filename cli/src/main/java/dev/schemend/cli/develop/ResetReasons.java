package dev.schemend.cli.develop;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.render.SummaryText;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.StatePair;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.HistoryRelation;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.history.Migration;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.Plan;
import dev.schemend.rename.Renames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a development database cannot be brought on as it is, in Prisma's words (engine, {@code
 * dev_diagnostic.rs}). What Prisma finds with a shadow database is found by the fold of the
 * migrations.
 */
public final class ResetReasons {

  private static final String DRIFT =
      "Drift detected: Your database schema is not in sync with your migration history.\n"
          + "\n"
          + "The following is a summary of the differences between the expected database schema"
          + " given your migrations files, and the actual schema of the database.\n"
          + "\n"
          + "It should be understood as the set of changes to get from the expected schema to the"
          + " actual schema.\n";

  private static final String FIRST_TIME =
      "\n"
          + "If you are running this the first time on an existing database, record the migrations"
          + " that it has already with migrate resolve --applied (baselining):\n"
          + "https://www.prisma.io/docs/orm/prisma-migrate/workflows/baselining\n";

  private ResetReasons() {}

  /**
   * The reasons; none where the database can be brought on.
   *
   * @param expected what the applied migrations lead to
   * @param live what the database holds
   */
  public static List<String> of(
      HistoryDiagnosis diagnosis, ReadState expected, ReadState live, DialectKit kit) {
    List<String> reasons = new ArrayList<>();
    for (LedgerRow row : diagnosis.failed()) {
      reasons.add("The migration `" + row.migration() + "` failed.");
    }
    for (Migration migration : diagnosis.edited()) {
      reasons.add("The migration `" + migration.name() + "` was modified after it was applied.");
    }
    Plan drift =
        Difference.of(new StatePair(kit, expected, live), Renames.none(expected.schema())).plan();
    if (!drift.isEmpty() && !isUnread(drift, expected)) {
      reasons.add(
          DRIFT
              + (diagnosis.tablePresent() ? "" : FIRST_TIME)
              + SummaryText.of(drift, kit.frontend(), kit.profile().defaultSchema()));
    }
    switch (diagnosis.relation()) {
      case HistoryRelation.Diverged diverged ->
          reasons.add(
              "The migrations recorded in the database diverge from the local migrations"
                  + " directory."
                  + diverged
                      .lastCommon()
                      .map(last -> " Last common migration: `" + last + "`.")
                      .orElse("")
                  + " Migrations applied to the database but absent from the migrations directory"
                  + " are: "
                  + String.join(", ", diverged.databaseOnly()));
      case HistoryRelation.DirectoryIsBehind behind ->
          reasons.add(
              "The following migration(s) are applied to the database but missing from the local"
                  + " migrations directory: "
                  + String.join(", ", behind.databaseOnly()));
      case HistoryRelation.InSync other -> {}
      case HistoryRelation.DatabaseIsBehind other -> {}
    }
    return reasons;
  }

  /** Whether all that differs is what the migrations say in words that could not be read. */
  private static boolean isUnread(Plan drift, ReadState expected) {
    return !expected.coverage().isComplete()
        && drift.changes().stream()
            .allMatch(
                change ->
                    expected.touched().stream()
                        .map(ObjectName::name)
                        .anyMatch(change.ref().name().name()::equals));
  }

  /** One reason as it is, several as a list. */
  public static String text(List<String> reasons) {
    return reasons.size() == 1
        ? reasons.getFirst()
        : reasons.stream().map(reason -> "- " + reason).collect(Collectors.joining("\n"));
  }
}
