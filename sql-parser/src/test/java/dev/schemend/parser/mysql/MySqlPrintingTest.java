package dev.schemend.parser.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts as Prisma writes them come back byte for byte. */
class MySqlPrintingTest {

  private static final MySqlFrontend MYSQL = new MySqlFrontend(Profiles.MYSQL);
  private static final MySqlFrontend MARIADB = new MySqlFrontend(Profiles.MARIADB);

  private static String again(MySqlFrontend frontend, String script) {
    return frontend.parse(new SourceText("script", script)).statements().stream()
        .flatMap(statement -> ddl(statement).stream())
        .map(statement -> frontend.print(statement) + ";\n")
        .collect(Collectors.joining("\n"));
  }

  private static List<DdlStatement> ddl(ParsedStatement statement) {
    if (statement instanceof ParsedStatement.Ddl ddl) {
      return ddl.statements();
    }
    throw new AssertionError(statement.toString());
  }

  @Test
  void prismaScript() {
    String script =
        """
        ALTER TABLE `Member` DROP COLUMN `alias`,
            ADD COLUMN `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
            ADD COLUMN `score` INTEGER NOT NULL,
            MODIFY `age` VARCHAR(191) NULL;

        CREATE TABLE `Badge` (
            `id` INTEGER NOT NULL AUTO_INCREMENT,
            `label` VARCHAR(191) NOT NULL,
            `memberId` INTEGER NOT NULL,
            `on` BOOLEAN NOT NULL DEFAULT true,
            `price` DECIMAL(65, 30) NULL,
            `ratio` DOUBLE NULL,
            `kind` ENUM('A', 'B') NOT NULL DEFAULT 'A',
            `count` INTEGER UNSIGNED NOT NULL DEFAULT 0,

            UNIQUE INDEX `Badge_label_key`(`label`),
            INDEX `Badge_label_kind_idx`(`label`(10), `kind` DESC),
            FULLTEXT INDEX `Badge_label_idx`(`label`),
            PRIMARY KEY (`id`)
        ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

        ALTER TABLE `Badge` ADD CONSTRAINT `Badge_memberId_fkey` FOREIGN KEY (`memberId`) REFERENCES `Member`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

        CREATE UNIQUE INDEX `User_name_key` ON `User`(`name`);

        DROP INDEX `User_name_key` ON `User`;

        ALTER TABLE `User` RENAME INDEX `a` TO `b`;

        ALTER TABLE `Badge` DROP FOREIGN KEY `Badge_memberId_fkey`;

        ALTER TABLE `Badge` DROP PRIMARY KEY,
            ADD PRIMARY KEY (`id`, `label`);

        ALTER TABLE `Badge` ALTER COLUMN `kind` DROP DEFAULT;

        DROP TABLE `Badge`;
        """;
    assertEquals(script, again(MYSQL, script));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE DATABASE IF NOT EXISTS `shop`",
        "DROP DATABASE IF EXISTS `shop`",
        "RENAME TABLE `a` TO `b`, `c`.`d` TO `c`.`e`",
        "ALTER TABLE `t` RENAME TO `u`",
        "ALTER TABLE `t` RENAME COLUMN `a` TO `b`",
        "ALTER TABLE `t` CHANGE `a` `b` INTEGER NOT NULL AFTER `c`",
        "ALTER TABLE `t` ADD COLUMN `a` INTEGER NULL FIRST",
        "ALTER TABLE `t` CONVERT TO CHARACTER SET latin1 COLLATE latin1_bin",
        "ALTER TABLE `t` DEFAULT CHARACTER SET utf8mb4 ENGINE = InnoDB COMMENT = 'it''s'"
            + " ROW_FORMAT = DYNAMIC",
        "ALTER TABLE `t` ALTER COLUMN `a` SET DEFAULT 'x'",
        "ALTER TABLE `t` ADD CONSTRAINT `c` CHECK (`a` > 0 AND (`b` IS NULL OR `c` IN (1, 2)))",
        "ALTER TABLE `t` DROP CONSTRAINT `c`",
        "ALTER TABLE `t` ADD COLUMN `g` INTEGER GENERATED ALWAYS AS (`a` + 1) STORED NOT NULL",
        "ALTER TABLE `t` ADD COLUMN `j` JSON NULL DEFAULT (json_object()) COMMENT 'x'",
        "ALTER TABLE `t` ADD COLUMN `s` TEXT NULL DEFAULT ('x')",
        "ALTER TABLE `t` MODIFY `u` TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP"
            + " ON UPDATE CURRENT_TIMESTAMP",
        "ALTER TABLE `t` ADD INDEX `i`((lower(`a`)), `b` DESC) COMMENT 'x' INVISIBLE",
        "ALTER TABLE `t` ALTER CHECK `c` NOT ENFORCED",
        "ALTER TABLE `t` ALTER INDEX `i` INVISIBLE",
        "ALTER TABLE `t`",
        "DROP PROCEDURE IF EXISTS `p`",
        "DROP VIEW `v`, `w`",
        "ALTER TABLE `a``b` DROP COLUMN `c``d`"
      })
  void statement(String text) {
    assertEquals(text + ";\n", again(MYSQL, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE IF EXISTS `t` DROP COLUMN IF EXISTS `a`,\n"
            + "    ADD COLUMN IF NOT EXISTS `b` INTEGER NULL",
        "ALTER TABLE `t` ADD CONSTRAINT IF NOT EXISTS `c` CHECK (`a` > 0)",
        "ALTER TABLE `t` ADD COLUMN `g` INTEGER GENERATED ALWAYS AS (`a` + 1) VIRTUAL",
        "ALTER TABLE `t` ALTER INDEX `i` IGNORED",
        "ALTER TABLE `t` DROP INDEX IF EXISTS `PRIMARY`",
        "ALTER TABLE `t` ADD COLUMN `u` uuid NULL DEFAULT (uuid())",
        "CREATE INDEX IF NOT EXISTS `i` ON `t`(`a`)",
        "DROP SEQUENCE `s`"
      })
  void mariadbStatement(String text) {
    assertEquals(text + ";\n", again(MARIADB, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create table t (a int key, b varchar(10) unique comment 'x')"
            + "| CREATE TABLE `t` (%n    `a` INTEGER PRIMARY KEY,%n"
            + "    `b` VARCHAR(10) NULL UNIQUE COMMENT 'x'%n)",
        "alter table t add (a int, b int not null, key (a))"
            + "| ALTER TABLE `t` ADD COLUMN `a` INTEGER NULL,%n"
            + "    ADD COLUMN `b` INTEGER NOT NULL,%n    ADD INDEX (`a`)",
        "alter table t add a int, algorithm=inplace, lock=none| ALTER TABLE `t` ADD COLUMN `a`"
            + " INTEGER NULL,%n    ALGORITHM=INPLACE,%n    LOCK=NONE",
        "/*!40101 ALTER TABLE t */ add a int /*!99999 default 5 */"
            + "| ALTER TABLE `t` ADD COLUMN `a` INTEGER NULL",
        "drop index `primary` on t| ALTER TABLE `t` DROP PRIMARY KEY",
        "create table t (a int references u(x))| CREATE TABLE `t` (%n    `a` INTEGER NULL%n)"
      })
  void otherSpellings(String written, String printed) {
    assertEquals(String.format(printed) + ";\n", again(MYSQL, written));
  }
}
