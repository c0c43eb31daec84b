package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.dialect.postgres.StorageFacts;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Lineage;
import dev.schemend.model.PostgresColumnOptions;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.ReplicaIdentity;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a table and its columns have besides columns, keys and indexes. */
final class TableSettings {

  private final Job job;

  TableSettings(Job job) {
    this.job = job;
  }

  /** The actions that need nothing but the table. */
  List<TableAction> actions(TableEdit edit) {
    if (edit.options().isEmpty()) {
      return List.of();
    }
    PostgresTableOptions from = edit.options().get().from().postgres();
    PostgresTableOptions to = edit.options().get().to().postgres();
    List<TableAction> actions = new ArrayList<>();
    if (from.unlogged() != to.unlogged()) {
      actions.add(new OfPostgres.SetLogged(!to.unlogged()));
    }
    parameters(from.storageParameters(), to.storageParameters(), actions);
    if (!from.accessMethod().equals(to.accessMethod())) {
      if (PostgresFeature.SET_ACCESS_METHOD.in(job.dialect().profile())) {
        actions.add(new OfPostgres.SetAccessMethod(to.accessMethod()));
      } else {
        leave(edit, "this server cannot change the access method of a table");
      }
    }
    if (!from.tablespace().equals(to.tablespace())) {
      actions.add(new OfPostgres.SetTablespace(to.tablespace()));
    }
    if (from.rowSecurity().enabled() != to.rowSecurity().enabled()) {
      actions.add(new OfPostgres.EnableRowSecurity(to.rowSecurity().enabled()));
    }
    if (from.rowSecurity().forced() != to.rowSecurity().forced()) {
      actions.add(new OfPostgres.ForceRowSecurity(to.rowSecurity().forced()));
    }
    return actions;
  }

  /** What gives a new table its type, whose attributes its columns are. */
  static List<TableAction> typed(Table table) {
    return Descent.lineage(table).ofType().isPresent()
        ? List.of(new OfPostgres.SetOfType(Descent.lineage(table).ofType()))
        : List.of();
  }

  private void leave(TableEdit edit, String reason) {
    job.out().leave(edit, edit.options().orElseThrow(), reason);
  }

  /**
   * Whether it sets what only counts where the table has a TOAST table, which comes at the end of
   * the statement that gives it its first column of a type without bounds (ATExecSetRelOptions).
   */
  static boolean isOfToast(TableAction action) {
    return action instanceof TableAction.SetOptions set
        && set.options().postgres().storageParameters().keySet().stream()
            .anyMatch(name -> name.startsWith("toast."));
  }

  private static void parameters(
      SortedMap<String, String> from, SortedMap<String, String> to, List<TableAction> actions) {
    SortedMap<String, String> set = new TreeMap<>(to);
    set.entrySet().removeAll(from.entrySet());
    Set<String> reset = new TreeSet<>(from.keySet());
    reset.removeAll(to.keySet());
    if (!set.isEmpty()) {
      actions.add(
          new TableAction.SetOptions(
              TableOptions.NONE.withPostgres(new PostgresTableOptions(false, set))));
    }
    if (!reset.isEmpty()) {
      actions.add(new OfPostgres.ResetOptions(reset));
    }
  }

  /** What a new table gets behind its statement. */
  static List<TableAction> ofNew(Table table) {
    PostgresTableOptions options = table.options().postgres();
    List<TableAction> actions = new ArrayList<>();
    if (options.rowSecurity().enabled()) {
      actions.add(new OfPostgres.EnableRowSecurity(true));
    }
    if (options.rowSecurity().forced()) {
      actions.add(new OfPostgres.ForceRowSecurity(true));
    }
    table.columns().forEach(column -> actions.addAll(ofNew(column)));
    return actions;
  }

  /** What a new column gets behind its definition; before 16 that has no word for the storage. */
  static List<TableAction> ofNew(Column column) {
    return columnActions(
            column.name(),
            column.type(),
            written(column).postgres(),
            column.postgres().withNotNull(NotNullChanges.ofNew(column)),
            Schema.empty())
        .stream()
        .filter(action -> !(action instanceof TableAction.DropNotNull))
        .toList();
  }

  /** The column as its definition writes it, which forbids NULL wholly or not at all. */
  static Column written(Column column) {
    boolean unvalidated = NotNullChanges.ofNew(column).filter(one -> !one.validated()).isPresent();
    return column
        .withNullable(column.nullable() || unvalidated)
        .withPostgres(
            PostgresColumnOptions.NONE
                .withCompression(column.postgres().compression())
                .withNotNull(unvalidated ? Optional.empty() : NotNullChanges.written(column)));
  }

  /** The table's options as CREATE TABLE can write them. */
  static PostgresTableOptions written(PostgresTableOptions options) {
    return new PostgresTableOptions(options.unlogged(), options.storageParameters())
        .withAccessMethod(options.accessMethod())
        .withTablespace(options.tablespace())
        .withLineage(options.lineage());
  }

  /**
   * What turns the one set of settings of a column into the other.
   *
   * @param end tells what a type is
   */
  static List<TableAction> columnActions(
      Identifier column,
      SqlType type,
      PostgresColumnOptions from,
      PostgresColumnOptions to,
      Schema end) {
    List<TableAction> actions = new ArrayList<>();
    if (!from.storage().equals(to.storage())) {
      // DEFAULT is a word of 16 and newer.
      actions.add(
          new OfPostgres.SetStorage(column, to.storage().or(() -> StorageFacts.own(type, end))));
    }
    if (!from.compression().equals(to.compression())) {
      actions.add(new OfPostgres.SetCompression(column, to.compression()));
    }
    if (!from.statistics().equals(to.statistics())) {
      actions.add(new OfPostgres.SetStatistics(column, to.statistics()));
    }
    actions.addAll(NotNullChanges.actions(column, from.notNull(), to.notNull()));
    SortedMap<String, String> set = new TreeMap<>(to.parameters());
    set.entrySet().removeAll(from.parameters().entrySet());
    Set<String> reset = new TreeSet<>(from.parameters().keySet());
    reset.removeAll(to.parameters().keySet());
    if (!set.isEmpty()) {
      actions.add(new OfPostgres.SetColumnParameters(column, set));
    }
    if (!reset.isEmpty()) {
      actions.add(new OfPostgres.ResetColumnParameters(column, reset));
    }
    return actions;
  }

  /** The step for what names an index of the table, behind all that makes indexes. */
  Optional<PlannedStep> mentions(Table to, Optional<TableEdit> edit) {
    PostgresTableOptions wanted = to.options().postgres();
    ReplicaIdentity identity = edit.map(TableSettings::identityLeft).orElse(ReplicaIdentity.USUAL);
    Optional<Identifier> cluster = edit.flatMap(TableSettings::clusterLeft);
    List<TableAction> actions = new ArrayList<>();
    if (!identity.equals(wanted.replicaIdentity())) {
      actions.add(new OfPostgres.SetReplicaIdentity(wanted.replicaIdentity()));
    }
    if (!cluster.equals(wanted.clusteredOn())) {
      actions.add(new OfPostgres.ClusterOn(wanted.clusteredOn()));
    }
    return actions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PlannedStep.of(
                    Steps.step(
                        StepLabel.ALTER_TABLE,
                        new DdlStatement.AlterTable(to.name(), false, actions)),
                    to.ref())
                .at(StepLabel.CREATE_OBJECT)
                .needing(Set.of(to.ref())));
  }

  /** What frees a column that is to take NULL from the index that tells rows apart by it. */
  static List<TableAction> identityAhead(TableEdit edit) {
    return isFreed(edit)
        ? List.of(new OfPostgres.SetReplicaIdentity(ReplicaIdentity.USUAL))
        : List.of();
  }

  private static boolean isFreed(TableEdit edit) {
    if (!(edit.from().options().postgres().replicaIdentity() instanceof ReplicaIdentity.ByIndex by)
        || left(edit, by.index()).isEmpty()) {
      return false;
    }
    Set<Identifier> columns =
        Stream.concat(
                edit.from().index(by.index()).stream().flatMap(Index::columns),
                edit.from().constraint(by.index()).stream().flatMap(Constraint::columns))
            .collect(Collectors.toSet());
    return edit.alteredColumns().stream()
        .anyMatch(altered -> altered.to().nullable() && columns.contains(altered.from().name()));
  }

  // An index takes what is said of it along, to another name or into nothing.
  private static ReplicaIdentity identityLeft(TableEdit edit) {
    ReplicaIdentity before = edit.from().options().postgres().replicaIdentity();
    if (isFreed(edit)) {
      return ReplicaIdentity.USUAL;
    }
    if (!(before instanceof ReplicaIdentity.ByIndex by)) {
      return before;
    }
    return left(edit, by.index())
        .<ReplicaIdentity>map(ReplicaIdentity.ByIndex::new)
        .orElseGet(ReplicaIdentity.Nothing::new);
  }

  private static Optional<Identifier> clusterLeft(TableEdit edit) {
    return edit.from().options().postgres().clusteredOn().flatMap(index -> left(edit, index));
  }

  private static Optional<Identifier> left(TableEdit edit, Identifier index) {
    boolean gone =
        edit.from().index(index).filter(edit::drops).isPresent()
            || edit.from().constraint(index).filter(edit::drops).isPresent();
    if (gone) {
      return Optional.empty();
    }
    return edit.renamedIndexes().stream()
        .filter(one -> one.from().name().equals(index))
        .map(one -> one.to().name())
        .findFirst()
        .or(
            () ->
                edit.renamedConstraints().stream()
                    .filter(one -> one.from().name().equals(index))
                    .map(one -> one.to().name())
                    .findFirst())
        .or(() -> Optional.of(index));
  }

  /** The step that lets a partition go. */
  static Optional<PlannedStep> detaching(TableEdit edit) {
    if (!Descent.detaches(edit)) {
      return Optional.empty();
    }
    ObjectName parent = Descent.lineage(edit.from()).parents().getFirst();
    return Optional.of(
        PlannedStep.of(
                Steps.step(
                    StepLabel.ALTER_TABLE,
                    new DdlStatement.AlterTable(
                        parent,
                        false,
                        List.of(
                            new OfPostgres.DetachPartition(
                                edit.from().name(), OfPostgres.DetachPartition.Mode.AT_ONCE)))),
                edit.from().ref())
            // Ahead of all that is done to either.
            .at(StepLabel.DROP_OBJECT)
            .releasing(Set.of(ObjectRef.table(parent)))
            .releasing(columns(edit.from())));
  }

  /** The step that makes a table a partition, once both have all their indexes. */
  static PlannedStep attaching(Attachments attachments, Table partition, Table parent) {
    Lineage lineage = Descent.lineage(partition);
    Set<ObjectRef> needs = new TreeSet<>(Names.occupied(whole(attachments, partition)));
    needs.addAll(Names.occupied(whole(attachments, parent)));
    return PlannedStep.of(
            Steps.step(
                StepLabel.ALTER_TABLE,
                new DdlStatement.AlterTable(
                    parent.name(),
                    false,
                    List.of(
                        new OfPostgres.AttachPartition(
                            partition.name(), lineage.bound().orElseThrow())))),
            partition.ref())
        .at(StepLabel.RENAME_FOREIGN_KEY)
        .needing(needs)
        .making(Set.of(Names.partition(parent.name(), partition.name())));
  }

  // The table without the indexes and keys that are made when all partitions are there.
  private static Table whole(Attachments attachments, Table table) {
    return table
        .withIndexes(
            table.indexes().stream()
                .filter(
                    index ->
                        !attachments.isPartial(table, index) && !attachments.competes(table, index))
                .toList())
        .withConstraints(
            table.constraints().stream().filter(key -> !Attachments.competes(table, key)).toList());
  }

  /** The step that leaves parents, which may go themselves. */
  static Optional<PlannedStep> leaving(TableEdit edit) {
    List<ObjectName> left = heritage(edit.from());
    left.removeAll(heritage(edit.to()));
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PlannedStep.of(
                    Steps.step(
                        StepLabel.ALTER_TABLE,
                        new DdlStatement.AlterTable(
                            edit.from().name(),
                            false,
                            left.stream().<TableAction>map(OfPostgres.NoInherit::new).toList())),
                    edit.from().ref())
                .at(StepLabel.DROP_OBJECT)
                .releasing(left.stream().map(ObjectRef::table).collect(Collectors.toSet()))
                .releasing(left.stream().map(Names::heirs).collect(Collectors.toSet()))
                .releasing(columns(edit.from())));
  }

  // What is done to a parent's columns does not reach these from then on.
  private static Set<ObjectRef> columns(Table table) {
    return table.columns().stream()
        .map(column -> ObjectRef.column(table.name(), column.name()))
        .collect(Collectors.toSet());
  }

  /** What makes a table inherit from more parents. */
  static List<TableAction> joined(TableEdit edit) {
    return joins(edit).stream().<TableAction>map(OfPostgres.Inherit::new).toList();
  }

  private static List<ObjectName> joins(TableEdit edit) {
    List<ObjectName> joined = heritage(edit.to());
    joined.removeAll(heritage(edit.from()));
    return joined;
  }

  /**
   * The columns that must refuse NULL while the table joins a parent, and take it again then: those
   * of the parent do not (server source: MergeAttributesIntoExisting()).
   */
  List<Identifier> requiredToJoin(TableEdit edit) {
    return joins(edit).stream()
        .flatMap(parent -> job.transition().to().table(parent).stream())
        .flatMap(parent -> parent.columns().stream())
        .filter(column -> !column.nullable())
        .flatMap(column -> edit.to().column(column.name()).stream())
        .filter(Column::nullable)
        .map(Column::name)
        .distinct()
        .toList();
  }

  // The parents of a table that is no partition.
  private static List<ObjectName> heritage(Table table) {
    Lineage lineage = Descent.lineage(table);
    return lineage.isPartition() ? new ArrayList<>() : new ArrayList<>(lineage.parents());
  }
}
