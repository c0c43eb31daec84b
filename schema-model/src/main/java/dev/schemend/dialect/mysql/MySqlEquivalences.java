package dev.schemend.dialect.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.SqlExpr.Binary;
import dev.schemend.expr.SqlExpr.BooleanLiteral;
import dev.schemend.expr.SqlExpr.Cast;
import dev.schemend.expr.SqlExpr.ColumnRef;
import dev.schemend.expr.SqlExpr.FunctionCall;
import dev.schemend.expr.SqlExpr.In;
import dev.schemend.expr.SqlExpr.NumberLiteral;
import dev.schemend.expr.SqlExpr.Row;
import dev.schemend.expr.SqlExpr.StringLiteral;
import dev.schemend.expr.SqlExpr.Unary;
import dev.schemend.type.SqlType;
import dev.schemend.type.SqlType.Builtin;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The equivalences that hold at one node whose children are canonical. Each is a step that a server
 * was seen to take when it stored an expression; the table of {@code ServerFormsTest} in sql-parser
 * has the pairs.
 */
final class MySqlEquivalences {

  private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=", "<=>");

  private final List<UnaryOperator<SqlExpr>> rules;

  /**
   * The rules of one flavor.
   *
   * @param inQueries whether the expressions are those of queries, in which columns keep the names
   *     of their tables
   */
  MySqlEquivalences(Flavor flavor, boolean inQueries) {
    this.rules =
        List.of(
            inQueries ? UnaryOperator.identity() : MySqlEquivalences::withoutQualifiers,
            MySqlEquivalences::withoutIntroducer,
            MySqlEquivalences::booleanAsNumber,
            MySqlEquivalences::bitsAsBytes,
            flavor == Flavor.MARIADB ? MySqlEquivalences::bytesAsText : UnaryOperator.identity(),
            MySqlFunctions::canonical,
            flavor == Flavor.MARIADB
                ? MySqlEquivalences::withoutAddedConversion
                : MySqlEquivalences::withoutCharUsing,
            MySqlEquivalences::castType,
            MySqlEquivalences::withoutPlus,
            MySqlEquivalences::singleValue,
            MySqlEquivalences::rowEquality,
            MySqlEquivalences::literalRight,
            MySqlEquivalences::leftToRight,
            inQueries ? MySqlEquivalences::columnsInOrder : UnaryOperator.identity(),
            MySqlConditions::canonical);
  }

  SqlExpr apply(SqlExpr expression) {
    SqlExpr current = expression;
    for (UnaryOperator<SqlExpr> rule : rules) {
      current = rule.apply(current);
    }
    return current;
  }

  // A table's expressions name its own columns alone; both servers drop the qualifiers.
  private static SqlExpr withoutQualifiers(SqlExpr node) {
    return node instanceof ColumnRef column && !column.qualifiers().isEmpty()
        ? new ColumnRef(List.of(), column.column())
        : node;
  }

  // MySQL adds the connection's character set to every literal. _binary changes what it is.
  private static SqlExpr withoutIntroducer(SqlExpr node) {
    return node instanceof StringLiteral text
            && text.prefix().startsWith("_")
            && !text.prefix().equals("_binary")
        ? new StringLiteral("", text.value())
        : node;
  }

  // Manual, 11.1.6: TRUE and FALSE are 1 and 0.
  private static SqlExpr booleanAsNumber(SqlExpr node) {
    return node instanceof BooleanLiteral literal
        ? new NumberLiteral(literal.value() ? "1" : "0")
        : node;
  }

  // Manual, 9.1.5: a bit value is a binary string; both servers print its bytes.
  private static SqlExpr bitsAsBytes(SqlExpr node) {
    if (!(node instanceof StringLiteral literal)) {
      return node;
    }
    if (literal.prefix().equals("b") && !literal.value().isEmpty()) {
      String hex = new BigInteger(literal.value(), 2).toString(16);
      int digits = 2 * ((literal.value().length() + 7) / 8);
      return new StringLiteral("x", "0".repeat(digits - hex.length()) + hex);
    }
    return literal.prefix().equals("x")
        ? new StringLiteral("x", literal.value().toLowerCase(Locale.ROOT))
        : node;
  }

  // MariaDB prints x'4142' as 'AB'.
  private static SqlExpr bytesAsText(SqlExpr node) {
    if (!(node instanceof StringLiteral literal)
        || !literal.prefix().equals("x")
        || literal.value().isEmpty()
        || literal.value().length() % 2 != 0) {
      return node;
    }
    byte[] bytes = HexFormat.of().parseHex(literal.value());
    for (byte each : bytes) {
      if (each < ' ' || each == 0x7f) {
        return node;
      }
    }
    return new StringLiteral("", new String(bytes, StandardCharsets.US_ASCII));
  }

  // MariaDB converts the result of a function whose character set is another than its neighbor's.
  private static SqlExpr withoutAddedConversion(SqlExpr node) {
    return node instanceof FunctionCall call
            && call.name().name().key().startsWith("convert using ")
            && call.arguments().getFirst() instanceof FunctionCall converted
        ? converted
        : node;
  }

  // MySQL forgets the USING of CHAR(n USING set) when it prints.
  private static SqlExpr withoutCharUsing(SqlExpr node) {
    return node instanceof FunctionCall call && call.name().name().key().startsWith("char using ")
        ? MySqlFunctions.call("char", call.arguments())
        : node;
  }

  // CAST(x AS CHAR) takes the connection's character set, which both servers write out.
  private static SqlExpr castType(SqlExpr node) {
    return node instanceof Cast cast && cast.type() instanceof Builtin type
        ? new Cast(cast.operand(), castTarget(type))
        : node;
  }

  private static SqlType castTarget(Builtin type) {
    return switch (type.name()) {
      case "char charset utf8mb4", "char charset utf8mb3", "nchar", "varchar" ->
          new Builtin("char", type.modifiers());
      case "char charset binary" -> new Builtin("binary", type.modifiers());
      case "real" -> new Builtin("double", List.of());
      case "decimal", "dec", "numeric", "fixed" ->
          new Builtin(
              "decimal",
              switch (type.modifiers().size()) {
                case 0 -> List.of(10, 0);
                case 1 -> List.of(type.modifiers().getFirst(), 0);
                default -> type.modifiers();
              });
      case "datetime", "time" ->
          type.modifiers().equals(List.of(0)) ? new Builtin(type.name(), List.of()) : type;
      default -> type;
    };
  }

  private static SqlExpr withoutPlus(SqlExpr node) {
    return node instanceof Unary unary && unary.operator().equals("+") ? unary.operand() : node;
  }

  // a IN (1) is a = 1.
  private static SqlExpr singleValue(SqlExpr node) {
    return node instanceof In in && in.values().size() == 1
        ? new Binary(in.negated() ? "<>" : "=", in.operand(), in.values().getFirst())
        : node;
  }

  // MySQL: (a, b) = (1, 2) is a = 1 AND b = 2, and (a, b) <> (1, 2) is a <> 1 OR b <> 2.
  private static SqlExpr rowEquality(SqlExpr node) {
    if (!(node instanceof Binary(String operator, Row left, Row right))
        || !(operator.equals("=") || operator.equals("<>"))
        || left.elements().size() != right.elements().size()) {
      return node;
    }
    String connective = operator.equals("=") ? "and" : "or";
    SqlExpr all = new Binary(operator, left.elements().getFirst(), right.elements().getFirst());
    for (int i = 1; i < left.elements().size(); i++) {
      SqlExpr next = new Binary(operator, left.elements().get(i), right.elements().get(i));
      all = new Binary(connective, all, next);
    }
    return all;
  }

  // MySQL writes 0 <> a where MariaDB writes a <> 0.
  private static SqlExpr literalRight(SqlExpr node) {
    if (!(node instanceof Binary(String operator, SqlExpr first, SqlExpr second))
        || !COMPARISONS.contains(operator)
        || !isLiteral(first)
        || isLiteral(second)) {
      return node;
    }
    return new Binary(mirrored(operator), second, first);
  }

  // MySQL turns the sides of the conditions that it makes of USING behind a RIGHT JOIN.
  private static SqlExpr columnsInOrder(SqlExpr node) {
    return node instanceof Binary(String operator, ColumnRef first, ColumnRef second)
            && operator.equals("=")
            && first.toString().compareTo(second.toString()) > 0
        ? new Binary(operator, second, first)
        : node;
  }

  private static String mirrored(String comparison) {
    return switch (comparison) {
      case "<" -> ">";
      case "<=" -> ">=";
      case ">" -> "<";
      case ">=" -> "<=";
      default -> comparison;
    };
  }

  static boolean isComparison(String operator) {
    return COMPARISONS.contains(operator);
  }

  static boolean isLiteral(SqlExpr node) {
    return node instanceof NumberLiteral
        || node instanceof StringLiteral
        || node instanceof SqlExpr.NullLiteral
        || (node instanceof Unary sign && sign.operator().equals("-") && isLiteral(sign.operand()));
  }

  // AND and OR are associative, and both servers print chains without brackets.
  private static SqlExpr leftToRight(SqlExpr node) {
    return node instanceof Binary outer
            && (outer.operator().equals("and") || outer.operator().equals("or"))
            && outer.right() instanceof Binary inner
            && inner.operator().equals(outer.operator())
        ? new Binary(
            outer.operator(),
            leftToRight(new Binary(outer.operator(), outer.left(), inner.left())),
            inner.right())
        : node;
  }
}
