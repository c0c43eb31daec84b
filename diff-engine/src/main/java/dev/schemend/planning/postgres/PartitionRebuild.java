package dev.schemend.planning.postgres;

import dev.schemend.collect.PersistentSortedMap.Edit;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.RowSecurity;
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
import dev.schemend.planning.Columns;
import dev.schemend.planning.RowMove;
import dev.schemend.planning.SetAside;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tables that are to be partitioned otherwise, or for the first time, or no more: for that there is
 * no statement (manual, ALTER TABLE). They step aside with their partitions under other names and
 * let go of the names of their indexes and of the sequences that they own, so that all of it can be
 * made anew while the rows are still there.
 */
final class PartitionRebuild {

  private static final String SUFFIX = "_old";

  private final Schema from;
  private final Schema to;
  private final Set<ObjectRef> wanted = new TreeSet<>();
  private final List<DdlStatement> statements = new ArrayList<>();
  private final List<RowMove> moves = new ArrayList<>();

  private PartitionRebuild(Schema from, Schema to) {
    this.from = from;
    this.to = to;
  }

  static Optional<SetAside> of(Schema from, Schema to) {
    PartitionRebuild rebuild = new PartitionRebuild(from, to);
    for (Edit<ObjectRef, SchemaObject> edit : to.objects().editsSince(from.objects())) {
      if (edit.before().orElse(null) instanceof Table older
          && edit.after().orElse(null) instanceof Table newer
          && FixedFamilies.isFixed(older, newer)
          && rebuild.isPossible(older, newer)) {
        rebuild.setAside(older, newer);
      }
    }
    return rebuild.moves.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SetAside(
                List.of(Steps.step(StepLabel.RENAME_TABLE, rebuild.statements)), rebuild.moves));
  }

  // ------------------------------------------------------------ whether

  private boolean isPossible(Table older, Table newer) {
    return isHead(older)
        && isHead(newer)
        && showsAllRows(older)
        && showsAllRows(newer)
        && arePartitions(from, older)
        && arePartitions(to, newer)
        && family(from, older).stream().allMatch(part -> isFree(part, older, newer))
        && newer.columns().stream().allMatch(column -> keepsType(older, column))
        && !carried(older, newer).isEmpty();
  }

  private static boolean isHead(Table table) {
    return Descent.lineage(table).parents().isEmpty() && Descent.lineage(table).ofType().isEmpty();
  }

  // Where policies bind the owner too, a copy would leave out the rows that they hide.
  private static boolean showsAllRows(Table table) {
    RowSecurity security = table.options().postgres().rowSecurity();
    return !security.enabled() || !security.forced();
  }

  private static boolean arePartitions(Schema schema, Table head) {
    return family(schema, head).stream()
        .allMatch(table -> table.equals(head) || Descent.lineage(table).isPartition());
  }

  /** A partition that is to stand alone would have to keep its rows: nobody said which. */
  private boolean isFree(Table part, Table older, Table newer) {
    return part.equals(older)
        || to.table(part.name()).isEmpty()
        || Descent.descends(to, part.name(), newer.name());
  }

  /** Whether values go over as they are; where they are missing, the copy fails as ADD COLUMN. */
  private static boolean keepsType(Table older, Column column) {
    return Columns.computed(column).isPresent()
        || older.column(column.name()).stream()
            .allMatch(before -> before.type().equals(column.type()));
  }

  /** The table and the partitions of it, and of those. */
  private static List<Table> family(Schema schema, Table head) {
    List<Table> family = new ArrayList<>();
    family.add(head);
    Descent.heirs(schema, head).forEach(heir -> family.addAll(family(schema, heir)));
    return family;
  }

  // ------------------------------------------------------------ aside

  private void setAside(Table older, Table newer) {
    family(to, newer).forEach(table -> wanted.addAll(Names.occupied(table)));
    for (Table table : family(from, older)) {
      ObjectName aside = table.name().sibling(spare(table.name()));
      for (Constraint constraint : table.constraints()) {
        if (isWanted(Names.occupied(table.name(), constraint))) {
          alter(
              table.name(),
              new TableAction.RenameConstraint(
                  constraint.name(), spare(table.name().sibling(constraint.name()))));
        }
      }
      for (Index index : table.indexes()) {
        if (isWanted(Set.of(Names.index(table.name(), index.name())))) {
          ObjectName name = table.name().sibling(index.name());
          statements.add(new DdlStatement.RenameIndex(name, spare(name), false));
        }
      }
      alter(table.name(), new TableAction.RenameTo(ObjectName.unqualified(aside.name())));
      sequences(table);
      if (table.equals(older)) {
        moves.add(new RowMove(aside, newer.name()));
      }
    }
  }

  private boolean isWanted(Set<ObjectRef> names) {
    return names.stream().anyMatch(wanted::contains);
  }

  private Identifier spare(ObjectName name) {
    Identifier candidate = Temporary.name(from, name, SUFFIX);
    for (int i = 1; to.has(ObjectRef.table(name.sibling(candidate))); i++) {
      candidate = Temporary.name(from, name, SUFFIX + i);
    }
    return candidate;
  }

  private void alter(ObjectName table, TableAction action) {
    statements.add(new DdlStatement.AlterTable(table, false, List.of(action)));
  }

  // A sequence that stays would go with the table that owns it.
  private void sequences(Table table) {
    from.dependants(table.ref())
        .filter(ref -> ref.kind() == ObjectKind.SEQUENCE && to.has(ref))
        .flatMap(ref -> from.sequence(ref.name()).stream())
        .filter(sequence -> sequence.ownedBy().isPresent())
        .map(PartitionRebuild::letGo)
        .forEach(statements::add);
  }

  private static DdlStatement letGo(Sequence sequence) {
    return new DdlStatement.AlterSequence(
        sequence.name(),
        SequenceOptions.DEFAULT,
        Optional.empty(),
        Optional.of(new DdlStatement.SequenceOwner.Nobody()),
        false);
  }

  // ------------------------------------------------------------ the rows

  private static List<Column> carried(Table source, Table target) {
    return target.columns().stream()
        .filter(column -> source.column(column.name()).isPresent())
        .filter(column -> Columns.computed(column).isEmpty())
        .toList();
  }

  /** The step that moves the rows, behind the partitions that take them. */
  static List<DdlStatement> copies(Table source, Table target) {
    List<Column> columns = carried(source, target);
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(
        new DdlStatement.CopyRows(
            source.name(),
            target.name(),
            columns.stream().map(Column::name).toList(),
            columns.stream().anyMatch(Counters::isAlwaysIdentity)));
    columns.stream()
        .flatMap(column -> Counters.behindRows(target.name(), column).stream())
        .forEach(statements::add);
    return statements;
  }

  /** The tables that hold the rows, none of which may go before they are copied. */
  static Set<ObjectRef> holders(Schema schema, Table source) {
    Set<ObjectRef> holders = new TreeSet<>();
    family(schema, source).forEach(table -> holders.add(table.ref()));
    return holders;
  }

  /** Every partition that must be in its place before rows can go there. */
  static Set<ObjectRef> places(Schema schema, Table head) {
    Set<ObjectRef> places = new TreeSet<>();
    for (Table heir : Descent.heirs(schema, head)) {
      places.add(Names.partition(head.name(), heir.name()));
      places.addAll(places(schema, heir));
    }
    return places;
  }
}
