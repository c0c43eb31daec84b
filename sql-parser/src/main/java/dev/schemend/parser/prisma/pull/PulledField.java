package dev.schemend.parser.prisma.pull;

import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Objects;

/**
 * A field as it is to be written.
 *
 * @param name its name
 * @param type with what stands behind it: {@code Int?}
 * @param attributes in order
 * @param source the column, the foreign key, or the table of a relation that it stands for
 */
public record PulledField(String name, String type, List<String> attributes, ObjectRef source) {

  /** Copies the attributes. */
  public PulledField {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(source, "source");
    attributes = List.copyOf(attributes);
  }
}
