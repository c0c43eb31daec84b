package dev.schemend.parser.prisma;

import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceText;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Prisma schema as written: the blocks of its files, in the files' order.
 *
 * @param files the texts
 * @param blocks as far as they could be read
 * @param problems what could not be read, each with its place; nothing is lost
 */
public record SchemaDocument(
    List<SourceText> files, List<Block> blocks, List<Diagnostic> problems) {

  /** Copies the lists. */
  public SchemaDocument {
    files = List.copyOf(files);
    blocks = List.copyOf(blocks);
    problems = List.copyOf(problems);
  }

  /** The models, views and composite types, in order. */
  public Stream<Block.Fields> fieldBlocks() {
    return blocks.stream().filter(Block.Fields.class::isInstance).map(Block.Fields.class::cast);
  }

  /** The enums, in order. */
  public Stream<Block.Labels> enums() {
    return blocks.stream().filter(Block.Labels.class::isInstance).map(Block.Labels.class::cast);
  }

  /** The blocks of configuration of one kind, in order. */
  public Stream<Block.Config> configs(Block.Config.Kind kind) {
    return blocks.stream()
        .filter(Block.Config.class::isInstance)
        .map(Block.Config.class::cast)
        .filter(config -> config.kind() == kind);
  }
}
