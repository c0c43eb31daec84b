package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.IndexAction;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Lineage;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the indexes and keys of partitions come under those of their parents (manual, ALTER INDEX).
 */
final class Attachments {

  private final Job job;

  Attachments(Job job) {
    this.job = job;
  }

  /** Whether some partition of a table lacks the index, which is then made when all are there. */
  boolean isPartial(Table table, Index index) {
    return Descent.lineage(table).isPartitioned()
        && Descent.heirs(job.transition().to(), table).stream()
            .anyMatch(child -> !hasUnder(child, index.name()));
  }

  /** Whether a partition has an index or a key under the parent's of that name. */
  private static boolean hasUnder(Table partition, Identifier parent) {
    return Stream.concat(
            partition.indexes().stream().map(index -> index.postgres().attachedTo()),
            partition.constraints().stream().map(Constraint::attachedTo))
        .anyMatch(under -> under.filter(parent::equals).isPresent());
  }

  /**
   * Whether the server, which attaches the first index of the right shape, could take this one of a
   * new partition for another: it is made when the partition is attached.
   */
  boolean competes(Table partition, Index index) {
    return Descent.lineage(partition).isPartition()
        && index.postgres().attachedTo().isEmpty()
        && partition.indexes().stream()
            .anyMatch(
                other ->
                    other.postgres().attachedTo().isPresent()
                        && other.unique() == index.unique()
                        && other.parts().equals(index.parts())
                        && other.predicate().equals(index.predicate()));
  }

  /** The same of a key that is the partition's own. */
  static boolean competes(Table partition, Constraint key) {
    return Descent.lineage(partition).isPartition()
        && key.attachedTo().isEmpty()
        && partition.constraints().stream()
            .anyMatch(
                other -> other.attachedTo().isPresent() && TableCreation.saysTheSame(other, key));
  }

  /**
   * The names of indexes and keys of a new partition that are made before one of theirs: of several
   * that are alike the server takes the first for the first that its parent has
   * (AttachPartitionEnsureIndexes).
   */
  Set<ObjectRef> twinsBefore(Table partition, Index index) {
    Set<ObjectRef> twins = new TreeSet<>();
    if (Descent.lineage(partition).isPartition()) {
      List<Identifier> order = made(Descent.lineage(partition).parents().getFirst());
      for (Index other : partition.indexes()) {
        if (alike(other, index)
            && place(order, other.postgres().attachedTo())
                < place(order, index.postgres().attachedTo())) {
          twins.add(Names.index(partition.name(), other.name()));
        }
      }
    }
    return twins;
  }

  /** The order in which the keys of a new partition are made. */
  Comparator<Constraint> inTurn(Table partition) {
    if (!Descent.lineage(partition).isPartition()) {
      return Comparator.comparing(Constraint::name);
    }
    List<Identifier> order = made(Descent.lineage(partition).parents().getFirst());
    return Comparator.<Constraint>comparingInt(key -> place(order, key.attachedTo()))
        .thenComparing(Constraint::name);
  }

  private static int place(List<Identifier> order, Optional<Identifier> attachedTo) {
    int place = attachedTo.map(order::indexOf).orElse(-1);
    return place < 0 ? order.size() : place;
  }

  /** Indexes and keys of a table in the order in which they are made: new ones by name. */
  private List<Identifier> made(ObjectName name) {
    Set<Identifier> order = new LinkedHashSet<>();
    job.edits()
        .of(name)
        .ifPresentOrElse(
            edit -> order.addAll(kept(edit)),
            () -> job.transition().from().table(name).ifPresent(table -> addAll(order, table)));
    job.transition()
        .to()
        .table(name)
        .ifPresent(
            table -> {
              table.constraints().stream().map(Constraint::name).sorted().forEach(order::add);
              table.indexes().stream().map(Index::name).sorted().forEach(order::add);
            });
    return List.copyOf(order);
  }

  private static void addAll(Set<Identifier> order, Table table) {
    table.constraints().forEach(constraint -> order.add(constraint.name()));
    table.indexes().forEach(index -> order.add(index.name()));
  }

  private static List<Identifier> kept(TableEdit edit) {
    Map<Identifier, Identifier> renamed = new HashMap<>();
    edit.renamedIndexes().forEach(one -> renamed.put(one.from().name(), one.to().name()));
    edit.renamedConstraints().forEach(one -> renamed.put(one.from().name(), one.to().name()));
    return Stream.concat(
            edit.from().constraints().stream()
                .filter(key -> !edit.drops(key))
                .map(Constraint::name),
            edit.from().indexes().stream().filter(index -> !edit.drops(index)).map(Index::name))
        .map(name -> renamed.getOrDefault(name, name))
        .toList();
  }

  // But for the name, and for what it is attached to.
  private static boolean alike(Index one, Index other) {
    return one.withName(other.name())
        .withPostgres(one.postgres().withAttachedTo(other.postgres().attachedTo()))
        .equals(other);
  }

  /**
   * An index that a table has is attached to the first of its kind when the table becomes a
   * partition, and stays so: where a new one is wanted there, the two change their parts.
   */
  void exchange(TableEdit edit) {
    Lineage lineage = Descent.lineage(edit.to());
    if (!lineage.isPartition()) {
      return;
    }
    List<Identifier> order = made(lineage.parents().getFirst());
    if (Descent.attaches(edit)) {
      keep(edit, (dropped, added) -> isInTurn(edit, dropped, added, order));
    }
    for (Index added : List.copyOf(edit.addedIndexes())) {
      edit.from().indexes().stream()
          .filter(kept -> added.postgres().attachedTo().isPresent() && alike(kept, added))
          .filter(kept -> isKept(edit, kept) && isTaken(edit, kept, added, order))
          .findFirst()
          .ifPresent(kept -> edit.exchange(kept, added));
    }
  }

  /**
   * A table that stands alone from now on keeps the indexes and constraints that it had as a
   * partition, be it under other names.
   */
  void release(TableEdit edit, Descent descent) {
    if (Descent.detaches(edit) && !Descent.lineage(edit.to()).isPartition()) {
      keep(edit, (dropped, added) -> !descent.goesWithParent(edit, dropped));
      for (Constraint added : List.copyOf(edit.addedConstraints())) {
        List.copyOf(edit.droppedConstraints()).stream()
            .filter(dropped -> edit.to().constraint(dropped.name()).isEmpty())
            .filter(dropped -> Descent.alone(dropped.withName(added.name())).equals(added))
            .filter(dropped -> !descent.goesWithParent(edit, dropped))
            .findFirst()
            .ifPresent(dropped -> edit.keep(dropped, added));
      }
    }
  }

  private static void keep(TableEdit edit, BiPredicate<Index, Index> fits) {
    for (Index added : List.copyOf(edit.addedIndexes())) {
      List.copyOf(edit.droppedIndexes()).stream()
          .filter(dropped -> edit.to().index(dropped.name()).isEmpty() && alike(dropped, added))
          .filter(dropped -> fits.test(dropped, added))
          .findFirst()
          .ifPresent(dropped -> edit.keep(dropped, added));
    }
  }

  // Where an index that was to go takes the place of a new one, the server comes to it in turn.
  private static boolean isInTurn(
      TableEdit edit, Index dropped, Index added, List<Identifier> order) {
    List<Integer> places =
        edit.from().indexes().stream()
            .filter(one -> one.equals(dropped) || (alike(one, added) && isKept(edit, one)))
            .map(one -> one.equals(dropped) ? added : edit.to().index(one.name()).orElseThrow())
            .map(one -> place(order, one.postgres().attachedTo()))
            .toList();
    return places.stream().sorted().toList().equals(places);
  }

  private static boolean isKept(TableEdit edit, Index index) {
    return !edit.drops(index)
        && edit.addedIndexes().stream().noneMatch(one -> one.name().equals(index.name()))
        && edit.to().index(index.name()).filter(one -> alike(one, index)).isPresent();
  }

  private boolean isTaken(TableEdit edit, Index kept, Index added, List<Identifier> order) {
    Optional<Identifier> wanted =
        edit.to().index(kept.name()).orElseThrow().postgres().attachedTo();
    Optional<Identifier> place = added.postgres().attachedTo();
    if (Descent.attaches(edit)) {
      return place(order, place) < place(order, wanted);
    }
    return attachedTo(edit, kept).equals(place) && !wanted.equals(place);
  }

  /** What an index is attached to, by its new name. */
  private Optional<Identifier> attachedTo(TableEdit edit, Index index) {
    Optional<Identifier> before = index.postgres().attachedTo();
    return job.edits().of(Descent.lineage(edit.to()).parents().getFirst()).stream()
        .flatMap(parent -> parent.renamedIndexes().stream())
        .filter(renamed -> before.filter(renamed.from().name()::equals).isPresent())
        .map(renamed -> renamed.to().name())
        .findFirst()
        .or(() -> before);
  }

  /** What attaches the indexes of a new partition to those that not every partition has. */
  List<Attachment> afterwards(Table partition) {
    List<Attachment> found = new ArrayList<>();
    if (Descent.lineage(partition).isPartition()) {
      ObjectName parent = Descent.lineage(partition).parents().getFirst();
      for (Index index : partition.indexes()) {
        index
            .postgres()
            .attachedTo()
            .filter(to -> isPartial(parent, to))
            .ifPresent(to -> found.add(new Attachment(parent, to, partition.name(), index.name())));
      }
      for (Constraint key : partition.constraints()) {
        key.attachedTo()
            .filter(to -> isPartial(parent, to))
            .ifPresent(to -> found.add(new Attachment(parent, to, partition.name(), key.name())));
      }
    }
    return found;
  }

  /** What attaches new indexes and keys to those of the parent. */
  List<Attachment> of(TableEdit edit) {
    List<Attachment> found = new ArrayList<>();
    Lineage lineage = Descent.lineage(edit.to());
    if (!lineage.isPartition()) {
      return found;
    }
    ObjectName parent = lineage.parents().getFirst();
    for (Index index : edit.to().indexes()) {
      index
          .postgres()
          .attachedTo()
          .filter(to -> !Descent.attaches(edit) || isPartial(parent, to))
          .filter(to -> !isAttached(edit, index.name()))
          .ifPresent(to -> found.add(new Attachment(parent, to, edit.to().name(), index.name())));
    }
    for (Constraint constraint : edit.to().constraints()) {
      constraint
          .attachedTo()
          .filter(to -> !Descent.attaches(edit) || isPartial(parent, to))
          .filter(to -> !isAttached(edit, constraint.name()))
          .ifPresent(
              to -> found.add(new Attachment(parent, to, edit.to().name(), constraint.name())));
    }
    return found;
  }

  /** That every partition is there. */
  Set<ObjectRef> allPartitions(Table table) {
    return Descent.heirs(job.transition().to(), table).stream()
        .map(child -> Names.partition(table.name(), child.name()))
        .collect(Collectors.toSet());
  }

  private boolean isPartial(ObjectName parent, Identifier index) {
    return job.transition()
        .to()
        .table(parent)
        .filter(table -> table.index(index).filter(one -> isPartial(table, one)).isPresent())
        .isPresent();
  }

  // Attached already, be it under an older name of either.
  private boolean isAttached(TableEdit edit, Identifier member) {
    if (edit.addedIndexes().stream().anyMatch(one -> one.name().equals(member))
        || edit.addedConstraints().stream().anyMatch(one -> one.name().equals(member))) {
      return false;
    }
    Identifier before =
        Stream.concat(
                edit.renamedIndexes().stream()
                    .filter(one -> one.to().name().equals(member))
                    .map(one -> one.from().name()),
                edit.renamedConstraints().stream()
                    .filter(one -> one.to().name().equals(member))
                    .map(one -> one.from().name()))
            .findFirst()
            .orElse(member);
    return edit.from()
        .index(before)
        .flatMap(index -> index.postgres().attachedTo())
        .or(() -> edit.from().constraint(before).flatMap(Constraint::attachedTo))
        .isPresent();
  }

  /** The step that attaches an index or key of a partition that is there already. */
  static PlannedStep attaching(Table partition, Attachment attachment) {
    return PlannedStep.of(
            Steps.step(StepLabel.CREATE_INDEX, statement(attachment)),
            ObjectRef.index(partition.name(), attachment.member()))
        .needing(
            Set.of(
                attachment.parentName(),
                Names.partition(attachment.parentTable(), partition.name()),
                Names.index(partition.name(), attachment.member())));
  }

  static DdlStatement statement(Attachment attachment) {
    return new DdlStatement.AlterIndex(
        attachment.parentTable().sibling(attachment.parent()),
        false,
        new IndexAction.AttachPartition(attachment.partition().sibling(attachment.member())));
  }
}
