package dev.schemend.planning.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.planning.Columns;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        if (InheritedColumns.isAddedAhead(edit, column)) {
          addAhead(edit, column);
        }
        TableCreation.adjusting(
                handedDown.get(), withoutShared(edit, column), job.transition().to())
            .forEach(alteration.own()::add);
        continue;
      }
      addColumn(
          edit,
          TableSettings.written(sequences.written(table, withoutShared(edit, column))),
          alteration);
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
        boolean alone =
            Alteration.reachesUnasked(action)
                || (action instanceof TableAction.DropNotNull && !descent.handsDown(edit, altered));
        (alone ? alteration.own() : alteration.actions()).add(action);
      }
    }
  }

  // The identities that a partition has are its parent's.
  private Column withoutShared(TableEdit edit, Column column) {
    return isIdentity(column)
            && inherited.sharesIdentities(Descent.lineage(edit.to()))
            && Descent.lineage(edit.to()).isPartition()
        ? column.withGeneration(Optional.empty())
        : column;
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
  private boolean meetsParents(TableEdit edit, Column column) {
    return inherited.comesWithParent(edit, column).isPresent()
        && !inherited.isInherited(edit.from(), column);
  }

  /**
   * The columns that go ahead of what the parents do: what merges with a new column of theirs, and
   * what is computed from a column that they drop, cast or hand down anew.
   */
  Set<Identifier> droppedAhead(TableEdit edit) {
    return edit.droppedColumns().stream()
        .filter(column -> !inherited.goesWithParent(edit, column))
        .filter(
            column ->
                meetsParents(edit, column)
                    || Columns.sources(column).stream().anyMatch(one -> movesAbove(edit, one)))
        .map(Column::name)
        .collect(Collectors.toSet());
  }

  private boolean movesAbove(TableEdit edit, Identifier column) {
    return descent
        .parents(edit)
        .anyMatch(
            parent ->
                parent.drops(column)
                    || parent.adds(column)
                    || parent.altered(column).filter(columnChanges::changesType).isPresent());
  }

  // What a table defines itself it must have, with its type, before its parent hands it down.
  private void addAhead(TableEdit edit, Column column) {
    ahead(edit, List.of(add(TableSettings.written(column))));
  }

  private void ahead(TableEdit edit, List<TableAction> actions) {
    job.out().add(altering(edit, actions).needing(TableAlteration.needs(edit)));
  }

  /** The step that drops columns, and what is over them, ahead of what the parents do. */
  void dropAhead(TableEdit edit, List<TableAction> drops, Set<ObjectRef> frees) {
    if (!drops.isEmpty()) {
      job.out().add(altering(edit, drops).freeing(frees));
    }
  }

  private static PlannedStep altering(TableEdit edit, List<TableAction> actions) {
    return PlannedStep.of(
            Steps.step(
                StepLabel.ALTER_TABLE,
                new DdlStatement.AlterTable(edit.from().name(), false, actions)),
            edit.from().ref())
        .at(StepLabel.RENAME_TABLE);
  }

  private static TableAction add(Column column) {
    return new TableAction.AddColumn(
        ColumnDefinition.of(column.withComment(Optional.empty())), ColumnPosition.UNSTATED, false);
  }
}
