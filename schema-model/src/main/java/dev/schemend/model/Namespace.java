package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import java.util.Objects;
import java.util.Optional;

/**
 * A schema in the sense of {@code CREATE SCHEMA}; on MySQL, a database.
 *
 * @param name its name
 * @param characterSet what new tables in it have by default; MySQL only
 * @param collation what new tables in it have by default; MySQL only
 */
public record Namespace(Identifier name, Optional<String> characterSet, Optional<String> collation)
    implements SchemaObject {

  /** Rejects null parts. */
  public Namespace {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(characterSet, "characterSet");
    Objects.requireNonNull(collation, "collation");
  }

  /** A namespace that says nothing about the tables in it. */
  public Namespace(Identifier name) {
    this(name, Optional.empty(), Optional.empty());
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.schema(name);
  }
}
