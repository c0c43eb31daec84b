package dev.schemend.cli.render;

import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.exec.ledger.HistoryRelation;
import dev.schemend.exec.ledger.LedgerRow;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code migrate status} says, in the order of Prisma's decisions. Failed migrations are told
 * in any case: Prisma hides them behind pending ones.
 *
 * @param out for standard output
 * @param err for standard error
 * @param inOrder whether nothing is to be done
 */
public record StatusText(List<String> out, List<String> err, boolean inOrder) {

  /** Copies the lists. */
  public StatusText {
    out = List.copyOf(out);
    err = List.copyOf(err);
  }

  /** The status of a database with this history beside these migrations. */
  public static StatusText of(HistoryDiagnosis diagnosis, MigrationHistory local) {
    List<String> out = new ArrayList<>();
    List<String> err = new ArrayList<>();
    boolean related = true;
    switch (diagnosis.relation()) {
      case HistoryRelation.DatabaseIsBehind behind -> {
        out.addAll(pending(behind.unrecorded()));
        related = false;
      }
      case HistoryRelation.Diverged diverged -> {
        err.addAll(diverged(diverged));
        related = false;
      }
      case HistoryRelation.InSync sync -> {}
      case HistoryRelation.DirectoryIsBehind ahead ->
          err.add(
              "note: recorded in the database, not among the local migrations: "
                  + String.join(", ", ahead.databaseOnly()));
    }
    if (related && !diagnosis.tablePresent()) {
      err.addAll(unmanaged(local));
      related = false;
    }
    if (!diagnosis.failed().isEmpty()) {
      err.addAll(failed(diagnosis.failed()));
    }
    notes(diagnosis, err);
    boolean inOrder = related && diagnosis.failed().isEmpty();
    if (inOrder) {
      out.add("Database schema is up to date!");
    }
    return new StatusText(out, err, inOrder);
  }

  private static List<String> pending(List<String> names) {
    List<String> lines = new ArrayList<>();
    lines.add(
        (names.size() == 1 ? "Following migration" : "Following migrations")
            + " have not yet been applied:");
    lines.addAll(names);
    lines.add("");
    lines.add("To apply migrations in development run schemend migrate dev.");
    lines.add("To apply migrations in production run schemend migrate deploy.");
    return lines;
  }

  private static List<String> diverged(HistoryRelation.Diverged diverged) {
    List<String> lines = new ArrayList<>();
    lines.add("Your local migration history and the migrations table of the database differ:");
    lines.add("");
    lines.add("The last common migration is: " + diverged.lastCommon().orElse("(there is none)"));
    lines.add("");
    lines.add("The migrations have not yet been applied:");
    lines.addAll(diverged.unrecorded());
    lines.add("");
    lines.add("The migrations from the database are not found locally:");
    lines.addAll(diverged.databaseOnly());
    return lines;
  }

  private static List<String> unmanaged(MigrationHistory local) {
    List<String> lines = new ArrayList<>();
    lines.add("The current database is not managed by " + owner(local.layout()) + ".");
    local.migrations().stream()
        .findFirst()
        .map(Migration::name)
        .ifPresent(
            first -> {
              lines.add("");
              lines.add("If it holds what the first migration makes already, baseline it:");
              lines.add("schemend migrate baseline \"" + first + "\"");
            });
    return lines;
  }

  private static List<String> failed(List<LedgerRow> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(
        (rows.size() == 1 ? "Following migration has" : "Following migrations have") + " failed:");
    rows.forEach(row -> lines.add(row.migration() + started(row)));
    String first = rows.getFirst().migration();
    lines.add("");
    lines.add("To see both ways out of it, and take one: schemend repair");
    lines.add("");
    lines.add("If you have undone by hand what it did:");
    lines.add("schemend migrate resolve --rolled-back \"" + first + "\"");
    lines.add("");
    lines.add("If you have done the rest of it by hand:");
    lines.add("schemend migrate resolve --applied \"" + first + "\"");
    return lines;
  }

  /** Not every tool writes down when a migration began. */
  private static String started(LedgerRow row) {
    return row.startedAt().equals(Instant.EPOCH) ? "" : " (started at " + row.startedAt() + ")";
  }

  private static String owner(String layout) {
    return switch (layout) {
      case "prisma" -> "Prisma Migrate";
      case "flyway" -> "Flyway";
      case "liquibase" -> "Liquibase";
      case "atlas" -> "Atlas";
      case "diesel" -> "Diesel";
      case "drizzle" -> "Drizzle";
      case "golang-migrate", "goose", "dbmate", "sqlx" -> layout;
      default -> "schemend";
    };
  }

  /** What Prisma's status does not tell and its other commands act upon. */
  private static void notes(HistoryDiagnosis diagnosis, List<String> err) {
    List<String> again =
        diagnosis.pending().stream()
            .map(Migration::name)
            .filter(diagnosis.rolledBack()::contains)
            .toList();
    if (!again.isEmpty()) {
      err.add(
          "note: rolled back, and applied again by migrate deploy: " + String.join(", ", again));
    }
    if (!diagnosis.edited().isEmpty()) {
      err.add(
          "note: edited after they were applied: "
              + String.join(", ", diagnosis.edited().stream().map(Migration::name).toList()));
    }
  }
}
