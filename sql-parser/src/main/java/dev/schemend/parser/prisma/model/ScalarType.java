package dev.schemend.parser.prisma.model;

import java.util.Arrays;
import java.util.Optional;

/** The scalar types of the language (Prisma schema reference, "Model field scalar types"). */
public enum ScalarType {
  STRING("String"),
  BOOLEAN("Boolean"),
  INT("Int"),
  BIG_INT("BigInt"),
  FLOAT("Float"),
  DECIMAL("Decimal"),
  DATE_TIME("DateTime"),
  JSON("Json"),
  BYTES("Bytes");

  private final String word;

  ScalarType(String word) {
    this.word = word;
  }

  /** Its name in a schema. */
  public String word() {
    return word;
  }

  /** The type of that name. */
  public static Optional<ScalarType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }
}
