package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.postgres.StorageFacts;
import dev.schemend.model.Index;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.PostgresColumnOptions;
import dev.schemend.model.Schema;
import dev.schemend.model.ViewStorage;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
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

  private static final SqlType UNKNOWN =
      new SqlType.UserDefined(ObjectName.unqualified(Identifier.of("?")), List.of());

  private final Job job;

  MaterializedChanges(Job job) {
    this.job = job;
  }

  /** Whether what the view shows is the same. */
  static boolean isPossible(MaterializedView from, MaterializedView to) {
    return from.withIndexes(to.indexes())
        .withParameters(to.parameters())
        .withStorage(to.storage())
        .equals(to);
  }

  void alter(MaterializedView from, MaterializedView to) {
    parameters(from, to);
    if (to.columns().stream().anyMatch(column -> isUnsayable(from, to, column))) {
      job.out()
          .leave(
              new Change.ObjectAltered(from, to),
              "this server has no word for the storage that a column has by its type");
    } else {
      columns(from.storage(), to);
    }
    Optional<Identifier> cluster = from.storage().clusteredOn();
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
        cluster = cluster.map(one -> one.equals(old.name()) ? renamed.get().name() : one);
        added = added.stream().filter(index -> !index.equals(renamed.get())).toList();
      } else {
        drop(from.name(), old);
        cluster = cluster.filter(one -> !one.equals(old.name()));
      }
    }
    for (Index index : added) {
      create(to, index);
      if (from.index(index.name()).isPresent()) {
        new MemberComments(job).again(ObjectRef.index(to.name(), index.name()));
      }
    }
    cluster(cluster, to);
  }

  private boolean isUnsayable(MaterializedView from, MaterializedView to, Identifier column) {
    return from.storage().column(column).storage().isPresent()
        && to.storage().column(column).storage().isEmpty()
        && own(to, column).isEmpty()
        && !PostgresFeature.STORAGE_DEFAULT.in(job.dialect().profile());
  }

  private Optional<PostgresColumnOptions.Storage> own(MaterializedView view, Identifier column) {
    return StorageFacts.own(job.dialect(), job.transition().to(), view, column);
  }

  /** What a new view gets behind its definition. */
  void settings(MaterializedView view) {
    columns(ViewStorage.NONE, view);
    cluster(Optional.empty(), view);
  }

  private void columns(ViewStorage from, MaterializedView to) {
    List<TableAction> actions = new ArrayList<>();
    for (Identifier column : to.columns()) {
      PostgresColumnOptions before = from.column(column);
      PostgresColumnOptions after = to.storage().column(column);
      boolean back = before.storage().isPresent() && after.storage().isEmpty();
      actions.addAll(
          TableSettings.columnActions(
              column,
              UNKNOWN,
              before,
              back ? after.withStorage(own(to, column)) : after,
              Schema.empty()));
    }
    if (!actions.isEmpty()) {
      job.out().add(altered(to, actions).at(StepLabel.CREATE_OBJECT));
    }
  }

  private void cluster(Optional<Identifier> from, MaterializedView to) {
    if (!from.equals(to.storage().clusteredOn())) {
      PlannedStep step =
          altered(to, List.of(new TableAction.OfPostgres.ClusterOn(to.storage().clusteredOn())));
      job.out()
          .add(
              to.storage()
                  .clusteredOn()
                  .map(index -> step.needing(Set.of(to.ref(), Names.index(to.name(), index))))
                  .orElse(step)
                  .at(StepLabel.COMMENT));
    }
  }

  private static PlannedStep altered(MaterializedView view, List<TableAction> actions) {
    return PlannedStep.of(
            Steps.step(
                StepLabel.ALTER_TABLE, new DdlStatement.AlterTable(view.name(), false, actions)),
            view.ref())
        .needing(Set.of(view.ref()));
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
