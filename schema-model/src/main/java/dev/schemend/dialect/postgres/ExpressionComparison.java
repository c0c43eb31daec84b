package dev.schemend.dialect.postgres;

import dev.schemend.expr.Equivalence;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two canonical forms mean the same. Equal forms do; forms that are understood and differ
 * in more than casts do not; everything else is not decided.
 */
final class ExpressionComparison {

  // Types whose input has many spellings of one value, which only the server knows all of.
  private static final Set<String> MANY_SPELLINGS =
      Set.of(
          "interval",
          "date",
          "time without time zone",
          "time with time zone",
          "timestamp without time zone",
          "timestamp with time zone",
          "json",
          "jsonb",
          "jsonpath",
          "xml",
          "inet",
          "cidr",
          "macaddr",
          "macaddr8",
          "money",
          "bytea",
          "point",
          "box",
          "circle",
          "path",
          "polygon",
          "tsvector",
          "tsquery",
          "regclass",
          "regconfig");

  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}([ T].*)?");

  /** As the server writes days, and moments without a zone. */
  private static final Pattern PLAIN_MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d( \\d\\d:\\d\\d:\\d\\d)?");

  private ExpressionComparison() {}

  static Equivalence compare(SqlExpr left, SqlExpr right) {
    if (left.equals(right)) {
      return Equivalence.EQUAL;
    }
    return compareTrees(QueryTree.of(left), QueryTree.of(right));
  }

  /** The same of expressions in which queries have become calls. */
  static Equivalence compareTrees(SqlExpr left, SqlExpr right) {
    if (left.equals(right)) {
      return Equivalence.EQUAL;
    }
    return holdsOpaque(left) || holdsOpaque(right) ? Equivalence.UNPROVEN : structural(left, right);
  }

  private static boolean holdsOpaque(SqlExpr expression) {
    boolean[] found = {false};
    Expressions.visit(expression, node -> found[0] |= node instanceof SqlExpr.Opaque);
    return found[0];
  }

  private static Equivalence structural(SqlExpr left, SqlExpr right) {
    if (left.equals(right)) {
      return Equivalence.EQUAL;
    }
    if (isDoubtful(left, right)) {
      return Equivalence.UNPROVEN;
    }
    if (left instanceof SqlExpr.Cast one && right instanceof SqlExpr.Cast other) {
      return casts(one, other);
    }
    if (left instanceof SqlExpr.Cast cast) {
      return onlyOneCast(cast, right);
    }
    if (right instanceof SqlExpr.Cast cast) {
      return onlyOneCast(cast, left);
    }
    if (isLiteral(left) && isLiteral(right)) {
      return literals(left, right);
    }
    List<SqlExpr> ours = children(left);
    List<SqlExpr> theirs = children(right);
    if (ours.isEmpty() || ours.size() != theirs.size() || !shell(left).equals(shell(right))) {
      return Equivalence.DIFFERENT;
    }
    Equivalence all = Equivalence.EQUAL;
    for (int i = 0; i < ours.size(); i++) {
      all = all.and(structural(ours.get(i), theirs.get(i)));
    }
    return all;
  }

  // A column whose rows could not be told, a star that could not be spelled out.
  private static boolean isDoubtful(SqlExpr left, SqlExpr right) {
    if (left instanceof SqlExpr.ColumnRef one && right instanceof SqlExpr.ColumnRef other) {
      return one.column().equals(other.column())
          && one.qualifiers().isEmpty() != other.qualifiers().isEmpty();
    }
    return isStarItem(left) || isStarItem(right) || isNameless(left) != isNameless(right);
  }

  // Columns of a function that only the server knows.
  private static boolean isNameless(SqlExpr node) {
    return node instanceof SqlExpr.FunctionCall columns
        && columns.name().name().key().equals("#outputs []");
  }

  private static boolean isStarItem(SqlExpr node) {
    return node instanceof SqlExpr.FunctionCall items
        && items.name().name().key().equals("#items")
        && items.arguments().stream()
            .anyMatch(
                item ->
                    item instanceof SqlExpr.FunctionCall named
                        && (named.arguments().getFirst() instanceof SqlExpr.Star
                            || QueryForm.isFields(named.arguments().getFirst())));
  }

  private static boolean isLiteral(SqlExpr expression) {
    return expression instanceof SqlExpr.StringLiteral
        || expression instanceof SqlExpr.NumberLiteral
        || expression instanceof SqlExpr.BooleanLiteral;
  }

  // A string of unknown type may be a spelling of the other value: 't' and true, '{"a":1}' and
  // '{"a": 1}'.
  private static Equivalence literals(SqlExpr left, SqlExpr right) {
    if (!(left instanceof SqlExpr.StringLiteral one)
        || !(right instanceof SqlExpr.StringLiteral other)) {
      boolean string =
          left instanceof SqlExpr.StringLiteral || right instanceof SqlExpr.StringLiteral;
      return string ? Equivalence.UNPROVEN : Equivalence.DIFFERENT;
    }
    boolean alike = one.value().replace(" ", "").equalsIgnoreCase(other.value().replace(" ", ""));
    return alike || maybeOneMoment(one.value(), other.value())
        ? Equivalence.UNPROVEN
        : Equivalence.DIFFERENT;
  }

  // Which zone a moment is in, and the day without its time, the server adds: 8.5.1.3.
  private static boolean maybeOneMoment(String one, String other) {
    boolean moments = MOMENT.matcher(one).matches() && MOMENT.matcher(other).matches();
    boolean sameForm = one.length() == other.length();
    boolean plain = PLAIN_MOMENT.matcher(one).matches() && PLAIN_MOMENT.matcher(other).matches();
    return moments && !(plain && sameForm);
  }

  private static Equivalence casts(SqlExpr.Cast one, SqlExpr.Cast other) {
    if (!one.type().equals(other.type())) {
      // One of them may have been cast once more.
      boolean again =
          structural(one.operand(), other) != Equivalence.DIFFERENT
              || structural(one, other.operand()) != Equivalence.DIFFERENT;
      boolean nested =
          one.operand() instanceof SqlExpr.Cast != other.operand() instanceof SqlExpr.Cast;
      if (nested && again) {
        return Equivalence.UNPROVEN;
      }
      return sameName(one.type(), other.type())
          ? Equivalence.UNPROVEN.and(structural(one.operand(), other.operand()))
          : Equivalence.DIFFERENT;
    }
    boolean spellings =
        one.operand() instanceof SqlExpr.StringLiteral
            && other.operand() instanceof SqlExpr.StringLiteral
            && hasManySpellings(one.type())
            && !(isSettled(one) && isSettled(other));
    return spellings ? Equivalence.UNPROVEN : structural(one.operand(), other.operand());
  }

  private static boolean isSettled(SqlExpr.Cast cast) {
    return cast.operand() instanceof SqlExpr.StringLiteral literal
        && Literals.isSettled(literal.value(), cast.type());
  }

  // One of them may lack the schema: the search path decides whether they are one type.
  private static boolean sameName(SqlType one, SqlType other) {
    return one instanceof SqlType.UserDefined left
        && other instanceof SqlType.UserDefined right
        && left.name().name().equals(right.name().name())
        && left.name().isQualified() != right.name().isQualified();
  }

  private static boolean hasManySpellings(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin ->
          MANY_SPELLINGS.contains(builtin.name()) || builtin.name().startsWith("interval");
      case SqlType.ArrayOf array -> true;
      case SqlType.UserDefined user -> false;
      case SqlType.InlineEnum inline -> false;
    };
  }

  // The server may have added the cast, or the author may have meant it.
  private static Equivalence onlyOneCast(SqlExpr.Cast cast, SqlExpr bare) {
    boolean spellings =
        cast.operand() instanceof SqlExpr.StringLiteral
            && bare instanceof SqlExpr.StringLiteral
            && hasManySpellings(cast.type());
    return spellings
        ? Equivalence.UNPROVEN
        : Equivalence.UNPROVEN.and(structural(cast.operand(), bare));
  }

  private static List<SqlExpr> children(SqlExpr expression) {
    List<SqlExpr> children = new ArrayList<>();
    Expressions.mapChildren(
        expression,
        child -> {
          children.add(child);
          return child;
        });
    return children;
  }

  /** The node with all its children blotted out: kind, operator and shape. */
  private static SqlExpr shell(SqlExpr expression) {
    return Expressions.mapChildren(expression, child -> new SqlExpr.NullLiteral());
  }
}
