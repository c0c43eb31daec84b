package dev.schemend.exec.postgres;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.ledger.LedgerDialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The history table on PostgreSQL. */
public final class PostgresLedgerDialect implements LedgerDialect {

  @Override
  public List<String> create(Database database, String table) {
    // Only where it is needed: CREATE SCHEMA IF NOT EXISTS asks for the right to create one even
    // where it exists. Without one in the URL, the search path is public.
    Stream<String> schema =
        database.identity().schema().isPresent()
            ? Stream.empty()
            : Stream.of(database.url().schemas().stream().findFirst().orElse("public"));
    return Stream.concat(
            schema.map(name -> "CREATE SCHEMA IF NOT EXISTS " + PostgresConnector.quoted(name)),
            Stream.of(
                """
                CREATE TABLE %s (
                    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
                    checksum                VARCHAR(64) NOT NULL,
                    finished_at             TIMESTAMPTZ,
                    migration_name          VARCHAR(255) NOT NULL,
                    logs                    TEXT,
                    rolled_back_at          TIMESTAMPTZ,
                    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
                    applied_steps_count     INTEGER NOT NULL DEFAULT 0
                )\
                """
                    .formatted(table)))
        .toList();
  }

  @Override
  public String undefinedTable() {
    return "42P01";
  }

  @Override
  public Object bind(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  @Override
  public Optional<Instant> read(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
