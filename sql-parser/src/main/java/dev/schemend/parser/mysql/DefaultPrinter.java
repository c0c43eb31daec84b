package dev.schemend.parser.mysql;

import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.SqlExpr.NumberLiteral;
import dev.schemend.expr.SqlExpr.StringLiteral;
import dev.schemend.type.SqlType;
import dev.schemend.type.SqlType.Builtin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Default values: literals bare, expressions in brackets (manual, 13.6). */
final class DefaultPrinter {

  private static final Set<String> MOMENTS = Set.of("datetime", "timestamp");
  // Literals in brackets only, on MySQL; MariaDB takes both.
  private static final Set<String> LARGE =
      Set.of(
          "tinytext",
          "text",
          "mediumtext",
          "longtext",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob",
          "json",
          "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection");

  private DefaultPrinter() {}

  /** The operand of {@code DEFAULT}; without a type, of {@code SET DEFAULT}. */
  static String print(SqlExpr value, Optional<SqlType> type) {
    String name = type.map(DefaultPrinter::name).orElse("");
    boolean bare =
        (isLiteral(value) && !LARGE.contains(name))
            || (ColumnReader.isNow(value) && MOMENTS.contains(name))
            || isWrittenOut(value)
            || value instanceof SqlExpr.NullLiteral;
    if (!bare) {
      return "(" + ExpressionPrinter.print(value) + ")";
    }
    boolean isBoolean = type.filter(DefaultPrinter::isBoolean).isPresent();
    return isBoolean && value instanceof NumberLiteral(String digits)
        ? truth(digits)
        : ExpressionPrinter.print(value);
  }

  // One token that is a whole text: its author wrote the brackets that it needs.
  private static boolean isWrittenOut(SqlExpr value) {
    return value instanceof SqlExpr.Opaque opaque && opaque.tokens().size() == 1;
  }

  private static String truth(String digits) {
    return switch (digits) {
      case "0" -> "false";
      case "1" -> "true";
      default -> digits;
    };
  }

  private static String name(SqlType type) {
    return type instanceof Builtin builtin ? builtin.name() : "";
  }

  private static boolean isBoolean(SqlType type) {
    return type instanceof Builtin(String name, List<Integer> modifiers)
        && name.equals("tinyint")
        && modifiers.equals(List.of(1));
  }

  private static boolean isLiteral(SqlExpr value) {
    return switch (value) {
      case NumberLiteral number -> true;
      case SqlExpr.BooleanLiteral literal -> true;
      case StringLiteral text ->
          text.prefix().isEmpty() || text.prefix().startsWith("_") || text.prefix().length() == 1;
      case SqlExpr.Unary sign ->
          sign.operator().equals("-") && sign.operand() instanceof NumberLiteral;
      default -> false;
    };
  }
}
