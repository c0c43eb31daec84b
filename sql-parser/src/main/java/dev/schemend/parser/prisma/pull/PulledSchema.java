package dev.schemend.parser.prisma.pull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database as models and enums.
 *
 * @param models by their tables' names, the views behind the tables
 * @param enums by their names
 * @param remarks what the schema cannot say of the database, a sentence each
 */
public record PulledSchema(List<PulledModel> models, List<PulledEnum> enums, List<String> remarks) {

  /** Copies the lists. */
  public PulledSchema {
    models = List.copyOf(models);
    enums = List.copyOf(enums);
    remarks = List.copyOf(remarks);
  }

  /** The model of that name. */
  public Optional<PulledModel> model(String name) {
    return models.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** The enum of that name. */
  public Optional<PulledEnum> enumOf(String name) {
    return enums.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** All blocks, an empty line between two; columns are not aligned yet. */
  public String text() {
    return Stream.concat(
            models.stream().map(PulledSchema::text), enums.stream().map(PulledSchema::text))
        .collect(Collectors.joining("\n"));
  }

  static String text(PulledModel model) {
    StringBuilder text = new StringBuilder();
    model.remark().ifPresent(remark -> text.append("/// ").append(remark).append('\n'));
    text.append(model.kind().word()).append(' ').append(model.name()).append(" {\n");
    model.fields().forEach(field -> text.append("  ").append(line(field)).append('\n'));
    Stream.concat(
            model.keys().stream().map(PulledModel.Attribute::text), model.attributes().stream())
        .forEach(attribute -> text.append("  ").append(attribute).append('\n'));
    return text.append("}\n").toString();
  }

  static String line(PulledField field) {
    return field.name()
        + " "
        + field.type()
        + field.attributes().stream().map(one -> " " + one).collect(Collectors.joining());
  }

  static String text(PulledEnum one) {
    StringBuilder text = new StringBuilder("enum " + one.name() + " {\n");
    one.labels().forEach(label -> text.append("  ").append(label.written()).append('\n'));
    one.attributes().forEach(attribute -> text.append("  ").append(attribute).append('\n'));
    return text.append("}\n").toString();
  }
}
