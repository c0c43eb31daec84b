package dev.schemend.parser.prisma.model;

/** What the values of a field are. */
public sealed interface FieldKind {

  /** The type as its author wrote it. */
  String written();

  /** A scalar type. */
  record Scalar(ScalarType type) implements FieldKind {
    @Override
    public String written() {
      return type.word();
    }
  }

  /**
   * An enum.
   *
   * @param name its name in the schema
   */
  record EnumOf(String name) implements FieldKind {
    @Override
    public String written() {
      return name;
    }
  }

  /**
   * A type that only the database knows.
   *
   * @param text the database's words for it
   */
  record Unsupported(String text) implements FieldKind {
    @Override
    public String written() {
      return "Unsupported(\"" + text + "\")";
    }
  }
}
