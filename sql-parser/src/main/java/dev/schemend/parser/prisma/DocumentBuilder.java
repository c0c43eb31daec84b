package dev.schemend.parser.prisma;

import dev.schemend.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Makes blocks of a file's parse tree, and problems of what is none. */
final class DocumentBuilder {

  private static final Set<String> WORDS =
      Set.of("datasource", "generator", "model", "enum", "view", "type");
  private static final String KEYWORDS = "datasource, generator, model, enum, view and type";

  private final PrismaGrammar grammar;
  private final List<Diagnostic> problems;
  private final ValueBuilder values;

  DocumentBuilder(PrismaGrammar grammar, List<Diagnostic> problems) {
    this.grammar = grammar;
    this.problems = problems;
    this.values = new ValueBuilder(grammar, problems);
  }

  List<Block> build(PrismaParser.DocumentContext document) {
    List<Block> blocks = new ArrayList<>();
    for (PrismaParser.TopLevelContext item : document.topLevel()) {
      if (item.block() != null) {
        block(item.block()).ifPresent(blocks::add);
      } else if (opensBlock(item.strayLine())) {
        problems.add(
            PrismaProblem.error(
                grammar.span(item.strayLine()),
                "This block is never closed.",
                "Add a closing brace } on a line of its own behind its last entry."));
        // What follows is inside of it, so that its lines are no errors of their own.
        return blocks;
      } else {
        problems.add(
            PrismaProblem.error(
                grammar.span(item.strayLine().getStart()),
                "This line begins no block.",
                "Outside of blocks only comments may stand; blocks begin with " + KEYWORDS + "."));
      }
    }
    return blocks;
  }

  private static boolean opensBlock(PrismaParser.StrayLineContext line) {
    return isBrace(line.getStop()) && line.getStart().getType() == PrismaLexer.WORD;
  }

  private static boolean isBrace(Token token) {
    return token.getType() == PrismaLexer.LEFT_BRACE || token.getType() == PrismaLexer.OPEN_BRACE;
  }

  private Optional<Block> block(PrismaParser.BlockContext block) {
    if (block.title == null) {
      problems.add(
          PrismaProblem.error(
              grammar.span(block.keyword),
              "This " + block.keyword.getText() + " has no name.",
              "Write a name between " + block.keyword.getText() + " and the brace."));
      return Optional.empty();
    }
    requireOwnLines(block);
    return switch (block.keyword.getText()) {
      case "datasource" -> Optional.of(config(Block.Config.Kind.DATASOURCE, block));
      case "generator" -> Optional.of(config(Block.Config.Kind.GENERATOR, block));
      case "model" -> Optional.of(fields(Block.Fields.Kind.MODEL, block));
      case "view" -> Optional.of(fields(Block.Fields.Kind.VIEW, block));
      case "type" -> Optional.of(fields(Block.Fields.Kind.TYPE, block));
      case "enum" -> Optional.of(labels(block));
      default -> {
        problems.add(
            PrismaProblem.error(
                grammar.span(block.keyword),
                "No block begins with \"" + block.keyword.getText() + "\".",
                "Blocks begin with " + KEYWORDS + "."));
        yield Optional.empty();
      }
    };
  }

  /** Entries have lines of their own: nothing stands beside the braces but comments. */
  private void requireOwnLines(PrismaParser.BlockContext block) {
    if (block.line().isEmpty()) {
      return;
    }
    Token first = block.line().getFirst().getStart();
    Token last = block.line().getLast().getStop();
    if (first.getLine() == block.LEFT_BRACE().getSymbol().getLine()) {
      problems.add(
          PrismaProblem.error(
              grammar.span(first),
              "An entry stands on the line of the brace that opens the block.",
              "Put it on a line of its own; Prisma passes over what stands here."));
    } else if (last.getLine() == block.getStop().getLine()) {
      problems.add(
          PrismaProblem.error(
              grammar.span(block.getStop()),
              "The brace that closes the block stands on the line of an entry.",
              "Put it on a line of its own."));
    }
  }

  private Block config(Block.Config.Kind kind, PrismaParser.BlockContext block) {
    String word = kind == Block.Config.Kind.DATASOURCE ? "datasource" : "generator";
    List<Block.Property> properties = new ArrayList<>();
    for (PrismaParser.EntryContext entry : entries(block, "a property of a " + word)) {
      if (entry.property() == null) {
        wrongKind(entry, "This line is no property of a " + word + ".", "Write: key = value");
      } else {
        PrismaParser.PropertyContext property = entry.property();
        properties.add(
            new Block.Property(
                name(property.name()),
                Optional.ofNullable(property.value()).map(values::value),
                grammar.span(property)));
      }
    }
    return new Block.Config(kind, name(block.title), properties, grammar.span(block));
  }

  private Block fields(Block.Fields.Kind kind, PrismaParser.BlockContext block) {
    List<FieldDeclaration> fields = new ArrayList<>();
    List<Attribute> attributes = new ArrayList<>();
    for (PrismaParser.EntryContext entry : entries(block, "a field or an attribute")) {
      if (entry.field() != null) {
        fields.add(field(entry.field()));
      } else if (entry.blockAttribute() != null) {
        attributes.add(blockAttribute(entry.blockAttribute()));
      } else if (entry.property() != null) {
        wrongKind(
            entry,
            "This line is neither a field nor an attribute.",
            "Fields are written: name Type @attribute. Only datasources and generators have"
                + " properties.");
      } else {
        wrongKind(
            entry,
            "The field \"" + entry.enumValue().name().getText() + "\" has no type.",
            "Write its type behind it, as in: " + entry.enumValue().name().getText() + " String");
      }
    }
    return new Block.Fields(kind, name(block.title), fields, attributes, grammar.span(block));
  }

  private Block labels(PrismaParser.BlockContext block) {
    List<Block.Label> labels = new ArrayList<>();
    List<Attribute> attributes = new ArrayList<>();
    for (PrismaParser.EntryContext entry : entries(block, "a value of an enum")) {
      if (entry.enumValue() != null) {
        PrismaParser.EnumValueContext value = entry.enumValue();
        labels.add(
            new Block.Label(
                name(value.name()), attributes(value.attribute()), grammar.span(value)));
      } else if (entry.blockAttribute() != null) {
        attributes.add(blockAttribute(entry.blockAttribute()));
      } else {
        wrongKind(
            entry,
            "This line is no value of an enum.",
            "Write one name on each line, and nothing behind it but @map(\"…\").");
      }
    }
    return new Block.Labels(name(block.title), labels, attributes, grammar.span(block));
  }

  /** The entries of a block; one problem for each line that is none. */
  private List<PrismaParser.EntryContext> entries(PrismaParser.BlockContext block, String wanted) {
    List<PrismaParser.EntryContext> entries = new ArrayList<>();
    boolean open = false;
    for (PrismaParser.LineContext line : block.line()) {
      if (line.entry() != null) {
        entries.add(line.entry());
      } else if (!open) {
        // Behind a bracket that is never closed, the lines that follow say nothing of their own.
        boolean begins = beginsBlock(line.wrong());
        open = leavesBracketOpen(line.wrong());
        if (begins) {
          problems.add(
              PrismaProblem.error(
                  grammar.span(line.wrong()),
                  "A block begins inside of \"" + block.title.getText() + "\".",
                  "The brace } that closes \"" + block.title.getText() + "\" is missing above."));
          return entries;
        }
        wrong(line.wrong(), wanted, open);
      }
    }
    return entries;
  }

  private void wrong(PrismaParser.WrongContext wrong, String wanted, boolean open) {
    Token culprit = grammar.culprit(wrong);
    String hint;
    if (culprit.getType() == PrismaLexer.UNTERMINATED_STRING) {
      hint = "The text that begins here has no closing double quote.";
    } else if (open) {
      hint = "A bracket of this line is not closed.";
    } else if (culprit.getType() == Token.EOF) {
      hint = "Something is missing at the end of the line.";
    } else {
      hint = "\"" + culprit.getText() + "\" cannot stand here.";
    }
    problems.add(
        PrismaProblem.error(grammar.span(culprit), "This line is not " + wanted + ".", hint));
  }

  private static boolean beginsBlock(PrismaParser.WrongContext wrong) {
    return isBrace(wrong.getStop()) && WORDS.contains(wrong.getStart().getText());
  }

  private static boolean leavesBracketOpen(PrismaParser.WrongContext wrong) {
    int depth = 0;
    for (int i = 0; i < wrong.getChildCount(); i++) {
      switch (wrong.getChild(i).getText()) {
        case "(", "[" -> depth++;
        case ")", "]" -> depth--;
        default -> {}
      }
    }
    return depth > 0;
  }

  private void wrongKind(ParserRuleContext entry, String message, String hint) {
    problems.add(PrismaProblem.error(grammar.span(entry), message, hint));
  }

  private FieldDeclaration field(PrismaParser.FieldContext field) {
    PrismaParser.TypeNameContext type = field.fieldType().typeName();
    Name typeName = name(type.name());
    Optional<String> unsupported = Optional.empty();
    if (type.value() != null) {
      Value inner = values.value(type.value());
      if (inner instanceof Value.Text text && typeName.text().equals("Unsupported")) {
        unsupported = Optional.of(text.text());
      } else {
        problems.add(
            PrismaProblem.error(
                grammar.span(type),
                "A type takes no argument.",
                "Only Unsupported(\"…\") does; native types are written as attributes, like"
                    + " @db.VarChar(20)."));
      }
    }
    return new FieldDeclaration(
        name(field.name()),
        typeName,
        unsupported,
        arity(field.fieldType()),
        attributes(field.attribute()),
        grammar.span(field));
  }

  private FieldDeclaration.Arity arity(PrismaParser.FieldTypeContext type) {
    List<String> modifiers = type.modifier().stream().map(ParserRuleContext::getText).toList();
    boolean list = modifiers.contains("[]");
    if (modifiers.contains("!")) {
      problems.add(
          PrismaProblem.error(
              grammar.span(type),
              "Fields are required unless they say otherwise.",
              "Leave the ! out."));
    }
    if (list && modifiers.contains("?")) {
      problems.add(
          PrismaProblem.error(
              grammar.span(type),
              "A list cannot be optional.",
              "Write Type[] or Type?, not both."));
    } else if (modifiers.size() > 1) {
      problems.add(
          PrismaProblem.error(
              grammar.span(type), "A type takes one modifier.", "Write Type[] or Type?."));
    }
    if (list) {
      return FieldDeclaration.Arity.LIST;
    }
    return modifiers.contains("?")
        ? FieldDeclaration.Arity.OPTIONAL
        : FieldDeclaration.Arity.REQUIRED;
  }

  private List<Attribute> attributes(List<PrismaParser.AttributeContext> attributes) {
    return attributes.stream()
        .map(
            one ->
                new Attribute(
                    values.path(one.path()), values.arguments(one.arguments()), grammar.span(one)))
        .toList();
  }

  private Attribute blockAttribute(PrismaParser.BlockAttributeContext attribute) {
    return new Attribute(
        values.path(attribute.path()),
        values.arguments(attribute.arguments()),
        grammar.span(attribute));
  }

  private Name name(PrismaParser.NameContext name) {
    return new Name(name.getText(), grammar.span(name));
  }
}
