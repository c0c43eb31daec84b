package dev.schemend.parser.prisma.model;

import java.util.List;

/**
 * The database's own type of a field: {@code @db.VarChar(20)}.
 *
 * @param name behind the dot
 * @param arguments numbers, as written
 */
public record NativeType(String name, List<String> arguments) {

  /** Copies the arguments. */
  public NativeType {
    arguments = List.copyOf(arguments);
  }

  @Override
  public String toString() {
    return arguments.isEmpty() ? name : name + "(" + String.join(", ", arguments) + ")";
  }
}
