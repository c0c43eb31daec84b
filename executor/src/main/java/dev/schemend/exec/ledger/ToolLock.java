package dev.schemend.exec.ledger;

/**
 * The tools that keep two runs apart by a lock of the server, which is taken here too. Tools
 * without one: dbmate, Diesel, Drizzle, sql-migrate, rambler, postgrator, MyBatis.
 */
public enum ToolLock {
  /** Flyway: over the quoted name of its table. Source: {@code PostgreSQLConnection}, MySQL's. */
  FLYWAY,
  /** golang-migrate. Source: {@code database/util.go}, {@code GenerateAdvisoryLockId}. */
  GOLANG_MIGRATE,
  /** sqlx. Source: launchbadge/sqlx, {@code generate_lock_id}. */
  SQLX,
  /**
   * Atlas, unless told another name. Source: ariga/atlas, {@code cmdapi/migrate.go} (
   * applyLockValue), {@code sql/postgres/driver.go}, {@code sql/mysql/driver.go}.
   */
  ATLAS,
  /** goose on PostgreSQL, where a program asks for it. Source: pressly/goose, {@code lock}. */
  GOOSE,
  /** node-pg-migrate, on PostgreSQL alone. Source: its {@code runner.ts}, PG_MIGRATE_LOCK_ID. */
  NODE_PG_MIGRATE,
  /** tern, on PostgreSQL alone. Source: jackc/tern, {@code migrate/migrate.go}, lockNum. */
  TERN,
  /** Sqitch. Source: {@code App::Sqitch::Engine::pg}, {@code ::mysql}, wait_lock. */
  SQITCH;

  /** What Atlas calls it. */
  public static final String ATLAS_NAME = "atlas_migrate_execute";
}
