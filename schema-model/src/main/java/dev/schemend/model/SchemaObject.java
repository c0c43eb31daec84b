package dev.schemend.model;

import dev.schemend.name.ObjectRef;

/** Something that a {@link Schema} holds under a name of its own. */
public sealed interface SchemaObject
    permits Namespace,
        Table,
        Sequence,
        EnumType,
        DefinedObject,
        Comment,
        AccessObject,
        OpaqueObject {

  /** The kind and name it is found by. */
  ObjectRef ref();
}
