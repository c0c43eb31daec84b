package dev.schemend.parser.prisma.pull;

import dev.schemend.parser.prisma.model.NativeType;
import dev.schemend.parser.prisma.model.ScalarType;
import java.util.Objects;

/**
 * A type of the database in the words of a schema.
 *
 * @param scalar which values it holds
 * @param type its own name there
 * @param implied whether the scalar type alone means it, so that nobody writes its own name
 */
public record PulledType(ScalarType scalar, NativeType type, boolean implied) {

  /** Rejects null parts. */
  public PulledType {
    Objects.requireNonNull(scalar, "scalar");
    Objects.requireNonNull(type, "type");
  }
}
