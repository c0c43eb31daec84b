package dev.schemend.parser.layout.tool;

import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.VersionNumbers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The tools that keep both ways of a migration in one file, a constant each. */
final class MarkingTools {

  private static final Pattern NUMBERED = Pattern.compile("\\d+_.*\\.sql");
  private static final Pattern NO_CODE = Pattern.compile("(?!)");

  /**
   * goose. Source: its README, "SQL Migrations"; {@code internal/sqlparser/parser.go}, {@code
   * migration.go} (NumericComponent).
   */
  static final MarkingTool GOOSE =
      new MarkingTool(
          "goose",
          NUMBERED,
          Pattern.compile("\\d+_.*(?<!_test)\\.go"),
          Marks.of(
              "+goose",
              "--\\s*\\+goose\\s+up\\b.*",
              "--\\s*\\+goose\\s+down\\b.*",
              "--\\s*\\+goose\\s+(statementbegin|statementend|no transaction)\\b.*"),
          MarkingTools::distinctNumbers,
          "-- +goose Up",
          EnvironmentVariables::replace);

  /**
   * sql-migrate. Source: its README; {@code sqlparse/sqlparse.go}, {@code migrate.go}
   * (Migration.Less).
   */
  static final MarkingTool SQL_MIGRATE =
      new MarkingTool(
          "sql-migrate",
          Pattern.compile(".*\\.sql"),
          NO_CODE,
          Marks.of(
              "+migrate",
              "--\\s*\\+migrate\\s+up\\b.*",
              "--\\s*\\+migrate\\s+down\\b.*",
              "--\\s*\\+migrate\\s+statement(begin|end)\\b.*"),
          (tree, names) -> names.stream().sorted(VersionNumbers.byNumber()).toList(),
          "-- +migrate Up",
          MarkingTool.Finish.NOTHING);

  /** dbmate. Source: its README; {@code pkg/dbmate/migration.go}. It sorts names as text. */
  static final MarkingTool DBMATE =
      new MarkingTool(
          "dbmate",
          Pattern.compile("\\d.*\\.sql"),
          NO_CODE,
          Marks.of("migrate:", "--\\s*migrate:up(\\s.*)?", "--\\s*migrate:down(\\s.*)?", ""),
          (tree, names) -> names,
          "-- migrate:up",
          MarkingTool.Finish.NOTHING);

  /** tern. Source: its README, "Migrations"; {@code migrate/migrate.go}. */
  static final MarkingTool TERN =
      new MarkingTool(
          "tern",
          NUMBERED,
          NO_CODE,
          Marks.of("create above", "", "---- create above / drop below ----", ""),
          MarkingTools::distinctNumbers,
          "---- create above / drop below ----",
          MarkingTool.Finish.NOTHING);

  /** rambler. Source: its README, "Migrations". */
  static final MarkingTool RAMBLER =
      new MarkingTool(
          "rambler",
          NUMBERED,
          NO_CODE,
          Marks.of("rambler", "--\\s*rambler\\s+up\\b.*", "--\\s*rambler\\s+down\\b.*", ""),
          MarkingTools::distinctNumbers,
          "-- rambler up",
          MarkingTool.Finish.NOTHING);

  /** shmig. Source: its README, "Migrations". */
  static final MarkingTool SHMIG =
      new MarkingTool(
          "shmig",
          Pattern.compile("\\d+-.*\\.sql"),
          NO_CODE,
          Marks.of("====", "--\\s*====\\s*up\\s*====.*", "--\\s*====\\s*down\\s*====.*", ""),
          MarkingTools::distinctNumbers,
          "-- ==== UP ====",
          MarkingTool.Finish.NOTHING);

  /**
   * Play's evolutions: numbered from 1 without a gap. Source: its manual, "Managing database
   * evolutions"; {@code EvolutionsReader} in {@code EvolutionsApi.scala}.
   */
  static final MarkingTool PLAY =
      new MarkingTool(
          "play",
          Pattern.compile("\\d+\\.sql"),
          NO_CODE,
          Marks.of("!", "(#|--).*!ups\\b.*", "(#|--).*!downs\\b.*", ""),
          MarkingTools::withoutGap,
          "# --- !Ups",
          (section, options, notes) -> DoubledSemicolons.single(section));

  /**
   * MyBatis Migrations. Source: its manual, "Migrate: Create new migrations"; {@code
   * MigrationReader}. {@code bootstrap.sql} runs on demand, before the first.
   */
  static final MarkingTool MYBATIS =
      new MarkingTool(
          "mybatis",
          NUMBERED,
          NO_CODE,
          Marks.of("@UNDO", "", "--\\s*//\\s*@undo\\b.*", ""),
          MarkingTools::distinctNumbers,
          "-- //@UNDO",
          MyBatisText::replace);

  /**
   * node-pg-migrate. Source: its manual, "Migrations: SQL"; {@code src/sqlMigration.ts}. A file
   * without marks goes forward as a whole.
   */
  static final MarkingTool NODE_PG_MIGRATE =
      new MarkingTool(
          "node-pg-migrate",
          Pattern.compile("\\d+[_-].*\\.sql"),
          Pattern.compile("\\d+_.*(?<!\\.d)\\.(js|ts|mjs|cjs|mts|cts)"),
          Marks.of(
                  "igration",
                  "--[\\s-]*up\\s+migration\\b.*",
                  "--[\\s-]*down\\s+migration\\b.*",
                  "")
              .optional(),
          (tree, names) -> names.stream().sorted(VersionNumbers.byNumber()).toList(),
          "-- Up Migration",
          MarkingTool.Finish.NOTHING);

  /** All of them; no mark of one is a mark of another. */
  static final List<MarkingTool> ALL =
      List.of(GOOSE, SQL_MIGRATE, DBMATE, TERN, RAMBLER, SHMIG, PLAY, MYBATIS, NODE_PG_MIGRATE);

  private MarkingTools() {}

  private static List<String> distinctNumbers(SourceTree tree, List<String> names) {
    return VersionNumbers.sorted(
        tree, names, name -> VersionNumbers.leading(name).orElse(BigInteger.ZERO));
  }

  private static List<String> withoutGap(SourceTree tree, List<String> names) {
    List<String> order = distinctNumbers(tree, names);
    List<String> reached = new ArrayList<>();
    BigInteger next = BigInteger.ONE;
    for (String name : order) {
      if (VersionNumbers.leading(name).orElseThrow().equals(next)) {
        reached.add(name);
        next = next.add(BigInteger.ONE);
      }
    }
    return reached;
  }
}
