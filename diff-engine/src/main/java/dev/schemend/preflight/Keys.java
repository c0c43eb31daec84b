package dev.schemend.preflight;

import dev.schemend.apply.ColumnUses;
import dev.schemend.check.Check;
import dev.schemend.check.Concern;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a key or a condition asks of the rows of one table. */
final class Keys {

  private final Inquiry inquiry;
  private final RowRules rules;
  private final Rows rows;
  private final ObjectName table;
  private final Schema schema;
  private final Schema before;

  Keys(Inquiry inquiry, RowRules rules, Rows rows, ObjectName table, Schema schema, Schema before) {
    this.inquiry = inquiry;
    this.rules = rules;
    this.rows = rows;
    this.table = table;
    this.schema = schema;
    this.before = before;
  }

  /** What an index asks of the rows. */
  void index(Index index) {
    if (index.unique()) {
      unique(index);
    } else {
      fits(ObjectRef.index(table, index.name()), index.method(), index.parts(), index.predicate());
    }
  }

  /** Two rows with one key stop a unique index. */
  void unique(Index index) {
    unique(
        ObjectRef.index(table, index.name()),
        index.parts(),
        index.predicate(),
        index.postgres().nullsNotDistinct());
  }

  void unique(
      ObjectRef object, List<IndexPart> parts, Optional<SqlExpr> predicate, boolean nullsAreEqual) {
    List<Check.Key> keys = new ArrayList<>();
    for (IndexPart part : parts) {
      Optional<SqlExpr> value = value(part);
      if (value.isEmpty()) {
        // A column that the server fills by itself, which may well be what makes the key unique.
        unsettledUnlessGenerated(part, object);
        return;
      }
      keys.add(new Check.Key(value.get(), part.prefixLength(), collation(part)));
    }
    Optional<SqlExpr> condition = predicate.flatMap(one -> rows.inLiveTerms(table, one));
    if (predicate.isPresent() && condition.isEmpty()) {
      inquiry.unsettled(
          "which rows " + object + " will hold is not known, so they are not checked");
      return;
    }
    inquiry.ask(
        object,
        columns(parts, predicate),
        new Check.Duplicates(
            rows.liveName(table), keys, condition, nullsAreEqual, inquiry.primaryKey(table)),
        Concern.Weight.FAILS,
        "rows repeat a key",
        Optional.of(rules.duplicate()));
    fits(object, Index.BTREE, parts, predicate);
  }

  /** A key that is longer than an index can hold. */
  private void fits(
      ObjectRef object, String method, List<IndexPart> parts, Optional<SqlExpr> predicate) {
    List<SqlType> types = new ArrayList<>();
    List<SqlExpr> values = new ArrayList<>();
    for (IndexPart part : parts) {
      Optional<SqlExpr> value = value(part);
      if (value.isEmpty()) {
        return;
      }
      values.add(value.get());
      part.columnName()
          .flatMap(name -> column(schema, name))
          .map(Column::type)
          .ifPresent(types::add);
    }
    Optional<SqlExpr> counted = predicate.flatMap(one -> rows.inLiveTerms(table, one));
    rules
        .tooLong(method, types, values)
        .filter(misfit -> predicate.isEmpty() || counted.isPresent())
        .ifPresent(
            misfit ->
                inquiry.ask(
                    object,
                    columns(parts, predicate),
                    inquiry.rowsWhere(
                        table,
                        counted
                            .map(where -> Conditions.all(List.of(where, misfit.condition().get())))
                            .orElseGet(() -> misfit.condition().get()),
                        Optional.empty()),
                    misfit.weight(),
                    misfit.reason(),
                    misfit.code()));
  }

  /** Two rows that an exclusion constraint does not let stand side by side. */
  void excludes(Constraint.Exclusion exclusion) {
    List<Check.Key> keys = new ArrayList<>();
    for (IndexPart part : exclusion.parts()) {
      value(part)
          .ifPresent(value -> keys.add(new Check.Key(value, Optional.empty(), collation(part))));
    }
    Optional<SqlExpr> condition =
        exclusion.predicate().flatMap(one -> rows.inLiveTerms(table, one));
    if (keys.size() < exclusion.parts().size()
        || condition.isPresent() != exclusion.predicate().isPresent()) {
      inquiry.unsettled(
          "whether rows exclude each other under " + exclusion.name() + " is not known");
      return;
    }
    inquiry.ask(
        ObjectRef.constraint(table, exclusion.name()),
        columns(exclusion.parts(), exclusion.predicate()),
        new Check.Conflicts(rows.liveName(table), keys, exclusion.operators(), condition),
        Concern.Weight.FAILS,
        "rows exclude each other",
        Optional.of(rules.exclusion()));
  }

  private Optional<SqlExpr> value(IndexPart part) {
    return switch (part.key()) {
      case IndexPart.ColumnKey column -> rows.value(table, column.column());
      case IndexPart.ExpressionKey key -> rows.inLiveTerms(table, key.expression());
    };
  }

  private static Set<Identifier> columns(List<IndexPart> parts, Optional<SqlExpr> predicate) {
    Set<Identifier> columns = new TreeSet<>();
    for (IndexPart part : parts) {
      switch (part.key()) {
        case IndexPart.ColumnKey column -> columns.add(column.column());
        case IndexPart.ExpressionKey key -> columns.addAll(ColumnUses.in(key.expression()));
      }
    }
    predicate.ifPresent(condition -> columns.addAll(ColumnUses.in(condition)));
    return columns;
  }

  private void unsettledUnlessGenerated(IndexPart part, ObjectRef object) {
    boolean counted =
        part.columnName()
            .flatMap(column -> schema.table(table).flatMap(holder -> holder.column(column)))
            .filter(column -> column.generation().isPresent() || column.defaultValue().isPresent())
            .isPresent();
    if (!counted) {
      inquiry.unsettled("what the keys of " + object + " will be is not known: not checked");
    }
  }

  /** The collation that the key is compared by, where the live column has another. */
  private Optional<String> collation(IndexPart part) {
    if (part.collation().isPresent()) {
      return part.collation();
    }
    return part.columnName()
        .flatMap(
            column -> {
              Optional<String> now = column(before, column).flatMap(Column::collation);
              Optional<String> then = column(schema, column).flatMap(Column::collation);
              return now.isPresent() && !then.equals(now) ? then : Optional.empty();
            });
  }

  private Optional<Column> column(Schema where, Identifier column) {
    return where.table(table).flatMap(holder -> holder.column(column));
  }

  /** A NULL in a column that may hold none. */
  void notNull(List<Identifier> columns) {
    for (Identifier column : columns) {
      boolean mayHoldNull =
          column(before, column)
              .map(Column::nullable)
              .orElse(rows.value(table, column).isPresent());
      Optional<SqlExpr> value = rows.value(table, column);
      if (mayHoldNull && value.isPresent()) {
        Optional<Check.Assignment> remedy =
            value.get() instanceof SqlExpr.ColumnRef live
                ? Optional.of(
                    new Check.Assignment(
                        live.column(), column(schema, column).flatMap(Column::defaultValue)))
                : Optional.empty();
        inquiry.ask(
            ObjectRef.column(table, column),
            Set.of(column),
            inquiry.rowsWhere(table, Conditions.isNull(value.get()), remedy),
            Concern.Weight.FAILS,
            "rows hold NULL",
            Optional.of(rules.nullValue()));
      }
    }
  }

  /** A row that a condition is false of. */
  void holds(Constraint.Check check) {
    Optional<SqlExpr> condition = rows.inLiveTerms(table, canonical(check).expression());
    if (condition.isEmpty() || condition.get() instanceof SqlExpr.Opaque) {
      inquiry.unsettled("the condition of " + check.name() + " is not checked");
      return;
    }
    inquiry.ask(
        ObjectRef.constraint(table, check.name()),
        ColumnUses.in(canonical(check).expression()),
        inquiry.rowsWhere(table, Conditions.not(condition.get()), Optional.empty()),
        Concern.Weight.FAILS,
        "rows violate the condition",
        Optional.of(rules.violation()));
  }

  private Constraint.Check canonical(Constraint.Check written) {
    return schema
        .table(table)
        .flatMap(holder -> holder.constraint(written.name()))
        .filter(Constraint.Check.class::isInstance)
        .map(Constraint.Check.class::cast)
        .orElse(written);
  }

  /** A row that points at nothing, and under MATCH FULL one that points with half a key. */
  void references(Constraint.ForeignKey key, ObjectName target) {
    List<SqlExpr> values = new ArrayList<>();
    for (Identifier column : key.sourceColumns()) {
      Optional<SqlExpr> value = rows.value(table, column);
      if (value.isEmpty()) {
        inquiry.unsettled(
            "what " + column + " will hold is not known, so " + key.name() + " is not checked");
        return;
      }
      values.add(value.get());
    }
    ObjectRef object = ObjectRef.constraint(table, key.name());
    if (key.matchFull() && values.size() > 1) {
      inquiry.ask(
          object,
          Set.copyOf(key.sourceColumns()),
          inquiry.rowsWhere(
              table,
              Conditions.all(
                  List.of(
                      Conditions.any(values.stream().map(Conditions::isNull).toList()),
                      Conditions.any(values.stream().map(Conditions::isNotNull).toList()))),
              Optional.empty()),
          Concern.Weight.FAILS,
          "rows hold part of the key, which MATCH FULL forbids",
          Optional.of(rules.orphan()));
    }
    if (rows.isFresh(table)) {
      return;
    }
    if (rows.isFresh(target)) {
      pointsAtNewTable(object, Set.copyOf(key.sourceColumns()), values, target);
      return;
    }
    Optional<List<Identifier>> columns = targetColumns(key, target);
    if (columns.isEmpty()) {
      inquiry.unsettled("the columns that " + key.name() + " points at change: not checked");
      return;
    }
    Optional<Identifier> nullable =
        key.sourceColumns().stream()
            .filter(column -> column(schema, column).map(Column::nullable).orElse(false))
            .filter(
                column ->
                    rows.value(table, column)
                        .filter(SqlExpr.ColumnRef.class::isInstance)
                        .isPresent())
            .findFirst();
    inquiry.askBoth(
        object,
        Set.copyOf(key.sourceColumns()),
        new Check.Orphans(
            rows.liveName(table), values, rows.liveName(target), columns.get(), nullable),
        target,
        "rows point at nothing in " + target,
        rules.orphan());
  }

  /** A table that the script makes is empty, unless the script fills it. */
  private void pointsAtNewTable(
      ObjectRef object, Set<Identifier> columns, List<SqlExpr> values, ObjectName target) {
    if (rows.writer(target, Set.of()).isPresent()) {
      inquiry.unsettled(target + " is filled by the script, so " + object + " is not checked");
      return;
    }
    inquiry.ask(
        object,
        columns,
        inquiry.rowsWhere(
            table,
            Conditions.all(values.stream().map(Conditions::isNotNull).toList()),
            Optional.empty()),
        Concern.Weight.FAILS,
        "rows point at " + target + ", which is new and empty",
        Optional.of(rules.orphan()));
  }

  private Optional<List<Identifier>> targetColumns(Constraint.ForeignKey key, ObjectName target) {
    List<Identifier> named =
        key.targetColumns().isEmpty()
            ? schema
                .table(target)
                .flatMap(Table::primaryKey)
                .map(primary -> primary.columns().toList())
                .orElse(List.of())
            : key.targetColumns();
    List<Identifier> live = new ArrayList<>();
    for (Identifier column : named) {
      if (rows.value(target, column).orElse(null) instanceof SqlExpr.ColumnRef there) {
        live.add(there.column());
      }
    }
    return live.size() == key.sourceColumns().size() ? Optional.of(live) : Optional.empty();
  }
}
