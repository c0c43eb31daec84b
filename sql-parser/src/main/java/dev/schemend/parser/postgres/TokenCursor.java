package dev.schemend.parser.postgres;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** A place in the tokens of a statement that the grammar does not read. */
final class TokenCursor {

  private final List<Token> tokens;
  private final Names names;
  private int at;

  TokenCursor(List<Token> tokens, Names names) {
    this.tokens = tokens;
    this.names = names;
  }

  Token current() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }

  boolean atEnd() {
    return current().getType() == Token.EOF || current().getType() == PostgresLexer.SEMICOLON;
  }

  int position() {
    return at;
  }

  /** The word under the cursor, lower case; empty for a quoted name, a constant or a symbol. */
  String word() {
    return word(current());
  }

  static String word(Token token) {
    boolean bare =
        token.getType() == PostgresLexer.IDENTIFIER || KeyWords.isKeyWord(token.getType());
    return bare ? token.getText().toLowerCase(Locale.ROOT) : "";
  }

  boolean is(int type) {
    return current().getType() == type;
  }

  boolean take(int type) {
    if (is(type)) {
      at++;
      return true;
    }
    return false;
  }

  /** Steps over the words if they all stand here, in this order. */
  boolean take(String... words) {
    for (int i = 0; i < words.length; i++) {
      int place = Math.min(at + i, tokens.size() - 1);
      if (!word(tokens.get(place)).equals(words[i])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  void skip() {
    if (!atEnd()) {
      at++;
    }
  }

  /** Goes back to where it stood. */
  void back(int position) {
    at = position;
  }

  /** Goes behind the next {@code word} outside of parentheses. */
  boolean skipPast(String word) {
    int depth = 0;
    while (!atEnd()) {
      if (is(PostgresLexer.LPAREN)) {
        depth++;
      } else if (is(PostgresLexer.RPAREN)) {
        depth--;
      } else if (depth == 0 && word().equals(word)) {
        at++;
        return true;
      }
      at++;
    }
    return false;
  }

  /** Goes behind the closing parenthesis of the one under the cursor. */
  void skipParentheses() {
    int depth = 0;
    do {
      if (is(PostgresLexer.LPAREN)) {
        depth++;
      } else if (is(PostgresLexer.RPAREN)) {
        depth--;
      }
      at++;
    } while (depth > 0 && !atEnd());
  }

  /** The tokens from one position to before another, as a text of their own. */
  List<Token> between(int from, int to) {
    List<Token> part = new ArrayList<>(tokens.subList(from, Math.min(to, tokens.size() - 1)));
    part.add(tokens.getLast());
    return part;
  }

  /** A name of one to three parts. */
  Optional<ObjectName> name() {
    Optional<Identifier> first = part();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Identifier schema = Identifier.NONE;
    Identifier last = first.get();
    while (is(PostgresLexer.DOT)) {
      at++;
      Optional<Identifier> next = part();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      schema = last;
      last = next.get();
    }
    return Optional.of(new ObjectName(schema, last));
  }

  /** One part of a name. */
  Optional<Identifier> part() {
    int type = current().getType();
    boolean name =
        type == PostgresLexer.IDENTIFIER
            || type == PostgresLexer.QUOTED_IDENTIFIER
            || type == PostgresLexer.UNICODE_IDENTIFIER
            || KeyWords.isKeyWord(type);
    if (!name) {
      return Optional.empty();
    }
    at++;
    return Optional.of(names.name(tokens.get(at - 1)));
  }
}
