package dev.schemend.parser.prisma.model;

import dev.schemend.source.SourceSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An enum.
 *
 * @param name its name in the schema
 * @param databaseName its name in the database
 * @param schema the database schema it says it is in
 * @param labels in order
 * @param span its name's place
 */
public record EnumDefinition(
    String name,
    String databaseName,
    Optional<String> schema,
    List<Label> labels,
    SourceSpan span) {

  /**
   * A label.
   *
   * @param name in the schema
   * @param databaseName in the database
   */
  public record Label(String name, String databaseName) {}

  /** Copies the labels. */
  public EnumDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(databaseName, "databaseName");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(span, "span");
    labels = List.copyOf(labels);
  }

  /** The label of that name. */
  public Optional<Label> label(String label) {
    return labels.stream().filter(one -> one.name().equals(label)).findFirst();
  }
}
