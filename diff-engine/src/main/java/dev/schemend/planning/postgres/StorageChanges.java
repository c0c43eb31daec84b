package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.IndexAction;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexStorage;
import dev.schemend.name.Identifier;
import dev.schemend.planning.TableEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Indexes, and those behind keys and exclusion constraints, that are stored in another way from now
 * on: they are changed where they are (manual, ALTER INDEX).
 */
final class StorageChanges {

  private StorageChanges() {}

  /** Takes out of an edit what is dropped and made anew for the sake of its storage alone. */
  static void settle(TableEdit edit) {
    for (Constraint dropped : List.copyOf(edit.droppedConstraints())) {
      if (edit.successor(dropped)
          .filter(added -> dropped.withStorage(added.storage()).equals(added))
          .filter(added -> isAlterable(edit, dropped.storage(), added.storage()))
          .isPresent()) {
        edit.settle(dropped);
      }
    }
    for (Index dropped : List.copyOf(edit.droppedIndexes())) {
      if (edit.successor(dropped)
          .filter(
              added ->
                  dropped
                      .withPostgres(dropped.postgres().withStorage(added.postgres().storage()))
                      .equals(added))
          .filter(
              added -> isAlterable(edit, dropped.postgres().storage(), added.postgres().storage()))
          .isPresent()) {
        edit.settle(dropped);
      }
    }
  }

  // Of a partitioned index the server changes the tablespace only, that of partitions to come.
  private static boolean isAlterable(TableEdit edit, IndexStorage from, IndexStorage to) {
    return !Descent.lineage(edit.from()).isPartitioned()
        || from.parameters().equals(to.parameters());
  }

  /** What changes the indexes of a table that are not made anew for another reason. */
  static List<DdlStatement> of(TableEdit edit) {
    List<DdlStatement> statements = new ArrayList<>();
    for (Constraint constraint : edit.to().constraints()) {
      edit.from()
          .constraint(constraint.name())
          .filter(before -> !edit.drops(before))
          .ifPresent(
              before ->
                  add(edit, constraint.name(), before.storage(), constraint.storage(), statements));
    }
    for (Index index : edit.to().indexes()) {
      edit.from()
          .index(index.name())
          .filter(before -> !edit.drops(before))
          .ifPresent(
              before ->
                  add(
                      edit,
                      index.name(),
                      before.postgres().storage(),
                      index.postgres().storage(),
                      statements));
    }
    return statements;
  }

  private static void add(
      TableEdit edit,
      Identifier index,
      IndexStorage from,
      IndexStorage to,
      List<DdlStatement> statements) {
    SortedMap<String, String> set = new TreeMap<>(to.parameters());
    set.entrySet().removeAll(from.parameters().entrySet());
    TreeSet<String> reset = new TreeSet<>(from.parameters().keySet());
    reset.removeAll(to.parameters().keySet());
    List<IndexAction> actions = new ArrayList<>();
    if (!set.isEmpty()) {
      actions.add(new IndexAction.SetParameters(set));
    }
    if (!reset.isEmpty()) {
      actions.add(new IndexAction.ResetParameters(reset));
    }
    if (!from.tablespace().equals(to.tablespace())) {
      actions.add(new IndexAction.SetTablespace(to.tablespace()));
    }
    actions.forEach(
        action ->
            statements.add(
                new DdlStatement.AlterIndex(edit.from().name().sibling(index), false, action)));
  }
}
