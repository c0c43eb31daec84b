package dev.schemend.parser.mysql;

import dev.schemend.parser.split.ReadingLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * The grammar, applied: SLL prediction first, which is fast and nearly always enough, then full LL.
 * Never repairs its input; what it cannot read is a {@link Refusal}.
 */
final class MySqlGrammar {

  private static final Map<Integer, String> LABELS =
      Map.ofEntries(
          Map.entry(MySqlParser.RULE_identifier, "identifier"),
          Map.entry(MySqlParser.RULE_functionName, "function"),
          Map.entry(MySqlParser.RULE_expression, "expression"),
          Map.entry(MySqlParser.RULE_booleanPrimary, "expression"),
          Map.entry(MySqlParser.RULE_predicate, "expression"),
          Map.entry(MySqlParser.RULE_bitExpression, "expression"),
          Map.entry(MySqlParser.RULE_simpleExpression, "expression"),
          Map.entry(MySqlParser.RULE_dataType, "data type"),
          Map.entry(MySqlParser.RULE_castType, "data type"),
          Map.entry(MySqlParser.RULE_defaultValue, "default value"),
          Map.entry(MySqlParser.RULE_tableOption, "table option"),
          Map.entry(MySqlParser.RULE_indexOption, "index option"),
          Map.entry(MySqlParser.RULE_intervalUnit, "unit of time"));

  private final String text;
  private final ReadingMode mode;
  private final boolean hasSurrogates;

  /** A text to be read, executable comments unwrapped. */
  MySqlGrammar(String text, ReadingMode mode) {
    this.text = text;
    this.mode = mode;
    this.hasSurrogates = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }

  /** Whether this is no text for a grammar. */
  boolean isTooMuch() {
    if (text.length() > ReadingLimits.MOST_CHARACTERS) {
      return true;
    }
    if (text.length() <= ReadingLimits.MOST_TOKENS && ReadingLimits.isFlat(text)) {
      return false;
    }
    List<Token> tokens = tokens();
    return tokens.size() > ReadingLimits.MOST_TOKENS
        || ReadingLimits.isTooDeep(tokens, MySqlGrammar::nesting);
  }

  // The statement CASE of stored programs ends in END CASE.
  private static int nesting(Token token, Token before) {
    return switch (token.getType()) {
      case MySqlLexer.LPAREN -> 1;
      case MySqlLexer.CASE -> before.getType() == MySqlLexer.END ? 0 : 1;
      case MySqlLexer.RPAREN, MySqlLexer.END -> -1;
      default -> 0;
    };
  }

  /** The tree of the whole text by an entry rule of the grammar. */
  <T extends ParserRuleContext> T parse(int rule, Function<MySqlParser, T> entry) {
    CommonTokenStream tokens = new CommonTokenStream(lexer());
    MySqlParser parser = new MySqlParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      return entry.apply(parser);
    } catch (ParseCancellationException e) {
      tokens.seek(0);
      parser.reset();
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      try {
        return entry.apply(parser);
      } catch (ParseCancellationException again) {
        throw refusal(rule, parser, tokens);
      }
    }
  }

  /** The tokens of the text, without its end; of one that is too much, more than the limit. */
  List<Token> tokens() {
    MySqlLexer lexer = lexer();
    List<Token> all = new ArrayList<>();
    for (Token token = lexer.nextToken();
        token.getType() != Token.EOF && all.size() <= ReadingLimits.MOST_TOKENS;
        token = lexer.nextToken()) {
      all.add(token);
    }
    return all;
  }

  private MySqlLexer lexer() {
    MySqlLexer lexer =
        mode.ansiQuotes()
            ? new AnsiQuotesLexer(CharStreams.fromString(text))
            : new MySqlLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    return lexer;
  }

  /** The text. */
  String text() {
    return text;
  }

  /** How the text is read. */
  ReadingMode mode() {
    return mode;
  }

  private static final class AnsiQuotesLexer extends MySqlLexer {
    private AnsiQuotesLexer(CharStream text) {
      super(text);
    }

    @Override
    public Token emit() {
      if (_type == STRING && getText().startsWith("\"")) {
        _type = QUOTED_NAME;
      }
      return super.emit();
    }
  }

  private Refusal refusal(int rule, MySqlParser parser, CommonTokenStream tokens) {
    tokens.fill();
    FurthestFailure failure =
        new FurthestFailure(parser.getATN(), parser.getVocabulary(), LABELS, tokens.getTokens());
    failure.search(rule);
    Token found = failure.token();
    String what =
        found.getType() == Token.EOF ? "the end of the statement" : "'" + found.getText() + "'";
    return Refusal.syntax(
        start(found),
        end(found),
        "unexpected " + what + ", expecting: " + String.join(", ", failure.expected()));
  }

  /** Offset of a token's first character in UTF-16 units: the lexer counts code points. */
  int start(Token token) {
    return utf16(token.getStartIndex());
  }

  /** Offset behind a token's last character. */
  int end(Token token) {
    return Math.max(start(token), utf16(token.getStopIndex() + 1));
  }

  /** The characters from one token to another. */
  String slice(Token first, Token last) {
    return text.substring(start(first), end(last));
  }

  private int utf16(int codePoints) {
    return hasSurrogates
        ? text.offsetByCodePoints(0, codePoints)
        : Math.min(codePoints, text.length());
  }
}
