package dev.schemend.parser.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * The assignments of a {@code SET} statement (manual, 15.7.6.1), cut apart; the values stay tokens.
 */
final class Assignments {

  /** Where a variable lives. */
  enum Scope {
    USER,
    SESSION,
    /** {@code GLOBAL}, {@code PERSIST}: other sessions than this one. */
    ELSEWHERE
  }

  /**
   * One assignment.
   *
   * @param name lower case, without at signs and scope
   * @param value the tokens behind the equals sign
   */
  record Assignment(Scope scope, String name, List<Token> value) {}

  private static final Set<String> ELSEWHERE = Set.of("global", "persist", "persist_only");
  private static final Set<String> SESSION = Set.of("session", "local");

  private Assignments() {}

  /** The assignments of {@code tokens}, {@code SET} first; none where it is another kind of SET. */
  static List<Assignment> of(List<Token> tokens) {
    List<Assignment> assignments = new ArrayList<>();
    int start = 1;
    int depth = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      int type = i == tokens.size() ? MySqlLexer.COMMA : tokens.get(i).getType();
      if (type == MySqlLexer.LPAREN) {
        depth++;
      } else if (type == MySqlLexer.RPAREN) {
        depth--;
      } else if (type == MySqlLexer.SEMICOLON || (type == MySqlLexer.COMMA && depth <= 0)) {
        one(tokens.subList(start, i), assignments);
        start = i + 1;
      }
    }
    return assignments;
  }

  private static void one(List<Token> tokens, List<Assignment> assignments) {
    int at = 0;
    Scope scope = Scope.SESSION;
    if (tokens.size() > 1 && ELSEWHERE.contains(lower(tokens.get(0)))) {
      scope = Scope.ELSEWHERE;
      at++;
    } else if (tokens.size() > 1 && SESSION.contains(lower(tokens.get(0)))) {
      at++;
    }
    // SET NAMES, SET ROLE …: none of them decides what a statement means.
    if (at + 1 >= tokens.size() || !isEquals(tokens.get(at + 1))) {
      return;
    }
    String name = lower(tokens.get(at));
    if (name.startsWith("@@")) {
      int dot = name.indexOf('.');
      String prefix = dot < 0 ? "" : name.substring(2, dot);
      scope = ELSEWHERE.contains(prefix) ? Scope.ELSEWHERE : Scope.SESSION;
      boolean scoped = ELSEWHERE.contains(prefix) || SESSION.contains(prefix);
      name = scoped ? name.substring(dot + 1) : name.substring(2);
    } else if (name.startsWith("@")) {
      scope = Scope.USER;
      name = name.substring(1);
    }
    assignments.add(
        new Assignment(scope, name, List.copyOf(tokens.subList(at + 2, tokens.size()))));
  }

  private static boolean isEquals(Token token) {
    return token.getType() == MySqlLexer.EQ || token.getType() == MySqlLexer.ASSIGN;
  }

  private static String lower(Token token) {
    String text = token.getText();
    boolean quoted = token.getType() == MySqlLexer.QUOTED_NAME;
    return (quoted ? Names.unquoted(text) : text).toLowerCase(Locale.ROOT);
  }
}
