package dev.schemend.hazard.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import java.util.List;

/**
 * Operations on InnoDB tables, and how they are carried out from which version on (MySQL manual,
 * 17.12.1 "Online DDL Operations"; MariaDB Knowledge Base, "InnoDB Online DDL Operations"). Of a
 * server's rows the last one counts whose version it has reached.
 */
enum OnlineOperation {
  ADD_INDEX(mysql(5, 6, 0, Way.BUILD), maria(10, 0, 0, Way.BUILD)),
  ADD_FULLTEXT_INDEX(mysql(5, 6, 0, Way.SHARED_REBUILD), maria(10, 0, 0, Way.SHARED_REBUILD)),
  ADD_SPATIAL_INDEX(mysql(5, 7, 0, Way.SHARED_BUILD), maria(10, 2, 0, Way.SHARED_BUILD)),
  DROP_INDEX(mysql(5, 6, 0, Way.METADATA), maria(10, 0, 0, Way.METADATA)),
  RENAME_INDEX(mysql(5, 7, 0, Way.METADATA), maria(10, 5, 2, Way.INSTANT)),
  SHOW_OR_HIDE_INDEX(mysql(8, 0, 0, Way.METADATA), maria(10, 6, 0, Way.INSTANT)),
  ADD_PRIMARY_KEY(mysql(5, 6, 0, Way.REBUILD), maria(10, 0, 0, Way.REBUILD)),
  DROP_PRIMARY_KEY(
      mysql(5, 6, 0, Way.COPY), maria(10, 0, 0, Way.COPY), maria(11, 2, 0, Way.ONLINE_COPY)),
  APPEND_COLUMN(
      mysql(5, 6, 0, Way.REBUILD),
      mysql(8, 0, 12, Way.INSTANT),
      maria(10, 0, 0, Way.REBUILD),
      maria(10, 3, 2, Way.INSTANT)),
  INSERT_COLUMN(
      mysql(5, 6, 0, Way.REBUILD), mysql(8, 0, 29, Way.INSTANT), maria(10, 0, 0, Way.REBUILD)),
  ADD_AUTO_INCREMENT(mysql(5, 6, 0, Way.SHARED_REBUILD), maria(10, 0, 0, Way.SHARED_REBUILD)),
  ADD_STORED_COLUMN(
      mysql(5, 7, 0, Way.COPY), maria(10, 2, 0, Way.COPY), maria(11, 2, 0, Way.ONLINE_COPY)),
  ADD_VIRTUAL_COLUMN(
      mysql(5, 7, 0, Way.METADATA), mysql(8, 0, 12, Way.INSTANT), maria(10, 2, 2, Way.INSTANT)),
  DROP_COLUMN(
      mysql(5, 6, 0, Way.REBUILD),
      mysql(8, 0, 29, Way.INSTANT),
      maria(10, 0, 0, Way.REBUILD),
      maria(10, 4, 0, Way.INSTANT)),
  DROP_VIRTUAL_COLUMN(
      mysql(5, 7, 0, Way.METADATA), mysql(8, 0, 12, Way.INSTANT), maria(10, 2, 2, Way.INSTANT)),
  RENAME_COLUMN(
      mysql(5, 6, 0, Way.METADATA),
      mysql(8, 0, 28, Way.INSTANT),
      maria(10, 0, 0, Way.METADATA),
      maria(10, 3, 2, Way.INSTANT)),
  MOVE_COLUMN(
      mysql(5, 6, 0, Way.REBUILD), maria(10, 0, 0, Way.REBUILD), maria(10, 4, 0, Way.INSTANT)),
  CHANGE_TYPE(
      mysql(5, 6, 0, Way.COPY), maria(10, 0, 0, Way.COPY), maria(11, 2, 0, Way.ONLINE_COPY)),
  EXTEND_VARCHAR(
      mysql(5, 7, 0, Way.METADATA), maria(10, 2, 2, Way.METADATA), maria(10, 4, 3, Way.INSTANT)),
  CONVERT_VALUES(
      mysql(5, 6, 0, Way.COPY), maria(10, 0, 0, Way.COPY), maria(11, 2, 0, Way.ONLINE_COPY)),
  MAKE_NULLABLE(mysql(5, 6, 0, Way.REBUILD), maria(10, 0, 0, Way.REBUILD)),
  MAKE_REQUIRED(mysql(5, 6, 0, Way.REBUILD), maria(10, 0, 0, Way.REBUILD)),
  EXTEND_ENUM(
      mysql(5, 6, 0, Way.METADATA),
      mysql(8, 0, 12, Way.INSTANT),
      maria(10, 0, 0, Way.METADATA),
      maria(10, 3, 2, Way.INSTANT)),
  /** Any column defined anew beside a check of labels: MySQL 8.0.33 only copies (error 1845). */
  DEFINE_BESIDE_CHECKED_LABELS(mysql(8, 0, 16, Way.COPY), maria(10, 0, 0, Way.INSTANT)),
  DESCRIBE_COLUMN(
      mysql(5, 6, 0, Way.METADATA),
      mysql(8, 0, 12, Way.INSTANT),
      maria(10, 0, 0, Way.METADATA),
      maria(10, 3, 2, Way.INSTANT)),
  CHANGE_GENERATED(
      mysql(5, 7, 0, Way.COPY), maria(10, 2, 0, Way.COPY), maria(11, 2, 0, Way.ONLINE_COPY)),
  ADD_FOREIGN_KEY(
      mysql(5, 6, 0, Way.COPY), maria(10, 0, 0, Way.COPY), maria(11, 2, 0, Way.ONLINE_COPY)),
  /** With {@code foreign_key_checks} off. */
  ADD_UNCHECKED_FOREIGN_KEY(mysql(5, 6, 0, Way.METADATA), maria(10, 0, 0, Way.METADATA)),
  DROP_FOREIGN_KEY(
      mysql(5, 6, 0, Way.METADATA), maria(10, 0, 0, Way.METADATA), maria(10, 3, 2, Way.INSTANT)),
  ADD_CHECK(mysql(8, 0, 16, Way.COPY), maria(10, 2, 0, Way.COPY), maria(11, 2, 0, Way.ONLINE_COPY)),
  DROP_CHECK(
      mysql(8, 0, 16, Way.INSTANT), maria(10, 2, 0, Way.METADATA), maria(10, 3, 2, Way.INSTANT)),
  ENFORCE_CHECK(mysql(8, 0, 16, Way.COPY), maria(10, 2, 0, Way.COPY)),
  RELAX_CHECK(mysql(8, 0, 16, Way.INSTANT), maria(10, 2, 0, Way.INSTANT)),
  RENAME_TABLE(
      mysql(5, 6, 0, Way.METADATA),
      mysql(8, 0, 12, Way.INSTANT),
      maria(10, 0, 0, Way.METADATA),
      maria(10, 3, 2, Way.INSTANT)),
  DESCRIBE_TABLE(
      mysql(5, 6, 0, Way.METADATA), maria(10, 0, 0, Way.METADATA), maria(10, 3, 2, Way.INSTANT)),
  STORE_OTHERWISE(mysql(5, 6, 0, Way.REBUILD), maria(10, 0, 0, Way.REBUILD)),
  CHANGE_ENGINE(
      mysql(5, 6, 0, Way.COPY), maria(10, 0, 0, Way.COPY), maria(11, 2, 0, Way.ONLINE_COPY)),
  VERSION_ROWS(
      mysql(5, 6, 0, Way.COPY), maria(10, 3, 0, Way.COPY), maria(11, 2, 0, Way.ONLINE_COPY)),
  /** MySQL manual, 17.12.1, "Partitioning Operations". */
  PARTITION_ANEW(mysql(5, 6, 0, Way.COPY), maria(10, 0, 0, Way.COPY)),
  ADD_OR_DROP_PARTITION(mysql(5, 6, 0, Way.METADATA), maria(10, 0, 0, Way.METADATA)),
  SPREAD_ROWS(mysql(5, 6, 0, Way.SHARED_REBUILD), maria(10, 0, 0, Way.SHARED_REBUILD)),
  EXCHANGE_TABLE(mysql(5, 6, 0, Way.SHARED_BUILD), maria(10, 7, 0, Way.SHARED_BUILD));

  private record Row(boolean mariaDb, ServerVersion since, Way way) {}

  @SuppressWarnings("ImmutableEnumChecker") // List.of does not change
  private final List<Row> rows;

  OnlineOperation(Row... rows) {
    this.rows = List.of(rows);
  }

  private static Row mysql(int major, int minor, int patch, Way way) {
    return new Row(false, ServerVersion.of(major, minor, patch), way);
  }

  private static Row maria(int major, int minor, int patch, Way way) {
    return new Row(true, ServerVersion.of(major, minor, patch), way);
  }

  /** How that server carries it out; a server older than the table copies. */
  Way on(ServerProfile server) {
    boolean mariaDb = server.flavor() == Flavor.MARIADB;
    return rows.stream()
        .filter(row -> row.mariaDb == mariaDb && server.version().since(row.since))
        .reduce((older, newer) -> newer)
        .map(Row::way)
        .orElse(Way.COPY);
  }
}
