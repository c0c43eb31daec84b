package dev.schemend.parser.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.history.TransactionWish;
import dev.schemend.parser.layout.tool.Layouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionMarkersTest {

  private static TransactionWish wish(Path directory, String layout, String... files)
      throws IOException {
    for (int i = 0; i < files.length; i += 2) {
      Path file = directory.resolve(files[i]);
      Files.createDirectories(file.getParent());
      Files.writeString(file, files[i + 1].replace("~", "\n"));
    }
    return Layouts.read(directory.toString(), directory, Optional.of(layout), LayoutOptions.NONE)
        .migrations()
        .getFirst()
        .wish();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain| 1.sql| -- schemend:no-transaction~SELECT 1;~| NONE",
        "plain| 1.sql| SELECT '-- schemend:no-transaction';~| WHOLE",
        "prisma| 1/migration.sql| -- why~-- schemend:no-transaction~SELECT 1;~| NONE",
        "goose| 1_a.sql| -- +goose NO TRANSACTION~-- +goose Up~SELECT 1;~| NONE",
        "goose| 1_a.sql| -- +goose Up~-- no transaction~SELECT 1;~| WHOLE",
        "dbmate| 1_a.sql| -- migrate:up transaction:false~SELECT 1;~-- migrate:down~| NONE",
        "dbmate| 1_a.sql| -- migrate:up transaction:true~SELECT 1;~-- migrate:down~| WHOLE",
        "sqlx| 1_a.sql| -- no-transaction~SELECT 1;~| NONE",
        "sqlx| 1_a.sql| SELECT 1;~-- no-transaction~| WHOLE",
        "tern| 1_a.sql| ---- tern: disable-tx ----~SELECT 1;~---- create above / drop below ----~|"
            + " NONE",
        "sql-migrate| 1.sql| -- +migrate Up notransaction~SELECT 1;~| NONE",
        "atlas| 1.sql| -- atlas:txmode none~~SELECT 1;~| NONE",
        "golang-migrate| 1_a.up.sql| -- no-transaction~SELECT 1;~| WHOLE",
      })
  void isReadFromTheFile(
      String layout, String name, String text, TransactionWish wish, @TempDir Path directory)
      throws IOException {
    assertEquals(wish, wish(directory, layout, name, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flyway| V1__a.sql| V1__a.sql.conf| executeInTransaction=false| NONE",
        "flyway| V1__a.sql| V1__a.sql.conf| executeInTransaction=true| WHOLE",
        "flyway| V1__a.sql| V2__a.sql.conf| executeInTransaction=false| WHOLE",
        "diesel| 1_a/up.sql| 1_a/metadata.toml| run_in_transaction = false| NONE",
        "diesel| 1_a/up.sql| 1_a/metadata.toml| run_in_transaction = true| WHOLE",
      })
  void isReadFromAFileBeside(
      String layout,
      String name,
      String beside,
      String text,
      TransactionWish wish,
      @TempDir Path directory)
      throws IOException {
    assertEquals(wish, wish(directory, layout, name, "SELECT 1;\n", beside, text + "\n"));
  }

  @ParameterizedTest
  @CsvSource({"false, NONE", "true, WHOLE"})
  void isReadFromAChangeSet(boolean runs, TransactionWish wish, @TempDir Path directory)
      throws IOException {
    assertEquals(
        wish,
        wish(
            directory,
            "liquibase",
            "changelog.sql",
            "--liquibase formatted sql~--changeset me:1 runInTransaction:" + runs + "~SELECT 1;~"));
  }
}
