package dev.schemend.parser.prisma.pull;

import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.format.SchemaFormat;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A schema for other database schemas than it was for: its datasource lists them. */
public final class ListedSchemas {

  private static final String PROPERTY = "schemas";

  private final Map<String, Edits> files = new LinkedHashMap<>();
  private final List<String> schemas;
  private final String usual;

  private ListedSchemas(List<SourceText> files, List<String> schemas, String usual) {
    files.forEach(file -> this.files.put(file.name(), new Edits(file)));
    this.schemas = schemas;
    this.usual = usual;
  }

  /**
   * The files with those schemas listed, formatted. What said no schema says the usual one; what is
   * in a schema that is not listed goes.
   *
   * @param files their texts
   * @param blocks what is written in them
   * @param schemas in order
   * @param usual where what says no schema is
   */
  public static List<SourceText> in(
      List<SourceText> files, List<Block> blocks, List<String> schemas, String usual) {
    ListedSchemas listed = new ListedSchemas(files, schemas, usual);
    blocks.forEach(listed::block);
    return listed.files.values().stream()
        .map(edits -> new SourceText(edits.name(), SchemaFormat.of(edits.applied())))
        .toList();
  }

  private void block(Block block) {
    switch (block) {
      case Block.Config config when config.kind() == Block.Config.Kind.DATASOURCE -> list(config);
      case Block.Config generator -> {}
      case Block.Fields fields -> keep(fields, fields.attributes());
      case Block.Labels labels -> keep(labels, labels.attributes());
    }
  }

  private void list(Block.Config datasource) {
    String line =
        PROPERTY
            + " = ["
            + schemas.stream().map(Words::quoted).collect(Collectors.joining(", "))
            + "]";
    Optional<SourceSpan> there = datasource.property(PROPERTY).map(Block.Property::span);
    Edits edits = files.get(datasource.span().source());
    there.ifPresentOrElse(
        span -> edits.replace(span.start(), span.end(), line),
        () ->
            edits.below(
                datasource.properties().isEmpty()
                    ? datasource.name().span()
                    : datasource.properties().getLast().span(),
                line));
  }

  private void keep(Block block, List<Attribute> attributes) {
    Optional<String> said =
        attributes.stream()
            .filter(one -> one.is("schema"))
            .flatMap(one -> one.arguments().stream())
            .flatMap(one -> one.value().stream())
            .map(value -> value.written().replace("\"", ""))
            .findFirst();
    Edits edits = files.get(block.span().source());
    if (!schemas.contains(said.orElse(usual))) {
      edits.remove(block.span());
    } else if (said.isEmpty()) {
      edits.atEnd(block.span(), "@@schema(" + Words.quoted(usual) + ")");
    }
  }
}
