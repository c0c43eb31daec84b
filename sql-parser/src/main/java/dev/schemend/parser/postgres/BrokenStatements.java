package dev.schemend.parser.postgres;

import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Statements of a source that cannot be read, with the place at which the server would stop. */
final class BrokenStatements {

  private static final String SYNTAX_ERROR = "42601";

  private final SourceText source;

  BrokenStatements(SourceText source) {
    this.source = source;
  }

  /** A statement that begins as none does; in brackets it is a query. */
  ParsedStatement noStatement(StatementText statement, List<Token> tokens) {
    Token first = tokens.getFirst();
    if (first.getType() == PostgresLexer.LPAREN) {
      // A query may stand in parentheses (manual, SELECT); nothing else does.
      return new ParsedStatement.Inert(statement, "SELECT");
    }
    // The words behind CREATE, DROP or ALTER decide; anywhere else the first word is wrong.
    boolean verb =
        first.getType() == PostgresLexer.CREATE
            || first.getType() == PostgresLexer.DROP
            || first.getType() == PostgresLexer.ALTER;
    Token wrong = verb && tokens.size() > 1 ? tokens.get(1) : first;
    return at(
        statement,
        wrong,
        List.of(verb ? "the kind of an object" : "the first word of a statement"));
  }

  /** A statement that ends where a name is due. */
  ParsedStatement nameless(StatementText statement, List<Token> tokens) {
    return at(statement, tokens.getLast(), List.of("a name"));
  }

  /** A statement whose grammar expects something else at a token. */
  ParsedStatement at(StatementText statement, Token token, List<String> expected) {
    String what =
        token.getType() == Token.EOF
            ? "syntax error at the end of the statement"
            : "syntax error at or near \"" + token.getText() + "\"";
    String wanted = expected.isEmpty() ? "" : "; expecting: " + String.join(", ", expected);
    return at(statement, token, SYNTAX_ERROR, what + wanted);
  }

  /** A statement that the server refuses for what a token says. */
  ParsedStatement at(StatementText statement, Token token, String code, String message) {
    return new ParsedStatement.Broken(
        statement,
        new Diagnostic(
            code, Diagnostic.Severity.ERROR, Optional.of(spanOf(statement, token)), message, ""));
  }

  /** The token's place in the source; tokens count code points, spans UTF-16 units. */
  SourceSpan spanOf(StatementText statement, Token token) {
    String text = statement.text();
    boolean end = token.getType() == Token.EOF;
    int start = end ? text.length() : text.offsetByCodePoints(0, token.getStartIndex());
    int stop = end ? start : text.offsetByCodePoints(0, token.getStopIndex() + 1);
    int base = statement.span().start();
    return source.span(base + start, base + stop);
  }
}
