package dev.schemend.parser.prisma.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A valid schema with everything decided.
 *
 * @param datasource where it lives
 * @param previewFeatures those that a generator turns on
 * @param models models and views, in order
 * @param enums in order
 * @param relations in the order in which Prisma makes their keys
 */
public record Datamodel(
    Datasource datasource,
    Set<String> previewFeatures,
    List<Model> models,
    List<EnumDefinition> enums,
    List<Relation> relations) {

  /** Copies the collections. */
  public Datamodel {
    Objects.requireNonNull(datasource, "datasource");
    previewFeatures = Set.copyOf(previewFeatures);
    models = List.copyOf(models);
    enums = List.copyOf(enums);
    relations = List.copyOf(relations);
  }

  /** The model of that name. */
  public Optional<Model> model(String name) {
    return models.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** The enum of that name. */
  public Optional<EnumDefinition> enumOf(String name) {
    return enums.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
