package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What goes along when something goes (manual, 5.15, Dependency Tracking). */
final class Dropping {

  private Dropping() {}

  /**
   * Whether an object that mentions another really depends on it in the server's eyes. Bodies of
   * routines are strings there, so what they mention may go.
   */
  static boolean holds(ObjectRef dependant) {
    return dependant.kind() == ObjectKind.TABLE
        || dependant.kind() == ObjectKind.VIEW
        || dependant.kind() == ObjectKind.MATERIALIZED_VIEW
        || dependant.kind() == ObjectKind.SEQUENCE
        || dependant.kind() == ObjectKind.DOMAIN
        || dependant.kind() == ObjectKind.COMPOSITE_TYPE;
  }

  /** Drops {@code roots} and whatever depends on them: {@code CASCADE}. */
  static Schema cascade(Schema schema, Collection<ObjectRef> roots) {
    Schema current = schema;
    Deque<ObjectRef> going = new ArrayDeque<>(roots);
    while (!going.isEmpty()) {
      ObjectRef ref = going.pop();
      Optional<SchemaObject> object = current.get(ref);
      if (object.isEmpty()) {
        continue;
      }
      for (ObjectRef dependant : current.dependants(ref).toList()) {
        SchemaObject user = current.get(dependant).orElseThrow();
        if (user instanceof Table table) {
          if (Heirs.lineage(table).parents().contains(ref.name())
              && ref.kind() == ObjectKind.TABLE) {
            going.push(dependant);
          } else {
            current = detach(current, table, ref);
          }
        } else if (goesAlong(user, ref)) {
          going.push(dependant);
        }
      }
      current = current.without(ref);
    }
    return current;
  }

  // Triggers, policies and rules go with their table; views with what they read; sequences with
  // their owner. Routines stay.
  private static boolean goesAlong(SchemaObject user, ObjectRef gone) {
    ObjectRef ref = user.ref();
    return gone.kind() == ObjectKind.SCHEMA
        || holds(ref)
        || (!ref.member().isNone() && ref.name().equals(gone.name()));
  }

  /** The table without what it has of the object that goes. */
  private static Schema detach(Schema schema, Table table, ObjectRef gone) {
    if (gone.kind() == ObjectKind.TABLE) {
      return schema.with(withoutKeysTo(table, gone.name()));
    }
    if (gone.kind() == ObjectKind.SEQUENCE) {
      return schema.with(withoutDefaultsFrom(table, gone.name()));
    }
    if (gone.kind() == ObjectKind.SCHEMA) {
      return schema.without(table.ref());
    }
    Schema current = schema;
    for (Column column : table.columns()) {
      if (uses(column.type(), gone.name())) {
        current = column(current, current.table(table.name()).orElseThrow(), column.name());
      }
    }
    return current;
  }

  private static Table withoutKeysTo(Table table, ObjectName target) {
    return table.withConstraints(
        table.constraints().stream()
            .filter(
                constraint ->
                    !(constraint instanceof Constraint.ForeignKey key
                        && key.target().equals(target)))
            .toList());
  }

  private static Table withoutDefaultsFrom(Table table, ObjectName sequence) {
    return table.withColumns(
        table.columns().stream()
            .map(
                column ->
                    column.defaultValue().filter(value -> mentions(value, sequence)).isPresent()
                        ? column.withDefault(Optional.empty())
                        : column)
            .toList());
  }

  private static boolean mentions(SqlExpr expression, ObjectName relation) {
    boolean[] found = new boolean[1];
    Expressions.visit(
        expression,
        node ->
            found[0] |=
                node instanceof SqlExpr.RegClass constant && constant.relation().equals(relation));
    return found[0];
  }

  private static boolean uses(SqlType type, ObjectName name) {
    return switch (type) {
      case SqlType.Builtin builtin -> false;
      case SqlType.InlineEnum inline -> false;
      case SqlType.UserDefined user -> user.name().equals(name);
      case SqlType.ArrayOf array -> uses(array.element(), name);
    };
  }

  /**
   * Drops a column with what goes along: indexes and constraints that mention it, keys of other
   * tables that rest on those, and sequences that it owns.
   */
  static Schema column(Schema schema, Table table, Identifier column) {
    Schema current = schema;
    for (Constraint constraint : table.constraints()) {
      if (ColumnUses.in(constraint).contains(column)) {
        current = withoutKeysOn(current, table, constraint);
      }
    }
    for (Index index : table.indexes()) {
      if (index.unique() && ColumnUses.in(index).contains(column)) {
        current = withoutKeysOn(current, table, index.columns().toList());
      }
    }
    for (Sequence sequence : ownedBy(schema, table, column)) {
      current = current.without(sequence.ref());
    }
    Table kept = current.table(table.name()).orElseThrow();
    return current.with(
        IndexMentions.onlyExisting(
            new Table(
                kept.name(),
                kept.columns().stream().filter(one -> !one.name().equals(column)).toList(),
                kept.constraints().stream()
                    .filter(one -> !ColumnUses.in(one).contains(column))
                    .toList(),
                kept.indexes().stream()
                    .filter(one -> !ColumnUses.in(one).contains(column))
                    .toList(),
                kept.options())));
  }

  /** The sequences that a column owns. */
  static List<Sequence> ownedBy(Schema schema, Table table, Identifier column) {
    ObjectRef owner = ObjectRef.column(table.name(), column);
    return schema
        .dependants(table.ref())
        .filter(ref -> ref.kind() == ObjectKind.SEQUENCE)
        .map(ref -> schema.sequence(ref.name()).orElseThrow())
        .filter(sequence -> sequence.ownedBy().filter(owner::equals).isPresent())
        .toList();
  }

  /** Drops the foreign keys of other tables that rest on a key of this one. */
  static Schema withoutKeysOn(Schema schema, Table table, Constraint key) {
    return switch (key) {
      case Constraint.PrimaryKey primary -> withoutKeysOn(schema, table, key.columns().toList());
      case Constraint.Unique unique -> withoutKeysOn(schema, table, key.columns().toList());
      case Constraint.ForeignKey foreign -> schema;
      case Constraint.Check check -> schema;
      case Constraint.Exclusion exclusion -> schema;
    };
  }

  private static Schema withoutKeysOn(Schema schema, Table table, List<Identifier> columns) {
    Schema current = schema;
    for (ObjectRef ref : keyHolders(schema, table, columns)) {
      Table holder = current.table(ref.name()).orElseThrow();
      current = current.with(holder.withoutConstraint(ref.member()));
    }
    return current;
  }

  /** The foreign keys, as constraint references, that rest on exactly these columns of a table. */
  static List<ObjectRef> keyHolders(Schema schema, Table table, List<Identifier> columns) {
    return Stream.concat(schema.dependants(table.ref()), Stream.of(table.ref()))
        .filter(ref -> ref.kind() == ObjectKind.TABLE)
        .flatMap(ref -> schema.table(ref.name()).stream())
        .flatMap(
            holder ->
                holder
                    .foreignKeys()
                    .filter(key -> key.target().equals(table.name()))
                    .filter(key -> sameColumns(key.targetColumns(), columns))
                    .map(key -> ObjectRef.constraint(holder.name(), key.name())))
        .toList();
  }

  static boolean sameColumns(List<Identifier> left, List<Identifier> right) {
    return left.size() == right.size() && left.containsAll(right);
  }
}
