package dev.schemend.model;

import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Objects;

/**
 * A PostgreSQL enumerated type (manual, 8.7).
 *
 * @param name its name
 * @param labels the values in their sort order
 */
public record EnumType(ObjectName name, List<String> labels) implements SchemaObject {

  /** Copies the labels. */
  public EnumType {
    Objects.requireNonNull(name, "name");
    labels = List.copyOf(labels);
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.to(ObjectKind.ENUM_TYPE, name);
  }
}
