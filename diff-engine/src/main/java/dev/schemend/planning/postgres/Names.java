package dev.schemend.planning.postgres;

import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that clash. Tables, indexes, sequences and views share one name space per schema, and a
 * table brings a type of its own name (manual, 4.1.1 and CREATE TYPE): to be safe they all count as
 * one, written as references to tables.
 */
final class Names {

  private Names() {}

  /** The name as a relation or type. */
  static ObjectRef relation(ObjectName name) {
    return ObjectRef.table(name);
  }

  /** The name of an index, or of a constraint with one, as a relation. */
  static ObjectRef index(ObjectName table, Identifier index) {
    return relation(table.sibling(index));
  }

  /** That a table is a partition of another one. */
  static ObjectRef partition(ObjectName parent, ObjectName partition) {
    return new ObjectRef(ObjectKind.TABLE, parent, partition.name());
  }

  /** That other tables inherit from one. */
  static ObjectRef heirs(ObjectName parent) {
    return new ObjectRef(ObjectKind.COLUMN, parent, Identifier.NONE);
  }

  /** That commands of others may read a column. */
  static ObjectRef read(ObjectName relation, Identifier column) {
    return new ObjectRef(ObjectKind.RULE, relation, column);
  }

  /** Everything that the table occupies. */
  static Set<ObjectRef> occupied(Table table) {
    Set<ObjectRef> names = new TreeSet<>();
    names.add(relation(table.name()));
    for (Constraint constraint : table.constraints()) {
      names.addAll(occupied(table.name(), constraint));
    }
    for (Index index : table.indexes()) {
      names.add(index(table.name(), index.name()));
    }
    return names;
  }

  /** The name of the index behind a constraint, where there is one. */
  static Set<ObjectRef> occupied(ObjectName table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> Set.of(index(table, key.name()));
      case Constraint.Unique key -> Set.of(index(table, key.name()));
      case Constraint.Exclusion exclusion -> Set.of(index(table, exclusion.name()));
      case Constraint.ForeignKey key -> Set.of();
      case Constraint.Check check -> Set.of();
    };
  }
}
