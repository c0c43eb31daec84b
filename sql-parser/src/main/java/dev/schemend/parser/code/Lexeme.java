package dev.schemend.parser.code;

/**
 * A word, name, constant or symbol of a text.
 *
 * @param kind what it is
 * @param text a bare word in lower case; a quoted name, a string or a number by its value; a symbol
 *     as written
 * @param start offset of its first character
 * @param end offset behind its last
 */
public record Lexeme(Kind kind, String text, int start, int end) {

  /** What a lexeme is. */
  public enum Kind {
    /** A bare word: a key word or a name. */
    WORD,
    /** A quoted name. */
    NAME,
    /** A string constant. */
    STRING,
    /** A bit or hexadecimal string. */
    BITS,
    /** A number. */
    NUMBER,
    /** {@code $1}: its number. {@code ?}: empty. */
    PARAMETER,
    /** MySQL's {@code @name}, with its signs. */
    VARIABLE,
    /** Anything else. */
    SYMBOL,
    /** The end of the text. */
    END
  }

  /** Whether it is that bare word. */
  public boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /** Whether it is that symbol. */
  public boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether it can be a name. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.NAME;
  }
}
