package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Composite types that get other attributes. */
final class CompositeChanges {

  private CompositeChanges() {}

  /** Whether columns keep the type of an attribute as it is (find_composite_type_dependencies). */
  static boolean isHeld(CompositeType from, CompositeType to, Schema schema) {
    boolean retyped =
        from.attributes().stream()
            .anyMatch(
                one -> to.attribute(one.name()).filter(other -> !other.equals(one)).isPresent());
    return retyped
        && schema
            .dependants(from.ref())
            .anyMatch(
                ref ->
                    (ref.kind() == ObjectKind.TABLE && hasColumns(ref, from.ref(), schema))
                        || ref.kind() == ObjectKind.DOMAIN
                        || ref.kind() == ObjectKind.COMPOSITE_TYPE);
  }

  // A table that is OF the type need not have a column of it.
  private static boolean hasColumns(ObjectRef table, ObjectRef type, Schema schema) {
    return schema.table(table.name()).stream()
        .flatMap(one -> one.columns().stream())
        .anyMatch(column -> isOf(column.type(), type));
  }

  private static boolean isOf(SqlType type, ObjectRef wanted) {
    return switch (type) {
      case SqlType.Builtin builtin -> false;
      case SqlType.InlineEnum inline -> false;
      case SqlType.UserDefined user -> user.name().equals(wanted.name());
      case SqlType.ArrayOf array -> isOf(array.element(), wanted);
    };
  }

  // New attributes come last, so only what keeps the order of the others can be done.
  static List<DdlStatement> statements(CompositeType from, CompositeType to) {
    SortedMap<Identifier, CompositeType.Attribute> older = new TreeMap<>();
    from.attributes().forEach(one -> older.put(one.name(), one));
    List<Identifier> kept =
        from.attributes().stream()
            .map(CompositeType.Attribute::name)
            .filter(name -> to.attribute(name).isPresent())
            .toList();
    List<Identifier> wanted = to.attributes().stream().map(CompositeType.Attribute::name).toList();
    if (!wanted.subList(0, Math.min(kept.size(), wanted.size())).equals(kept)) {
      return List.of();
    }
    List<ObjectAction.AttributeChange> changes = new ArrayList<>();
    from.attributes().stream()
        .filter(one -> !kept.contains(one.name()))
        .forEach(
            one ->
                changes.add(
                    new ObjectAction.AttributeChange.Drop(
                        one.name(), false, DropBehavior.RESTRICT)));
    for (CompositeType.Attribute attribute : to.attributes()) {
      CompositeType.Attribute old = older.get(attribute.name());
      if (old == null) {
        changes.add(new ObjectAction.AttributeChange.Add(attribute, DropBehavior.RESTRICT));
      } else if (!old.equals(attribute)) {
        changes.add(new ObjectAction.AttributeChange.Retype(attribute, DropBehavior.RESTRICT));
      }
    }
    return changes.isEmpty()
        ? List.of()
        : List.of(altered(to.ref(), new ObjectAction.AttributeChanges(changes)));
  }

  private static DdlStatement altered(ObjectRef object, ObjectAction action) {
    return new DdlStatement.AlterObject(object, false, action);
  }
}
