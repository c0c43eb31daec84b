package dev.schemend.parser.prisma.format;

import dev.schemend.parser.prisma.Argument;
import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.FieldDeclaration;
import dev.schemend.parser.prisma.PrismaReader;
import dev.schemend.parser.prisma.SchemaDocument;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Formats a schema as Prisma does (engine, {@code reformat.rs}): two blanks before each line of a
 * block, names, types and attributes below each other, an empty line between blocks and before the
 * attributes of a block. Comments stay where they are. A text that cannot be read stays as it is.
 */
public final class SchemaFormat {

  private final String text;
  private final StringBuilder out = new StringBuilder();

  private SchemaFormat(String text) {
    this.text = text;
  }

  /** The text of a file, formatted; as it is where the file has lines that are no entries. */
  public static String of(String text) {
    SchemaDocument document =
        PrismaReader.read(List.of(new SourceText("schema.prisma", text.replace("\r\n", "\n"))));
    return document.problems().isEmpty()
        ? new SchemaFormat(text.replace("\r\n", "\n")).run(document.blocks())
        : text;
  }

  private String run(List<Block> blocks) {
    int at = 0;
    for (Block block : blocks) {
      between(at, block.span().start());
      block(block);
      at = block.span().end();
    }
    between(at, text.length());
    return out.toString().strip() + "\n";
  }

  /** What stands outside of blocks: comments, each on its line. */
  private void between(int start, int end) {
    String gap = text.substring(start, end);
    List<String> lines = new ArrayList<>(gap.lines().map(String::strip).toList());
    if (start > 0 && !lines.isEmpty()) {
      // The rest of the line that closed the block before.
      String rest = lines.removeFirst();
      out.append(rest.isEmpty() ? "" : " " + rest).append('\n');
    }
    boolean blank = true;
    if (start > 0) {
      out.append('\n');
    }
    for (String line : lines) {
      if (!line.isEmpty()) {
        out.append(line).append('\n');
      } else if (!blank) {
        out.append('\n');
      }
      blank = line.isEmpty();
    }
  }

  private void block(Block block) {
    int brace = text.indexOf('{', block.name().span().end());
    String head = text.substring(block.span().start(), brace).strip().replaceAll("\\s+", " ");
    out.append(head).append(" {");
    int body = brace + 1;
    int end = block.span().end() - 1;
    Lines lines = new Lines(text, body, end);
    String behindBrace = lines.behindBrace();
    out.append(behindBrace.isEmpty() ? "" : " " + behindBrace).append('\n');
    entries(block).forEach(lines::put);
    out.append(lines.formatted());
    out.append('}');
  }

  private Map<SourceSpan, Row> entries(Block block) {
    Map<SourceSpan, Row> rows = new TreeMap<>((a, b) -> Integer.compare(a.start(), b.start()));
    switch (block) {
      case Block.Config config -> {
        for (Block.Property property : config.properties()) {
          String value = property.value().map(one -> one.written()).orElse("");
          rows.put(
              property.span(),
              new Row(List.of(property.key().text(), ("= " + value).strip()), false));
        }
      }
      case Block.Fields fields -> {
        for (FieldDeclaration field : fields.fields()) {
          rows.put(
              field.span(),
              new Row(
                  List.of(field.name().text(), type(field), attributes(field.attributes(), "@")),
                  false));
        }
        fields
            .attributes()
            .forEach(one -> rows.put(one.span(), new Row(List.of(written(one, "@@")), true)));
      }
      case Block.Labels labels -> {
        for (Block.Label label : labels.labels()) {
          rows.put(
              label.span(),
              new Row(List.of(label.name().text(), attributes(label.attributes(), "@")), false));
        }
        labels
            .attributes()
            .forEach(one -> rows.put(one.span(), new Row(List.of(written(one, "@@")), true)));
      }
    }
    return rows;
  }

  private String type(FieldDeclaration field) {
    int end =
        field.attributes().isEmpty()
            ? field.span().end()
            : field.attributes().getFirst().span().start();
    return text.substring(field.type().span().start(), end).replaceAll("\\s+$", "");
  }

  private static String attributes(List<Attribute> attributes, String sign) {
    return attributes.stream().map(one -> written(one, sign)).collect(Collectors.joining(" "));
  }

  private static String written(Attribute attribute, String sign) {
    boolean bare = attribute.arguments().isEmpty();
    return sign
        + attribute.name().text()
        + (bare ? "" : "(" + Argument.written(attribute.arguments()) + ")");
  }
}
