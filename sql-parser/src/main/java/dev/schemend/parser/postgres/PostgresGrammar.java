package dev.schemend.parser.postgres;

import dev.schemend.parser.split.ReadingLimits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Runs the grammar over one text: with the fast prediction first, and with the full one where that
 * fails.
 */
final class PostgresGrammar {

  // The list of expected tokens costs one short parse per token type of the grammar.
  private static final int LONGEST_EXPLAINED = 400;
  private static final int MOST_EXPECTED = 12;

  private PostgresGrammar() {}

  /** A tree, or the error. */
  sealed interface Outcome<T extends ParserRuleContext> {

    /** The text is what the rule says. */
    record Tree<T extends ParserRuleContext>(T root) implements Outcome<T> {}

    /**
     * It is not.
     *
     * @param token the first token that cannot stand where it stands
     * @param expected what could, in the words of a message; empty where too much could
     */
    record Failure<T extends ParserRuleContext>(Token token, List<String> expected)
        implements Outcome<T> {}
  }

  /** The tokens of a text with its end; of one that is too much, more than the limit. */
  static List<Token> tokens(String text) {
    PostgresLexer lexer = new PostgresLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>();
    for (Token token = lexer.nextToken();
        token.getType() != Token.EOF && tokens.size() <= ReadingLimits.MOST_TOKENS;
        token = lexer.nextToken()) {
      tokens.add(token);
    }
    tokens.add(lexer.emitEOF());
    return tokens;
  }

  /** Whether this is no text for a grammar. */
  static boolean isTooMuch(List<Token> tokens) {
    return tokens.size() > ReadingLimits.MOST_TOKENS
        || ReadingLimits.isTooDeep(tokens, PostgresGrammar::nesting);
  }

  private static int nesting(Token token, Token before) {
    return switch (token.getType()) {
      case PostgresLexer.LPAREN, PostgresLexer.LBRACKET, PostgresLexer.CASE -> 1;
      case PostgresLexer.RPAREN, PostgresLexer.RBRACKET, PostgresLexer.END -> -1;
      default -> 0;
    };
  }

  /**
   * Reads a text.
   *
   * @param explain whether an error is to say what could stand there: that costs a parse for each
   *     kind of token
   */
  static <T extends ParserRuleContext> Outcome<T> parse(
      List<Token> tokens, Function<PostgresParser, T> rule, boolean explain) {
    try {
      return new Outcome.Tree<>(run(tokens, rule, PredictionMode.SLL, true));
    } catch (ParseCancellationException needsMoreContext) {
      return exactly(tokens, rule, explain);
    }
  }

  private static <T extends ParserRuleContext> Outcome<T> exactly(
      List<Token> tokens, Function<PostgresParser, T> rule, boolean explain) {
    try {
      return new Outcome.Tree<>(run(tokens, rule, PredictionMode.LL, true));
    } catch (StrictErrors.Stop stop) {
      return new Outcome.Failure<>(
          stop.token(), explain ? expected(tokens, stop.token(), rule) : List.of());
    }
  }

  private static <T extends ParserRuleContext> T run(
      List<Token> tokens,
      Function<PostgresParser, T> rule,
      PredictionMode mode,
      boolean buildTree) {
    PostgresParser parser = new PostgresParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new StrictErrors());
    parser.getInterpreter().setPredictionMode(mode);
    parser.setBuildParseTree(buildTree);
    return rule.apply(parser);
  }

  // What may stand at a place is found by putting it there: the set that the parser keeps at an
  // error is that of the rule it was in, not of the place where it stopped.
  private static <T extends ParserRuleContext> List<String> expected(
      List<Token> tokens, Token stop, Function<PostgresParser, T> rule) {
    int index = tokens.indexOf(stop);
    if (index < 0 || index > LONGEST_EXPLAINED) {
      return List.of();
    }
    BitSet fitting = new BitSet();
    for (int type = PostgresLexer.ALL; type < PostgresLexer.UNEXPECTED; type++) {
      if (fits(tokens.subList(0, index), stop, type, rule)) {
        fitting.set(type);
      }
    }
    if (fits(tokens.subList(0, index), stop, Token.EOF, rule)) {
      fitting.set(0);
    }
    List<String> words = ExpectedWords.of(fitting);
    return words.size() > MOST_EXPECTED ? List.of() : words;
  }

  private static <T extends ParserRuleContext> boolean fits(
      List<Token> before, Token stop, int type, Function<PostgresParser, T> rule) {
    List<Token> tried = new ArrayList<>(before);
    CommonToken candidate = new CommonToken(stop);
    candidate.setType(type);
    if (type != Token.EOF) {
      tried.add(candidate);
    }
    CommonToken end = new CommonToken(Token.EOF);
    tried.add(end);
    try {
      run(tried, rule, PredictionMode.LL, false);
      return true;
    } catch (StrictErrors.Stop error) {
      return error.token().equals(end) && type != Token.EOF;
    }
  }
}
