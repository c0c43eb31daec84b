package dev.schemend.parser.postgres;

import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;

/**
 * Every name in a text that might be a relation's: an over-estimate. Strings are read too, for they
 * may be code that is executed.
 */
final class NameScan {

  private static final int DEEPEST = 3;

  // Words of PL/pgSQL and of statements that are no tokens of the grammar, so they look like names.
  private static final Set<String> WORDS =
      Set.of(
          "begin",
          "call",
          "close",
          "commit",
          "constant",
          "copy",
          "declare",
          "diagnostics",
          "duplicate_column",
          "duplicate_object",
          "duplicate_table",
          "elsif",
          "elseif",
          "exception",
          "execute",
          "exit",
          "extension",
          "found",
          "foreach",
          "format",
          "function",
          "get",
          "info",
          "insert",
          "language",
          "loop",
          "merge",
          "new",
          "next",
          "notice",
          "old",
          "open",
          "others",
          "perform",
          "plpgsql",
          "policy",
          "procedure",
          "query",
          "raise",
          "record",
          "reindex",
          "replace",
          "return",
          "returns",
          "rollback",
          "savepoint",
          "select",
          "sql",
          "strict",
          "temp",
          "temporary",
          "trigger",
          "truncate",
          "undefined_object",
          "undefined_table",
          "values",
          "view",
          "volatile",
          "warning",
          "while",
          "bigint",
          "boolean",
          "date",
          "integer",
          "int",
          "json",
          "jsonb",
          "numeric",
          "text",
          "uuid",
          "varchar",
          "void");

  /** Behind these a name is a relation's even where a parenthesis follows or the word is known. */
  private static final Set<Integer> BEFORE_RELATION =
      Set.of(
          PostgresLexer.TABLE,
          PostgresLexer.EXISTS,
          PostgresLexer.ON,
          PostgresLexer.FROM,
          PostgresLexer.INTO,
          PostgresLexer.JOIN,
          PostgresLexer.UPDATE,
          PostgresLexer.REFERENCES,
          PostgresLexer.ONLY);

  private final Names names;
  private final SortedSet<ObjectName> found = new TreeSet<>();

  private NameScan(Names names) {
    this.names = names;
  }

  static SortedSet<ObjectName> of(List<Token> tokens, Names names) {
    NameScan scan = new NameScan(names);
    scan.read(tokens, 0);
    return scan.found;
  }

  private void read(List<Token> tokens, int depth) {
    int at = 0;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      if (isString(token.getType()) && depth < DEEPEST) {
        inside(token, depth);
        at++;
      } else if (isName(token) || (isDotted(tokens, at) && KeyWords.isKeyWord(token.getType()))) {
        at = path(tokens, at);
      } else {
        at++;
      }
    }
  }

  private void inside(Token token, int depth) {
    String text = StringConstants.value(token);
    boolean code = token.getType() == PostgresLexer.DOLLAR_STRING || text.indexOf(' ') >= 0;
    if (code) {
      read(PostgresGrammar.tokens(text), depth + 1);
    }
  }

  private int path(List<Token> tokens, int start) {
    int end = start + 1;
    while (end + 1 < tokens.size()
        && tokens.get(end).getType() == PostgresLexer.DOT
        && (isName(tokens.get(end + 1)) || KeyWords.isKeyWord(tokens.get(end + 1).getType()))) {
      end += 2;
    }
    boolean relation = start > 0 && BEFORE_RELATION.contains(tokens.get(start - 1).getType());
    boolean called =
        end < tokens.size() && tokens.get(end).getType() == PostgresLexer.LPAREN && !relation;
    Token first = tokens.get(start);
    boolean word =
        end == start + 1
            && !relation
            && first.getType() == PostgresLexer.IDENTIFIER
            && WORDS.contains(names.name(first).key());
    if (!called && !word) {
      add(tokens, start, end);
    }
    return end;
  }

  private void add(List<Token> tokens, int start, int end) {
    if (end == start + 1) {
      found.add(ObjectName.unqualified(names.name(tokens.get(start))));
      return;
    }
    // a.b may be a table of a schema or a column of a table, a.b.c a column of both.
    for (int at = start; at + 2 < end; at += 2) {
      found.add(new ObjectName(names.name(tokens.get(at)), names.name(tokens.get(at + 2))));
    }
    found.add(ObjectName.unqualified(names.name(tokens.get(start))));
  }

  private static boolean isDotted(List<Token> tokens, int at) {
    return at + 1 < tokens.size() && tokens.get(at + 1).getType() == PostgresLexer.DOT;
  }

  private static boolean isName(Token token) {
    return switch (token.getType()) {
      case PostgresLexer.IDENTIFIER,
          PostgresLexer.QUOTED_IDENTIFIER,
          PostgresLexer.UNICODE_IDENTIFIER ->
          true;
      default -> false;
    };
  }

  private static boolean isString(int type) {
    return switch (type) {
      case PostgresLexer.STRING,
          PostgresLexer.ESCAPE_STRING,
          PostgresLexer.NATIONAL_STRING,
          PostgresLexer.UNICODE_STRING,
          PostgresLexer.DOLLAR_STRING ->
          true;
      default -> false;
    };
  }
}
