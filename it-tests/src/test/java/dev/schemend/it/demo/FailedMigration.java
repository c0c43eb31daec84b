package dev.schemend.it.demo;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** The story of a migration that stops half way in production. */
final class FailedMigration implements AutoCloseable {

  /** The two ways out. */
  enum Way {
    BACKWARD,
    FORWARD
  }

  private static final String MIGRATIONS = "prisma/migrations/";
  private static final String INIT = "20230101000000_init";
  private static final String UNIQUE = "20230101120000_unique";

  private final ServerKind kind;
  private final TestDatabase database;
  private final Terminal terminal;

  FailedMigration(ServerKind kind, Path directory, PrintStream out) {
    this.kind = kind;
    this.database = kind.createDatabase();
    this.terminal = new Terminal(directory, database.url(), out);
  }

  void tell(Way way) throws IOException {
    // PostgreSQL tells its compiler too.
    String server = kind.server().version().replaceFirst(" on .*", "");
    terminal.out().println();
    terminal.out().println("==== " + server + ": " + way.name().toLowerCase(Locale.ROOT) + " ====");
    fail();
    switch (way) {
      case BACKWARD -> backward();
      case FORWARD -> forward();
    }
  }

  private void fail() throws IOException {
    terminal.write(
        MIGRATIONS + "migration_lock.toml",
        "provider = \"" + (isPostgres() ? "postgresql" : "mysql") + "\"\n");
    terminal.write(MIGRATIONS + INIT + "/migration.sql", quoted(init()));
    terminal.schemend(0, "migrate deploy");

    terminal.say("Production gets two users of one name.");
    sql("INSERT INTO `User` (`id`, `name`) VALUES (1, 'paul'), (2, 'paul'), (3, 'anna')");

    terminal.say("The next migration makes the name unique. The check sees what would come of it.");
    terminal.write(MIGRATIONS + UNIQUE + "/migration.sql", quoted(unique()));
    terminal.schemend(3, "migrate deploy");

    terminal.say(
        "Somebody deploys it all the same. "
            + (isPostgres()
                ? "It fails, and the server takes all of it back."
                : "It stops half way."));
    terminal.schemend(1, "migrate deploy --no-preflight");

    terminal.say("No further deploy is possible.");
    terminal.schemend(1, "migrate deploy");
    terminal.schemend(1, "migrate status");
  }

  private void backward() throws IOException {
    terminal.say("Backward: the migration is taken away, and what it left behind is undone.");
    terminal.move(MIGRATIONS + UNIQUE, "unique_given_up");
    terminal.schemend(
        0,
        "migrate diff --from-url \"$DATABASE_URL\" --to-migrations ./prisma/migrations --script >"
            + " backward.sql");
    terminal.schemend(0, "db execute --url \"$DATABASE_URL\" --file backward.sql");
    terminal.schemend(0, "migrate resolve --rolled-back " + UNIQUE);

    terminal.say("The database is what the history says, and the next deploy goes on.");
    compare();
    terminal.schemend(0, "migrate deploy");
    users("3");
  }

  private void forward() throws IOException {
    terminal.say("Forward: the data is repaired, and what is missing is applied.");
    sql("UPDATE `User` SET `name` = 'paula' WHERE `id` = 2");
    terminal.schemend(
        0,
        "migrate diff --from-url \"$DATABASE_URL\" --to-migrations ./prisma/migrations --script >"
            + " forward.sql");
    terminal.schemend(0, "db execute --url \"$DATABASE_URL\" --file forward.sql");
    terminal.schemend(0, "migrate resolve --applied " + UNIQUE);
    terminal.schemend(0, "migrate deploy");

    terminal.say("The database is what the history says.");
    compare();
    terminal.schemend(0, "migrate status");
    users("3");
  }

  private void compare() throws IOException {
    terminal.schemend(
        0,
        "migrate diff --from-url \"$DATABASE_URL\" --to-migrations ./prisma/migrations"
            + " --exit-code");
  }

  private void sql(String statement) {
    terminal.out().println("sql> " + quoted(statement));
    database.execute(quoted(statement));
  }

  private void users(String expected) {
    String count = database.query(quoted("SELECT count(*) FROM `User`")).getFirst().getFirst();
    if (!count.equals(expected)) {
      throw new Terminal.UnexpectedAnswer("rows were lost: " + count + " of " + expected);
    }
  }

  private boolean isPostgres() {
    return kind.flavor() == Flavor.POSTGRESQL;
  }

  private String quoted(String mysql) {
    return isPostgres() ? mysql.replace('`', '"') : mysql;
  }

  private String init() {
    return """
    -- CreateTable
    CREATE TABLE `User` (
        `id` INTEGER NOT NULL,
        `name` %s NOT NULL,

        PRIMARY KEY (`id`)
    )%s;
    """
        .formatted(text(), options());
  }

  private String unique() {
    return """
    -- AlterTable
    ALTER TABLE `User` ADD COLUMN `email` %s NULL;

    -- CreateTable
    CREATE TABLE `Post` (
        `id` INTEGER NOT NULL,
        `title` %s NOT NULL,

        PRIMARY KEY (`id`)
    )%s;

    -- CreateIndex
    CREATE UNIQUE INDEX `User_name_key` ON `User`(`name`);
    """
        .formatted(text(), text(), options());
  }

  private String text() {
    return isPostgres() ? "TEXT" : "VARCHAR(191)";
  }

  private String options() {
    return isPostgres() ? "" : " DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci";
  }

  @Override
  public void close() {
    database.close();
  }
}
