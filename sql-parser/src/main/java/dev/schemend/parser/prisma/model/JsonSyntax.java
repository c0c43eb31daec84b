package dev.schemend.parser.prisma.model;

/** Whether a text is JSON (RFC 8259). Recognises, builds nothing. */
final class JsonSyntax {

  private static final String BLANKS = " \t\r\n";

  private final String text;
  private int at;

  private JsonSyntax(String text) {
    this.text = text;
  }

  static boolean isJson(String text) {
    JsonSyntax reader = new JsonSyntax(text);
    boolean value = reader.value();
    reader.blanks();
    return value && reader.at == text.length();
  }

  private boolean value() {
    blanks();
    if (at == text.length()) {
      return false;
    }
    return switch (text.charAt(at)) {
      case '{' -> items('}', true);
      case '[' -> items(']', false);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean items(char close, boolean named) {
    at++;
    blanks();
    if (isNext(close)) {
      at++;
      return true;
    }
    while (true) {
      blanks();
      if (named && !(string() && colon())) {
        return false;
      }
      if (!value()) {
        return false;
      }
      blanks();
      if (isNext(close)) {
        at++;
        return true;
      }
      if (!isNext(',')) {
        return false;
      }
      at++;
    }
  }

  private boolean colon() {
    blanks();
    boolean found = isNext(':');
    at++;
    return found;
  }

  private boolean string() {
    if (!isNext('"')) {
      return false;
    }
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return true;
      }
      if (c < ' ') {
        return false;
      }
      if (c == '\\') {
        at++;
        if (at < text.length() && "\"\\/bfnrtu".indexOf(text.charAt(at)) < 0) {
          return false;
        }
      }
    }
    return false;
  }

  private boolean word(String word) {
    boolean found = text.startsWith(word, at);
    at += word.length();
    return found;
  }

  private boolean number() {
    int end = at;
    while (end < text.length() && "+-.eE0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    boolean found = text.substring(at, end).matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    at = end;
    return found;
  }

  private boolean isNext(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void blanks() {
    while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
