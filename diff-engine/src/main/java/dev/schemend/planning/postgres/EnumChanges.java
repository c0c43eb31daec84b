package dev.schemend.planning.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Constraint;
import dev.schemend.model.EnumType;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.References;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Columns;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Enumerated types with other labels. Labels can be added in place; a label that goes or moves
 * needs a new type and a cast of every column (manual, ALTER TYPE). What is written over the old
 * type (conditions, foreign keys, generated columns) has to step aside meanwhile, because the
 * server has no operators between two enumerated types.
 */
final class EnumChanges {

  private final Job job;
  private final Map<ObjectName, Set<ObjectRef>> rebuiltIn = new TreeMap<>();
  private final Set<ObjectRef> droppedEarly = new TreeSet<>();

  EnumChanges(Job job) {
    this.job = job;
  }

  /** The enumerated types to be rebuilt that {@code table} uses as it is. */
  Set<ObjectRef> rebuiltIn(ObjectName table) {
    return rebuiltIn.getOrDefault(table, Set.of());
  }

  /** Whether a constraint or column is dropped by a step of its own, ahead of the others. */
  boolean isDroppedEarly(ObjectRef member) {
    return droppedEarly.contains(member);
  }

  /** Finds what has to step aside, before any step is written. */
  void prepare() {
    for (Change change : job.changes()) {
      if (change instanceof Change.EnumAltered altered && !onlyAdds(altered)) {
        for (Table table : users(altered.from())) {
          rebuiltIn.computeIfAbsent(table.name(), name -> new TreeSet<>()).add(altered.ref());
        }
      }
    }
    for (Change change : job.changes()) {
      if (change instanceof Change.EnumAltered altered && !onlyAdds(altered)) {
        users(altered.from()).forEach(table -> stepAside(table, altered.from()));
      }
    }
  }

  private List<Table> users(EnumType type) {
    return job.transition()
        .from()
        .dependants(type.ref())
        .flatMap(ref -> job.transition().from().table(ref.name()).stream())
        .toList();
  }

  private void stepAside(Table table, EnumType type) {
    Set<Identifier> columns = new TreeSet<>();
    table.columns().stream()
        .filter(column -> isOf(column.type(), type))
        .forEach(column -> columns.add(column.name()));
    Optional<TableEdit> edit = job.edits().of(table.name());
    List<TableAction> early = new ArrayList<>();
    Set<Identifier> computed = new TreeSet<>();
    table.columns().stream()
        .filter(column -> Columns.sources(column).stream().anyMatch(columns::contains))
        .forEach(column -> computed.add(column.name()));
    for (Constraint constraint : table.constraints()) {
      boolean conditional =
          mentions(References.constraintExpressions(constraint), columns, type)
              || ColumnUses.in(constraint).stream().anyMatch(computed::contains);
      if (constraint instanceof Constraint.ForeignKey) {
        boolean held =
            constraint
                .columns()
                .anyMatch(column -> columns.contains(column) || computed.contains(column));
        edit.filter(one -> held).ifPresent(one -> one.recreate(constraint));
      } else if (conditional) {
        edit.ifPresent(one -> one.recreate(constraint));
        early.add(new TableAction.DropConstraint(constraint.name(), false, DropBehavior.RESTRICT));
        droppedEarly.add(ObjectRef.constraint(table.name(), constraint.name()));
      }
    }
    for (Index index : table.indexes()) {
      if (mentions(expressions(index), columns, type)) {
        edit.ifPresentOrElse(
            one -> one.recreate(index),
            () -> job.out().add(TableAlteration.dropIndex(table.name(), index, this)));
      }
    }
    for (Identifier name : computed) {
      edit.ifPresent(one -> one.recreate(table.column(name).orElseThrow()));
      early.add(new TableAction.DropColumn(name, false, DropBehavior.RESTRICT));
      droppedEarly.add(ObjectRef.column(table.name(), name));
    }
    keysTo(table, columns);
    if (!early.isEmpty()) {
      job.out()
          .add(
              PlannedStep.of(
                      Steps.step(
                          StepLabel.ALTER_TABLE,
                          new DdlStatement.AlterTable(table.name(), false, early)),
                      table.ref())
                  // Behind the drops of keys and indexes, which would go along unasked.
                  .at(StepLabel.RENAME_TABLE)
                  .releasing(rebuiltIn(table.name())));
    }
  }

  // Foreign keys of other tables that point at the columns.
  private void keysTo(Table table, Set<Identifier> columns) {
    job.transition()
        .from()
        .dependants(table.ref())
        .flatMap(ref -> job.transition().from().table(ref.name()).stream())
        .distinct()
        .forEach(
            holder ->
                holder
                    .foreignKeys()
                    .filter(key -> key.target().equals(table.name()))
                    .filter(key -> key.targetColumns().stream().anyMatch(columns::contains))
                    .forEach(
                        key ->
                            job.edits().of(holder.name()).ifPresent(edit -> edit.recreate(key))));
  }

  private static boolean mentions(
      Stream<SqlExpr> expressions, Set<Identifier> columns, EnumType type) {
    return expressions.anyMatch(
        expression ->
            ColumnUses.in(expression).stream().anyMatch(columns::contains)
                || casts(expression, type));
  }

  private static boolean casts(SqlExpr expression, EnumType type) {
    boolean[] found = new boolean[1];
    Expressions.visit(
        expression,
        node -> found[0] |= node instanceof SqlExpr.Cast cast && isOf(cast.type(), type));
    return found[0];
  }

  private static Stream<SqlExpr> expressions(Index index) {
    return Stream.concat(
        index.parts().stream()
            .flatMap(
                part ->
                    switch (part.key()) {
                      case IndexPart.ColumnKey column -> Stream.empty();
                      case IndexPart.ExpressionKey key -> Stream.of(key.expression());
                    }),
        index.predicate().stream());
  }

  private static boolean isOf(SqlType type, EnumType enumType) {
    return switch (type) {
      case SqlType.Builtin builtin -> false;
      case SqlType.InlineEnum inline -> false;
      case SqlType.UserDefined user -> user.name().equals(enumType.name());
      case SqlType.ArrayOf array -> isOf(array.element(), enumType);
    };
  }

  /** The step for one type. */
  void alter(Change.EnumAltered altered) {
    job.out()
        .add(
            onlyAdds(altered)
                ? new EnumAddition(job).step(altered)
                : new EnumRebuild(job).step(altered, users(altered.from())));
  }

  /** Whether the old labels stay, in their order. */
  private static boolean onlyAdds(Change.EnumAltered altered) {
    return altered.to().labels().stream()
        .filter(altered.from().labels()::contains)
        .toList()
        .equals(altered.from().labels());
  }
}
