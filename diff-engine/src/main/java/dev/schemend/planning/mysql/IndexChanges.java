package dev.schemend.planning.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import java.util.List;

/**
 * The indexes of a table that stays. As many as can be change in one statement: the server reads
 * the table once for all that are added, and a foreign key never misses one between two statements
 * (server source: mysql_alter_table() checks keys against the table as it will be).
 */
final class IndexChanges {

  private final Job job;
  private final TableEdit edit;
  private final ObjectName table;

  IndexChanges(Job job, TableEdit edit) {
    this.job = job;
    this.edit = edit;
    this.table = edit.from().name();
  }

  // An AUTO_INCREMENT column must head a key after every statement (ER_WRONG_AUTO_KEY), so such
  // keys change in the statement that changes the column.
  static boolean carriesAutoIncrement(Table table, Index index) {
    return index.parts().getFirst().columnName().flatMap(table::column).stream()
        .flatMap(column -> column.generation().stream())
        .anyMatch(Generation.AutoIncrement.class::isInstance);
  }

  // InnoDB makes one full-text index at a time (ER_INNODB_FT_LIMIT).
  private static boolean isAlone(Index index) {
    return switch (index.kind()) {
      case FULLTEXT, SPATIAL -> true;
      case PLAIN, UNIQUE -> false;
    };
  }

  private List<Index> freelyDropped() {
    return edit.droppedIndexes().stream()
        .filter(index -> !carriesAutoIncrement(edit.from(), index) && !holdsItsColumn(index))
        .toList();
  }

  // The SRID of a column stays until its spatial index is gone, also within one statement
  // (ER_CANNOT_ALTER_SRID_DUE_TO_INDEX).
  private boolean holdsItsColumn(Index index) {
    return index.kind() == Index.Kind.SPATIAL
        && index.columns().anyMatch(column -> edit.altered(column).isPresent());
  }

  private List<Index> freelyAdded() {
    return edit.addedIndexes().stream()
        .filter(index -> !isAlone(index) && !carriesAutoIncrement(edit.to(), index))
        .toList();
  }

  /** Those that go with the statement that changes the columns, whatever else does. */
  List<TableAction> tiedDrops() {
    return drops(
        edit.droppedIndexes().stream()
            .filter(index -> carriesAutoIncrement(edit.from(), index))
            .toList());
  }

  private static List<TableAction> drops(List<Index> indexes) {
    return indexes.stream()
        .<TableAction>map(index -> new TableAction.DropIndex(index.name(), false))
        .toList();
  }

  /** Those that come with the statement that changes the columns, whatever else does. */
  List<Index> tiedAdditions() {
    return edit.addedIndexes().stream()
        .filter(index -> carriesAutoIncrement(edit.to(), index))
        .toList();
  }

  TableAction addition(Index index) {
    return new TableAction.AddIndex(
        WrittenIndexes.definition(index, edit.to().options().mysql()), false);
  }

  private List<TableAction> renames() {
    return edit.renamedIndexes().stream()
        .<TableAction>map(
            renamed -> new TableAction.RenameIndex(renamed.from().name(), renamed.to().name()))
        .toList();
  }

  /** Puts everything that may share a statement into the one that changes the table anyway. */
  void join(List<TableAction> actions) {
    actions.addAll(0, drops(freelyDropped()));
    freelyAdded().forEach(index -> actions.add(addition(index)));
    actions.addAll(renames());
    draftAlone();
  }

  /** Statements of their own, before and after the one that changes the columns. */
  void draftApart() {
    List<Index> dropped = freelyDropped();
    if (dropped.size() == 1) {
      drop(dropped.getFirst());
    } else if (!dropped.isEmpty()) {
      alter(StepLabel.DROP_INDEX, drops(dropped));
    }
    List<Index> added = freelyAdded();
    if (added.size() == 1) {
      create(added.getFirst());
    } else if (!added.isEmpty()) {
      alter(StepLabel.CREATE_INDEX, added.stream().map(this::addition).toList());
    }
    if (!edit.renamedIndexes().isEmpty()) {
      alter(StepLabel.RENAME_INDEX, renames());
    }
    draftAlone();
  }

  private void draftAlone() {
    edit.droppedIndexes().stream().filter(this::holdsItsColumn).forEach(this::drop);
    edit.addedIndexes().stream().filter(IndexChanges::isAlone).forEach(this::create);
  }

  private void drop(Index index) {
    add(
        StepLabel.DROP_INDEX,
        new DdlStatement.DropIndexOn(table, index.name(), false),
        ObjectRef.index(table, index.name()));
  }

  private void create(Index index) {
    add(
        StepLabel.CREATE_INDEX,
        new DdlStatement.CreateIndex(
            table, WrittenIndexes.definition(index, edit.to().options().mysql()), false, false),
        ObjectRef.index(table, index.name()));
  }

  private void alter(StepLabel label, List<TableAction> actions) {
    add(label, new DdlStatement.AlterTable(table, false, actions), edit.from().ref());
  }

  private void add(StepLabel label, DdlStatement statement, ObjectRef about) {
    job.out().add(PlannedStep.of(Steps.step(label, statement), about));
  }
}
