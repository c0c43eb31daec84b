package dev.schemend.parser.code;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place in the lexemes of a text. */
public final class Lexemes {

  private final String text;
  private final CodeDialect dialect;
  private final List<Lexeme> lexemes;
  private final int end;
  private int at;

  private Lexemes(String text, CodeDialect dialect, List<Lexeme> lexemes, int start, int end) {
    this.text = text;
    this.dialect = dialect;
    this.lexemes = lexemes;
    this.at = start;
    this.end = end;
  }

  /** The start of {@code text}. */
  public static Lexemes of(String text, CodeDialect dialect) {
    List<Lexeme> all = CodeLexer.lexemes(text, dialect.mysql());
    return new Lexemes(text, dialect, all, 0, all.size() - 1);
  }

  /** The lexemes from one index to before another as a text of their own. */
  public Lexemes between(int from, int to) {
    return new Lexemes(text, dialect, lexemes, from, Math.min(to, end));
  }

  /** How names are read. */
  public CodeDialect dialect() {
    return dialect;
  }

  /** The index of the next lexeme. */
  public int index() {
    return at;
  }

  /** Goes to an index. */
  public void go(int index) {
    at = index;
  }

  /** Whether nothing is left. */
  public boolean atEnd() {
    return at >= end;
  }

  /** The next lexeme. */
  public Lexeme peek() {
    return peek(0);
  }

  /** The lexeme so many ahead. */
  public Lexeme peek(int ahead) {
    if (at + ahead < end) {
      return lexemes.get(at + ahead);
    }
    int behind = end == 0 ? 0 : lexemes.get(end - 1).end();
    return new Lexeme(Lexeme.Kind.END, "", behind, behind);
  }

  /** Steps over the next lexeme. */
  public Lexeme next() {
    Lexeme lexeme = peek();
    if (at < end) {
      at++;
    }
    return lexeme;
  }

  /** The end of the last lexeme that was stepped over. */
  public int lastEnd() {
    return at == 0 ? 0 : lexemes.get(at - 1).end();
  }

  /** Whether the words stand here. */
  public boolean is(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).isWord(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of the words stands here. */
  public boolean isOneOf(java.util.Set<String> words) {
    return peek().kind() == Lexeme.Kind.WORD && words.contains(peek().text());
  }

  /** Steps over the words if they stand here. */
  public boolean take(String... words) {
    if (!is(words)) {
      return false;
    }
    at += words.length;
    return true;
  }

  /** Whether the symbol stands here. */
  public boolean isSymbol(String symbol) {
    return peek().isSymbol(symbol);
  }

  /** Steps over the symbol if it stands here. */
  public boolean takeSymbol(String symbol) {
    if (!isSymbol(symbol)) {
      return false;
    }
    at++;
    return true;
  }

  /** Steps over the words, which must stand here. */
  public void expect(String... words) {
    if (!take(words)) {
      throw new CodeSyntaxException("expecting " + String.join(" ", words), peek());
    }
  }

  /** Steps over the symbol, which must stand here. */
  public void expectSymbol(String symbol) {
    if (!takeSymbol(symbol)) {
      throw new CodeSyntaxException("expecting " + symbol, peek());
    }
  }

  /** A name inside of an object, or of a variable. */
  public Identifier name() {
    return dialect.name(nameLexeme());
  }

  /** A bare word as it is written: MySQL folds some names and not others. */
  private Lexeme asWritten(Lexeme lexeme) {
    return lexeme.kind() == Lexeme.Kind.WORD
        ? new Lexeme(
            lexeme.kind(),
            text.substring(lexeme.start(), lexeme.end()),
            lexeme.start(),
            lexeme.end())
        : lexeme;
  }

  /** The lexeme of a name, which must stand here. */
  public Lexeme nameLexeme() {
    if (!peek().isName()) {
      throw new CodeSyntaxException("expecting a name", peek());
    }
    return asWritten(next());
  }

  /** A name of one to three parts; the database in front of three is dropped. */
  public ObjectName objectName() {
    List<Lexeme> parts = new ArrayList<>();
    parts.add(nameLexeme());
    while (isSymbol(".") && peek(1).isName()) {
      next();
      parts.add(asWritten(next()));
    }
    Optional<Lexeme> schema =
        parts.size() > 1 ? Optional.of(parts.get(parts.size() - 2)) : Optional.empty();
    return dialect.object(schema, parts.getLast());
  }

  /** Steps behind the bracket that closes the one under the cursor. */
  public void skipBrackets() {
    int depth = 0;
    do {
      Lexeme lexeme = next();
      if (lexeme.isSymbol("(")) {
        depth++;
      } else if (lexeme.isSymbol(")")) {
        depth--;
      }
    } while (depth > 0 && !atEnd());
  }

  /** The characters from the lexeme at one index to before that at another. */
  public String text(int from, int to) {
    return from >= to ? "" : text.substring(lexemes.get(from).start(), lexemes.get(to - 1).end());
  }

  /** The characters of a stretch of the text. */
  public String characters(int start, int stop) {
    return text.substring(start, stop);
  }
}
