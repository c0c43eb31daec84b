package dev.schemend.planning.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.planning.Columns;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Columns of tables that stay, as far as their parents leave something to do. */
final class ColumnAlteration {

  private final Job job;
  private final Descent descent;
  private final InheritedColumns inherited;
  private final ColumnChanges columnChanges;

  ColumnAlteration(Job job, Descent descent, InheritedColumns inherited) {
    this.job = job;
    this.descent = descent;
    this.inherited = inherited;
    this.columnChanges = new ColumnChanges(job.dialect(), job.transition().to());
  }

  // Defaults of heirs stand in the way of their common type as the table's own does.
  void makeWay(TableEdit edit, List<ColumnAltered> remaining, Alteration alteration) {
    if (!descent.hasHeirs(edit.from())) {
      return;
    }
    for (ColumnAltered altered : remaining) {
      if (columnChanges.changesType(altered)) {
        Identifier column = altered.from().name();
        List<TableAction> drop = List.of(new TableAction.DropDefault(column));
        Stream.concat(Stream.of(edit.from()), descent.stayingHeirs(edit.from()).stream())
            .filter(
                table ->
                    table.column(column).filter(one -> one.defaultValue().isPresent()).isPresent())
            .map(table -> new DdlStatement.AlterTable(table.name(), false, drop, true))
            .forEach(alteration.statements()::add);
      }
    }
  }

  void draft(
      TableEdit edit, List<ColumnAltered> remaining, Sequences sequences, Alteration alteration) {
    ObjectName table = edit.from().name();
    for (Column column : Columns.toAdd(inOrder(edit))) {
      Optional<Column> handedDown = inherited.comesWithParent(edit, column);
      if (handedDown.isPresent()) {
        if (column.postgres().local() && !edit.drops(column.name())) {
          addAhead(edit, column);
        }
        TableCreation.adjusting(
                handedDown.get(),
                isIdentity(column) && inherited.sharesIdentities(Descent.lineage(edit.to()))
                    ? column.withGeneration(Optional.empty())
                    : column,
                job.transition().to())
            .forEach(alteration.own()::add);
        continue;
      }
      addColumn(edit, TableSettings.written(sequences.written(table, column)), alteration);
      alteration.own().addAll(TableSettings.ofNew(column));
      alteration.makes().addAll(sequences.made(table, column));
    }
    for (ColumnAltered altered : remaining) {
      if (columnChanges.changesType(altered) && meetsParents(edit, altered.from())) {
        ahead(edit, columnChanges.actions(altered));
        continue;
      }
      for (TableAction action : columnChanges.actions(altered)) {
        if (action instanceof TableAction.DropDefault
            && descent.hasHeirs(edit.from())
            && columnChanges.changesType(altered)) {
          continue;
        }
        (Alteration.reachesUnasked(action) ? alteration.own() : alteration.actions()).add(action);
      }
    }
  }

  // No column is added with an identity while heirs that have none of it inherit from the table.
  private void addColumn(TableEdit edit, Column column, Alteration alteration) {
    boolean heirs =
        isIdentity(column)
            && !inherited.sharesIdentities(Descent.lineage(edit.from()))
            && !Descent.heirs(job.transition().from(), edit.from()).isEmpty();
    if (heirs && descent.hasHeirs(edit.from())) {
      alteration.actions().add(add(column.withGeneration(Optional.empty())));
      alteration
          .own()
          .add(
              new TableAction.AddIdentity(
                  column.name(), (Generation.Identity) column.generation().orElseThrow()));
      return;
    }
    alteration.actions().add(add(column));
    if (heirs) {
      alteration.frees().add(Names.heirs(edit.from().name()));
    }
  }

  private static boolean isIdentity(Column column) {
    return column.generation().filter(Generation.Identity.class::isInstance).isPresent();
  }

  // A new column comes last, so those that come stand as they are to stand among each other.
  private static List<Column> inOrder(TableEdit edit) {
    return edit.to().columns().stream().filter(column -> edit.adds(column.name())).toList();
  }

  /** Whether a parent gets a column that merges with one of the table's own. */
  boolean meetsParents(TableEdit edit, Column column) {
    return inherited.comesWithParent(edit, column).isPresent()
        && !inherited.isInherited(edit.from(), column);
  }

  // What a table defines itself it must have, with its type, before its parent hands it down.
  private void addAhead(TableEdit edit, Column column) {
    ahead(edit, List.of(add(TableSettings.written(column))));
  }

  void dropAhead(TableEdit edit, Column column) {
    ahead(edit, List.of(new TableAction.DropColumn(column.name(), false, DropBehavior.RESTRICT)));
  }

  private void ahead(TableEdit edit, List<TableAction> actions) {
    job.out()
        .add(
            PlannedStep.of(
                    Steps.step(
                        StepLabel.ALTER_TABLE,
                        new DdlStatement.AlterTable(edit.from().name(), false, actions)),
                    edit.from().ref())
                .at(StepLabel.RENAME_TABLE)
                .needing(TableAlteration.needs(edit)));
  }

  private static TableAction add(Column column) {
    return new TableAction.AddColumn(
        ColumnDefinition.of(column.withComment(Optional.empty())), ColumnPosition.UNSTATED, false);
  }
}
