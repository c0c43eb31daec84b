package dev.schemend.blame;

import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectRef;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The parts of a table that have a story of their own, each with its content. */
final class TableParts {

  private TableParts() {}

  static SequencedMap<ObjectRef, Object> of(Table table) {
    SequencedMap<ObjectRef, Object> parts = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      parts.put(ObjectRef.column(table.name(), column.name()), column);
    }
    for (Constraint constraint : table.constraints()) {
      parts.put(ObjectRef.constraint(table.name(), constraint.name()), constraint);
    }
    for (Index index : table.indexes()) {
      parts.put(ObjectRef.index(table.name(), index.name()), index);
    }
    return parts;
  }
}
