package dev.schemend.parser.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;

/**
 * Comments that a server reads as SQL: {@code /*!40101 … *}{@code /} and MariaDB's {@code
 * /*M!100100 … *}{@code /} (MySQL manual, 9.7; MariaDB Knowledge Base, "Comment Syntax"). MariaDB
 * leaves those out that are meant for MySQL 5.7 to 9.99.
 */
final class ExecutableComments {

  private static final int MYSQL_ONLY_FROM = 50_700;
  private static final int MYSQL_ONLY_TO = 99_999;

  private final boolean mariadb;
  private final int version;

  ExecutableComments(ServerProfile profile) {
    ServerVersion server = profile.version();
    this.mariadb = profile.flavor() == Flavor.MARIADB;
    this.version = server.major() * 10_000 + server.minor() * 100 + server.patch();
  }

  /**
   * {@code statement} as the server reads it, of the same length: what opens and closes a comment
   * that it reads, and all of one that it does not, is blank.
   */
  String unwrap(String statement) {
    if (!statement.contains("!")) {
      return statement;
    }
    char[] text = statement.toCharArray();
    int at = 0;
    int open = 0;
    while (at < text.length) {
      char c = text[at];
      if (c == '\'' || c == '"' || c == '`') {
        at = quoted(text, at);
      } else if (c == '#' || (c == '-' && startsDashComment(text, at))) {
        at = lineEnd(text, at);
      } else if (c == '/' && next(text, at, '*')) {
        int body = bodyOfExecutable(text, at);
        if (body < 0) {
          at = commentEnd(text, at);
        } else if (isRead(text, body)) {
          open++;
          at = blank(text, at, digitsEnd(text, body));
        } else {
          at = blank(text, at, commentEnd(text, at));
        }
      } else if (open > 0 && c == '*' && next(text, at, '/')) {
        open--;
        at = blank(text, at, at + 2);
      } else {
        at++;
      }
    }
    return new String(text);
  }

  private int bodyOfExecutable(char[] text, int at) {
    if (next(text, at + 1, '!')) {
      return at + 3;
    }
    boolean marked = mariadb && (next(text, at + 1, 'M') || next(text, at + 1, 'm'));
    return marked && next(text, at + 2, '!') ? at + 4 : -1;
  }

  private boolean isRead(char[] text, int body) {
    int end = digitsEnd(text, body);
    if (end == body) {
      return true;
    }
    int wanted = Integer.parseInt(new String(text, body, end - body));
    boolean marked = text[body - 2] != '*';
    boolean forMySql = !marked && wanted >= MYSQL_ONLY_FROM && wanted <= MYSQL_ONLY_TO;
    return wanted <= version && !(mariadb && forMySql);
  }

  // Five digits, or six; fewer are part of the text.
  private static int digitsEnd(char[] text, int body) {
    int end = body;
    while (end < text.length && end < body + 6 && text[end] >= '0' && text[end] <= '9') {
      end++;
    }
    return end - body < 5 ? body : end;
  }

  private static int quoted(char[] text, int at) {
    char quote = text[at];
    int i = at + 1;
    while (i < text.length && text[i] != quote) {
      i += text[i] == '\\' && quote != '`' ? 2 : 1;
    }
    return Math.min(i + 1, text.length);
  }

  private static boolean startsDashComment(char[] text, int at) {
    return next(text, at, '-') && (at + 2 >= text.length || text[at + 2] <= ' ');
  }

  private static int lineEnd(char[] text, int at) {
    int i = at;
    while (i < text.length && text[i] != '\n') {
      i++;
    }
    return i;
  }

  private static int commentEnd(char[] text, int at) {
    int i = at + 2;
    while (i < text.length && !(text[i] == '*' && next(text, i, '/'))) {
      i++;
    }
    return Math.min(i + 2, text.length);
  }

  private static boolean next(char[] text, int at, char wanted) {
    return at + 1 < text.length && text[at + 1] == wanted;
  }

  private static int blank(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] != '\n') {
        text[i] = ' ';
      }
    }
    return to;
  }
}
