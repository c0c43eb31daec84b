package dev.schemend.parser.prisma.pull;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An enum as it is to be written.
 *
 * @param name its name
 * @param labels in order
 * @param attributes at its end
 */
public record PulledEnum(String name, List<Label> labels, List<String> attributes) {

  /**
   * A value.
   *
   * @param name in the schema
   * @param databaseName in the database
   */
  public record Label(String name, String databaseName) {

    /** The value with what stands behind it. */
    public String written() {
      return name.equals(databaseName) ? name : name + " @map(" + Words.quoted(databaseName) + ")";
    }
  }

  /** Copies the lists. */
  public PulledEnum {
    Objects.requireNonNull(name, "name");
    labels = List.copyOf(labels);
    attributes = List.copyOf(attributes);
  }

  /** The schema's name for a label of the database. */
  public Optional<String> named(String databaseName) {
    return labels.stream()
        .filter(label -> label.databaseName().equals(databaseName))
        .map(Label::name)
        .findFirst();
  }
}
