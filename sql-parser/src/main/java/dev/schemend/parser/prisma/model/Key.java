package dev.schemend.parser.prisma.model;

import dev.schemend.source.SourceSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A primary key, a unique criterion or an index.
 *
 * @param kind which of them
 * @param name its name in the database, whether written or formed
 * @param parts the fields, in order
 * @param type the access method as Prisma spells it, where one is written
 * @param condition which rows a partial index holds
 * @param span the attribute that says it
 */
public record Key(
    Kind kind,
    String name,
    List<Part> parts,
    Optional<String> type,
    Optional<Condition> condition,
    SourceSpan span) {

  /** The kinds, with their attributes. */
  public enum Kind {
    PRIMARY("id"),
    UNIQUE("unique"),
    INDEX("index"),
    FULLTEXT("fulltext");

    private final String attribute;

    Kind(String attribute) {
      this.attribute = attribute;
    }

    /** The name of its attribute. */
    public String attribute() {
      return attribute;
    }
  }

  /**
   * One field of a key.
   *
   * @param field the field
   * @param descending {@code sort: Desc} (true), {@code sort: Asc} (false)
   * @param length how many characters of it
   * @param operatorClass how the database compares it, in the database's own spelling
   */
  public record Part(
      ScalarField field,
      Optional<Boolean> descending,
      Optional<Integer> length,
      Optional<String> operatorClass) {}

  /** Copies the parts. */
  public Key {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(span, "span");
    parts = List.copyOf(parts);
  }

  /** The fields, in order. */
  public List<ScalarField> fields() {
    return parts.stream().map(Part::field).toList();
  }

  /** Whether it allows each combination of values once, in all rows. */
  public boolean isUnique() {
    return (kind == Kind.PRIMARY || kind == Kind.UNIQUE) && condition.isEmpty();
  }
}
