package dev.schemend.parser.mysql;

/**
 * Expressions as {@code information_schema} of MySQL 8.0 gives them: quotes and backslashes behind
 * backslashes, {@code _utf8mb4\'it\\\'s\'}. {@code SHOW CREATE TABLE} and MariaDB write them plain.
 */
final class CatalogText {

  private CatalogText() {}

  /** The plain form of an expression in either form. */
  static String plain(String text) {
    int quote = text.indexOf('\'');
    if (quote <= 0 || text.charAt(quote - 1) != '\\') {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && "\\'\"".indexOf(text.charAt(i + 1)) >= 0) {
        i++;
        plain.append(text.charAt(i));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
