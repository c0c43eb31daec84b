package dev.schemend.parser.code;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands behind {@code FROM}. */
final class SourceReader {

  private final Lexemes lexemes;
  private final ExpressionReader expressions;
  private final QueryReader queries;

  SourceReader(Lexemes lexemes, ExpressionReader expressions, QueryReader queries) {
    this.lexemes = lexemes;
    this.expressions = expressions;
    this.queries = queries;
  }

  Query.Source sources() {
    Query.Source left = joined();
    while (lexemes.takeSymbol(",")) {
      left = new Query.Join(Query.JoinKind.INNER, left, joined(), Scalar.of(true), List.of());
    }
    return left;
  }

  private Query.Source joined() {
    Query.Source left = source();
    while (true) {
      Optional<Query.JoinKind> kind = kind();
      if (kind.isEmpty()) {
        return left;
      }
      Query.Source right = source();
      // a JOIN b JOIN c ON … ON …: the inner pair comes first.
      while (lexemes.isOneOf(Set.of("join", "inner", "left", "right", "full", "straight_join"))) {
        Query.JoinKind inner = kind().orElseThrow();
        right = conditioned(inner, right, source());
      }
      left = conditioned(kind.get(), left, right);
    }
  }

  private Query.Source conditioned(Query.JoinKind kind, Query.Source left, Query.Source right) {
    if (lexemes.take("on")) {
      return new Query.Join(kind, left, right, expressions.expression(), List.of());
    }
    if (lexemes.take("using")) {
      List<Identifier> columns = new ArrayList<>();
      lexemes.expectSymbol("(");
      do {
        columns.add(lexemes.name());
      } while (lexemes.takeSymbol(","));
      lexemes.expectSymbol(")");
      return new Query.Join(kind, left, right, Scalar.of(true), columns);
    }
    return new Query.Join(kind, left, right, Scalar.of(true), List.of());
  }

  private Optional<Query.JoinKind> kind() {
    Query.JoinKind kind = Query.JoinKind.INNER;
    if (lexemes.take("natural")) {
      throw new CodeSyntaxException("NATURAL JOIN is not read", lexemes.peek());
    }
    boolean named = false;
    if (lexemes.is("left") && !lexemes.peek(1).isSymbol("(")) {
      kind = Query.JoinKind.LEFT;
      named = lexemes.take("left");
    } else if (lexemes.is("right") && !lexemes.peek(1).isSymbol("(")) {
      kind = Query.JoinKind.RIGHT;
      named = lexemes.take("right");
    } else if (lexemes.take("full")) {
      kind = Query.JoinKind.FULL;
      named = true;
    } else {
      named = lexemes.take("inner") || lexemes.take("cross");
    }
    lexemes.take("outer");
    if (lexemes.take("join") || lexemes.take("straight_join")) {
      return Optional.of(kind);
    }
    if (named) {
      throw new CodeSyntaxException("expecting JOIN", lexemes.peek());
    }
    return Optional.empty();
  }

  private Query.Source source() {
    lexemes.take("lateral");
    if (lexemes.isSymbol("(")) {
      return bracketed();
    }
    lexemes.take("only");
    if (lexemes.is("rows", "from") || lexemes.is("json_table") || lexemes.is("xmltable")) {
      throw new CodeSyntaxException("rows that are not read", lexemes.peek());
    }
    ObjectName name = lexemes.objectName();
    if (lexemes.isSymbol("(")) {
      return calling(name);
    }
    lexemes.takeSymbol("*");
    Identifier alias = alias();
    if (lexemes.isSymbol("(") && !alias.isNone()) {
      return new Query.Derived(rowsOf(name), alias, queries.aliasColumns());
    }
    hints();
    return new Query.Named(name, alias);
  }

  private static Query rowsOf(ObjectName name) {
    return new Query(
        List.of(),
        new Query.Select(
            false,
            List.of(new Query.Output(new Scalar.Star(List.of()), Identifier.NONE)),
            Optional.of(new Query.Named(name, Identifier.NONE)),
            Optional.empty(),
            List.of(),
            Optional.empty()),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  // MySQL's USE INDEX and PostgreSQL's TABLESAMPLE.
  private void hints() {
    while (lexemes.isOneOf(Set.of("use", "force", "ignore", "tablesample"))) {
      lexemes.next();
      while (!lexemes.isSymbol("(") && !lexemes.atEnd()) {
        lexemes.next();
      }
      lexemes.skipBrackets();
    }
  }

  private Query.Source bracketed() {
    int start = lexemes.index();
    lexemes.expectSymbol("(");
    Optional<Query> query = queries.bracketed();
    if (query.isPresent()) {
      Identifier alias = alias();
      return new Query.Derived(query.get(), alias, queries.aliasColumns());
    }
    lexemes.go(start);
    lexemes.expectSymbol("(");
    Query.Source inner = sources();
    lexemes.expectSymbol(")");
    return inner;
  }

  private Query.Source calling(ObjectName name) {
    Scalar call = new CallReader(lexemes, expressions, queries).call(name);
    boolean ordinality = lexemes.take("with", "ordinality");
    Identifier alias = Identifier.NONE;
    if (lexemes.take("as")) {
      alias = lexemes.isSymbol("(") ? Identifier.NONE : lexemes.name();
    } else if (queries.startsAlias()) {
      alias = lexemes.name();
    }
    List<Identifier> columns = queries.aliasColumns();
    if (!(call instanceof Scalar.Call plain)) {
      throw new CodeSyntaxException("rows that are not read", lexemes.peek());
    }
    return new Query.Calling(plain, alias, columns, ordinality);
  }

  private Identifier alias() {
    if (lexemes.take("as")) {
      return lexemes.name();
    }
    return queries.startsAlias() ? lexemes.name() : Identifier.NONE;
  }
}
