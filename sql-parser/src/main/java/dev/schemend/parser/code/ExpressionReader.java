package dev.schemend.parser.code;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Expressions by binding strength (PostgreSQL manual, table 4.2; MySQL manual, 12.4.1). Stops at
 * the first lexeme that cannot go on the expression.
 */
final class ExpressionReader {

  private static final int DEEPEST = 300;

  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int IS = 4;
  private static final int COMPARISON = 5;
  private static final int PATTERN = 6;
  private static final int OTHER = 7;
  private static final int SUM = 8;
  private static final int PRODUCT = 9;
  private static final int POWER = 10;
  private static final int SIGN = 12;

  private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=");
  private static final Set<String> PRODUCTS = Set.of("*", "/", "%");
  private static final Map<String, Integer> MYSQL_SYMBOLS =
      Map.of(
          "||",
          OR,
          "&&",
          AND,
          "<=>",
          COMPARISON,
          "|",
          OTHER,
          "&",
          OTHER,
          "<<",
          OTHER,
          ">>",
          OTHER,
          "->",
          SIGN,
          "->>",
          SIGN);
  private static final Set<String> NOT_SYMBOLS =
      Set.of("(", ")", ",", ";", "[", "]", ".", ":", ":=", "::", "..", "=>", "$");

  private final Lexemes lexemes;
  private final QueryReader queries;
  private final boolean mysql;
  private int depth;
  private int questions;

  ExpressionReader(Lexemes lexemes, QueryReader queries) {
    this.lexemes = lexemes;
    this.queries = queries;
    this.mysql = lexemes.dialect().mysql();
  }

  Scalar expression() {
    return expression(0);
  }

  List<Scalar> list() {
    List<Scalar> list = new ArrayList<>();
    do {
      list.add(expression());
    } while (lexemes.takeSymbol(","));
    return list;
  }

  private Scalar expression(int least) {
    depth++;
    if (depth > DEEPEST) {
      throw new CodeSyntaxException("it is nested too deeply", lexemes.peek());
    }
    try {
      Scalar left = prefix();
      for (Optional<Scalar> more = infix(left, least); more.isPresent(); ) {
        left = more.get();
        more = infix(left, least);
      }
      return left;
    } finally {
      depth--;
    }
  }

  private Scalar prefix() {
    if (lexemes.take("not")) {
      return new Scalar.Operation("not", List.of(expression(NOT)));
    }
    if (mysql && lexemes.takeSymbol("!")) {
      return new Scalar.Operation("not", List.of(expression(SIGN)));
    }
    Lexeme lexeme = lexemes.peek();
    if (lexeme.isSymbol("-") || lexeme.isSymbol("+")) {
      lexemes.next();
      return new Scalar.Operation(lexeme.text(), List.of(expression(SIGN)));
    }
    if (mysql && lexemes.take("binary")) {
      return expression(SIGN);
    }
    boolean operator =
        lexeme.kind() == Lexeme.Kind.SYMBOL
            && !NOT_SYMBOLS.contains(lexeme.text())
            && !COMPARISONS.contains(lexeme.text())
            && !lexeme.isSymbol("*");
    if (operator) {
      lexemes.next();
      return new Scalar.Operation(lexeme.text(), List.of(expression(OTHER)));
    }
    return new PrimaryReader(lexemes, this, queries).primary();
  }

  /** The number of the next {@code ?}. */
  int question() {
    questions++;
    return questions;
  }

  private Optional<Scalar> infix(Scalar left, int least) {
    Lexeme lexeme = lexemes.peek();
    return switch (lexeme.kind()) {
      case SYMBOL -> symbol(left, lexeme.text(), least);
      case WORD -> word(left, lexeme.text(), least);
      case NAME, STRING, BITS, NUMBER, PARAMETER, VARIABLE, END -> Optional.empty();
    };
  }

  private Optional<Scalar> symbol(Scalar left, String symbol, int least) {
    if (NOT_SYMBOLS.contains(symbol)) {
      return Optional.empty();
    }
    int strength = strength(symbol);
    if (strength <= least) {
      return Optional.empty();
    }
    lexemes.next();
    return Optional.of(binary(left, mysql && symbol.equals("&&") ? "and" : symbol, strength));
  }

  private int strength(String symbol) {
    if (mysql && MYSQL_SYMBOLS.containsKey(symbol)) {
      return MYSQL_SYMBOLS.get(symbol);
    }
    if (COMPARISONS.contains(symbol)) {
      return COMPARISON;
    }
    if (symbol.equals("+") || symbol.equals("-")) {
      return SUM;
    }
    if (PRODUCTS.contains(symbol)) {
      return PRODUCT;
    }
    return symbol.equals("^") ? POWER : OTHER;
  }

  private Scalar binary(Scalar left, String operator, int strength) {
    boolean all = lexemes.is("all");
    boolean some = all || lexemes.is("any") || lexemes.is("some");
    if (some && lexemes.peek(1).isSymbol("(")) {
      lexemes.next();
      lexemes.next();
      Scalar result;
      if (queries.startsQuery()) {
        Query query = queries.query();
        result =
            operator.equals("=") && !all
                ? new Scalar.InQuery(left, false, query)
                : operator.equals("<>") && all
                    ? new Scalar.InQuery(left, true, query)
                    : new Scalar.Quantified(left, operator, all, new Scalar.ArrayQuery(query));
      } else {
        result = new Scalar.Quantified(left, operator, all, expression());
      }
      lexemes.expectSymbol(")");
      return result;
    }
    return new Scalar.Operation(operator, List.of(left, expression(strength)));
  }

  private Optional<Scalar> word(Scalar left, String word, int least) {
    boolean negated = word.equals("not");
    if (negated) {
      return lexemes.peek(1).kind() == Lexeme.Kind.WORD && PATTERN > least
          ? test(left, lexemes.peek(1).text(), true)
          : Optional.empty();
    }
    return switch (word) {
      case "or", "xor" -> operator(left, word, OR, least);
      case "and" -> operator(left, word, AND, least);
      case "div", "mod" -> mysql ? operator(left, word, PRODUCT, least) : Optional.empty();
      case "is" -> IS > least ? Optional.of(is(left)) : Optional.empty();
      case "isnull", "notnull" -> {
        if (mysql || IS <= least) {
          yield Optional.empty();
        }
        lexemes.next();
        yield Optional.of(new Scalar.Is(left, word.equals("notnull"), "null"));
      }
      case "collate" -> {
        lexemes.next();
        lexemes.objectName();
        yield Optional.of(left);
      }
      case "operator" -> qualified(left, least);
      case "at" -> {
        if (!lexemes.take("at", "time", "zone")) {
          yield Optional.empty();
        }
        yield Optional.of(Scalar.Call.of("timezone", expression(SIGN), left));
      }
      default -> PATTERN > least ? test(left, word, false) : Optional.empty();
    };
  }

  // OPERATOR(pg_catalog.~) binds like any other operator (manual, 4.1.6).
  private Optional<Scalar> qualified(Scalar left, int least) {
    if (mysql || OTHER <= least || !lexemes.peek(1).isSymbol("(")) {
      return Optional.empty();
    }
    lexemes.next();
    lexemes.next();
    while (lexemes.peek().isName()) {
      lexemes.next();
      lexemes.expectSymbol(".");
    }
    String symbol = lexemes.next().text();
    lexemes.expectSymbol(")");
    return Optional.of(binary(left, symbol, OTHER));
  }

  private Optional<Scalar> operator(Scalar left, String word, int strength, int least) {
    if (strength <= least) {
      return Optional.empty();
    }
    lexemes.next();
    return Optional.of(new Scalar.Operation(word, List.of(left, expression(strength))));
  }

  private Scalar is(Scalar left) {
    lexemes.next();
    boolean negated = lexemes.take("not");
    if (lexemes.take("distinct", "from")) {
      return new Scalar.Operation(
          negated ? "is not distinct from" : "is distinct from",
          List.of(left, expression(COMPARISON)));
    }
    Lexeme what = lexemes.next();
    if (what.kind() != Lexeme.Kind.WORD) {
      throw new CodeSyntaxException("expecting a test", what);
    }
    return new Scalar.Is(left, negated, what.text());
  }

  private Optional<Scalar> test(Scalar left, String word, boolean negated) {
    int words = negated ? 2 : 1;
    return switch (word) {
      case "in" -> {
        lexemes.go(lexemes.index() + words);
        yield Optional.of(in(left, negated));
      }
      case "between" -> {
        lexemes.go(lexemes.index() + words);
        lexemes.take("symmetric");
        Scalar low = expression(PATTERN);
        lexemes.expect("and");
        yield Optional.of(new Scalar.Between(left, negated, low, expression(PATTERN)));
      }
      case "like", "ilike", "regexp", "rlike" -> {
        lexemes.go(lexemes.index() + words);
        yield Optional.of(pattern(left, word, negated));
      }
      case "similar" -> throw new CodeSyntaxException("SIMILAR TO is not read", lexemes.peek());
      default -> Optional.empty();
    };
  }

  private Scalar in(Scalar left, boolean negated) {
    lexemes.expectSymbol("(");
    Scalar result;
    if (queries.startsQuery()) {
      result = new Scalar.InQuery(left, negated, queries.query());
    } else {
      result = new Scalar.In(left, negated, list());
    }
    lexemes.expectSymbol(")");
    return result;
  }

  private Scalar pattern(Scalar left, String word, boolean negated) {
    Scalar result;
    if (lexemes.is("any") || lexemes.is("all") || lexemes.is("some")) {
      result = binary(left, word, PATTERN);
    } else {
      result = new Scalar.Operation(word, List.of(left, expression(PATTERN)));
    }
    if (lexemes.take("escape")) {
      Scalar escape = expression(PATTERN);
      // The backslash is what escapes anyway.
      if (!(escape instanceof Scalar.Constant(Value.Text(var text))) || !text.equals("\\")) {
        result = new Scalar.Constant(Value.unknown("a pattern with an escape of its own"));
      }
    }
    return negated ? new Scalar.Operation("not", List.of(result)) : result;
  }

  /** Names that stand for calls, apart from those that are written as ones. */
  static Scalar call(ObjectName name, List<Scalar> arguments) {
    return new Scalar.Call(
        name,
        arguments.stream().map(one -> new Scalar.Call.Argument(Identifier.NONE, one)).toList(),
        false,
        List.of(),
        Optional.empty(),
        false);
  }
}
