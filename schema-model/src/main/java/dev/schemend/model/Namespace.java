package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import java.util.Objects;

/**
 * A schema in the sense of {@code CREATE SCHEMA}; on MySQL, a database.
 *
 * @param name its name
 */
public record Namespace(Identifier name) implements SchemaObject {

  /** Rejects null. */
  public Namespace {
    Objects.requireNonNull(name, "name");
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.schema(name);
  }
}
