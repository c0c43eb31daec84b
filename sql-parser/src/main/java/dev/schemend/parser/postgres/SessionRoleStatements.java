package dev.schemend.parser.postgres;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antlr.v4.runtime.Token;

/**
 * The statements that say as whom the next ones run (manual: SET ROLE, SET SESSION AUTHORIZATION).
 */
final class SessionRoleStatements {

  private static final String ROLE = "role";
  private static final String AUTHORIZATION = "session_authorization";

  private final Names names;

  SessionRoleStatements(Names names) {
    this.names = names;
  }

  /** What is set, an empty value for what is reset; empty for another statement. */
  Optional<SortedMap<String, Optional<String>>> read(List<Token> tokens) {
    TokenCursor cursor = new TokenCursor(tokens, names);
    if (cursor.take("reset")) {
      return variable(cursor).map(name -> settings(name, Optional.empty()));
    }
    if (!cursor.take("set")) {
      return Optional.empty();
    }
    if (!cursor.take("local")) {
      int start = cursor.position();
      // SET SESSION SESSION AUTHORIZATION, SET SESSION ROLE, but SET SESSION AUTHORIZATION.
      if (cursor.take("session") && cursor.word().equals("authorization")) {
        cursor.back(start);
      }
    }
    Optional<String> variable = variable(cursor);
    if (variable.isEmpty()) {
      return Optional.empty();
    }
    if (!cursor.take("to")) {
      cursor.take(PostgresLexer.EQUAL);
    }
    return cursor.atEnd() ? Optional.empty() : Optional.of(settings(variable.get(), role(cursor)));
  }

  private static Optional<String> variable(TokenCursor cursor) {
    if (cursor.take(ROLE)) {
      return Optional.of(ROLE);
    }
    return cursor.take("session", "authorization") || cursor.take(AUTHORIZATION)
        ? Optional.of(AUTHORIZATION)
        : Optional.empty();
  }

  /** Empty where none is set. */
  private static Optional<String> role(TokenCursor cursor) {
    if (cursor.take("none") || cursor.take("default")) {
      return Optional.empty();
    }
    if (cursor.is(PostgresLexer.STRING) || cursor.is(PostgresLexer.ESCAPE_STRING)) {
      return Optional.of(StringConstants.value(cursor.current()))
          .filter(one -> !one.equals("none"));
    }
    return cursor.name().map(name -> name.name().key());
  }

  // Another session's role begins with no other role set (assign_session_authorization).
  private static SortedMap<String, Optional<String>> settings(
      String variable, Optional<String> value) {
    SortedMap<String, Optional<String>> settings = new TreeMap<>();
    settings.put(ROLE, Optional.empty());
    settings.put(variable, value);
    return settings;
  }
}
