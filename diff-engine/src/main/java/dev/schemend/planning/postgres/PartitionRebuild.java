package dev.schemend.planning.postgres;

import dev.schemend.collect.PersistentSortedMap.Edit;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.RowMove;
import dev.schemend.planning.SetAside;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tables that are to be partitioned otherwise, or for the first time, or no more: for that there is
 * no statement (manual, ALTER TABLE). They step aside, and with them those that hold rows of theirs
 * and go or become partitions of theirs again; they leave their parents, and all that is to keep
 * its rows leaves them. So do tables whose columns no statement brings into the order of the type
 * that they are to be {@code OF}. They let go of names that are wanted and of the sequences that
 * they own, so that all of it can be made anew while the rows are still there.
 */
final class PartitionRebuild {

  private static final String SUFFIX = "_old";

  /** What shares the name space of indexes (manual, CREATE INDEX). */
  private static final Set<ObjectKind> RELATIONS =
      EnumSet.of(
          ObjectKind.TABLE,
          ObjectKind.FOREIGN_TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.SEQUENCE,
          ObjectKind.COMPOSITE_TYPE);

  private final Schema from;
  private final Schema to;
  private final Set<ObjectName> aside = new TreeSet<>();
  private final Set<ObjectName> names = new TreeSet<>();
  private final Set<ObjectRef> left = new TreeSet<>();
  private final List<DdlStatement> keys = new ArrayList<>();
  private final List<DdlStatement> ties = new ArrayList<>();
  private final List<DdlStatement> renames = new ArrayList<>();
  private final List<RowMove> moves = new ArrayList<>();

  private PartitionRebuild(Schema from, Schema to) {
    this.from = from;
    this.to = to;
  }

  static Optional<SetAside> of(Dialect dialect, Schema from, Schema to) {
    List<Table> fixed = new ArrayList<>();
    for (Edit<ObjectRef, SchemaObject> edit : to.objects().editsSince(from.objects())) {
      if (edit.before().orElse(null) instanceof Table older
          && edit.after().orElse(null) instanceof Table newer
          && (FixedFamilies.isFixed(older, newer)
              || isOutOfOrder(older, newer, new ColumnChanges(dialect, to)))) {
        fixed.add(older);
      }
    }
    if (fixed.isEmpty()) {
      return Optional.empty();
    }
    PartitionRebuild rebuild = new PartitionRebuild(from, to);
    List<Table> heads =
        fixed.stream()
            .filter(table -> fixed.stream().noneMatch(other -> rebuild.takesAlong(other, table)))
            .toList();
    heads.forEach(rebuild::setAside);
    List<DdlStatement> statements = new ArrayList<>(rebuild.keys);
    statements.addAll(rebuild.ties);
    statements.addAll(rebuild.renames);
    return Optional.of(
        new SetAside(List.of(Steps.step(StepLabel.RENAME_TABLE, statements)), rebuild.moves));
  }

  /**
   * Whether the table is to be {@code OF} a type whose attributes stand in an order that its
   * columns cannot come to stand in: no statement moves a column, and new ones come last.
   */
  private static boolean isOutOfOrder(Table older, Table newer, ColumnChanges changes) {
    if (Descent.lineage(newer).ofType().isEmpty()) {
      return false;
    }
    List<Identifier> wanted = newer.columns().stream().map(Column::name).toList();
    Set<Identifier> reached = new LinkedHashSet<>();
    for (Column column : older.columns()) {
      newer
          .column(column.name())
          .filter(after -> changes.isCastable(column.type(), after.type()))
          .ifPresent(after -> reached.add(after.name()));
    }
    reached.addAll(wanted);
    return !List.copyOf(reached).equals(wanted);
  }

  // ------------------------------------------------------------ who

  private boolean takesAlong(Table head, Table table) {
    return !head.equals(table)
        && Descent.descends(from, table.name(), head.name())
        && family(head, head).contains(table);
  }

  /** The table, and what holds rows that it shows and that are to be in it afterwards. */
  private List<Table> family(Table table, Table head) {
    List<Table> family = new ArrayList<>();
    family.add(table);
    Descent.heirs(from, table).stream()
        .filter(heir -> follows(heir, head))
        .forEach(heir -> family.addAll(family(heir, head)));
    return family;
  }

  /** Whether the rows of {@code heir} go with those of the head: else it keeps them. */
  private boolean follows(Table heir, Table head) {
    boolean becomesPartition =
        Descent.lineage(heir).isPartition()
            && to.table(head.name())
                .filter(newer -> Descent.lineage(newer).isPartitioned())
                .isPresent()
            && Descent.descends(to, heir.name(), head.name());
    return !aside.contains(heir.name()) && (to.table(heir.name()).isEmpty() || becomesPartition);
  }

  // ------------------------------------------------------------ aside

  private void setAside(Table head) {
    List<Table> family = family(head, head).stream().distinct().toList();
    Descent.lineage(head).parents().forEach(parent -> leave(head, parent));
    for (Table table : family) {
      Descent.heirs(from, table).stream()
          .filter(heir -> !family.contains(heir))
          .forEach(heir -> leave(heir, table.name()));
    }
    for (Table table : family) {
      identities(table, head);
      aside.add(table.name());
      ObjectName spare = rename(table);
      if (table.equals(head)) {
        moves.add(new RowMove(spare, head.name()));
      }
    }
  }

  // What descends from none of the family any more is its own master.
  private void leave(Table heir, ObjectName parent) {
    if (!left.add(Names.partition(parent, heir.name()))) {
      return;
    }
    if (!Descent.lineage(heir).isPartition()) {
      ties.add(alter(heir.name(), new OfPostgres.NoInherit(parent)));
      return;
    }
    releaseKeys(parent);
    ties.add(
        alter(
            parent,
            new OfPostgres.DetachPartition(heir.name(), OfPostgres.DetachPartition.Mode.AT_ONCE)));
  }

  // No partition leaves while a row refers to one of its (ATDetachCheckNoForeignKeyRefs).
  private void releaseKeys(ObjectName partitioned) {
    Table table = from.table(partitioned).orElseThrow();
    from.dependants(table.ref())
        .flatMap(ref -> from.table(ref.name()).stream())
        .distinct()
        .forEach(
            holder ->
                holder
                    .foreignKeys()
                    .filter(key -> key.target().equals(partitioned) && key.postgres().local())
                    .filter(key -> left.add(ObjectRef.constraint(holder.name(), key.name())))
                    .map(
                        key ->
                            alter(
                                holder.name(),
                                new TableAction.DropConstraint(
                                    key.name(), false, DropBehavior.RESTRICT)))
                    .forEach(keys::add));
    if (Descent.lineage(table).isPartition()) {
      releaseKeys(Descent.lineage(table).parents().getFirst());
    }
  }

  private ObjectName rename(Table table) {
    ObjectName name = table.name();
    // The owner is to copy what policies would hide from it.
    if (RowCopies.bindsOwner(table)) {
      renames.add(RowCopies.forcing(name, false));
    }
    if (Descent.lineage(table).ofType().isPresent()) {
      renames.add(alter(name, new OfPostgres.SetOfType(Optional.empty())));
    }
    for (Constraint constraint : table.constraints()) {
      if (!Names.occupied(name, constraint).isEmpty()
          && isWanted(name.sibling(constraint.name()))) {
        ObjectName spare = spare(name.sibling(constraint.name()));
        renames.add(alter(name, new TableAction.RenameConstraint(constraint.name(), spare.name())));
      }
    }
    for (Index index : table.indexes()) {
      ObjectName indexName = name.sibling(index.name());
      if (isWanted(indexName)) {
        renames.add(new DdlStatement.RenameIndex(indexName, spare(indexName).name(), false));
      }
    }
    ObjectName spare = spare(name);
    renames.add(alter(name, new TableAction.RenameTo(ObjectName.unqualified(spare.name()))));
    sequences(table);
    return spare;
  }

  private boolean isWanted(ObjectName relation) {
    return to.index(relation).isPresent()
        || RELATIONS.stream().anyMatch(kind -> to.has(ObjectRef.to(kind, relation)));
  }

  private ObjectName spare(ObjectName name) {
    ObjectName candidate = name.sibling(Temporary.name(from, name, SUFFIX));
    for (int i = 1; isWanted(candidate) || !names.add(candidate); i++) {
      candidate = name.sibling(Temporary.name(from, name, SUFFIX + i));
    }
    return candidate;
  }

  private static DdlStatement alter(ObjectName table, TableAction action) {
    return new DdlStatement.AlterTable(table, false, List.of(action));
  }

  // A sequence that stays would go with the table that owns it.
  private void sequences(Table table) {
    from.dependants(table.ref())
        .filter(ref -> ref.kind() == ObjectKind.SEQUENCE && to.has(ref))
        .flatMap(ref -> from.sequence(ref.name()).stream())
        .filter(sequence -> sequence.ownedBy().isPresent())
        .map(PartitionRebuild::letGo)
        .forEach(renames::add);
  }

  // What counts for an identity has a name that no schema tells, and that a new sequence may want.
  private void identities(Table table, Table head) {
    for (Column column : table.columns()) {
      if (Counters.isIdentity(column) && !followsParent(table, column)) {
        boolean yields =
            to.table(head.name())
                    .flatMap(newer -> newer.column(column.name()))
                    .filter(after -> !Counters.isIdentity(after) && drawsFromNew(after))
                    .isPresent()
                || isNew(table.name().sibling(implied(table, column)));
        if (yields) {
          renames.add(alter(table.name(), new TableAction.DropIdentity(column.name(), false)));
        }
      }
    }
  }

  // Since 17 an identity of a partition is its parent's.
  private boolean followsParent(Table table, Column column) {
    return Descent.lineage(table).isPartition()
        && Descent.lineage(table).parents().stream()
            .flatMap(parent -> from.table(parent).stream())
            .flatMap(parent -> parent.column(column.name()).stream())
            .anyMatch(Counters::isIdentity);
  }

  private boolean drawsFromNew(Column column) {
    SortedSet<ObjectRef> mentioned = new TreeSet<>();
    column.defaultValue().ifPresent(value -> References.expression(value, mentioned));
    return mentioned.stream()
        .anyMatch(ref -> ref.kind() == ObjectKind.SEQUENCE && isNew(ref.name()));
  }

  private boolean isNew(ObjectName sequence) {
    return to.sequence(sequence).isPresent() && from.sequence(sequence).isEmpty();
  }

  private static Identifier implied(Table table, Column column) {
    return Identifier.of(table.name().name().text() + "_" + column.name().text() + "_seq");
  }

  private static DdlStatement letGo(Sequence sequence) {
    return new DdlStatement.AlterSequence(
        sequence.name(),
        SequenceOptions.DEFAULT,
        Optional.empty(),
        Optional.of(new DdlStatement.SequenceOwner.Nobody()),
        false);
  }
}
