package dev.schemend.cli.render;

import dev.schemend.check.Check;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.exec.preflight.RowCounts;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.parser.prisma.pull.PulledType;
import dev.schemend.plan.FormerNames;
import dev.schemend.planning.prisma.DestructiveChange;
import dev.schemend.preflight.Conditions;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a plan may cost, in the sentences that people know from Prisma (engine, {@code
 * warning_check.rs} and {@code unexecutable_step_check.rs}). With counts, nothing is said of what
 * has no rows.
 */
public final class DataLossText {

  private final DialectKit kit;
  private final Set<String> clientDefaults;
  private final Optional<RowCounts> counts;
  private final FormerNames former;

  /**
   * Sentences for one server.
   *
   * @param clientDefaults columns that the client fills, as {@code table.column}
   * @param counts counts rows; empty says what may be, whatever there is
   * @param former what the rows that are counted are called yet
   */
  public DataLossText(
      DialectKit kit, Set<String> clientDefaults, Optional<RowCounts> counts, FormerNames former) {
    this.kit = kit;
    this.clientDefaults = clientDefaults;
    this.counts = counts;
    this.former = former;
  }

  /** The sentence; empty where there is nothing that could be lost. */
  public Optional<String> of(DestructiveChange change) {
    return switch (change) {
      case DestructiveChange.TableDropped(ObjectName table) ->
          counted(
              rows(table),
              "You are about to drop the `"
                  + text(table)
                  + "` table. If the table is not empty, all the data it contains will be lost.",
              count ->
                  "You are about to drop the `"
                      + text(table)
                      + "` table, which is not empty ("
                      + count
                      + " rows).");
      case DestructiveChange.ColumnDropped(ObjectName table, Identifier column) ->
          counted(
              values(table, column),
              "You are about to drop the column "
                  + on(table, column)
                  + ". All the data in the column will be lost.",
              count ->
                  "You are about to drop the column "
                      + on(table, column)
                      + ", which still contains "
                      + count
                      + " non-null values.");
      case DestructiveChange.ColumnRecreated(ObjectName table, Identifier column) ->
          counted(
              values(table, column),
              recreated(table, column)
                  + " This will lead to data loss if there is data in the column.",
              count -> recreated(table, column) + " This will lead to data loss.");
      case DestructiveChange.ColumnCast cast -> cast(cast);
      case DestructiveChange.PrimaryKeyChanged(ObjectName table) ->
          always(
              rows(table),
              "The primary key for the `"
                  + text(table)
                  + "` table will be changed. If it partially fails, the table could be left"
                  + " without primary key constraint.");
      case DestructiveChange.UniqueAdded(ObjectName table, List<Identifier> columns) ->
          Optional.of(
              "A unique constraint covering the columns `["
                  + columns.stream().map(Identifier::text).collect(Collectors.joining(","))
                  + "]` on the table `"
                  + text(table)
                  + "` will be added. If there are existing duplicate values, this will fail.");
      case DestructiveChange.LabelsRemoved(String name, List<String> labels) ->
          Optional.of(
              "The values ["
                  + String.join(",", labels)
                  + "] on the enum `"
                  + name
                  + "` will be removed. If these variants are still used in the database, this"
                  + " will fail.");
      case DestructiveChange.RequiredColumnAdded(ObjectName table, Identifier column) ->
          added(table, column);
      case DestructiveChange.ColumnMadeRequired(ObjectName table, Identifier column) ->
          counted(
              ask(
                  table,
                  Conditions.isNull(
                      Conditions.column(former.of(ObjectRef.column(table, column)).member()))),
              made(table, column)
                  + " required. This step will fail if there are existing NULL values in that"
                  + " column.",
              count ->
                  made(table, column)
                      + " required, but there are "
                      + count
                      + " existing NULL values.");
      case DestructiveChange.RequiredColumnRecreated(ObjectName table, Identifier column) ->
          counted(
              rows(table),
              retyped(table, column)
                  + " which cannot be done if there is data, since the column is required.",
              count ->
                  retyped(table, column)
                      + " which cannot be done since the column is required and there is data in"
                      + " the table.");
    };
  }

  private interface Sentence {
    String with(long count);
  }

  /** The sentence with a number, none at zero, the other where nobody counted. */
  private static Optional<String> counted(
      Optional<OptionalLong> count, String otherwise, Sentence sentence) {
    if (count.isEmpty() || count.get().isEmpty()) {
      return Optional.of(otherwise);
    }
    long number = count.get().getAsLong();
    return number == 0 ? Optional.empty() : Optional.of(sentence.with(number));
  }

  private static Optional<String> always(Optional<OptionalLong> count, String sentence) {
    return counted(count, sentence, number -> sentence);
  }

  private Optional<OptionalLong> rows(ObjectName table) {
    return ask(table, new SqlExpr.BooleanLiteral(true));
  }

  private Optional<OptionalLong> values(ObjectName table, Identifier column) {
    return ask(
        table,
        Conditions.isNotNull(
            Conditions.column(former.of(ObjectRef.column(table, column)).member())));
  }

  private Optional<OptionalLong> ask(ObjectName table, SqlExpr condition) {
    return counts.map(
        one ->
            one.of(
                new Check.RowsWhere(
                    former.of(ObjectRef.table(table)).name(),
                    condition,
                    List.of(),
                    Optional.empty())));
  }

  private Optional<String> cast(DestructiveChange.ColumnCast cast) {
    String about = "You are about to alter the column " + on(cast.table(), cast.column());
    String types =
        " The data in that column will be cast from `"
            + word(cast.from())
            + "` to `"
            + word(cast.to())
            + "`.";
    return counted(
        values(cast.table(), cast.column()),
        about + ". The data in that column could be lost." + types,
        count -> about + ", which contains " + count + " non-null values." + types);
  }

  private Optional<String> added(ObjectName table, Identifier column) {
    boolean byClient = clientDefaults.contains(text(table) + "." + column.text());
    String begin =
        byClient
            ? "The required column `"
                + column.text()
                + "` was added to the `"
                + text(table)
                + "` table with a prisma-level default value."
            : "Added the required column `"
                + column.text()
                + "` to the `"
                + text(table)
                + "` table without a default value.";
    String end =
        byClient
            ? " Please add this column as optional, then populate it before making it required."
            : "";
    return counted(
        rows(table),
        begin + " This is not possible if the table is not empty." + end,
        count ->
            begin
                + " There are "
                + count
                + " rows in this table, it is not possible to execute this step."
                + end);
  }

  private static String on(ObjectName table, Identifier column) {
    return "`" + column.text() + "` on the `" + text(table) + "` table";
  }

  private static String made(ObjectName table, Identifier column) {
    return "Made the column `" + column.text() + "` on table `" + text(table) + "`";
  }

  private static String recreated(ObjectName table, Identifier column) {
    return "The `"
        + column.text()
        + "` column on the `"
        + text(table)
        + "` table would be dropped and recreated.";
  }

  private static String retyped(ObjectName table, Identifier column) {
    return "Changed the type of `"
        + column.text()
        + "` on the `"
        + text(table)
        + "` table. No cast exists, the column would be dropped and recreated,";
  }

  private static String text(ObjectName table) {
    return table.name().text();
  }

  /** The type as a schema calls it. */
  private String word(SqlType type) {
    return ServerFamily.of(kit.profile().flavor())
        .vocabulary()
        .type(type)
        .map(PulledType::type)
        .map(Object::toString)
        .orElseGet(() -> kit.frontend().print(type));
  }
}
