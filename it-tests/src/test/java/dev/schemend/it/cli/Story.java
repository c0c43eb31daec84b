package dev.schemend.it.cli;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project of Prisma's page on failed migrations, with two users that are named alike. */
final class Story {

  static final String INIT = "20230101000000_init";
  static final String UNIQUE = "20230101120000_unique";

  private static final String MYSQL_INIT =
      """
      -- CreateTable
      CREATE TABLE `User` (
          `id` INTEGER NOT NULL,
          `name` VARCHAR(191) NOT NULL,

          PRIMARY KEY (`id`)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
      """;
  private static final String MYSQL_UNIQUE =
      """
      -- AlterTable
      ALTER TABLE `User` ADD COLUMN `email` VARCHAR(191) NULL;

      -- CreateTable
      CREATE TABLE `Post` (
          `id` INTEGER NOT NULL,
          `title` VARCHAR(191) NOT NULL,

          PRIMARY KEY (`id`)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

      -- CreateIndex
      CREATE UNIQUE INDEX `User_name_key` ON `User`(`name`);
      """;
  private static final String POSTGRESQL_INIT =
      """
      -- CreateTable
      CREATE TABLE "User" (
          "id" INTEGER NOT NULL,
          "name" TEXT NOT NULL,

          CONSTRAINT "User_pkey" PRIMARY KEY ("id")
      );
      """;
  // With its own COMMIT, so that the first statements stay applied, as they do on MySQL.
  private static final String POSTGRESQL_UNIQUE =
      """
      BEGIN;
      -- AlterTable
      ALTER TABLE "User" ADD COLUMN     "email" TEXT;

      -- CreateTable
      CREATE TABLE "Post" (
          "id" INTEGER NOT NULL,
          "title" TEXT NOT NULL,

          CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
      );
      COMMIT;

      -- CreateIndex
      CREATE UNIQUE INDEX "User_name_key" ON "User"("name");
      """;

  private Story() {}

  /** The project with both migrations, nothing deployed. */
  static Typed project(Path directory, TestDatabase database) {
    boolean postgres = database.kind().flavor() == Flavor.POSTGRESQL;
    return new Typed(directory, database)
        .file(
            "prisma/migrations/migration_lock.toml",
            "provider = \"" + (postgres ? "postgresql" : "mysql") + "\"\n")
        .file(
            "prisma/migrations/" + INIT + "/migration.sql", postgres ? POSTGRESQL_INIT : MYSQL_INIT)
        .file(
            "prisma/migrations/" + UNIQUE + "/migration.sql",
            postgres ? POSTGRESQL_UNIQUE : MYSQL_UNIQUE);
  }

  /** The same, with the first migration deployed. */
  static Typed begun(Path directory, TestDatabase database) throws IOException {
    Typed typed = project(directory, database);
    Path waiting = directory.resolve("waiting");
    Path unique = directory.resolve("prisma/migrations").resolve(UNIQUE);
    Files.move(unique, waiting);
    typed.run("migrate deploy").exits(0);
    Files.move(waiting, unique);
    return typed;
  }

  /** Two users of one name, in a database where the first migration is deployed. */
  static String twoPauls(TestDatabase database) {
    String quote = database.kind().flavor() == Flavor.POSTGRESQL ? "\"" : "`";
    return "INSERT INTO "
        + quote
        + "User"
        + quote
        + " (id, name) VALUES (1, 'paul'), (2, 'paul'), (3, 'anna')";
  }
}
