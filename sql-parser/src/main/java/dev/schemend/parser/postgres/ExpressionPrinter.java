package dev.schemend.parser.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Expressions with the parentheses that binding strength asks for (manual, table 4.2), and a few
 * more where a person would look twice.
 */
final class ExpressionPrinter {

  // How strongly an expression holds together, weakest first.
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int TEST = 4;
  private static final int COMPARISON = 5;
  private static final int PATTERN = 6;
  private static final int OTHER = 7;
  private static final int SUM = 8;
  private static final int PRODUCT = 9;
  private static final int POWER = 10;
  private static final int SIGN = 11;
  private static final int CAST = 12;
  private static final int ATOM = 13;

  private static final Map<String, Integer> LEVELS =
      Map.ofEntries(
          Map.entry("or", OR),
          Map.entry("and", AND),
          Map.entry("is distinct from", TEST),
          Map.entry("is not distinct from", TEST),
          Map.entry("=", COMPARISON),
          Map.entry("<>", COMPARISON),
          Map.entry("<", COMPARISON),
          Map.entry(">", COMPARISON),
          Map.entry("<=", COMPARISON),
          Map.entry(">=", COMPARISON),
          Map.entry("~~", PATTERN),
          Map.entry("!~~", PATTERN),
          Map.entry("~~*", PATTERN),
          Map.entry("!~~*", PATTERN),
          Map.entry("+", SUM),
          Map.entry("-", SUM),
          Map.entry("*", PRODUCT),
          Map.entry("/", PRODUCT),
          Map.entry("%", PRODUCT),
          Map.entry("^", POWER));

  private static final Map<String, String> KEY_WORDS =
      Map.of(
          "~~", "LIKE",
          "!~~", "NOT LIKE",
          "~~*", "ILIKE",
          "!~~*", "NOT ILIKE");

  /** Key words that are called like functions and must not be quoted. */
  private static final Set<String> CALLED_KEY_WORDS =
      Set.of(
          "coalesce",
          "greatest",
          "grouping",
          "least",
          "nullif",
          "current_timestamp",
          "current_time",
          "localtime",
          "localtimestamp");

  private final TypePrinter types;
  private final QueryPrinter queries;

  ExpressionPrinter(TypePrinter types) {
    this.types = types;
    this.queries = new QueryPrinter(types, this);
  }

  QueryPrinter queries() {
    return queries;
  }

  /** For the operand of an operator. */
  String operand(SqlExpr expression) {
    return print(expression, SUM);
  }

  static String operatorText(String operator) {
    return operator(operator);
  }

  String print(SqlExpr expression) {
    return print(expression, 0);
  }

  /** For {@code DEFAULT}, which takes no test, pattern or logic without parentheses (b_expr). */
  String bounded(SqlExpr expression) {
    return print(expression, SUM);
  }

  /** For an index key, which is a call or stands in parentheses. */
  String key(SqlExpr expression) {
    boolean call =
        expression instanceof SqlExpr.FunctionCall function
            && function.parenthesized()
            && !CALLED_KEY_WORDS.contains(function.name().name().key())
            && !isExtract(function);
    return call ? print(expression) : "(" + print(expression) + ")";
  }

  private String print(SqlExpr expression, int least) {
    String text = bare(expression);
    return level(expression) < least ? "(" + text + ")" : text;
  }

  private static int level(SqlExpr expression) {
    return switch (expression) {
      case SqlExpr.Binary binary ->
          binary.operator().equals("[]") ? CAST : LEVELS.getOrDefault(binary.operator(), OTHER);
      case SqlExpr.Unary unary -> unaryLevel(unary.operator());
      case SqlExpr.Postfix postfix -> TEST;
      case SqlExpr.In in -> PATTERN;
      case SqlExpr.Between between -> PATTERN;
      case SqlExpr.Quantified quantified -> OTHER;
      case SqlExpr.Cast cast -> CAST;
      // Its tokens may be an operation of any strength.
      case SqlExpr.Opaque opaque -> ATOM;
      case SqlExpr.NullLiteral atom -> ATOM;
      case SqlExpr.BooleanLiteral atom -> ATOM;
      case SqlExpr.NumberLiteral atom -> ATOM;
      case SqlExpr.StringLiteral atom -> ATOM;
      case SqlExpr.ColumnRef atom -> ATOM;
      case SqlExpr.FunctionCall atom -> ATOM;
      case SqlExpr.RegClass atom -> CAST;
      case SqlExpr.Case atom -> ATOM;
      case SqlExpr.ArrayLiteral atom -> ATOM;
      case SqlExpr.Row atom -> ATOM;
      case SqlExpr.OfQuery part -> part instanceof SqlExpr.QuantifiedQuery ? OTHER : ATOM;
    };
  }

  private static int unaryLevel(String operator) {
    return switch (operator) {
      case "not" -> NOT;
      case "+", "-" -> SIGN;
      default -> OTHER;
    };
  }

  private String bare(SqlExpr expression) {
    return switch (expression) {
      case SqlExpr.NullLiteral literal -> "NULL";
      case SqlExpr.BooleanLiteral literal -> literal.value() ? "true" : "false";
      case SqlExpr.NumberLiteral literal -> literal.digits();
      case SqlExpr.StringLiteral literal ->
          Quoting.upper(literal.prefix()) + Quoting.string(literal.value());
      case SqlExpr.ColumnRef column -> column(column);
      case SqlExpr.FunctionCall call -> call(call);
      case SqlExpr.Cast cast -> print(cast.operand(), CAST) + "::" + types.print(cast.type());
      case SqlExpr.Unary unary -> unary(unary);
      case SqlExpr.Binary binary -> binary(binary);
      case SqlExpr.Postfix postfix ->
          print(postfix.operand(), SUM) + " " + Quoting.upper(postfix.operator());
      case SqlExpr.In in ->
          print(in.operand(), SUM) + not(in.negated()) + " IN (" + list(in.values()) + ")";
      case SqlExpr.Between between ->
          print(between.operand(), SUM)
              + not(between.negated())
              + " BETWEEN "
              + print(between.low(), SUM)
              + " AND "
              + print(between.high(), SUM);
      case SqlExpr.Quantified quantified ->
          print(quantified.left(), SUM)
              + " "
              + operator(quantified.operator())
              + " "
              + quantified.quantifier()
              + " ("
              + print(quantified.array())
              + ")";
      case SqlExpr.Case choice -> choice(choice);
      case SqlExpr.ArrayLiteral array -> "ARRAY[" + list(array.elements()) + "]";
      case SqlExpr.Row row ->
          (row.elements().size() > 1 ? "(" : "ROW(") + list(row.elements()) + ")";
      case SqlExpr.RegClass constant ->
          Quoting.string(types.name(constant.relation())) + "::regclass";
      case SqlExpr.Opaque opaque -> String.join(" ", opaque.tokens());
      case SqlExpr.OfQuery part -> queries.part(part);
    };
  }

  private static String not(boolean negated) {
    return negated ? " NOT" : "";
  }

  private static String operator(String operator) {
    int dot = operator.indexOf('.');
    if (dot > 0 && !operator.startsWith("is ")) {
      return "OPERATOR("
          + Quoting.name(Identifier.of(operator.substring(0, dot)))
          + operator.substring(dot)
          + ")";
    }
    return KEY_WORDS.getOrDefault(operator, Quoting.upper(operator));
  }

  private static String column(SqlExpr.ColumnRef column) {
    return column.qualifiers().stream()
            .map(one -> Quoting.name(one) + ".")
            .collect(Collectors.joining())
        + Quoting.name(column.column());
  }

  private String list(List<SqlExpr> expressions) {
    return expressions.stream().map(this::print).collect(Collectors.joining(", "));
  }

  private static boolean isExtract(SqlExpr.FunctionCall call) {
    return !call.name().isQualified()
        && call.name().name().key().equals("extract")
        && call.arguments().size() == 2
        && call.arguments().getFirst() instanceof SqlExpr.StringLiteral;
  }

  /** The call, with {@code inside} for its arguments. */
  static String called(SqlExpr.FunctionCall call, String inside) {
    return function(call) + "(" + inside + ")";
  }

  private String call(SqlExpr.FunctionCall call) {
    if (!call.parenthesized()) {
      return Quoting.upper(call.name().name().text());
    }
    if (isExtract(call)) {
      return "EXTRACT("
          + print(call.arguments().getFirst())
          + " FROM "
          + print(call.arguments().getLast())
          + ")";
    }
    if (isTimeZone(call)) {
      return "("
          + print(call.arguments().getLast(), CAST)
          + " AT TIME ZONE "
          + print(call.arguments().getFirst(), CAST)
          + ")";
    }
    if (isOverlaps(call)) {
      return "(("
          + list(call.arguments().subList(0, 2))
          + ") OVERLAPS ("
          + list(call.arguments().subList(2, 4))
          + "))";
    }
    return function(call) + "(" + list(call.arguments()) + ")";
  }

  private static boolean isOverlaps(SqlExpr.FunctionCall call) {
    return !call.name().isQualified()
        && call.name().name().key().equals("overlaps")
        && call.arguments().size() == 4;
  }

  /** The server keeps in which form it was written (14, COERCE_SQL_SYNTAX); few write the call. */
  private static boolean isTimeZone(SqlExpr.FunctionCall call) {
    return !call.name().isQualified()
        && call.name().name().key().equals("timezone")
        && call.arguments().size() == 2;
  }

  private static String function(SqlExpr.FunctionCall call) {
    Identifier name = call.name().name();
    if (call.name().isQualified()) {
      return Quoting.qualified(call.name());
    }
    return CALLED_KEY_WORDS.contains(name.text()) ? Quoting.upper(name.text()) : functionName(name);
  }

  // Words such as "left" are reserved, but not for functions.
  private static String functionName(Identifier name) {
    return KeyWords.mayCall(name.text()) ? name.text() : Quoting.whereNeeded(name);
  }

  private String unary(SqlExpr.Unary unary) {
    return switch (unary.operator()) {
      case "not" -> "NOT " + print(unary.operand(), CAST);
      case "+", "-" -> unary.operator() + print(unary.operand(), CAST);
      default -> operator(unary.operator()) + " " + print(unary.operand(), SUM);
    };
  }

  private String binary(SqlExpr.Binary binary) {
    String operator = binary.operator();
    if (operator.equals("[]")) {
      boolean column = binary.left() instanceof SqlExpr.ColumnRef;
      String array = column ? print(binary.left()) : "(" + print(binary.left()) + ")";
      return array + "[" + print(binary.right()) + "]";
    }
    if (operator.equals("collate") && binary.right() instanceof SqlExpr.StringLiteral collation) {
      return print(binary.left(), CAST) + " COLLATE " + collation(collation.value());
    }
    int level = level(binary);
    // Logic and arithmetic chain to the left; nothing else chains.
    boolean chains = level <= AND || (level >= SUM && level <= POWER);
    int operands = level <= AND ? level : SUM;
    int left = chains ? Math.max(level, operands) : SUM;
    int right = chains ? Math.max(level, operands) + 1 : SUM;
    return print(binary.left(), left)
        + " "
        + operator(operator)
        + " "
        + print(binary.right(), right);
  }

  /** A collation as the model writes it: a bare name, or one that is quoted and qualified. */
  static String collation(String collation) {
    return collation.startsWith("\"") ? collation : Quoting.name(Identifier.of(collation));
  }

  private String choice(SqlExpr.Case choice) {
    StringBuilder text = new StringBuilder("CASE");
    choice.operand().ifPresent(operand -> text.append(' ').append(print(operand)));
    choice
        .whens()
        .forEach(
            when ->
                text.append(" WHEN ")
                    .append(print(when.condition()))
                    .append(" THEN ")
                    .append(print(when.result())));
    choice.otherwise().ifPresent(otherwise -> text.append(" ELSE ").append(print(otherwise)));
    return text.append(" END").toString();
  }
}
