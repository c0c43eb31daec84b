package dev.schemend.query;

import java.util.Objects;

/**
 * A type as code writes it.
 *
 * @param name lower case where it is not quoted, words separated by one space, with the schema
 *     where one is written, without modifiers; {@code %type} where another object's type is meant
 * @param array whether it is an array of that
 */
public record TypeName(String name, boolean array) {

  /** The type of something else, which the code names and nobody has looked up. */
  public static final TypeName BORROWED = new TypeName("%type", false);

  /** Rejects null. */
  public TypeName {
    Objects.requireNonNull(name, "name");
  }
}
