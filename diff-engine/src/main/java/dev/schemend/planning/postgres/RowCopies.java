package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DdlStatement.CopyRows.Copied;
import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.model.Column;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Columns;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.RowMove;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows that go from a table which has stepped aside to the one that takes its name. Their values
 * become what {@code ALTER TABLE} would make of them: cast as an assignment casts, else explicitly,
 * else lost; and where no column stays, each row is one of defaults.
 */
final class RowCopies {

  private final Job job;
  private final ColumnChanges changes;

  RowCopies(Job job) {
    this.job = job;
    this.changes = new ColumnChanges(job.dialect(), job.transition().to());
  }

  /** Behind the partitions that take them, and ahead of the drop of all that holds them. */
  PlannedStep step(RowMove move) {
    Table source = job.transition().from().table(move.from()).orElseThrow();
    Table target = job.transition().to().table(move.to()).orElseThrow();
    Set<ObjectRef> needs = places(job.transition().to(), target);
    needs.add(target.ref());
    PlannedStep step =
        PlannedStep.of(Steps.step(StepLabel.MOVE_ROWS, statements(source, target)), target.ref())
            .needing(needs)
            .releasing(holders(job.transition().from(), source));
    // Attached, it would have the foreign keys and triggers of its parent.
    return Descent.lineage(target).isPartition()
        ? step.freeing(
            Set.of(Names.partition(Descent.lineage(target).parents().getFirst(), target.name())))
        : step;
  }

  private List<DdlStatement> statements(Table source, Table target) {
    List<Column> columns =
        target.columns().stream().filter(column -> isCarried(source, column)).toList();
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(
        new DdlStatement.CopyRows(
            source.name(),
            target.name(),
            columns.stream().map(column -> copied(source, column)).toList(),
            columns.stream().anyMatch(Counters::isAlwaysIdentity)));
    Counters counters = new Counters(job);
    for (Column column : columns) {
      counters
          .moved(source, source.column(column.name()).orElseThrow(), target, column)
          .ifPresent(statements::add);
    }
    // Policies that bind the owner would keep rows out.
    if (bindsOwner(target)) {
      statements.addFirst(forcing(target.name(), false));
      statements.addLast(forcing(target.name(), true));
    }
    return statements;
  }

  /** Whether policies hide rows from the owner, too, who is to copy them. */
  static boolean bindsOwner(Table table) {
    return table.options().postgres().rowSecurity().enabled()
        && table.options().postgres().rowSecurity().forced();
  }

  /** Lets policies bind the owner, or no more. */
  static DdlStatement forcing(ObjectName table, boolean forced) {
    List<TableAction> actions = List.of(new OfPostgres.ForceRowSecurity(forced));
    return new DdlStatement.AlterTable(table, false, actions);
  }

  private boolean isCarried(Table source, Column column) {
    return Columns.computed(column).isEmpty()
        && source
            .column(column.name())
            .filter(before -> changes.isCastable(before.type(), column.type()))
            .isPresent();
  }

  private Copied copied(Table source, Column column) {
    Identifier name = column.name();
    return new Copied(
        name, changes.converted(name, source.column(name).orElseThrow().type(), column.type()));
  }

  /** The tables that hold the rows, none of which may go before they are copied. */
  private static Set<ObjectRef> holders(Schema schema, Table source) {
    Set<ObjectRef> holders = new TreeSet<>();
    holders.add(source.ref());
    Descent.heirs(schema, source).forEach(heir -> holders.addAll(holders(schema, heir)));
    return holders;
  }

  /** Every partition that must be in its place before rows can go there. */
  private static Set<ObjectRef> places(Schema schema, Table head) {
    Set<ObjectRef> places = new TreeSet<>();
    for (Table heir : Descent.heirs(schema, head)) {
      if (Descent.lineage(heir).isPartition()) {
        places.add(Names.partition(head.name(), heir.name()));
        places.addAll(places(schema, heir));
      }
    }
    return places;
  }
}
