package dev.schemend.parser.prisma;

import dev.schemend.source.SourceSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A field of a model, a view or a composite type, as written.
 *
 * @param name its name
 * @param type the name of its type
 * @param unsupported the text of {@code Unsupported("…")}, then {@code type} is {@code Unsupported}
 * @param arity how many values it holds
 * @param attributes in order
 * @param span from its name to its last attribute
 */
public record FieldDeclaration(
    Name name,
    Name type,
    Optional<String> unsupported,
    Arity arity,
    List<Attribute> attributes,
    SourceSpan span) {

  /** How many values a field holds. */
  public enum Arity {
    /** Exactly one. */
    REQUIRED(""),
    /** {@code ?}: one or none. */
    OPTIONAL("?"),
    /** {@code []}: any number. */
    LIST("[]");

    private final String suffix;

    Arity(String suffix) {
      this.suffix = suffix;
    }

    /** What stands behind the type. */
    public String suffix() {
      return suffix;
    }
  }

  /** Copies the attributes. */
  public FieldDeclaration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(unsupported, "unsupported");
    Objects.requireNonNull(arity, "arity");
    Objects.requireNonNull(span, "span");
    attributes = List.copyOf(attributes);
  }

  /** The first attribute of that name. */
  public Optional<Attribute> attribute(String attribute) {
    return attributes.stream().filter(one -> one.is(attribute)).findFirst();
  }
}
