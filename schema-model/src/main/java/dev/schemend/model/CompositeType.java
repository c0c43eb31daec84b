package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A composite type (PostgreSQL manual, 8.16).
 *
 * @param name its name
 * @param attributes in order
 */
public record CompositeType(ObjectName name, List<Attribute> attributes) implements DefinedObject {

  /**
   * A field.
   *
   * @param collation where it is not the type's own
   */
  public record Attribute(Identifier name, SqlType type, Optional<String> collation) {
    /** Rejects null parts. */
    public Attribute {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(collation, "collation");
    }
  }

  /** Copies the attributes. */
  public CompositeType {
    Objects.requireNonNull(name, "name");
    attributes = List.copyOf(attributes);
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.to(ObjectKind.COMPOSITE_TYPE, name);
  }

  /** The attribute of that name. */
  public Optional<Attribute> attribute(Identifier attribute) {
    return attributes.stream().filter(one -> one.name().equals(attribute)).findFirst();
  }

  /** This type under another name. */
  public CompositeType withName(ObjectName newName) {
    return new CompositeType(newName, attributes);
  }

  /** This type with other attributes. */
  public CompositeType withAttributes(List<Attribute> newAttributes) {
    return new CompositeType(name, newAttributes);
  }
}
