package dev.schemend.parser.prisma;

import dev.schemend.parser.split.ReadingLimits;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Runs the grammar over one file, and gives places back in the file's own offsets. */
final class PrismaGrammar {

  private final SourceText file;
  private final List<Token> tokens;
  private final int[] offsets;
  private final int[] lineStarts;

  PrismaGrammar(SourceText file) {
    this.file = file;
    this.offsets = offsets(file.text());
    this.lineStarts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, file.text().length())
                    .filter(i -> file.text().charAt(i) == '\n')
                    .map(i -> i + 1))
            .toArray();
    PrismaLexer lexer = new PrismaLexer(CharStreams.fromString(file.text()));
    lexer.removeErrorListeners();
    List<Token> all = new ArrayList<>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      all.add(token);
    }
    all.add(lexer.emitEOF());
    markOpenBraces(all);
    this.tokens = List.copyOf(all);
  }

  // Whether a block ends is looked at once, not again at every line that begins one.
  private static void markOpenBraces(List<Token> all) {
    int i = all.size() - 1;
    while (i >= 0 && all.get(i).getType() != PrismaLexer.RIGHT_BRACE) {
      if (all.get(i).getType() == PrismaLexer.LEFT_BRACE) {
        ((CommonToken) all.get(i)).setType(PrismaLexer.OPEN_BRACE);
      }
      i--;
    }
  }

  /** The first token with more brackets around it than anybody writes, if there is one. */
  Optional<Token> tooDeep() {
    int depth = 0;
    for (Token token : tokens) {
      switch (token.getType()) {
        case PrismaLexer.LEFT_PAREN, PrismaLexer.LEFT_BRACKET, PrismaLexer.LEFT_BRACE -> depth++;
        case PrismaLexer.RIGHT_PAREN, PrismaLexer.RIGHT_BRACKET, PrismaLexer.RIGHT_BRACE -> depth--;
        default -> {}
      }
      if (depth > ReadingLimits.DEEPEST) {
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }

  /** UTF-16 offset of each code point: ANTLR counts code points, our spans UTF-16 units. */
  private static int[] offsets(String text) {
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < offsets.length - 1; i++) {
      offsets[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    offsets[offsets.length - 1] = text.length();
    return offsets;
  }

  PrismaParser.DocumentContext document() {
    PrismaParser fast = parser(tokens, PredictionMode.SLL);
    fast.setErrorHandler(new BailErrorStrategy());
    try {
      return fast.document();
    } catch (ParseCancellationException undecided) {
      return parser(tokens, PredictionMode.LL).document();
    }
  }

  /** The first token of a wrong line that no entry can have where it stands. */
  Token culprit(ParserRuleContext wrong) {
    List<Token> line = new ArrayList<>();
    for (int i = wrong.getStart().getTokenIndex(); i <= wrong.getStop().getTokenIndex(); i++) {
      // A copy: a parser writes its own numbers into the tokens that it is given.
      line.add(new CommonToken(tokens.get(i)));
    }
    CommonToken end = new CommonToken(wrong.getStop());
    end.setType(Token.EOF);
    end.setText("");
    line.add(end);
    Furthest furthest = new Furthest();
    PrismaParser parser = parser(line, PredictionMode.LL);
    parser.setErrorHandler(furthest);
    try {
      parser.loneEntry();
    } catch (ParseCancellationException stopped) {
      return furthest.token == null ? wrong.getStart() : furthest.token;
    }
    return wrong.getStart();
  }

  private static PrismaParser parser(List<Token> tokens, PredictionMode mode) {
    PrismaParser parser = new PrismaParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(mode);
    return parser;
  }

  SourceSpan span(ParserRuleContext context) {
    Token stop = context.getStop() == null ? context.getStart() : context.getStop();
    return span(context.getStart().getStartIndex(), stop.getStopIndex());
  }

  SourceSpan span(Token token) {
    return span(token.getStartIndex(), token.getStopIndex());
  }

  /** The span between two code points, the last one included. */
  private SourceSpan span(int first, int last) {
    int start = offsets[Math.min(first, offsets.length - 1)];
    int end = offsets[Math.min(last + 1, offsets.length - 1)];
    int found = Arrays.binarySearch(lineStarts, start);
    int line = found >= 0 ? found : -found - 2;
    return new SourceSpan(
        file.name(), start, Math.max(start, end), line + 1, start - lineStarts[line] + 1);
  }

  /** Stops at the first error and keeps its token. */
  private static final class Furthest extends BailErrorStrategy {
    private Token token;

    @Override
    public void recover(Parser recognizer, RecognitionException error) {
      token = error.getOffendingToken();
      super.recover(recognizer, error);
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      token = recognizer.getCurrentToken();
      return super.recoverInline(recognizer);
    }
  }
}
