package dev.schemend.parser.prisma;

import dev.schemend.parser.split.ReadingLimits;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Reads the files of a Prisma schema. Never throws on bad input: every line that is no entry is a
 * problem of the document, and the rest is read on.
 */
public final class PrismaReader {

  private PrismaReader() {}

  /** The document that the files make together, in their order. */
  public static SchemaDocument read(List<SourceText> files) {
    List<Block> blocks = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (SourceText file : files) {
      PrismaGrammar grammar = new PrismaGrammar(file);
      Optional<Token> tooDeep = grammar.tooDeep();
      if (tooDeep.isPresent()) {
        problems.add(
            PrismaProblem.error(
                grammar.span(tooDeep.get()),
                "Brackets nest deeper than " + ReadingLimits.DEEPEST + " here.",
                "Close those that are open; nothing of this file was read."));
      } else {
        DocumentBuilder builder = new DocumentBuilder(grammar, problems);
        blocks.addAll(builder.build(grammar.document()));
      }
    }
    return new SchemaDocument(files, blocks, problems);
  }
}
