package dev.schemend.parser.postgres;

import dev.schemend.name.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * The statements that set the search path (manual, 5.9.3 and SET): {@code SET search_path}, {@code
 * SET SCHEMA}, {@code RESET search_path}, {@code SELECT set_config('search_path', …)}.
 */
final class SearchPathStatements {

  // The first is the role's own schema, which hardly a database has; the second is always implied.
  private static final Set<String> IMPLIED = Set.of("$user", "pg_catalog");
  private static final String VARIABLE = "search_path";

  private final Names names;

  SearchPathStatements(Names names) {
    this.names = names;
  }

  /** The schemas, none for the default path; empty where the statement is about something else. */
  Optional<List<Identifier>> read(List<Token> tokens) {
    TokenCursor cursor = new TokenCursor(tokens, names);
    if (cursor.take("reset")) {
      return cursor.take(VARIABLE) ? Optional.of(List.of()) : Optional.empty();
    }
    if (cursor.take("select")) {
      return configured(cursor);
    }
    if (!cursor.take("set")) {
      return Optional.empty();
    }
    if (!cursor.take("session")) {
      cursor.take("local");
    }
    if (cursor.take("schema")) {
      return Optional.of(list(cursor));
    }
    if (!cursor.take(VARIABLE)) {
      return Optional.empty();
    }
    if (!cursor.take("to")) {
      cursor.take(PostgresLexer.EQUAL);
    }
    return Optional.of(cursor.take("default") ? List.of() : list(cursor));
  }

  private Optional<List<Identifier>> configured(TokenCursor cursor) {
    if (cursor.take("pg_catalog")) {
      cursor.take(PostgresLexer.DOT);
    }
    boolean setting =
        cursor.take("set_config")
            && cursor.take(PostgresLexer.LPAREN)
            && isString(cursor)
            && StringConstants.value(cursor.current()).equalsIgnoreCase(VARIABLE);
    if (!setting) {
      return Optional.empty();
    }
    cursor.skip();
    if (!cursor.take(PostgresLexer.COMMA) || !isString(cursor)) {
      return Optional.empty();
    }
    // The value is a list in SQL's own spelling.
    return Optional.of(
        list(
            new TokenCursor(
                PostgresGrammar.tokens(StringConstants.value(cursor.current())), names)));
  }

  private static boolean isString(TokenCursor cursor) {
    return cursor.is(PostgresLexer.STRING) || cursor.is(PostgresLexer.ESCAPE_STRING);
  }

  private List<Identifier> list(TokenCursor cursor) {
    List<Identifier> schemas = new ArrayList<>();
    while (!cursor.atEnd()) {
      if (isString(cursor)) {
        add(schemas, names.identifiers().object(StringConstants.value(cursor.current()), true));
      } else if (!cursor.is(PostgresLexer.COMMA)) {
        add(schemas, names.name(cursor.current()));
      }
      cursor.skip();
    }
    return schemas;
  }

  private static void add(List<Identifier> schemas, Identifier schema) {
    if (!schema.isNone() && !IMPLIED.contains(schema.key())) {
      schemas.add(schema);
    }
  }
}
