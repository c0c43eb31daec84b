package dev.schemend.parser.mysql;

import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.SqlExpr.Binary;
import dev.schemend.expr.SqlExpr.Postfix;
import dev.schemend.expr.SqlExpr.StringLiteral;
import dev.schemend.expr.SqlExpr.Unary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Expressions with no more brackets than their structure needs. */
final class ExpressionPrinter {

  // Levels of the grammar from the loosest to the tightest; a child of a lower level needs
  // brackets.
  private static final int OR = 1;
  private static final int XOR = 2;
  private static final int AND = 3;
  private static final int NOT = 4;
  private static final int COMPARISON = 5;
  private static final int PREDICATE = 6;
  private static final int PIPE = 7;
  private static final int AMPERSAND = 8;
  private static final int SHIFT = 9;
  private static final int SUM = 10;
  private static final int PRODUCT = 11;
  private static final int POWER = 12;
  private static final int SIMPLE = 13;
  private static final int ATOM = 14;

  private ExpressionPrinter() {}

  static String print(SqlExpr expression) {
    return switch (expression) {
      case SqlExpr.NullLiteral none -> "NULL";
      case SqlExpr.BooleanLiteral literal -> literal.value() ? "TRUE" : "FALSE";
      case SqlExpr.NumberLiteral number -> number.digits();
      case StringLiteral text -> literal(text);
      case SqlExpr.ColumnRef column -> column(column);
      case SqlExpr.FunctionCall call -> CallPrinter.print(call);
      case SqlExpr.Cast cast ->
          "CAST(" + print(cast.operand()) + " AS " + TypePrinter.castTarget(cast.type()) + ")";
      case Unary unary -> unary(unary);
      case Binary binary -> binary(binary);
      case Postfix postfix -> postfix(postfix);
      case SqlExpr.In in ->
          at(PIPE, in.operand()) + (in.negated() ? " NOT IN (" : " IN (") + list(in.values()) + ")";
      case SqlExpr.Between between ->
          at(PIPE, between.operand())
              + (between.negated() ? " NOT BETWEEN " : " BETWEEN ")
              + at(PIPE, between.low())
              + " AND "
              + at(PREDICATE, between.high());
      case SqlExpr.Case choice -> choice(choice);
      case SqlExpr.Row row ->
          row.elements().size() == 1
              ? "(" + print(row.elements().getFirst()) + ")"
              : "(" + list(row.elements()) + ")";
      case SqlExpr.Opaque opaque -> String.join(" ", opaque.tokens());
      case SqlExpr.Quantified quantified -> throw foreign(quantified);
      case SqlExpr.OfQuery part -> throw foreign(part);
      case SqlExpr.ArrayLiteral array -> throw foreign(array);
      case SqlExpr.RegClass sequence -> SqlNames.quoted(sequence.relation());
    };
  }

  private static IllegalArgumentException foreign(SqlExpr expression) {
    return new IllegalArgumentException("MySQL has no such expression: " + expression);
  }

  static String list(List<SqlExpr> expressions) {
    return expressions.stream().map(ExpressionPrinter::print).collect(Collectors.joining(", "));
  }

  private static String literal(StringLiteral text) {
    return switch (text.prefix()) {
      case "x", "b" -> text.prefix() + "'" + text.value() + "'";
      case "date", "time", "timestamp" ->
          text.prefix().toUpperCase(Locale.ROOT) + Literals.quoted(text.value());
      default -> text.prefix() + Literals.quoted(text.value());
    };
  }

  private static String column(SqlExpr.ColumnRef column) {
    StringBuilder text = new StringBuilder();
    column.qualifiers().forEach(part -> text.append(SqlNames.quoted(part)).append('.'));
    return text.append(SqlNames.quoted(column.column())).toString();
  }

  private static String unary(Unary unary) {
    String operator = unary.operator();
    if (operator.equals("not")) {
      return "NOT " + at(NOT, unary.operand());
    }
    if (operator.startsWith("interval ")) {
      String unit = operator.substring("interval ".length()).toUpperCase(Locale.ROOT);
      return "INTERVAL " + at(SIMPLE, unary.operand()) + " " + unit;
    }
    // Two signs in a row would open a comment.
    return operator + at(ATOM, unary.operand());
  }

  private static String binary(Binary binary) {
    int level = level(binary.operator());
    String word = binary.operator().toUpperCase(Locale.ROOT);
    return switch (binary.operator()) {
      case "like" -> at(PIPE, binary.left()) + " LIKE " + pattern(binary.right());
      case "escape" -> pattern(binary);
      case "->", "->>" -> print(binary.left()) + word + print(binary.right());
      case "member of" ->
          at(PIPE, binary.left()) + " MEMBER OF (" + at(SIMPLE, binary.right()) + ")";
      case "regexp", "sounds like" ->
          at(PIPE, binary.left()) + " " + word + " " + at(PIPE, binary.right());
      default -> at(level, binary.left()) + " " + word + " " + at(level + 1, binary.right());
    };
  }

  private static String pattern(SqlExpr pattern) {
    return pattern instanceof Binary escape && escape.operator().equals("escape")
        ? at(SIMPLE, escape.left()) + " ESCAPE " + at(SIMPLE, escape.right())
        : at(SIMPLE, pattern);
  }

  private static String postfix(Postfix postfix) {
    if (postfix.operator().startsWith("collate ")) {
      // COLLATE binds tighter than a sign.
      return at(ATOM, postfix.operand())
          + " COLLATE "
          + postfix.operator().substring("collate ".length());
    }
    return at(COMPARISON, postfix.operand()) + " " + postfix.operator().toUpperCase(Locale.ROOT);
  }

  private static String choice(SqlExpr.Case choice) {
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

  private static String at(int wanted, SqlExpr expression) {
    String text = print(expression);
    return level(expression) < wanted ? "(" + text + ")" : text;
  }

  private static int level(SqlExpr expression) {
    return switch (expression) {
      case Binary binary -> level(binary.operator());
      case Unary unary -> unary.operator().equals("not") ? NOT : SIMPLE;
      case Postfix postfix -> postfix.operator().startsWith("collate ") ? SIMPLE : COMPARISON;
      case SqlExpr.In in -> PREDICATE;
      case SqlExpr.Between between -> PREDICATE;
      case SqlExpr.Opaque opaque -> OR;
      case SqlExpr.OfQuery part -> ATOM;
      case SqlExpr.NullLiteral leaf -> ATOM;
      case SqlExpr.BooleanLiteral leaf -> ATOM;
      case SqlExpr.NumberLiteral leaf -> ATOM;
      case StringLiteral leaf -> ATOM;
      case SqlExpr.ColumnRef leaf -> ATOM;
      case SqlExpr.FunctionCall call -> ATOM;
      case SqlExpr.Cast cast -> ATOM;
      case SqlExpr.Case choice -> ATOM;
      case SqlExpr.Row row -> ATOM;
      case SqlExpr.RegClass constant -> ATOM;
      case SqlExpr.ArrayLiteral array -> ATOM;
      case SqlExpr.Quantified quantified -> ATOM;
    };
  }

  private static int level(String operator) {
    return switch (operator) {
      case "or" -> OR;
      case "xor" -> XOR;
      case "and" -> AND;
      case "=", "<=>", "<>", "<", "<=", ">", ">=" -> COMPARISON;
      case "like", "regexp", "sounds like", "member of" -> PREDICATE;
      case "|" -> PIPE;
      case "&" -> AMPERSAND;
      case "<<", ">>" -> SHIFT;
      case "+", "-" -> SUM;
      case "*", "/", "%", "div" -> PRODUCT;
      case "^" -> POWER;
      case "->", "->>" -> SIMPLE;
      default -> OR;
    };
  }
}
