package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Index;
import dev.schemend.model.MaterializedView;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Indexes and storage parameters of materialised views that stay: their rows need not be computed
 * again for those.
 */
final class MaterializedChanges {

  private final Job job;

  MaterializedChanges(Job job) {
    this.job = job;
  }

  /** Whether what the view shows is the same. */
  static boolean isPossible(MaterializedView from, MaterializedView to) {
    return from.withIndexes(to.indexes()).withParameters(to.parameters()).equals(to);
  }

  void alter(MaterializedView from, MaterializedView to) {
    parameters(from, to);
    List<Index> added =
        to.indexes().stream().filter(index -> !from.indexes().contains(index)).toList();
    for (Index old : from.indexes()) {
      if (to.indexes().contains(old)) {
        continue;
      }
      Optional<Index> renamed =
          added.stream()
              .filter(index -> from.index(index.name()).isEmpty())
              .filter(index -> to.index(old.name()).isEmpty())
              .filter(index -> old.withName(index.name()).equals(index))
              .findFirst();
      if (renamed.isPresent()) {
        rename(from.name(), old, renamed.get());
        new MemberComments(job)
            .takeBack(
                ObjectRef.index(from.name(), old.name()),
                ObjectRef.index(to.name(), renamed.get().name()));
        added = added.stream().filter(index -> !index.equals(renamed.get())).toList();
      } else {
        drop(from.name(), old);
      }
    }
    for (Index index : added) {
      create(to, index);
      if (from.index(index.name()).isPresent()) {
        new MemberComments(job).again(ObjectRef.index(to.name(), index.name()));
      }
    }
  }

  private void parameters(MaterializedView from, MaterializedView to) {
    SortedMap<String, Optional<String>> reset = new TreeMap<>();
    from.parameters().keySet().stream()
        .filter(name -> !to.parameters().containsKey(name))
        .forEach(name -> reset.put(name, Optional.empty()));
    SortedMap<String, Optional<String>> set = new TreeMap<>();
    to.parameters()
        .forEach(
            (name, value) -> {
              if (!value.equals(from.parameters().get(name))) {
                set.put(name, Optional.of(value));
              }
            });
    List<DdlStatement> statements =
        Stream.of(reset, set)
            .filter(values -> !values.isEmpty())
            .<DdlStatement>map(
                values ->
                    new DdlStatement.AlterObject(
                        to.ref(), false, new ObjectAction.Parameters(values)))
            .toList();
    if (!statements.isEmpty()) {
      job.out().add(PlannedStep.of(Steps.step(StepLabel.CREATE_OBJECT, statements), to.ref()));
    }
  }

  /** A new index, once its view is there. */
  void create(MaterializedView view, Index index) {
    job.out()
        .add(
            PlannedStep.of(
                    Steps.step(
                        StepLabel.CREATE_INDEX,
                        new DdlStatement.CreateIndex(view.name(), index, false, false)),
                    ObjectRef.index(view.name(), index.name()))
                .at(StepLabel.COMMENT)
                .needing(Set.of(view.ref()))
                .making(Set.of(Names.index(view.name(), index.name()))));
  }

  private void drop(ObjectName view, Index index) {
    job.out()
        .add(
            PlannedStep.of(
                    Steps.step(
                        StepLabel.DROP_INDEX,
                        new DdlStatement.DropIndexes(
                            List.of(view.sibling(index.name())),
                            false,
                            false,
                            DropBehavior.RESTRICT)),
                    ObjectRef.index(view, index.name()))
                .freeing(Set.of(Names.index(view, index.name()))));
  }

  private void rename(ObjectName view, Index from, Index to) {
    job.out()
        .add(
            PlannedStep.of(
                    Steps.step(
                        StepLabel.RENAME_INDEX,
                        new DdlStatement.RenameIndex(view.sibling(from.name()), to.name(), false)),
                    ObjectRef.index(view, from.name()))
                .freeing(Set.of(Names.index(view, from.name())))
                .making(Set.of(Names.index(view, to.name()))));
  }
}
