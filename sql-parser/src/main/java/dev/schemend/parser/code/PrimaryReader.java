package dev.schemend.parser.code;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an expression is made of, with what may stand directly behind it. */
final class PrimaryReader {

  /** Words that begin no expression, unless a bracket makes them a call. */
  private static final Set<String> RESERVED =
      Set.of(
          "select",
          "from",
          "where",
          "group",
          "having",
          "order",
          "limit",
          "offset",
          "union",
          "intersect",
          "except",
          "then",
          "else",
          "elsif",
          "end",
          "when",
          "loop",
          "into",
          "using",
          "on",
          "join",
          "inner",
          "full",
          "cross",
          "and",
          "or",
          "as",
          "in",
          "is",
          "between",
          "like",
          "fetch",
          "for",
          "window",
          "desc",
          "asc",
          "with",
          "do",
          "until",
          "returning");

  private static final Set<String> WITHOUT_BRACKETS =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "current_user",
          "session_user",
          "current_role",
          "user",
          "current_catalog",
          "current_schema",
          "utc_date",
          "utc_time",
          "utc_timestamp");

  private final Lexemes lexemes;
  private final ExpressionReader expressions;
  private final QueryReader queries;
  private final boolean mysql;

  PrimaryReader(Lexemes lexemes, ExpressionReader expressions, QueryReader queries) {
    this.lexemes = lexemes;
    this.expressions = expressions;
    this.queries = queries;
    this.mysql = lexemes.dialect().mysql();
  }

  Scalar primary() {
    Scalar scalar = bare();
    while (true) {
      if (lexemes.takeSymbol("::")) {
        scalar = new Scalar.Cast(scalar, TypeNames.read(lexemes));
      } else if (lexemes.isSymbol("[") && !mysql) {
        scalar = subscript(scalar);
      } else if (lexemes.isSymbol(".") && lexemes.peek(1).isName()) {
        lexemes.next();
        scalar = new Scalar.Field(scalar, lexemes.name());
      } else if (lexemes.isSymbol(".") && lexemes.peek(1).isSymbol("*")) {
        lexemes.next();
        lexemes.next();
        scalar = new Scalar.Constant(Value.unknown("all fields of a row"));
      } else {
        return scalar;
      }
    }
  }

  private Scalar subscript(Scalar array) {
    lexemes.next();
    if (lexemes.takeSymbol(":")) {
      return slice();
    }
    Scalar index = expressions.expression();
    if (lexemes.isSymbol(":")) {
      return slice();
    }
    lexemes.expectSymbol("]");
    return new Scalar.Element(array, index);
  }

  private Scalar slice() {
    while (!lexemes.atEnd() && !lexemes.takeSymbol("]")) {
      lexemes.next();
    }
    return new Scalar.Constant(Value.unknown("a slice of an array"));
  }

  private Scalar bare() {
    Lexeme lexeme = lexemes.peek();
    return switch (lexeme.kind()) {
      case NUMBER -> number(lexemes.next());
      case STRING -> new Scalar.Constant(Value.of(lexemes.next().text()));
      case BITS -> {
        lexemes.next();
        yield new Scalar.Constant(Value.unknown("a bit string"));
      }
      case PARAMETER -> parameter(lexemes.next());
      case VARIABLE -> new Scalar.SessionVariable(lexemes.next().text());
      case SYMBOL -> symbol(lexeme);
      case NAME -> named();
      case WORD -> word(lexeme.text());
      case END -> throw new CodeSyntaxException("expecting an expression", lexeme);
    };
  }

  private static Scalar number(Lexeme lexeme) {
    try {
      return new Scalar.Constant(new Value.Num(new BigDecimal(lexeme.text())));
    } catch (NumberFormatException | ArithmeticException tooLarge) {
      return new Scalar.Constant(Value.unknown("a number"));
    }
  }

  private Scalar parameter(Lexeme lexeme) {
    if (lexeme.text().isEmpty()) {
      return new Scalar.Parameter(expressions.question());
    }
    return lexeme.text().length() > 5
        ? new Scalar.Constant(Value.unknown("a parameter"))
        : new Scalar.Parameter(Integer.parseInt(lexeme.text()));
  }

  private Scalar symbol(Lexeme lexeme) {
    if (lexeme.isSymbol("*")) {
      lexemes.next();
      return new Scalar.Star(List.of());
    }
    lexemes.expectSymbol("(");
    if (queries.startsQuery()) {
      Query query = queries.query();
      lexemes.expectSymbol(")");
      return new Scalar.Subquery(query);
    }
    List<Scalar> parts = expressions.list();
    lexemes.expectSymbol(")");
    return parts.size() == 1 ? parts.getFirst() : new Scalar.Row(parts);
  }

  private Scalar word(String word) {
    boolean called = lexemes.peek(1).isSymbol("(");
    switch (word) {
      case "null" -> {
        lexemes.next();
        return new Scalar.Constant(Value.NULL);
      }
      case "true", "false" -> {
        lexemes.next();
        return Scalar.of(word.equals("true"));
      }
      case "case" -> {
        lexemes.next();
        return choice();
      }
      case "interval" -> {
        return interval();
      }
      case "default" -> {
        lexemes.next();
        return new Scalar.Constant(Value.unknown("a default"));
      }
      case "array" -> {
        if (lexemes.peek(1).isSymbol("[")) {
          lexemes.next();
          return array();
        }
        if (called) {
          lexemes.next();
          lexemes.next();
          Query query = queries.query();
          lexemes.expectSymbol(")");
          return new Scalar.ArrayQuery(query);
        }
      }
      default -> {
        // A name, or a call with a syntax of its own.
      }
    }
    if (called) {
      Optional<Scalar> special =
          new SpecialCallReader(lexemes, expressions, queries, this).call(word);
      if (special.isPresent()) {
        return special.get();
      }
    } else if (RESERVED.contains(word)) {
      throw new CodeSyntaxException("expecting an expression", lexemes.peek());
    } else if (WITHOUT_BRACKETS.contains(word) && !lexemes.peek(1).isSymbol(".")) {
      lexemes.next();
      return Scalar.Call.of(word);
    }
    if (lexemes.peek(1).kind() == Lexeme.Kind.STRING && !(mysql && word.startsWith("_"))) {
      TypeName type = new TypeName(word, false);
      lexemes.next();
      return new Scalar.Cast(new Scalar.Constant(Value.of(lexemes.next().text())), type);
    }
    if (mysql && word.startsWith("_") && lexemes.peek(1).kind() == Lexeme.Kind.STRING) {
      lexemes.next();
      return new Scalar.Constant(Value.of(lexemes.next().text()));
    }
    return named();
  }

  private Scalar interval() {
    lexemes.next();
    if (lexemes.isSymbol("(") || mysql) {
      if (mysql) {
        expressions.expression();
        lexemes.next();
        return new Scalar.Constant(Value.unknown("an interval"));
      }
      lexemes.skipBrackets();
    }
    if (lexemes.peek().kind() == Lexeme.Kind.STRING) {
      String text = lexemes.next().text();
      return new Scalar.Cast(new Scalar.Constant(Value.of(text)), new TypeName("interval", false));
    }
    return new Scalar.Name(List.of(Identifier.of("interval")));
  }

  private Scalar choice() {
    Optional<Scalar> operand =
        lexemes.is("when") ? Optional.empty() : Optional.of(expressions.expression());
    List<Scalar.Case.When> whens = new ArrayList<>();
    while (lexemes.take("when")) {
      Scalar condition = expressions.expression();
      lexemes.expect("then");
      whens.add(new Scalar.Case.When(condition, expressions.expression()));
    }
    Optional<Scalar> otherwise =
        lexemes.take("else") ? Optional.of(expressions.expression()) : Optional.empty();
    lexemes.expect("end");
    return new Scalar.Case(operand, whens, otherwise);
  }

  private Scalar array() {
    lexemes.expectSymbol("[");
    List<Scalar> elements = new ArrayList<>();
    while (!lexemes.takeSymbol("]")) {
      elements.add(lexemes.isSymbol("[") ? array() : expressions.expression());
      if (!lexemes.isSymbol("]")) {
        lexemes.expectSymbol(",");
      }
    }
    return new Scalar.ArrayOf(elements);
  }

  /** A column, a variable, a call, {@code t.*}. */
  private Scalar named() {
    int start = lexemes.index();
    List<Identifier> path = new ArrayList<>(List.of(lexemes.name()));
    while (lexemes.isSymbol(".")) {
      if (lexemes.peek(1).isSymbol("*")) {
        lexemes.next();
        lexemes.next();
        return new Scalar.Star(path);
      }
      if (!lexemes.peek(1).isName()) {
        break;
      }
      lexemes.next();
      path.add(lexemes.name());
    }
    if (!lexemes.isSymbol("(")) {
      return new Scalar.Name(path);
    }
    lexemes.go(start);
    ObjectName name = lexemes.objectName();
    return new CallReader(lexemes, expressions, queries).call(name);
  }
}
