package dev.schemend.parser.code;

import dev.schemend.name.Identifier;
import dev.schemend.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands behind {@code WITH}. */
final class CommonReader {

  private final Lexemes lexemes;
  private final QueryReader queries;

  CommonReader(Lexemes lexemes, QueryReader queries) {
    this.lexemes = lexemes;
    this.queries = queries;
  }

  List<Query.Common> commons() {
    boolean recursive = lexemes.take("recursive");
    List<Query.Common> commons = new ArrayList<>();
    do {
      Identifier name = lexemes.name();
      List<Identifier> columns = lexemes.isSymbol("(") ? columns() : List.of();
      lexemes.expect("as");
      lexemes.take("not");
      lexemes.take("materialized");
      int open = lexemes.index();
      lexemes.expectSymbol("(");
      Optional<Query> query = Optional.empty();
      if (queries.startsQuery() && !recursive) {
        query = Optional.of(queries.query());
        lexemes.expectSymbol(")");
      } else {
        lexemes.go(open);
        lexemes.skipBrackets();
      }
      commons.add(new Query.Common(name, columns, query));
    } while (lexemes.takeSymbol(","));
    return commons;
  }

  List<Identifier> columns() {
    List<Identifier> columns = new ArrayList<>();
    lexemes.expectSymbol("(");
    do {
      columns.add(lexemes.name());
      // A list of columns of a function's rows has their types too.
      if (!lexemes.isSymbol(",") && !lexemes.isSymbol(")")) {
        TypeNames.read(lexemes);
      }
    } while (lexemes.takeSymbol(","));
    lexemes.expectSymbol(")");
    return columns;
  }
}
