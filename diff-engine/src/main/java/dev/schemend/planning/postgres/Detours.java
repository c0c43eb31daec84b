package dev.schemend.planning.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.References;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Columns;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Parts of tables that step aside while what they are written over is made anew. No condition can
 * be carried over from a type to the one that takes its place, because the server has no operators
 * between the two; and a routine cannot go while a condition or a default calls it.
 */
final class Detours {

  private final Job job;
  private final Recreation recreation;
  private final InheritedColumns inherited;
  private final Map<ObjectName, Set<ObjectRef>> rebuiltIn = new TreeMap<>();
  private final Set<ObjectRef> droppedEarly = new TreeSet<>();

  Detours(Job job, Recreation recreation) {
    this.job = job;
    this.recreation = recreation;
    this.inherited = new InheritedColumns(job);
  }

  /** What is made anew and used by {@code table} as it is. */
  Set<ObjectRef> rebuiltIn(ObjectName table) {
    return rebuiltIn.getOrDefault(table, Set.of());
  }

  /** Whether a constraint or column is dropped by a step of its own, ahead of the others. */
  boolean isDroppedEarly(ObjectRef member) {
    return droppedEarly.contains(member);
  }

  /** Finds what has to step aside, before any step is written. */
  void prepare() {
    for (ObjectRef ref : recreation.foundations()) {
      recreation
          .tables(ref)
          .forEach(
              table -> rebuiltIn.computeIfAbsent(table.name(), name -> new TreeSet<>()).add(ref));
    }
    for (ObjectName name : rebuiltIn.keySet()) {
      stepAside(job.transition().from().table(name).orElseThrow());
    }
  }

  private void stepAside(Table table) {
    Set<ObjectRef> rebuilt = rebuiltIn(table.name());
    Set<Identifier> columns = new TreeSet<>();
    table.columns().stream()
        .filter(column -> recreation.isOver(column.type()))
        .forEach(column -> columns.add(column.name()));
    Optional<TableEdit> edit = job.edits().of(table.name());
    List<TableAction> early = new ArrayList<>();
    Set<Identifier> computed = new TreeSet<>();
    recreation.computed(table).forEach(column -> computed.add(column.name()));
    for (Constraint constraint : table.constraints()) {
      stepAside(table, constraint, columns, computed, early);
    }
    for (Index index : table.indexes()) {
      if (mentions(expressions(index), columns, rebuilt)) {
        edit.ifPresentOrElse(one -> one.recreate(index), () -> dropAlone(table, index));
      }
    }
    for (Column column : table.columns()) {
      if (column.defaultValue().filter(value -> mentions(value, rebuilt)).isPresent()) {
        early.add(new TableAction.DropDefault(column.name()));
        edit.ifPresent(one -> one.loseDefault(column));
      }
    }
    Set<ObjectRef> taken = new TreeSet<>();
    Set<ObjectRef> above = new TreeSet<>();
    for (Identifier name : computed) {
      Column column = table.column(name).orElseThrow();
      edit.ifPresent(one -> one.recreate(column));
      droppedEarly.add(ObjectRef.column(table.name(), name));
      if (!column.postgres().local() && inherited.isInherited(table, column)) {
        // A parent's drop takes it along, and whatever still hangs on it.
        Descent.ancestors(job.transition().from(), table)
            .forEach(parent -> above.add(ObjectRef.column(parent, name)));
      } else {
        early.add(new TableAction.DropColumn(name, false, DropBehavior.RESTRICT));
        taken.add(ObjectRef.column(table.name(), name));
      }
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
                  .freeing(taken)
                  .releasing(above)
                  .releasing(rebuilt));
    }
  }

  // Of a table that goes; what is attached goes with what it is attached to.
  private void dropAlone(Table table, Index index) {
    if (index.postgres().attachedTo().isEmpty()) {
      job.out().add(IndexAlteration.drop(job.transition().from(), table.name(), index, this));
    }
  }

  private void stepAside(
      Table table,
      Constraint constraint,
      Set<Identifier> columns,
      Set<Identifier> computed,
      List<TableAction> early) {
    Optional<TableEdit> edit = job.edits().of(table.name());
    if (constraint instanceof Constraint.ForeignKey) {
      boolean held =
          constraint
              .columns()
              .anyMatch(column -> columns.contains(column) || computed.contains(column));
      edit.filter(one -> held).ifPresent(one -> one.recreate(constraint));
      return;
    }
    boolean conditional =
        mentions(References.constraintExpressions(constraint), columns, rebuiltIn(table.name()))
            || ColumnUses.in(constraint).stream().anyMatch(computed::contains);
    if (conditional) {
      edit.ifPresent(one -> one.recreate(constraint));
      boolean inherited = constraint instanceof Constraint.Check check && !check.local();
      if (!inherited) {
        early.add(new TableAction.DropConstraint(constraint.name(), false, DropBehavior.RESTRICT));
      }
      droppedEarly.add(ObjectRef.constraint(table.name(), constraint.name()));
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

  /** What of {@code refs} the new parts of a table are written over. */
  Set<ObjectRef> needs(TableEdit edit) {
    Set<ObjectRef> rebuilt = rebuiltIn(edit.from().name());
    Set<ObjectRef> needed = new TreeSet<>();
    for (ObjectRef ref : rebuilt) {
      if (References.of(edit.to()).contains(plain(ref))) {
        needed.add(plain(ref));
      }
    }
    return needed;
  }

  /** The routines that must be gone before the new parts of a table can mean their namesakes. */
  Set<ObjectRef> displaced(TableEdit edit) {
    Set<ObjectRef> found = new TreeSet<>(rebuiltIn(edit.from().name()));
    found.retainAll(recreation.gone());
    found.removeIf(ref -> !References.of(edit.to()).contains(plain(ref)));
    return found;
  }

  private static boolean mentions(
      Stream<SqlExpr> expressions, Set<Identifier> columns, Set<ObjectRef> rebuilt) {
    return expressions.anyMatch(
        expression ->
            ColumnUses.in(expression).stream().anyMatch(columns::contains)
                || mentions(expression, rebuilt));
  }

  /** Whether the expression calls one of the routines or casts to one of the types. */
  static boolean mentions(SqlExpr expression, Set<ObjectRef> rebuilt) {
    SortedSet<ObjectRef> found = new TreeSet<>();
    References.expression(expression, found);
    return rebuilt.stream().map(Detours::plain).anyMatch(found::contains);
  }

  // Calls are known by the name alone.
  private static ObjectRef plain(ObjectRef ref) {
    return ref.kind() == ObjectKind.ROUTINE ? ObjectRef.to(ref.kind(), ref.name()) : ref;
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

  /** The columns computed from others of those names, or by what {@code rebuilt} names. */
  static List<Column> computed(Table table, Set<Identifier> columns, Set<ObjectRef> rebuilt) {
    return table.columns().stream()
        .filter(
            column ->
                Columns.computed(column)
                    .filter(
                        one ->
                            ColumnUses.in(one.expression()).stream().anyMatch(columns::contains)
                                || mentions(one.expression(), rebuilt))
                    .isPresent())
        .toList();
  }
}
