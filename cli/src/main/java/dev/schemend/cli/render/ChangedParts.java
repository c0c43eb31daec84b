package dev.schemend.cli.render;

import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.TableDifference;
import java.util.List;
import java.util.Optional;

/** What a change is about: the object, or the parts of a table, as either side names them. */
final class ChangedParts {

  private ChangedParts() {}

  /**
   * One thing that differs.
   *
   * @param from its name on the side that is left; of what is not there, the name it would have
   * @param to its name on the side that is reached
   */
  record Pair(ObjectRef from, ObjectRef to) {

    static Pair of(ObjectRef both) {
      return new Pair(both, both);
    }
  }

  /** The object that a change is about. */
  static Pair whole(Change change) {
    return switch (change) {
      case Change.Renamed renamed -> new Pair(renamed.from().ref(), renamed.to().ref());
      case Change.TableAltered altered -> new Pair(altered.from().ref(), altered.to().ref());
      case Change.LabelRenamed renamed -> of(renamed).getFirst();
      case Change.Created created -> Pair.of(created.ref());
      case Change.Dropped dropped -> Pair.of(dropped.ref());
      case Change.EnumAltered altered -> Pair.of(altered.ref());
      case Change.SequenceAltered altered -> Pair.of(altered.ref());
      case Change.ObjectAltered altered -> Pair.of(altered.ref());
      case Change.Unproven unproven -> Pair.of(unproven.ref());
    };
  }

  /** The things that a change is about, parts of tables one by one. */
  static List<Pair> of(Change change) {
    return switch (change) {
      case Change.Renamed renamed -> List.of(new Pair(renamed.from().ref(), renamed.to().ref()));
      case Change.TableAltered altered ->
          altered.differences().stream()
              .map(difference -> of(altered, difference).orElseGet(() -> Pair.of(altered.ref())))
              .distinct()
              .toList();
      case Change.LabelRenamed renamed ->
          List.of(new Pair(holder(renamed.from()), holder(renamed.to())));
      case Change.Created created -> List.of(Pair.of(created.ref()));
      case Change.Dropped dropped -> List.of(Pair.of(dropped.ref()));
      case Change.EnumAltered altered -> List.of(Pair.of(altered.ref()));
      case Change.SequenceAltered altered -> List.of(Pair.of(altered.ref()));
      case Change.ObjectAltered altered -> List.of(Pair.of(altered.ref()));
      case Change.Unproven unproven -> List.of(Pair.of(unproven.ref()));
    };
  }

  /** The part that a difference is about; empty where it is the table itself. */
  static Optional<Pair> of(Change.TableAltered altered, TableDifference difference) {
    ObjectName old = altered.from().name();
    ObjectName now = altered.to().name();
    return switch (difference) {
      case TableDifference.ColumnAdded added -> same(ObjectRef.column(now, added.column().name()));
      case TableDifference.ColumnDropped dropped ->
          same(ObjectRef.column(old, dropped.column().name()));
      case TableDifference.ColumnRenamed renamed ->
          pair(ObjectRef.column(old, renamed.from()), ObjectRef.column(now, renamed.to()));
      case TableDifference.ColumnAltered column -> same(ObjectRef.column(now, column.to().name()));
      case TableDifference.ColumnsReordered reordered -> Optional.empty();
      case TableDifference.ConstraintAdded added ->
          same(ObjectRef.constraint(now, added.constraint().name()));
      case TableDifference.ConstraintDropped dropped ->
          same(ObjectRef.constraint(old, dropped.constraint().name()));
      case TableDifference.ConstraintAltered constraint ->
          pair(
              ObjectRef.constraint(old, constraint.from().name()),
              ObjectRef.constraint(now, constraint.to().name()));
      case TableDifference.ConstraintRenamed renamed ->
          pair(
              ObjectRef.constraint(old, renamed.from().name()),
              ObjectRef.constraint(now, renamed.to().name()));
      case TableDifference.IndexAdded added -> same(ObjectRef.index(now, added.index().name()));
      case TableDifference.IndexDropped dropped ->
          same(ObjectRef.index(old, dropped.index().name()));
      case TableDifference.IndexAltered index ->
          pair(ObjectRef.index(old, index.from().name()), ObjectRef.index(now, index.to().name()));
      case TableDifference.IndexRenamed renamed ->
          pair(
              ObjectRef.index(old, renamed.from().name()),
              ObjectRef.index(now, renamed.to().name()));
      case TableDifference.OptionsChanged changed -> Optional.empty();
    };
  }

  private static Optional<Pair> same(ObjectRef ref) {
    return Optional.of(Pair.of(ref));
  }

  private static Optional<Pair> pair(ObjectRef from, ObjectRef to) {
    return Optional.of(new Pair(from, to));
  }

  private static ObjectRef holder(ObjectRef label) {
    return label.isOfColumn()
        ? ObjectRef.column(label.name(), label.member())
        : ObjectRef.to(ObjectKind.ENUM_TYPE, label.name());
  }
}
