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

  /**
   * A path; the default one has no names.
   *
   * @param written the names as the server keeps them, with those that are implied
   */
  record Path(List<String> written) {

    private static final Path DEFAULT = new Path(List.of());

    /** Where names are looked for. */
    List<Identifier> schemas() {
      return written.stream()
          .filter(name -> !name.isEmpty() && !IMPLIED.contains(name))
          .map(Identifier::of)
          .toList();
    }
  }

  /** The path; empty where the statement is about something else. */
  Optional<Path> read(List<Token> tokens) {
    TokenCursor cursor = new TokenCursor(tokens, names);
    if (cursor.take("reset")) {
      return cursor.take(VARIABLE) ? Optional.of(Path.DEFAULT) : Optional.empty();
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
    return Optional.of(cursor.take("default") ? Path.DEFAULT : list(cursor));
  }

  private Optional<Path> configured(TokenCursor cursor) {
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

  private Path list(TokenCursor cursor) {
    List<String> written = new ArrayList<>();
    while (!cursor.atEnd()) {
      if (isString(cursor)) {
        written.add(
            names.identifiers().object(StringConstants.value(cursor.current()), true).key());
      } else if (!cursor.is(PostgresLexer.COMMA)) {
        written.add(names.name(cursor.current()).key());
      }
      cursor.skip();
    }
    return new Path(written);
  }
}
