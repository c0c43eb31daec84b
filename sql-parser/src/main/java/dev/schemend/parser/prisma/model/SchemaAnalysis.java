package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.SchemaDocument;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What came of checking a schema: what it means, or what is wrong with it.
 *
 * @param datamodel present where there are no problems and the schema has a datasource
 * @param datasource as far as it could be read, whatever else is wrong
 * @param problems in the order of the text
 */
public record SchemaAnalysis(
    Optional<Datamodel> datamodel, Optional<Datasource> datasource, List<Diagnostic> problems) {

  /** Copies the problems. */
  public SchemaAnalysis {
    problems = List.copyOf(problems);
  }

  /**
   * Checks a document.
   *
   * @param connectors what a provider can hold; empty for one that is not known
   */
  public static SchemaAnalysis of(
      SchemaDocument document, Function<String, Optional<Connector>> connectors) {
    Problems problems = new Problems();
    problems.all(document.problems());
    ConfigAnalysis config = new ConfigAnalysis(document, problems);
    Set<String> features = config.previewFeatures();
    Optional<Datasource> datasource = config.datasource();
    Declarations declarations = new Declarations(document, problems);
    Optional<Connector> connector = datasource.flatMap(one -> connectors.apply(one.provider()));
    if (datasource.isPresent() && connector.isEmpty()) {
      problems.error(
          document
              .configs(Block.Config.Kind.DATASOURCE)
              .findFirst()
              .flatMap(block -> block.property("provider"))
              .orElseThrow()
              .span(),
          "The provider \"" + datasource.get().provider() + "\" is not known here.",
          "Known are postgresql and mysql (for MariaDB too).");
    }
    Optional<Datamodel> datamodel =
        connector.map(
            known ->
                new SchemaAnalysis.Reading(
                        known, datasource.get(), features, declarations, problems)
                    .datamodel());
    List<String> files = document.files().stream().map(SourceText::name).toList();
    return new SchemaAnalysis(
        datamodel.filter(valid -> problems.isEmpty()), datasource, problems.inOrder(files));
  }

  /** One schema being read. */
  private record Reading(
      Connector connector,
      Datasource datasource,
      Set<String> features,
      Declarations declarations,
      Problems problems) {

    Datamodel datamodel() {
      requireUsable();
      EnumAnalysis enumAnalysis = new EnumAnalysis(connector, datasource, problems);
      List<EnumDefinition> enums = new ArrayList<>();
      declarations.enums().forEach(block -> enums.add(enumAnalysis.read(block)));
      ModelAnalysis modelAnalysis =
          new ModelAnalysis(connector, datasource, features, declarations, problems);
      Map<String, Model> models = new LinkedHashMap<>();
      declarations
          .models()
          .forEach(block -> models.put(block.name().text(), modelAnalysis.read(block)));
      List<Relation> relations =
          new RelationAnalysis(connector, datasource, declarations, models, problems).relations();
      List<Model> all = List.copyOf(models.values());
      new NameClashes(connector, problems).find(all, enums);
      return new Datamodel(datasource, features, all, enums, relations);
    }

    private void requireUsable() {
      if (!datasource.schemas().isEmpty() && !connector.supports(Connector.Capability.SCHEMAS)) {
        problems.error(
            datasource.span(),
            connector.product() + " has no schemas inside a database.",
            "Leave the property schemas out.");
      }
      boolean extensions = !datasource.extensions().isEmpty();
      if (extensions && !connector.supports(Connector.Capability.EXTENSIONS)) {
        problems.error(
            datasource.span(),
            connector.product() + " has no extensions.",
            "Leave the property extensions out.");
      } else if (extensions && !features.contains(ConfigAnalysis.EXTENSIONS_FEATURE)) {
        problems.error(
            datasource.span(),
            "Extensions are a preview feature that is not turned on.",
            "Add \""
                + ConfigAnalysis.EXTENSIONS_FEATURE
                + "\" to previewFeatures of the generator.");
      }
    }
  }
}
