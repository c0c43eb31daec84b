package dev.schemend.exec.ledger;

import dev.schemend.exec.error.ExecError;
import dev.schemend.exec.error.ServerError;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The history forbids what was asked for. Codes and their meaning are Prisma's. */
public sealed interface LedgerError extends ExecError {

  @Override
  default String detail() {
    return "";
  }

  @Override
  default Optional<ServerError> server() {
    return Optional.empty();
  }

  private static String wholeName(List<String> nearest) {
    return "Give the whole name of the directory, its timestamp included."
        + (nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?");
  }

  /**
   * There is no history table, and the database holds other tables: nobody knows which migrations
   * they are the result of.
   *
   * @param tables some of those tables
   * @param ledger the name of the history table
   */
  record SchemaNotEmpty(List<String> tables, String ledger) implements LedgerError {

    private static final int SHOWN = 5;

    /** Copies the list. */
    public SchemaNotEmpty {
      tables = List.copyOf(tables);
    }

    @Override
    public String code() {
      return "P3005";
    }

    @Override
    public String message() {
      return "The database is not empty, and has no table " + ledger + ".";
    }

    @Override
    public String detail() {
      return "It holds "
          + tables.stream().limit(SHOWN).collect(Collectors.joining(", "))
          + (tables.size() > SHOWN ? " and " + (tables.size() - SHOWN) + " more." : ".");
    }

    @Override
    public String hint() {
      return "Record the migrations that it already has with migrate baseline NAME, then deploy"
          + " again.";
    }
  }

  /**
   * Asked to mark as applied what is.
   *
   * @param migration its name
   */
  record AlreadyApplied(String migration) implements LedgerError {

    /** Rejects null. */
    public AlreadyApplied {
      Objects.requireNonNull(migration, "migration");
    }

    @Override
    public String code() {
      return "P3008";
    }

    @Override
    public String message() {
      return "The migration " + migration + " is already recorded as applied.";
    }

    @Override
    public String hint() {
      return "Nothing is to be done for it; see migrate status.";
    }
  }

  /**
   * Failed migrations block all others.
   *
   * @param rows their rows
   */
  record FailedMigrations(List<LedgerRow> rows) implements LedgerError {

    /** Copies the list. */
    public FailedMigrations {
      rows = List.copyOf(rows);
    }

    @Override
    public String code() {
      return "P3009";
    }

    @Override
    public String message() {
      return "The database holds failed migrations; no others are applied before they are"
          + " resolved.";
    }

    @Override
    public String detail() {
      return rows.stream()
          .map(
              row ->
                  "The migration "
                      + row.migration()
                      + " started at "
                      + (row.startedAt().equals(Instant.EPOCH) ? "some time ago" : row.startedAt())
                      + " failed.")
          .collect(Collectors.joining("\n"));
    }

    @Override
    public String hint() {
      return "See both ways out, and take one, with schemend repair; what was mended by hand is"
          + " closed with migrate resolve --rolled-back NAME or --applied NAME.";
    }
  }

  /**
   * Asked to mark as rolled back what was never begun.
   *
   * @param migration the name
   * @param nearest recorded names that are like it
   */
  record NeverApplied(String migration, List<String> nearest) implements LedgerError {

    /** Rejects null parts. */
    public NeverApplied {
      Objects.requireNonNull(migration, "migration");
      nearest = List.copyOf(nearest);
    }

    @Override
    public String code() {
      return "P3011";
    }

    @Override
    public String message() {
      return "The migration " + migration + " was never applied to this database.";
    }

    @Override
    public String hint() {
      return wholeName(nearest);
    }
  }

  /**
   * Asked to mark as rolled back what succeeded.
   *
   * @param migration its name
   */
  record NotFailed(String migration) implements LedgerError {

    /** Rejects null. */
    public NotFailed {
      Objects.requireNonNull(migration, "migration");
    }

    @Override
    public String code() {
      return "P3012";
    }

    @Override
    public String message() {
      return "The migration " + migration + " succeeded; only a failed one can be rolled back.";
    }

    @Override
    public String hint() {
      return "Undo it with a new migration.";
    }
  }

  /**
   * Asked to mark as applied what is not among the local migrations.
   *
   * @param migration the name
   * @param nearest local names that are like it
   */
  record NotFound(String migration, List<String> nearest) implements LedgerError {

    /** Rejects null parts. */
    public NotFound {
      Objects.requireNonNull(migration, "migration");
      nearest = List.copyOf(nearest);
    }

    @Override
    public String code() {
      return "P3017";
    }

    @Override
    public String message() {
      return "There is no local migration " + migration + ".";
    }

    @Override
    public String hint() {
      return wholeName(nearest);
    }
  }

  /**
   * The migrations were written for another server.
   *
   * @param local the provider of migration_lock.toml
   * @param target the provider of the URL
   */
  record ProviderSwitched(String local, String target) implements LedgerError {

    /** Rejects null parts. */
    public ProviderSwitched {
      Objects.requireNonNull(local, "local");
      Objects.requireNonNull(target, "target");
    }

    @Override
    public String code() {
      return "P3019";
    }

    @Override
    public String message() {
      return "The migrations are for " + local + ", but the URL names a " + target + " server.";
    }

    @Override
    public String hint() {
      return "Use the URL of the server they were written for, or begin a new history for this"
          + " one.";
    }
  }

  /**
   * There is no history table, so no migration of it can be resolved.
   *
   * @param ledger its name
   */
  record TableMissing(String ledger) implements LedgerError {

    @Override
    public String code() {
      return "P2021";
    }

    @Override
    public String message() {
      return "The database has no table " + ledger + ".";
    }

    @Override
    public String hint() {
      return "Check that the URL names the right database and schema.";
    }
  }

  /**
   * The history is read here, and not written so.
   *
   * @param ledger the table's name
   * @param why what is not certain
   */
  record ReadOnly(String ledger, String why) implements LedgerError {

    /** Rejects null parts. */
    public ReadOnly {
      Objects.requireNonNull(ledger, "ledger");
      Objects.requireNonNull(why, "why");
    }

    @Override
    public String code() {
      return "read-only-history";
    }

    @Override
    public String message() {
      return "The table " + ledger + " belongs to another tool, and is not written so here.";
    }

    @Override
    public String detail() {
      return why;
    }

    @Override
    public String hint() {
      return "Nothing was changed. Do it with the tool that owns the table; migrate status and diff"
          + " work on it as they are.";
    }
  }

  /**
   * The server refused to read or write the history table.
   *
   * @param doing what was tried: {@code read}, {@code write}, {@code create}
   * @param ledger the table's name
   * @param reason what it said
   */
  record TableFailed(String doing, String ledger, ServerError reason) implements LedgerError {

    /** Rejects null parts. */
    public TableFailed {
      Objects.requireNonNull(doing, "doing");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String code() {
      return reason.databaseErrorCode();
    }

    @Override
    public String message() {
      return "The server would not " + doing + " the table " + ledger + ".";
    }

    @Override
    public String detail() {
      return reason.line();
    }

    @Override
    public String hint() {
      return "Check the rights of the user on that table, and that the server is well.";
    }

    @Override
    public Optional<ServerError> server() {
      return Optional.of(reason);
    }
  }
}
