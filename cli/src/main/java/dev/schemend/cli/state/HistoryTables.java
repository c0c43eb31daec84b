package dev.schemend.cli.state;

import java.util.Set;

/** Tables in which migration tools keep their books: no part of what an application's schema is. */
public final class HistoryTables {

  /** Their names, as each tool spells them unless told otherwise. */
  public static final Set<String> NAMES =
      Set.of(
          // This tool's own
          "_schemend_journal",
          "_schemend_migrations",
          // Prisma
          "_prisma_migrations",
          // Flyway
          "flyway_schema_history",
          // Liquibase, on servers that fold names and on those that do not
          "databasechangelog",
          "databasechangeloglock",
          "DATABASECHANGELOG",
          "DATABASECHANGELOGLOCK",
          // golang-migrate, dbmate, Rails
          "schema_migrations",
          "ar_internal_metadata",
          // goose
          "goose_db_version",
          // Atlas
          "atlas_schema_revisions",
          // SQLx, Diesel
          "_sqlx_migrations",
          "__diesel_schema_migrations",
          // Alembic, Django
          "alembic_version",
          "django_migrations",
          // Knex, Sequelize, Drizzle
          "knex_migrations",
          "knex_migrations_lock",
          "SequelizeMeta",
          "__drizzle_migrations",
          // Entity Framework
          "__EFMigrationsHistory");

  private HistoryTables() {}
}
