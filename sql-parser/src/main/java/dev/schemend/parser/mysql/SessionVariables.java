package dev.schemend.parser.mysql;

import dev.schemend.dialect.mysql.MySqlVariables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antlr.v4.runtime.Token;

/**
 * What the {@code SET} statements of a script have made of the session, as far as it decides how
 * later text is read and what it means. Dumps save such variables in user variables and restore
 * them from there, so these are followed too.
 */
final class SessionVariables {

  private final MySqlVariables facts;
  private final Map<String, String> server = new HashMap<>();
  private final Map<String, String> user = new HashMap<>();

  SessionVariables(MySqlVariables facts) {
    this.facts = facts;
  }

  /** A session that begins as this one is now. */
  SessionVariables copy() {
    SessionVariables copy = new SessionVariables(facts);
    copy.server.putAll(server);
    copy.user.putAll(user);
    return copy;
  }

  /** How text is read now. */
  ReadingMode mode() {
    return ReadingMode.of(variable(MySqlVariables.SQL_MODE).orElse(""));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(server.get(name)).or(() -> facts.defaultValue(name));
  }

  /**
   * What a {@code SET} statement did.
   *
   * @param values the deciding variables that it set
   * @param unknown the deciding variables of which nobody can tell what they are now
   * @param assignsUser whether it assigned to user variables, too
   */
  record Outcome(
      SortedMap<String, Optional<String>> values, List<String> unknown, boolean assignsUser) {}

  /** Follows a {@code SET} statement. */
  Outcome set(List<Token> tokens) {
    SortedMap<String, Optional<String>> values = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    boolean assignsUser = false;
    for (Assignments.Assignment assignment : Assignments.of(tokens)) {
      Value value = new Reader(assignment.value()).whole();
      switch (assignment.scope()) {
        case USER -> {
          assignsUser = true;
          if (value instanceof Known known) {
            user.put(assignment.name(), known.text());
          } else {
            user.remove(assignment.name());
          }
        }
        case SESSION -> {
          String name = MySqlVariables.canonicalName(assignment.name());
          if (MySqlVariables.decides(name)) {
            set(name, value, values, unknown);
          }
        }
        case ELSEWHERE -> {}
      }
    }
    return new Outcome(values, unknown, assignsUser);
  }

  private void set(
      String name, Value value, SortedMap<String, Optional<String>> values, List<String> unknown) {
    switch (value) {
      case Known known -> {
        String canonical = MySqlVariables.canonicalValue(name, known.text());
        server.put(name, canonical);
        values.put(name, Optional.of(canonical));
      }
      case Default none -> {
        server.remove(name);
        values.put(name, Optional.empty());
      }
      case Unknown none -> unknown.add(name);
    }
  }

  private sealed interface Value {}

  private record Known(String text) implements Value {}

  // Also a user variable that nothing has set: a restored one that was never saved.
  private record Default() implements Value {}

  private record Unknown() implements Value {}

  /** Reads the few forms of value that scripts give to such variables. */
  private final class Reader {
    private final List<Token> tokens;
    private int at;

    private Reader(List<Token> tokens) {
      this.tokens = tokens;
    }

    private Value whole() {
      Value value = value();
      return at == tokens.size() ? value : new Unknown();
    }

    private boolean is(int type) {
      return at < tokens.size() && tokens.get(at).getType() == type;
    }

    private Value value() {
      if (at >= tokens.size()) {
        return new Unknown();
      }
      Token token = tokens.get(at++);
      return switch (token.getType()) {
        case MySqlLexer.STRING -> new Known(Literals.unquoted(token.getText()));
        case MySqlLexer.INTEGER_NUMBER -> new Known(token.getText());
        case MySqlLexer.USER_VARIABLE -> variable(token.getText().toLowerCase(Locale.ROOT));
        case MySqlLexer.DEFAULT -> new Default();
        case MySqlLexer.LPAREN -> {
          if (is(MySqlLexer.SELECT)) {
            at++;
          }
          Value inner = value();
          yield is(MySqlLexer.RPAREN) ? closed(inner) : new Unknown();
        }
        default -> is(MySqlLexer.LPAREN) ? call(token.getText()) : word(token);
      };
    }

    private Value closed(Value inner) {
      at++;
      return inner;
    }

    private Value word(Token token) {
      return Character.isLetter(token.getText().charAt(0))
          ? new Known(token.getText())
          : new Unknown();
    }

    private Value variable(String name) {
      if (name.startsWith("@@")) {
        String bare =
            MySqlVariables.canonicalName(
                name.substring(name.lastIndexOf('.') + 1).replace("@", ""));
        return SessionVariables.this.variable(bare).<Value>map(Known::new).orElseGet(Unknown::new);
      }
      String saved = user.get(name.substring(1));
      return saved == null ? new Default() : new Known(saved);
    }

    private Value call(String function) {
      List<Value> arguments = new ArrayList<>();
      do {
        at++;
        arguments.add(value());
      } while (is(MySqlLexer.COMMA));
      if (!is(MySqlLexer.RPAREN)) {
        return new Unknown();
      }
      at++;
      List<String> texts =
          arguments.stream()
              .filter(Known.class::isInstance)
              .map(argument -> ((Known) argument).text())
              .toList();
      if (texts.size() != arguments.size()) {
        return new Unknown();
      }
      return switch (function.toUpperCase(Locale.ROOT)) {
        case "CONCAT" -> new Known(String.join("", texts));
        case "CONCAT_WS" ->
            new Known(String.join(texts.getFirst(), texts.subList(1, texts.size())));
        case "REPLACE" ->
            texts.size() == 3
                ? new Known(texts.get(0).replace(texts.get(1), texts.get(2)))
                : new Unknown();
        default -> new Unknown();
      };
    }
  }
}
