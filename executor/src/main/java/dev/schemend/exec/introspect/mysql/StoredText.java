package dev.schemend.exec.introspect.mysql;

/**
 * Undoes what MySQL does to the text of an expression before it keeps it in its dictionary: quotes,
 * backslashes, line ends and null characters get a backslash ({@code append_unescaped} in
 * sql/sql_show.cc), although the text is no string literal.
 */
final class StoredText {

  private StoredText() {}

  static String unescape(String stored) {
    if (stored.indexOf('\\') < 0) {
      return stored;
    }
    StringBuilder text = new StringBuilder(stored.length());
    for (int i = 0; i < stored.length(); i++) {
      char c = stored.charAt(i);
      if (c == '\\' && i + 1 < stored.length()) {
        i++;
        text.append(
            switch (stored.charAt(i)) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              case '0' -> '\0';
              default -> stored.charAt(i);
            });
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
