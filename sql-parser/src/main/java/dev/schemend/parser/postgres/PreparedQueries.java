package dev.schemend.parser.postgres;

import dev.schemend.name.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * The queries that a script prepares, so that a table made of what one of them gives is a table
 * made of the query (manual, PREPARE and CREATE TABLE AS). What is prepared elsewhere is not known.
 */
final class PreparedQueries {

  private final Names names;
  private final Map<Identifier, String> statements = new HashMap<>();

  PreparedQueries(Names names) {
    this.names = names;
  }

  /** Remembers a {@code PREPARE}, and forgets what another of that name prepared. */
  void prepare(String statement) {
    TokenCursor cursor = new TokenCursor(PostgresGrammar.tokens(statement), names);
    if (cursor.take("prepare")) {
      cursor.part().ifPresent(name -> statements.put(name, statement));
    }
  }

  /** Forgets what a {@code DEALLOCATE} names. */
  void deallocate(String statement) {
    TokenCursor cursor = new TokenCursor(PostgresGrammar.tokens(statement), names);
    if (cursor.take("deallocate")) {
      cursor.take("prepare");
      if (cursor.word().equals("all")) {
        statements.clear();
      } else {
        cursor.part().ifPresent(statements::remove);
      }
    }
  }

  /** The statement with the query where it says {@code AS EXECUTE}; unchanged where it does not. */
  List<Token> inPlaceOfExecute(List<Token> tokens) {
    TokenCursor cursor = new TokenCursor(tokens, names);
    if (!cursor.skipPast("as") || cursor.current().getType() != PostgresLexer.EXECUTE) {
      return tokens;
    }
    List<Token> written = new ArrayList<>(tokens.subList(0, cursor.position()));
    cursor.skip();
    Optional<List<Token>> query = cursor.part().map(statements::get).flatMap(this::query);
    if (query.isEmpty()) {
      return tokens;
    }
    if (cursor.is(PostgresLexer.LPAREN)) {
      cursor.skipParentheses();
    }
    written.addAll(query.get());
    written.addAll(tokens.subList(cursor.position(), tokens.size()));
    return written;
  }

  private Optional<List<Token>> query(String prepare) {
    List<Token> tokens = PostgresGrammar.tokens(prepare);
    TokenCursor cursor = new TokenCursor(tokens, names);
    return cursor.skipPast("as")
        ? Optional.of(tokens.subList(cursor.position(), tokens.size() - 1))
        : Optional.empty();
  }
}
