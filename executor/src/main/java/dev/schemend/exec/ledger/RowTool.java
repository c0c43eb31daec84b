package dev.schemend.exec.ledger;

import dev.schemend.history.Checksum;
import dev.schemend.history.Migration;
import java.util.List;
import java.util.Optional;

/**
 * The tools that keep a row for each applied migration, a row of facts for each. In the SQL {@code
 * %s} is the table; the first parameter is the key.
 */
public enum RowTool {
  /**
   * goose. Source: pressly/goose, {@code internal/dialects}, {@code up.go}. Older versions wrote a
   * second row where they undid a migration, so that the last row of a version counts; version 0
   * stands for the table itself.
   */
  GOOSE(
      "goose_db_version",
      "SELECT version_id, is_applied, tstamp, NULL FROM %s WHERE version_id > 0 ORDER BY id",
      "INSERT INTO %s (version_id, is_applied) VALUES (?, true)",
      "DELETE FROM %s WHERE version_id = ?"),

  /** dbmate. Source: amacneil/dbmate, {@code pkg/driver}, {@code pkg/dbmate/db.go}. */
  DBMATE(
      "schema_migrations",
      "SELECT version, true, NULL, NULL FROM %s ORDER BY version",
      "INSERT INTO %s (version) VALUES (?)",
      "DELETE FROM %s WHERE version = ?"),

  /**
   * sqlx. Source: launchbadge/sqlx, {@code sqlx-postgres/src/migrate.rs}, {@code
   * sqlx-mysql/src/migrate.rs}, {@code sqlx-core/src/migrate}. A row without success is its own
   * mark of a migration that was begun; -1 is what it writes before it knows the time.
   */
  SQLX(
      "_sqlx_migrations",
      "SELECT version, success, installed_on, checksum FROM %s ORDER BY version",
      "INSERT INTO %s (version, description, success, checksum, execution_time)"
          + " VALUES (?, ?, true, ?, -1)",
      "DELETE FROM %s WHERE version = ?"),

  /**
   * Diesel. Source: diesel-rs/diesel, {@code diesel/src/migration}, {@code migrations_internals}.
   */
  DIESEL(
      "__diesel_schema_migrations",
      "SELECT version, true, run_on, NULL FROM %s ORDER BY version",
      "INSERT INTO %s (version) VALUES (?)",
      "DELETE FROM %s WHERE version = ?"),

  /**
   * Drizzle before version 1. Source: drizzle-team/drizzle-orm, {@code src/migrator.ts}, {@code
   * src/pg-core/dialect.ts}, {@code src/mysql-core/dialect.ts}. Whatever is not younger than the
   * youngest row counts as applied.
   */
  DRIZZLE(
      "__drizzle_migrations",
      "SELECT created_at, true, NULL, hash FROM %s WHERE created_at IS NOT NULL"
          + " ORDER BY created_at",
      "INSERT INTO %s (created_at, hash) VALUES (?, ?)",
      "DELETE FROM %s WHERE created_at = ?"),

  /**
   * Drizzle from version 1 on, whose migrations are directories: known by their names, each for
   * itself. Source: drizzle-team/drizzle-orm 1.0.0-rc.5, {@code src/migrator.ts}, {@code
   * src/migrator.utils.ts}, {@code src/pg-core/async/session.ts}, {@code
   * src/mysql-core/async/session.ts}. A table of an older version is brought up by its own migrator
   * first.
   */
  DRIZZLE_1(
      "__drizzle_migrations",
      "SELECT name, true, applied_at, hash FROM %s WHERE name IS NOT NULL ORDER BY id",
      "INSERT INTO %s (name, hash, created_at) VALUES (?, ?, ?)",
      "DELETE FROM %s WHERE name = ?");

  private final String table;
  private final String rows;
  private final String insert;
  private final String delete;

  RowTool(String table, String rows, String insert, String delete) {
    this.table = table;
    this.rows = rows;
    this.insert = insert;
    this.delete = delete;
  }

  /** The table's name, unless the tool is told otherwise. */
  public String table() {
    return table;
  }

  /** The query of key, whether it is applied, time and checksum, the oldest first. */
  String rows(String qualified) {
    return rows.formatted(qualified);
  }

  /** The statement that adds the row of an applied migration: its key, then its values. */
  String insert(String qualified) {
    return insert.formatted(qualified);
  }

  /** The statement that takes the row of a key away. */
  String delete(String qualified) {
    return delete.formatted(qualified);
  }

  /** By what the tool knows a migration: a number or a text; empty where it would not know it. */
  Optional<Object> key(Migration migration) {
    return switch (this) {
      case GOOSE, SQLX -> RowKeys.number(migration);
      case DBMATE -> RowKeys.digits(migration);
      case DIESEL -> RowKeys.dieselVersion(migration);
      case DRIZZLE -> RowKeys.made(migration);
      case DRIZZLE_1 -> RowKeys.stamp(migration).map(stamp -> migration.name());
    };
  }

  /** The other values of its row. */
  List<Object> values(Migration migration) {
    return switch (this) {
      case GOOSE, DBMATE, DIESEL -> List.of();
      case SQLX -> List.of(RowKeys.sqlxDescription(migration), RowKeys.sha384(migration));
      case DRIZZLE -> List.of(RowKeys.sha256OfLines(migration));
      case DRIZZLE_1 ->
          List.of(Checksum.of(migration.file().text()), RowKeys.stamp(migration).orElseThrow());
    };
  }

  /** What it writes of the file's text, as a text; empty where it writes nothing of it. */
  String checksum(Migration migration) {
    return switch (this) {
      case GOOSE, DBMATE, DIESEL -> "";
      case SQLX -> RowKeys.sha384Hex(migration);
      case DRIZZLE -> RowKeys.sha256OfLines(migration);
      case DRIZZLE_1 -> Checksum.of(migration.file().text());
    };
  }

  /** Whether the table itself tells of a migration that was begun and is not done. */
  boolean marksFailure() {
    return this == SQLX;
  }

  /** Whether one row speaks for all migrations that are older. */
  boolean speaksForOlder() {
    return this == DRIZZLE;
  }
}
