package dev.schemend.planning.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.model.Column;
import dev.schemend.model.IndexPart;
import dev.schemend.model.PartitionKey;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.model.Trigger;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.planning.Transition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tables that no statement leads to what they are to be, because rows would be spread in another
 * way (manual, ALTER TABLE: a partition key and its columns are for good), and those that descend
 * from them or they from.
 */
final class FixedFamilies {

  static final String REASON =
      "how a table is partitioned cannot be changed, and no order of steps was found in which it is"
          + " made anew around its rows";

  private final Set<ObjectName> members = new TreeSet<>();

  private final Schema from;

  private FixedFamilies(Schema from) {
    this.from = from;
  }

  static FixedFamilies of(Transition transition, Collection<Change> changes) {
    FixedFamilies families = new FixedFamilies(transition.from());
    Deque<ObjectName> found = new ArrayDeque<>();
    for (Change change : changes) {
      if (change instanceof Change.TableAltered altered && isFixed(altered.from(), altered.to())) {
        found.add(altered.from().name());
      }
    }
    while (!found.isEmpty()) {
      ObjectName next = found.pop();
      if (families.members.add(next)) {
        relatives(transition.from(), next).forEach(found::add);
        relatives(transition.to(), next).forEach(found::add);
      }
    }
    return families;
  }

  private static Stream<ObjectName> relatives(Schema schema, ObjectName table) {
    return schema.table(table).stream()
        .flatMap(
            one ->
                Stream.concat(
                    Descent.lineage(one).parents().stream(),
                    Descent.heirs(schema, one).stream().map(Table::name)));
  }

  /** Whether rows would be spread in another way. */
  static boolean isFixed(Table from, Table to) {
    Optional<PartitionKey> key = Descent.lineage(from).key();
    if (!key.equals(Descent.lineage(to).key())) {
      return true;
    }
    return key.stream()
        .flatMap(FixedFamilies::columns)
        .anyMatch(column -> !sameValues(from.column(column), to.column(column)));
  }

  private static boolean sameValues(Optional<Column> from, Optional<Column> to) {
    return from.map(Column::type).equals(to.map(Column::type))
        && from.flatMap(Column::collation).equals(to.flatMap(Column::collation));
  }

  private static Stream<Identifier> columns(PartitionKey key) {
    return key.parts().stream()
        .flatMap(
            part ->
                switch (part.key()) {
                  case IndexPart.ColumnKey column -> Stream.of(column.column());
                  case IndexPart.ExpressionKey expression ->
                      ColumnUses.in(expression.expression()).stream();
                });
  }

  /** Whether the change is one of theirs. */
  boolean holds(Change change) {
    return switch (change) {
      case Change.Created created -> holds(created.object());
      case Change.Dropped dropped -> holds(dropped.object());
      case Change.TableAltered altered -> members.contains(altered.from().name());
      case Change.SequenceAltered altered -> holds(altered.from()) || holds(altered.to());
      case Change.EnumAltered altered -> false;
      case Change.ObjectAltered altered -> false;
      case Change.Renamed renamed -> false;
      case Change.LabelRenamed renamed -> false;
      case Change.Unproven unproven -> false;
    };
  }

  // What stays a partition has the row triggers of its parents.
  private boolean isCloned(Trigger trigger) {
    return members.contains(trigger.table())
        && from.table(trigger.table()).stream()
            .flatMap(table -> Descent.lineage(table).parents().stream())
            .anyMatch(
                parent -> from.has(new ObjectRef(ObjectKind.TRIGGER, parent, trigger.name())));
  }

  private boolean holds(SchemaObject object) {
    return (object instanceof Table table && members.contains(table.name()))
        || (object instanceof Trigger trigger && isCloned(trigger))
        || (object instanceof Sequence sequence
            && sequence.ownedBy().filter(owner -> members.contains(owner.name())).isPresent());
  }
}
