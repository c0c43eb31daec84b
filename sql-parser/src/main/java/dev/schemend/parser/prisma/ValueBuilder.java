package dev.schemend.parser.prisma;

import dev.schemend.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes values and arguments of their parse trees. */
final class ValueBuilder {

  private static final int HEXADECIMAL = 16;
  private static final int UNICODE_DIGITS = 4;

  private final PrismaGrammar grammar;
  private final List<Diagnostic> problems;

  ValueBuilder(PrismaGrammar grammar, List<Diagnostic> problems) {
    this.grammar = grammar;
    this.problems = problems;
  }

  Value value(PrismaParser.ValueContext value) {
    return switch (value) {
      case PrismaParser.StringValueContext text ->
          new Value.Text(unescaped(text), text.getText(), grammar.span(text));
      case PrismaParser.NumberValueContext number ->
          new Value.Numeric(number.getText(), grammar.span(number));
      case PrismaParser.CallValueContext call ->
          new Value.Call(path(call.path()), arguments(call.arguments()), grammar.span(call));
      case PrismaParser.ConstantValueContext constant ->
          new Value.Constant(path(constant.path()).text(), grammar.span(constant));
      case PrismaParser.ListValueContext list -> {
        noCommaAtEnd(list.COMMA(), list.value());
        yield new Value.Items(list.value().stream().map(this::value).toList(), grammar.span(list));
      }
      case PrismaParser.ObjectValueContext object ->
          new Value.Members(
              object.member().stream()
                  .map(
                      one ->
                          new Value.Member(
                              new Name(one.name().getText(), grammar.span(one.name())),
                              value(one.value())))
                  .toList(),
              grammar.span(object));
      default -> throw new IllegalStateException("a value the grammar does not have: " + value);
    };
  }

  /** A dotted name, with blanks between its parts taken out. */
  Name path(PrismaParser.PathContext path) {
    return new Name(path.getText(), grammar.span(path));
  }

  /** The arguments; none where no brackets are written. */
  List<Argument> arguments(PrismaParser.ArgumentsContext arguments) {
    if (arguments == null) {
      return List.of();
    }
    noCommaAtEnd(arguments.COMMA(), arguments.argument());
    return arguments.argument().stream().map(this::argument).toList();
  }

  /** Prisma takes no comma behind the last of several. */
  private void noCommaAtEnd(List<TerminalNode> commas, List<? extends ParserRuleContext> parts) {
    if (!parts.isEmpty() && commas.size() >= parts.size()) {
      Token comma = commas.getLast().getSymbol();
      problems.add(
          PrismaProblem.error(
              grammar.span(comma), "Nothing follows this comma.", "Leave the comma out."));
    }
  }

  private Argument argument(PrismaParser.ArgumentContext argument) {
    Optional<Name> name =
        Optional.ofNullable(argument.name()).map(one -> new Name(one.getText(), grammar.span(one)));
    Optional<Value> value = Optional.ofNullable(argument.value()).map(this::value);
    if (value.isEmpty()) {
      problems.add(
          PrismaProblem.error(
              grammar.span(argument),
              "The argument \"" + argument.name().getText() + "\" has no value.",
              "Write its value behind the colon."));
    }
    return new Argument(name, value, grammar.span(argument));
  }

  // The escapes of JSON (RFC 8259, section 7).
  private String unescaped(PrismaParser.StringValueContext written) {
    String text = written.getText();
    StringBuilder plain = new StringBuilder();
    int i = 1;
    while (i < text.length() - 1) {
      char c = text.charAt(i);
      i++;
      if (c < ' ') {
        problems.add(
            PrismaProblem.error(
                grammar.span(written),
                "The text holds a character that must not stand in it as it is.",
                "Write a tab as \\t, any other such character as \\u and four digits."));
      }
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      switch (text.charAt(i)) {
        case 'n' -> plain.append('\n');
        case 't' -> plain.append('\t');
        case 'r' -> plain.append('\r');
        case 'b' -> plain.append('\b');
        case 'f' -> plain.append('\f');
        case '"', '\\', '/' -> plain.append(text.charAt(i));
        case 'u' -> {
          int end = i + 1 + UNICODE_DIGITS;
          Optional<Character> unit = unit(text, i + 1, end);
          if (unit.isPresent()) {
            plain.append(unit.get().charValue());
            i = end - 1;
          } else {
            unknownEscape(written, text.substring(i - 1, i + 1));
          }
        }
        default -> unknownEscape(written, text.substring(i - 1, i + 1));
      }
      i++;
    }
    return plain.toString();
  }

  private static Optional<Character> unit(String text, int start, int end) {
    boolean digits =
        end < text.length()
            && text.substring(start, end)
                .chars()
                .allMatch(c -> Character.digit(c, HEXADECIMAL) >= 0);
    return digits
        ? Optional.of((char) Integer.parseInt(text.substring(start, end), HEXADECIMAL))
        : Optional.empty();
  }

  private void unknownEscape(PrismaParser.StringValueContext written, String escape) {
    problems.add(
        PrismaProblem.error(
            grammar.span(written),
            "The text has an escape that is not known: " + escape,
            "Known are \\\" \\\\ \\n \\t \\r \\b \\f and \\uXXXX; a backslash is written \\\\."));
  }
}
