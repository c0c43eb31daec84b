package dev.schemend.planning.prisma.postgres;

import dev.schemend.expr.SqlExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arrays written out, in both of their forms: {@code ARRAY['a']} and <code>'{a}'</code>. */
final class ArrayConstants {

  private ArrayConstants() {}

  /** The texts of the elements; empty where the value is no array of plain constants. */
  static Optional<List<String>> elements(SqlExpr value) {
    return switch (value) {
      case SqlExpr.Cast cast -> elements(cast.operand());
      case SqlExpr.ArrayLiteral array -> texts(array.elements());
      case SqlExpr.StringLiteral(String prefix, String text) ->
          prefix.isEmpty() ? plain(text) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<List<String>> texts(List<SqlExpr> elements) {
    List<String> texts = new ArrayList<>();
    for (SqlExpr element : elements) {
      Optional<String> text = text(element);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(texts);
  }

  private static Optional<String> text(SqlExpr value) {
    return switch (value) {
      case SqlExpr.Cast cast -> text(cast.operand());
      case SqlExpr.StringLiteral(String prefix, String text) ->
          prefix.isEmpty() ? Optional.of(text) : Optional.empty();
      case SqlExpr.NumberLiteral(String digits) -> Optional.of(digits);
      case SqlExpr.BooleanLiteral(boolean truth) -> Optional.of(truth ? "t" : "f");
      case SqlExpr.Unary(String sign, SqlExpr operand) -> text(operand).map(one -> sign + one);
      default -> Optional.empty();
    };
  }

  /** As far as nothing in it is quoted or nested (manual, 8.15.2). */
  private static Optional<List<String>> plain(String text) {
    if (!text.matches("\\{[^{}\"\\\\]*}")) {
      return Optional.empty();
    }
    String inside = text.substring(1, text.length() - 1);
    List<String> items = new ArrayList<>();
    for (String item : inside.isBlank() ? new String[0] : inside.split(",", -1)) {
      if (item.strip().equalsIgnoreCase("null")) {
        return Optional.empty();
      }
      items.add(item.strip());
    }
    return Optional.of(items);
  }
}
