package dev.schemend.parser.code;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The brackets of a call and what follows them. */
final class CallReader {

  private final Lexemes lexemes;
  private final ExpressionReader expressions;
  private final QueryReader queries;

  CallReader(Lexemes lexemes, ExpressionReader expressions, QueryReader queries) {
    this.lexemes = lexemes;
    this.expressions = expressions;
    this.queries = queries;
  }

  Scalar call(ObjectName name) {
    lexemes.expectSymbol("(");
    boolean distinct = lexemes.take("distinct");
    lexemes.take("all");
    List<Scalar.Call.Argument> arguments = new ArrayList<>(arguments());
    List<Query.Ordering> order = lexemes.take("order", "by") ? queries.orderings() : List.of();
    if (lexemes.take("separator")) {
      arguments.add(
          new Scalar.Call.Argument(
              Identifier.NONE, new Scalar.Constant(Value.of(lexemes.next().text()))));
    }
    lexemes.expectSymbol(")");
    Optional<Scalar> filter = Optional.empty();
    if (lexemes.take("within", "group")) {
      lexemes.skipBrackets();
      return new Scalar.Constant(Value.unknown("the aggregate " + name));
    }
    if (lexemes.is("filter") && lexemes.peek(1).isSymbol("(")) {
      lexemes.next();
      lexemes.next();
      lexemes.expect("where");
      filter = Optional.of(expressions.expression());
      lexemes.expectSymbol(")");
    }
    boolean window = lexemes.take("over");
    if (window) {
      if (lexemes.isSymbol("(")) {
        lexemes.skipBrackets();
      } else {
        lexemes.next();
      }
    }
    return new Scalar.Call(name, arguments, distinct, order, filter, window);
  }

  /** Arguments up to what cannot be one. */
  List<Scalar.Call.Argument> arguments() {
    List<Scalar.Call.Argument> arguments = new ArrayList<>();
    if (lexemes.isSymbol(")")) {
      return arguments;
    }
    do {
      Identifier name = Identifier.NONE;
      boolean named =
          lexemes.peek().isName()
              && (lexemes.peek(1).isSymbol("=>") || lexemes.peek(1).isSymbol(":="));
      if (named) {
        name = lexemes.name();
        lexemes.next();
      }
      lexemes.take("variadic");
      arguments.add(new Scalar.Call.Argument(name, argument()));
    } while (lexemes.takeSymbol(","));
    return arguments;
  }

  // MySQL's functions of the calendar take units; PostgreSQL takes a query in the brackets of a
  // call.
  private Scalar argument() {
    if (queries.startsQuery()) {
      return new Scalar.Subquery(queries.query());
    }
    return expressions.expression();
  }
}
