package dev.schemend.parser.code;

import static dev.schemend.parser.split.Characters.isDigit;
import static dev.schemend.parser.split.Characters.isNameLetter;
import static dev.schemend.parser.split.Characters.isSpace;

import dev.schemend.parser.split.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts code into lexemes; never fails: what is left open ends with the text. */
final class CodeLexer {

  private static final String OPERATOR = "+-*/<>=~!@#%^&|`?";
  // Without one of these a sign at the end of an operator is not part of it (manual, 4.1.3).
  private static final String HOLDS_SIGNS = "~!@#%^&|`?";

  private final String text;
  private final boolean mysql;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private int at;
  // Inside of an executable comment, whose end is no token.
  private int executable;

  private CodeLexer(String text, boolean mysql) {
    this.text = text;
    this.mysql = mysql;
  }

  static List<Lexeme> lexemes(String text, boolean mysql) {
    CodeLexer lexer = new CodeLexer(text, mysql);
    while (lexer.at < text.length()) {
      lexer.step();
    }
    lexer.lexemes.add(new Lexeme(Lexeme.Kind.END, "", text.length(), text.length()));
    return List.copyOf(lexer.lexemes);
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  private void step() {
    char c = text.charAt(at);
    if (isSpace(c) || c == Characters.BYTE_ORDER_MARK) {
      at++;
    } else if (c == '-' && peek(1) == '-' && (!mysql || endsDashes(peek(2)))) {
      at = Characters.lineEnd(text, at);
    } else if (c == '#' && mysql) {
      at = Characters.lineEnd(text, at);
    } else if (c == '/' && peek(1) == '*') {
      comment();
    } else if (c == '*' && peek(1) == '/' && executable > 0) {
      executable--;
      at += 2;
    } else if (c == '\'') {
      string(at, at, mysql);
    } else if (c == '"') {
      doubleQuoted();
    } else if (c == '`' && mysql) {
      quoted(Lexeme.Kind.NAME, '`', false);
    } else if (c == '$' && !mysql) {
      dollar();
    } else if (c == '@' && mysql) {
      variable();
    } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
      number();
    } else if (isNameLetter(c) || c == '$') {
      word();
    } else {
      symbol(c);
    }
  }

  private static boolean endsDashes(char c) {
    return c == '\0' || c <= ' ';
  }

  private void comment() {
    if (mysql && (peek(2) == '!' || (peek(2) == 'M' && peek(3) == '!'))) {
      at += peek(2) == '!' ? 3 : 4;
      while (isDigit(peek(0))) {
        at++;
      }
      executable++;
      return;
    }
    int depth = 1;
    at += 2;
    while (at < text.length() && depth > 0) {
      if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else if (!mysql && text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else {
        at++;
      }
    }
  }

  private void string(int start, int quote, boolean escapes) {
    int close = Characters.closeQuote(text, quote + 1, '\'', escapes);
    int end = close < 0 ? text.length() : close;
    String raw = text.substring(quote + 1, close < 0 ? end : end - 1);
    String value = mysql ? mysqlValue(raw, '\'') : postgresValue(raw, escapes);
    // Strings that only white space with a line end parts are one (4.1.2.1); MySQL asks for none.
    Lexeme last = lexemes.isEmpty() ? null : lexemes.getLast();
    boolean continues =
        last != null
            && last.kind() == Lexeme.Kind.STRING
            && start == quote
            && (mysql || text.substring(last.end(), start).indexOf('\n') >= 0)
            && text.substring(last.end(), start).isBlank();
    if (continues) {
      lexemes.removeLast();
      lexemes.add(new Lexeme(Lexeme.Kind.STRING, last.text() + value, last.start(), end));
    } else {
      lexemes.add(new Lexeme(Lexeme.Kind.STRING, value, start, end));
    }
    at = end;
  }

  private static String postgresValue(String raw, boolean escapes) {
    return escapes ? Escapes.postgres(raw) : raw.replace("''", "'");
  }

  private static String mysqlValue(String raw, char quote) {
    return Escapes.mysql(raw, quote);
  }

  private void doubleQuoted() {
    if (!mysql) {
      quoted(Lexeme.Kind.NAME, '"', false);
      return;
    }
    quoted(Lexeme.Kind.STRING, '"', true);
  }

  private void quoted(Lexeme.Kind kind, char quote, boolean escapes) {
    int close = Characters.closeQuote(text, at + 1, quote, escapes);
    int end = close < 0 ? text.length() : close;
    String raw = text.substring(at + 1, close < 0 ? end : end - 1);
    String doubled = String.valueOf(quote) + quote;
    String value =
        escapes ? Escapes.mysql(raw, quote) : raw.replace(doubled, String.valueOf(quote));
    lexemes.add(new Lexeme(kind, value, at, end));
    at = end;
  }

  private void dollar() {
    int end = at + 1;
    if (isDigit(peek(1))) {
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      add(Lexeme.Kind.PARAMETER, text.substring(at + 1, end), end);
      return;
    }
    while (end < text.length() && (isNameLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
      end++;
    }
    if (end == text.length() || text.charAt(end) != '$') {
      add(Lexeme.Kind.SYMBOL, "$", at + 1);
      return;
    }
    String tag = text.substring(at, end + 1);
    int close = text.indexOf(tag, end + 1);
    String value = text.substring(end + 1, close < 0 ? text.length() : close);
    add(Lexeme.Kind.STRING, value, close < 0 ? text.length() : close + tag.length());
  }

  private void variable() {
    int end = at + 1;
    if (peek(1) == '@') {
      end++;
    } else if (peek(1) == '\'' || peek(1) == '"' || peek(1) == '`') {
      int close = Characters.closeQuote(text, at + 2, peek(1), false);
      int stop = close < 0 ? text.length() : close;
      String name = text.substring(at + 2, Math.max(at + 2, stop - 1));
      add(Lexeme.Kind.VARIABLE, "@" + name.toLowerCase(Locale.ROOT), stop);
      return;
    }
    while (end < text.length() && continuesVariable(text.charAt(end))) {
      end++;
    }
    add(Lexeme.Kind.VARIABLE, text.substring(at, end).toLowerCase(Locale.ROOT), end);
  }

  private static boolean continuesVariable(char c) {
    return isNameLetter(c) || isDigit(c) || c == '$' || c == '.';
  }

  private void number() {
    int end = at;
    if (text.charAt(at) == '0' && (peek(1) == 'x' || peek(1) == 'X') && isHex(peek(2))) {
      end += 2;
      while (end < text.length() && isHex(text.charAt(end))) {
        end++;
      }
      add(Lexeme.Kind.BITS, text.substring(at, end), end);
      return;
    }
    end = digits(end);
    // 1..10 is a range of PL/pgSQL.
    if (end < text.length()
        && text.charAt(end) == '.'
        && !(end + 1 < text.length() && text.charAt(end + 1) == '.')) {
      end = digits(end + 1);
    }
    int exponent = end;
    if (exponent < text.length() && (text.charAt(exponent) | ' ') == 'e') {
      int sign = exponent + 1;
      if (sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
        sign++;
      }
      if (sign < text.length() && isDigit(text.charAt(sign))) {
        end = digits(sign);
      }
    }
    if (mysql && end < text.length() && isNameLetter(text.charAt(end))) {
      // A name of MySQL may begin with digits.
      word();
      return;
    }
    add(Lexeme.Kind.NUMBER, text.substring(at, end).replace("_", ""), end);
  }

  private int digits(int from) {
    int end = from;
    while (end < text.length()
        && (isDigit(text.charAt(end)) || (!mysql && text.charAt(end) == '_'))) {
      end++;
    }
    return end;
  }

  private static boolean isHex(char c) {
    return Character.digit(c, 16) >= 0 && c < '\u0080';
  }

  private void word() {
    int end = at + 1;
    while (end < text.length()
        && (isNameLetter(text.charAt(end))
            || isDigit(text.charAt(end))
            || text.charAt(end) == '$')) {
      end++;
    }
    String word = text.substring(at, end);
    char next = end < text.length() ? text.charAt(end) : '\0';
    String lower = word.toLowerCase(Locale.ROOT);
    if (next == '\'' && !mysql && (lower.equals("e") || lower.equals("n"))) {
      string(at, end, lower.equals("e"));
    } else if (next == '\'' && (lower.equals("b") || lower.equals("x"))) {
      int close = text.indexOf('\'', end + 1);
      int stop = close < 0 ? text.length() : close + 1;
      add(Lexeme.Kind.BITS, text.substring(at, stop), stop);
    } else if (next == '\'' && mysql && lower.equals("n")) {
      string(at, end, true);
    } else if (next == '&' && !mysql && lower.equals("u") && end + 1 < text.length()) {
      unicode(end + 1);
    } else {
      add(Lexeme.Kind.WORD, folded(word), end);
    }
  }

  private static String folded(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return folded.toString();
  }

  private void unicode(int quote) {
    char mark = text.charAt(quote);
    if (mark != '\'' && mark != '"') {
      add(Lexeme.Kind.WORD, "u", at + 1);
      return;
    }
    int close = Characters.closeQuote(text, quote + 1, mark, false);
    int end = close < 0 ? text.length() : close;
    String raw = text.substring(quote + 1, close < 0 ? end : end - 1);
    String value = Escapes.unicode(raw.replace("" + mark + mark, String.valueOf(mark)));
    add(mark == '"' ? Lexeme.Kind.NAME : Lexeme.Kind.STRING, value, end);
  }

  private void symbol(char c) {
    if (c == '?' && mysql) {
      add(Lexeme.Kind.PARAMETER, "", at + 1);
      return;
    }
    for (String fixed : mysql ? MYSQL_SYMBOLS : POSTGRES_SYMBOLS) {
      if (text.startsWith(fixed, at)) {
        add(Lexeme.Kind.SYMBOL, fixed, at + fixed.length());
        return;
      }
    }
    if (mysql || OPERATOR.indexOf(c) < 0) {
      add(Lexeme.Kind.SYMBOL, String.valueOf(c), at + 1);
      return;
    }
    int end = at;
    boolean holdsSigns = false;
    while (end < text.length() && OPERATOR.indexOf(text.charAt(end)) >= 0) {
      if (text.startsWith("--", end) || text.startsWith("/*", end)) {
        break;
      }
      holdsSigns |= HOLDS_SIGNS.indexOf(text.charAt(end)) >= 0;
      end++;
    }
    while (end > at + 1 && !holdsSigns && "+-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    add(Lexeme.Kind.SYMBOL, text.substring(at, Math.max(end, at + 1)), Math.max(end, at + 1));
  }

  private static final List<String> POSTGRES_SYMBOLS = List.of("::", ":=", "..", "=>");
  private static final List<String> MYSQL_SYMBOLS =
      List.of("<=>", ":=", "<=", ">=", "<>", "!=", "&&", "||", "<<", ">>", "->>", "->");

  private void add(Lexeme.Kind kind, String value, int end) {
    lexemes.add(new Lexeme(kind, value, at, end));
    at = end;
  }
}
