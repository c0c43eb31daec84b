package dev.schemend.preflight;

import dev.schemend.check.Check;
import dev.schemend.check.Concern;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts one statement's questions in terms of the live rows, where there are such. */
final class Inquiry {

  private final Questions questions;
  private final Rows rows;
  private final StatementText source;
  private final Schema before;

  Inquiry(Questions questions, Rows rows, StatementText source, Schema before) {
    this.questions = questions;
    this.rows = rows;
    this.source = source;
    this.before = before;
  }

  Check.RowsWhere rowsWhere(
      ObjectName table, SqlExpr condition, Optional<Check.Assignment> remedy) {
    return new Check.RowsWhere(rows.liveName(table), condition, primaryKey(table), remedy);
  }

  /** The columns that tell rows of the live table apart. */
  List<Identifier> primaryKey(ObjectName table) {
    List<Optional<SqlExpr>> values =
        before
            .table(table)
            .flatMap(Table::primaryKey)
            .map(key -> key.columns().map(column -> rows.value(table, column)).toList())
            .orElse(List.of());
    boolean live =
        values.stream()
            .allMatch(value -> value.filter(SqlExpr.ColumnRef.class::isInstance).isPresent());
    return live
        ? values.stream().map(value -> ((SqlExpr.ColumnRef) value.orElseThrow()).column()).toList()
        : List.of();
  }

  void ask(
      ObjectRef object, Check check, Concern.Weight weight, String reason, Optional<String> code) {
    ask(object, Set.of(), check, weight, reason, code);
  }

  /**
   * Asks, unless the script itself makes the rows.
   *
   * @param columns what the answer hangs on; empty for whole rows
   */
  void ask(
      ObjectRef object,
      Set<Identifier> columns,
      Check check,
      Concern.Weight weight,
      String reason,
      Optional<String> code) {
    boolean ofRows =
        switch (check) {
          case Check.RowsWhere where -> true;
          case Check.Duplicates duplicates -> true;
          case Check.Orphans orphans -> true;
          case Check.Conflicts conflicts -> true;
          case Check.AnyRow any -> true;
          case Check.SizeOnDisk size -> true;
          case Check.Refused refused -> true;
          case Check.Certain certain -> false;
          case Check.MissingRight right -> false;
          case Check.MissingExtension extension -> false;
        };
    if (!ofRows) {
      questions.ask(new Concern(source, object, check, weight, reason, code, Optional.empty()));
      return;
    }
    Optional<StatementText> writer = rows.writer(object.name(), columns);
    if (rows.isFresh(object.name())) {
      writer.ifPresent(
          statement ->
              questions.unsettled(
                  source,
                  object.name()
                      + " is made by the script and filled by statement "
                      + statement.ordinal()
                      + ", so its rows cannot be checked before",
                  ""));
      return;
    }
    questions.ask(new Concern(source, object, check, weight, reason, code, writer));
  }

  /** Rows of the other table decide as well. */
  void askBoth(
      ObjectRef object,
      Set<Identifier> columns,
      Check.Orphans check,
      ObjectName target,
      String reason,
      String code) {
    Optional<StatementText> writer =
        rows.writer(object.name(), columns)
            .or(() -> rows.writer(target, Set.copyOf(check.targetColumns())));
    questions.ask(
        new Concern(
            source, object, check, Concern.Weight.FAILS, reason, Optional.of(code), writer));
  }

  void unsettled(String message) {
    questions.unsettled(source, message, "");
  }
}
