package dev.schemend.planning.postgres;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;

/** An index or key of a partition, to be attached to one of its parent. */
record Attachment(
    ObjectName parentTable, Identifier parent, ObjectName partition, Identifier member) {
  ObjectRef parentName() {
    return Names.index(parentTable, parent);
  }
}
