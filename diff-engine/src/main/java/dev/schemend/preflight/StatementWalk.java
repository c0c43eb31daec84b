package dev.schemend.preflight;

import dev.schemend.apply.FoldState;
import dev.schemend.check.Check;
import dev.schemend.check.Concern;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Extension;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One statement, from the schema before it to the one after it, and the rows it meets. */
final class StatementWalk {

  private final RowRules rules;
  private final Rows rows;
  private final Inquiry inquiry;
  private final FoldState state;
  private final Schema before;
  private final Schema after;

  StatementWalk(
      RowRules rules,
      Rows rows,
      Questions questions,
      StatementText source,
      FoldState before,
      FoldState after) {
    this.rules = rules;
    this.rows = rows;
    this.inquiry = new Inquiry(questions, rows, source, before.schema());
    this.state = before;
    this.before = before.schema();
    this.after = after.schema();
  }

  void walk(DdlStatement statement) {
    rules.rights(statement).stream()
        .map(
            right -> new Check.MissingRight(qualified(right.table(), right.right()), right.right()))
        .filter(right -> !rows.isFresh(right.table()))
        .forEach(this::right);
    Bounds.touched(statement)
        .map(table -> resolved(table, after))
        .ifPresent(table -> Bounds.ask(table, rules, inquiry, before, after));
    switch (statement) {
      case DdlStatement.CreateTable create -> rows.created(resolved(create.name(), after));
      case DdlStatement.CreateTableAs create -> rows.created(resolved(create.name(), after));
      case DdlStatement.DropTable drop -> drop.names().forEach(this::drop);
      case DdlStatement.AlterTable alter -> {
        ObjectName table = resolved(alter.name(), before);
        if (before.table(table).isPresent()) {
          alter.actions().forEach(action -> act(table, action));
        }
      }
      case DdlStatement.RenameTables rename ->
          rename.renamings().forEach(pair -> rows.renamed(pair.from(), pair.to()));
      case DdlStatement.CreateIndex create -> {
        ObjectName table = resolved(create.table(), before);
        keys(table, after).index(create.index());
      }
      case DdlStatement.CreateOpaque create -> {}
      case DdlStatement.OfMySql other -> {}
      case DdlStatement.AlterIndex alter -> {}
      case DdlStatement.SetObjectSchema set -> {}
      case DdlStatement.CreateSchema create ->
          create.elements().forEach(element -> madeInside(create.name(), element));
      case DdlStatement.DropSchema drop -> {}
      case DdlStatement.RenameSchema rename -> {}
      case DdlStatement.DropIndexes drop -> {}
      case DdlStatement.DropIndexOn drop -> {}
      case DdlStatement.RenameIndex rename -> {}
      case DdlStatement.CreateEnum create -> {}
      case DdlStatement.AddEnumValue add -> {}
      case DdlStatement.RenameEnumValue rename -> {}
      case DdlStatement.DropTypes drop -> {}
      case DdlStatement.CreateSequence create -> {}
      case DdlStatement.AlterSequence alter -> {}
      case DdlStatement.DropSequences drop -> {}
      case DdlStatement.RenameObject rename -> {}
      case DdlStatement.CommentOn comment -> {}
      case DdlStatement.ContinueCount count -> {}
      case DdlStatement.ChangeRights rights -> {}
      case DdlStatement.CopyRows copy -> {}
      case DdlStatement.CheckBodies check -> {}
      case DdlStatement.CreateObject create -> {
        if (create.object() instanceof Extension extension) {
          inquiry.ask(
              extension.ref(),
              new Check.MissingExtension(extension.ref().name()),
              Concern.Weight.FAILS,
              "the server does not have the extension",
              Optional.of(rules.noExtension()));
        }
      }
      case DdlStatement.AlterObject alter -> {}
      case DdlStatement.DropObjects drop -> {}
      case DdlStatement.DropOpaque drop -> {}
    }
  }

  private void act(ObjectName table, TableAction action) {
    switch (action) {
      case TableAction.AddColumn add -> add(table, add.definition());
      case TableAction.DropColumn drop -> drop(table, drop.column());
      case TableAction.RenameColumn rename -> rows.renamedColumn(table, rename.from(), rename.to());
      case TableAction.AlterColumnType alter -> retype(table, alter.column(), alter.using());
      case TableAction.SetNotNull set -> keys(table, after).notNull(List.of(set.column()));
      case TableAction.ChangeColumn change -> change(table, change);
      case TableAction.AddConstraint add -> constrain(table, add.constraint());
      case TableAction.AddConstraintUsingIndex add -> {
        if (add.primaryKey()) {
          before
              .table(table)
              .flatMap(holder -> holder.index(add.index()))
              .ifPresent(index -> keys(table, before).notNull(index.columns().toList()));
        }
      }
      // As they are after the statement: validated, enforced.
      case TableAction.ValidateConstraint validate -> {
        constraint(table, validate.constraint()).ifPresent(one -> constrain(table, one));
        after
            .table(table)
            .flatMap(holder -> holder.requiredBy(validate.constraint()))
            .ifPresent(column -> keys(table, after).notNull(List.of(column.name())));
      }
      case TableAction.SetEnforced set ->
          constraint(table, set.constraint()).ifPresent(one -> constrain(table, one));
      case TableAction.OfPostgres.EnforceConstraint enforce ->
          constraint(table, enforce.constraint()).ifPresent(one -> constrain(table, one));
      case TableAction.OfPostgres.AddNotNull add -> {
        if (add.constraint().validated()) {
          keys(table, after).notNull(List.of(add.column()));
        }
      }
      case TableAction.OfPostgres other -> {}
      case TableAction.OfMySql.IfPresent present -> act(table, present.action());
      case TableAction.OfMySql other -> {}
      case TableAction.AddIndex add -> keys(table, after).index(add.index());
      case TableAction.ConvertCharacterSet convert -> convert(table);
      case TableAction.RenameTo rename -> rows.renamed(table, resolved(rename.to(), after));
      case TableAction.SetSchema set ->
          rows.renamed(table, new ObjectName(set.schema(), table.name()));
      case TableAction.SetDefault set -> {}
      case TableAction.DropDefault drop -> {}
      case TableAction.DropNotNull drop -> {}
      case TableAction.AddIdentity add -> {}
      case TableAction.SetIdentity set -> {}
      case TableAction.DropIdentity drop -> {}
      case TableAction.DropExpression drop -> {}
      case TableAction.DropConstraint drop -> {}
      case TableAction.DropPrimaryKey drop -> {}
      case TableAction.DropForeignKey drop -> {}
      case TableAction.DropCheck drop -> {}
      case TableAction.RenameConstraint rename -> {}
      case TableAction.AlterDeferrability alter -> {}
      case TableAction.DropIndex drop -> {}
      case TableAction.RenameIndex rename -> {}
      case TableAction.SetIndexVisible set -> {}
      case TableAction.SetOptions set -> {}
    }
  }

  /** The column as it is after the statement, where it still is; else as it was. */
  private Optional<Column> column(ObjectName table, Identifier column) {
    return after
        .table(table)
        .flatMap(holder -> holder.column(column))
        .or(() -> before.table(table).flatMap(holder -> holder.column(column)));
  }

  private Optional<Constraint> constraint(ObjectName table, Identifier constraint) {
    return after.table(table).flatMap(holder -> holder.constraint(constraint));
  }

  private void add(ObjectName table, ColumnDefinition definition) {
    Identifier name = definition.column().name();
    Column column = column(table, name).orElse(definition.column());
    rows.holds(table, name, filled(table, column));
    boolean generated = column.generation().isPresent() || column.defaultValue().isPresent();
    if (!column.nullable() && !generated && rules.implicitValue(column).isEmpty()) {
      inquiry.ask(
          ObjectRef.column(table, name),
          new Check.AnyRow(rows.liveName(table)),
          Concern.Weight.FAILS,
          "rows would have no value for the new column",
          Optional.of(rules.noValue()));
      return;
    }
    definition.constraints().forEach(constraint -> constrain(table, constraint));
    check(table, column);
    definition.indexes().stream()
        .filter(Index::unique)
        .forEach(index -> keys(table, after).unique(index));
  }

  /** The check behind a column (MariaDB). */
  private void check(ObjectName table, Column column) {
    column
        .mysql()
        .check()
        .map(condition -> new Constraint.Check(column.name(), condition, true, true, false))
        .ifPresent(check -> keys(table, after).holds(check));
  }

  /** What a new column holds in the rows that are there. */
  private Optional<SqlExpr> filled(ObjectName table, Column column) {
    if (column.generation().isPresent()) {
      return column.generation().get() instanceof Generation.Computed computed
          ? rows.inLiveTerms(table, computed.expression())
          : Optional.empty();
    }
    if (column.defaultValue().isPresent()) {
      return column.defaultValue().filter(StatementWalk::isConstant);
    }
    return column.nullable() ? Optional.of(new SqlExpr.NullLiteral()) : rules.implicitValue(column);
  }

  private static boolean isConstant(SqlExpr expression) {
    return switch (expression) {
      case SqlExpr.NullLiteral leaf -> true;
      case SqlExpr.BooleanLiteral leaf -> true;
      case SqlExpr.NumberLiteral leaf -> true;
      case SqlExpr.StringLiteral leaf -> true;
      case SqlExpr.Cast cast -> isConstant(cast.operand());
      case SqlExpr.Unary unary -> isConstant(unary.operand());
      case SqlExpr.ColumnRef other -> false;
      case SqlExpr.RegClass other -> false;
      case SqlExpr.Opaque other -> false;
      case SqlExpr.OfQuery other -> false;
      case SqlExpr.FunctionCall other -> false;
      case SqlExpr.Binary other -> false;
      case SqlExpr.Postfix other -> false;
      case SqlExpr.In other -> false;
      case SqlExpr.Between other -> false;
      case SqlExpr.Quantified other -> false;
      case SqlExpr.Case other -> false;
      case SqlExpr.ArrayLiteral other -> false;
      case SqlExpr.Row other -> false;
    };
  }

  private void drop(ObjectName written) {
    ObjectName table = resolved(written, before);
    if (before.table(table).isPresent()) {
      inquiry.ask(
          ObjectRef.table(table),
          new Check.AnyRow(rows.liveName(table)),
          Concern.Weight.LOSES,
          "rows go with the table",
          Optional.empty());
    }
  }

  private void drop(ObjectName table, Identifier name) {
    Optional<Column> column = before.table(table).flatMap(holder -> holder.column(name));
    boolean computed =
        column
            .flatMap(Column::generation)
            .filter(Generation.Computed.class::isInstance)
            .isPresent();
    if (column.isPresent() && !computed) {
      rows.value(table, name)
          .filter(SqlExpr.ColumnRef.class::isInstance)
          .ifPresent(
              value ->
                  inquiry.ask(
                      ObjectRef.column(table, name),
                      inquiry.rowsWhere(table, Conditions.isNotNull(value), Optional.empty()),
                      Concern.Weight.LOSES,
                      "values go with the column",
                      Optional.empty()));
    }
    rows.holds(table, name, Optional.empty());
  }

  private void change(ObjectName table, TableAction.ChangeColumn change) {
    Identifier to = change.definition().column().name();
    Optional<Column> from = before.table(table).flatMap(holder -> holder.column(change.column()));
    Optional<Column> changed = after.table(table).flatMap(holder -> holder.column(to));
    if (from.isEmpty() || changed.isEmpty()) {
      return;
    }
    boolean generated = changed.get().generation().isPresent();
    if (from.get().nullable() && !changed.get().nullable() && !generated) {
      keys(table, before).notNull(List.of(change.column()));
    }
    convert(table, from.get(), changed.get(), Optional.empty());
    if (!change.column().equals(to)) {
      rows.renamedColumn(table, change.column(), to);
    }
    change.definition().constraints().forEach(constraint -> constrain(table, constraint));
    if (!from.get().mysql().check().equals(changed.get().mysql().check())) {
      check(table, changed.get());
    }
    change.definition().indexes().stream()
        .filter(Index::unique)
        .forEach(index -> keys(table, after).unique(index));
  }

  private void retype(ObjectName table, Identifier name, Optional<SqlExpr> using) {
    Optional<Column> from = before.table(table).flatMap(holder -> holder.column(name));
    Optional<Column> to = after.table(table).flatMap(holder -> holder.column(name));
    if (from.isPresent() && to.isPresent()) {
      convert(table, from.get(), to.get(), using);
    }
  }

  private void convert(ObjectName table) {
    Optional<Table> from = before.table(table);
    Optional<Table> to = after.table(table);
    if (from.isPresent() && to.isPresent()) {
      for (Column column : from.get().columns()) {
        to.get()
            .column(column.name())
            .ifPresent(changed -> convert(table, column, changed, Optional.empty()));
      }
    }
  }

  private void convert(ObjectName table, Column from, Column to, Optional<SqlExpr> using) {
    Optional<SqlExpr> value = rows.value(table, from.name());
    Optional<SqlExpr> conversion = using.flatMap(one -> rows.inLiveTerms(table, one));
    if (value.isEmpty() || using.isPresent() != conversion.isPresent()) {
      inquiry.unsettled(
          "what " + from.name() + " will hold by then is not known, so its values are not checked");
      return;
    }
    List<Misfit> misfits = rules.misfits(from, to, value.get(), conversion, after);
    for (Misfit misfit : misfits) {
      if (misfit.isTrial()) {
        inquiry.ask(
            ObjectRef.column(table, from.name()),
            Set.of(from.name()),
            new Check.Refused(rows.liveName(table), misfit.condition().orElseThrow()),
            misfit.weight(),
            misfit.reason(),
            Optional.empty());
      } else if (misfit.condition().isEmpty()) {
        inquiry.unsettled(from.name() + ": " + misfit.reason());
      } else {
        Optional<Check.Assignment> remedy =
            misfit.remedy().map(mended -> new Check.Assignment(from.name(), Optional.of(mended)));
        inquiry.ask(
            ObjectRef.column(table, from.name()),
            Set.of(from.name()),
            inquiry.rowsWhere(
                table,
                misfit.condition().get(),
                remedy.filter(one -> value.get() instanceof SqlExpr.ColumnRef)),
            misfit.weight(),
            misfit.reason(),
            misfit.code());
      }
    }
    if (rules.rewrites(from, to)) {
      inquiry.ask(
          ObjectRef.table(table),
          new Check.SizeOnDisk(rows.liveName(table)),
          Concern.Weight.COSTS,
          "the table is written anew",
          Optional.empty());
      rows.holds(table, from.name(), conversion);
    }
  }

  private void madeInside(Identifier schema, DdlStatement element) {
    if (element instanceof DdlStatement.CreateTable create) {
      rows.created(new ObjectName(schema, create.name().name()));
    }
  }

  private void constrain(ObjectName table, Constraint constraint) {
    Keys keys = keys(table, after);
    switch (constraint) {
      case Constraint.PrimaryKey key -> {
        keys.notNull(key.columns().toList());
        keys.unique(ObjectRef.constraint(table, key.name()), key.parts(), Optional.empty(), true);
      }
      case Constraint.Unique key ->
          keys.unique(
              ObjectRef.constraint(table, key.name()),
              key.parts(),
              Optional.empty(),
              key.nullsNotDistinct());
      case Constraint.ForeignKey key -> {
        if (key.validated()) {
          keys.references(key, resolved(key.target(), before));
        }
      }
      case Constraint.Check check -> {
        if (check.enforced() && check.validated()) {
          keys.holds(check);
        }
      }
      case Constraint.Exclusion exclusion -> keys.excludes(exclusion);
    }
  }

  private Keys keys(ObjectName table, Schema schema) {
    return new Keys(inquiry, rules, rows, table, schema, before);
  }

  private void right(Check.MissingRight right) {
    inquiry.ask(
        ObjectRef.table(right.table()),
        right,
        Concern.Weight.FAILS,
        "the right " + right.right() + " is missing",
        Optional.of(rules.noRight()));
  }

  /** A new object goes into the first schema of the path; one that is there is found in it. */
  private ObjectName qualified(ObjectName name, Check.Right right) {
    return right == Check.Right.CREATE && !name.isQualified()
        ? new ObjectName(state.session().searchPath().getFirst(), name.name())
        : rows.liveName(resolved(name, before));
  }

  /** The table that a written name means. */
  private ObjectName resolved(ObjectName name, Schema schema) {
    if (name.isQualified() || schema.table(name).isPresent()) {
      return name;
    }
    return state.session().searchPath().stream()
        .map(path -> new ObjectName(path, name.name()))
        .filter(candidate -> schema.table(candidate).isPresent())
        .findFirst()
        .orElse(name);
  }
}
