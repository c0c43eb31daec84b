package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Objects;
import java.util.Optional;

/**
 * An extension (PostgreSQL). What it brings is not in the model: it is the server's business.
 *
 * @param name its name
 * @param schema where its objects are, or {@link Identifier#NONE} where nobody said
 * @param version the one that is asked for, where one is
 */
public record Extension(Identifier name, Identifier schema, Optional<String> version)
    implements DefinedObject {

  /** Rejects null parts. */
  public Extension {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(version, "version");
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.to(ObjectKind.EXTENSION, ObjectName.unqualified(name));
  }
}
