package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Argument;
import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.SchemaDocument;
import dev.schemend.parser.prisma.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the datasource and the generators. */
final class ConfigAnalysis {

  static final String EXTENSIONS_FEATURE = "postgresqlExtensions";
  static final String PARTIAL_INDEXES_FEATURE = "partialIndexes";

  // Schema reference, "datasource"; referentialIntegrity is the old name of relationMode, and
  // engines of 2025 that were not released called schemas namespaces.
  private static final List<String> PROPERTIES =
      List.of(
          "provider",
          "url",
          "directUrl",
          "shadowDatabaseUrl",
          "relationMode",
          "referentialIntegrity",
          "schemas",
          "namespaces",
          "extensions");

  private final SchemaDocument document;
  private final Problems problems;

  ConfigAnalysis(SchemaDocument document, Problems problems) {
    this.document = document;
    this.problems = problems;
  }

  private static final Set<String> TEXTS = Set.of("provider", "output");

  /** The preview features of all generators. */
  Set<String> previewFeatures() {
    Set<String> features = new TreeSet<>();
    document
        .configs(Block.Config.Kind.GENERATOR)
        .forEach(
            generator -> {
              requireDistinctKeys(generator);
              if (generator.property("provider").isEmpty()) {
                problems.error(
                    generator.name().span(),
                    "The generator \"" + generator.name() + "\" has no provider.",
                    "Add to it: provider = \"prisma-client-js\"");
              }
              generator.properties().forEach(this::requireValue);
              generator
                  .property("previewFeatures")
                  .flatMap(Block.Property::value)
                  .ifPresent(value -> features.addAll(texts(value, "previewFeatures")));
            });
    return features;
  }

  /** Prisma reads two of a generator's properties; what the others are is the generator's own. */
  private void requireValue(Block.Property property) {
    Optional<Value> value = property.value();
    if (value.isEmpty()) {
      withoutValue(property);
    } else if (TEXTS.contains(property.key().text())
        && (value.get() instanceof Value.Constant || value.get() instanceof Value.Numeric)) {
      AttributeReader.text(value.get(), problems, property.key().text());
    }
  }

  private void withoutValue(Block.Property property) {
    problems.error(
        property.span(),
        "The property \"" + property.key() + "\" has no value.",
        "Write its value behind the equals sign.");
  }

  /** The one datasource. */
  Optional<Datasource> datasource() {
    List<Block.Config> all = document.configs(Block.Config.Kind.DATASOURCE).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    all.stream()
        .skip(1)
        .forEach(
            second ->
                problems.error(
                    second.name().span(),
                    "There is already a datasource, \"" + all.getFirst().name() + "\".",
                    "A schema has one datasource; take this one away."));
    return read(all.getFirst());
  }

  private Optional<Datasource> read(Block.Config block) {
    requireDistinctKeys(block);
    for (Block.Property property : block.properties()) {
      if (!PROPERTIES.contains(property.key().text())) {
        problems.error(
            property.key().span(),
            "A datasource has no property \"" + property.key() + "\".",
            Problems.oneOf(property.key().text(), PROPERTIES, "property"));
      } else if (property.value().isEmpty()) {
        withoutValue(property);
      }
    }
    Optional<String> provider = value(block, "provider").flatMap(one -> providerText(one));
    if (block.property("provider").isEmpty()) {
      problems.error(
          block.name().span(),
          "The datasource \"" + block.name() + "\" has no provider.",
          "Add to it: provider = \"postgresql\" or \"mysql\"");
    }
    boolean foreignKeys = foreignKeys(block);
    List<String> schemas = schemas(block);
    List<Datasource.Extension> extensions = extensions(block);
    return provider.map(
        name ->
            new Datasource(
                block.name().text(),
                name,
                value(block, "url").flatMap(this::url),
                value(block, "directUrl").flatMap(this::url),
                foreignKeys,
                schemas,
                extensions,
                block.name().span()));
  }

  private Optional<String> providerText(Value value) {
    if (value instanceof Value.Call call && call.name().text().equals("env")) {
      problems.error(
          value.span(),
          "The provider cannot come from a variable.",
          "Write it here: the database's kind decides what the rest of the schema means.");
      return Optional.empty();
    }
    if (value instanceof Value.Items) {
      problems.error(
          value.span(),
          "A datasource has one provider.",
          "Write one text instead of a list (Prisma's P3013).");
      return Optional.empty();
    }
    return AttributeReader.text(value, problems, "provider");
  }

  private static Optional<Value> value(Block.Config block, String key) {
    return block.property(key).flatMap(Block.Property::value);
  }

  private void requireDistinctKeys(Block.Config block) {
    Set<String> seen = new TreeSet<>();
    for (Block.Property property : block.properties()) {
      if (!seen.add(property.key().text())) {
        problems.error(
            property.key().span(),
            "\"" + block.name() + "\" already has a property \"" + property.key() + "\".",
            "Leave one of the two out.");
      }
    }
  }

  private Optional<Datasource.UrlSource> url(Value value) {
    return switch (value) {
      case Value.Text text -> Optional.of(new Datasource.UrlSource.Literal(text.text()));
      case Value.Call call
          when call.name().text().equals("env")
              && call.arguments().size() == 1
              && call.arguments().getFirst().value().orElse(null) instanceof Value.Text text ->
          Optional.of(new Datasource.UrlSource.Variable(text.text()));
      case Value.Call other -> wrongUrl(other);
      case Value.Numeric other -> wrongUrl(other);
      case Value.Constant other -> wrongUrl(other);
      case Value.Items other -> wrongUrl(other);
      case Value.Members other -> wrongUrl(other);
    };
  }

  private Optional<Datasource.UrlSource> wrongUrl(Value value) {
    problems.error(
        value.span(),
        "A URL is a text or the name of a variable.",
        "Write: url = env(\"DATABASE_URL\")");
    return Optional.empty();
  }

  private boolean foreignKeys(Block.Config block) {
    Optional<Value> mode =
        value(block, "relationMode").or(() -> value(block, "referentialIntegrity"));
    Optional<String> text =
        mode.flatMap(one -> AttributeReader.text(one, problems, "relationMode"));
    if (text.isPresent() && !List.of("prisma", "foreignKeys").contains(text.get())) {
      problems.error(
          mode.orElseThrow().span(),
          "There is no relation mode \"" + text.get() + "\".",
          "Write \"foreignKeys\", or \"prisma\" for a database without foreign keys.");
    }
    return text.filter("prisma"::equals).isEmpty();
  }

  private List<String> schemas(Block.Config block) {
    Optional<Value> value = value(block, "schemas").or(() -> value(block, "namespaces"));
    List<String> schemas = value.map(one -> texts(one, "schemas")).orElse(List.of());
    if (value.isPresent() && value.get() instanceof Value.Items items) {
      if (items.items().isEmpty()) {
        problems.error(
            items.span(), "The list of schemas is empty.", "Name one, or leave the property out.");
      }
      if (schemas.stream().distinct().count() < schemas.size()) {
        problems.error(items.span(), "A schema is listed twice.", "Leave one of the two out.");
      }
    }
    return schemas;
  }

  private List<Datasource.Extension> extensions(Block.Config block) {
    List<Datasource.Extension> extensions = new ArrayList<>();
    Optional<Value> value = value(block, "extensions");
    if (value.isPresent() && !(value.get() instanceof Value.Items)) {
      problems.error(
          value.get().span(), "Extensions stand in a list.", "Write: extensions = [citext]");
      return extensions;
    }
    List<Value> items = value.map(one -> ((Value.Items) one).items()).orElse(List.of());
    for (Value item : items) {
      switch (item) {
        case Value.Constant name ->
            extensions.add(
                new Datasource.Extension(name.written(), Optional.empty(), Optional.empty()));
        case Value.Call call -> extensions.add(extension(call));
        case Value.Text other -> wrongExtension(other);
        case Value.Numeric other -> wrongExtension(other);
        case Value.Items other -> wrongExtension(other);
        case Value.Members other -> wrongExtension(other);
      }
    }
    return extensions;
  }

  private void wrongExtension(Value value) {
    problems.error(
        value.span(),
        "An extension is named by a word, not by a " + value.kind() + ".",
        "Write: citext, or uuidOssp(map: \"uuid-ossp\")");
  }

  private Datasource.Extension extension(Value.Call call) {
    List<Argument> arguments = call.arguments();
    AttributeReader reader =
        new AttributeReader(
            "the extension \"" + call.name() + "\"",
            call.span(),
            arguments,
            "",
            List.of("map", "schema", "version"),
            problems);
    return new Datasource.Extension(
        reader.text("map").orElse(call.name().text()),
        reader.text("schema"),
        reader.text("version"));
  }

  private List<String> texts(Value value, String title) {
    if (!(value instanceof Value.Items items)) {
      problems.error(
          value.span(),
          title + " is a list, not a " + value.kind() + ".",
          "Write: " + title + " = [\"…\"]");
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Value item : items.items()) {
      AttributeReader.text(item, problems, title).ifPresent(texts::add);
    }
    return texts;
  }
}
