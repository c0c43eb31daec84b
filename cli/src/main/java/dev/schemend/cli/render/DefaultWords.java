package dev.schemend.cli.render;

import dev.schemend.dialect.SqlFrontend;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Defaults as Prisma's summaries show them: the debugging form of its {@code DefaultKind}, {@code
 * Some(Value(String("x")))}, {@code Some(Now)}, {@code None}.
 */
final class DefaultWords {

  private static final Set<String> NOW = Set.of("current_timestamp", "now", "localtimestamp");
  private static final String NEXTVAL = "nextval";
  private static final String NONE = "None";

  private final SqlFrontend frontend;

  DefaultWords(SqlFrontend frontend) {
    this.frontend = frontend;
  }

  /** The column's default; one that takes its value from a sequence counts as none. */
  String of(Column column) {
    return column
        .defaultValue()
        .filter(value -> !isNextval(value))
        .flatMap(value -> kind(value, column.type()))
        .map(kind -> "Some(" + kind + ")")
        .orElse(NONE);
  }

  /** Whether rows get ascending numbers, in whichever of the servers' ways. */
  static boolean isAutoincrementing(Column column) {
    return column.defaultValue().filter(DefaultWords::isNextval).isPresent()
        || column.generation().filter(DefaultWords::isCounter).isPresent();
  }

  private static boolean isCounter(Generation generation) {
    return switch (generation) {
      case Generation.Identity identity -> true;
      case Generation.AutoIncrement counter -> true;
      case Generation.Computed computed -> false;
    };
  }

  private static boolean isNextval(SqlExpr value) {
    return value instanceof SqlExpr.FunctionCall call && name(call).equals(NEXTVAL);
  }

  private static String name(SqlExpr.FunctionCall call) {
    return call.name().name().text().toLowerCase(Locale.ROOT);
  }

  private Optional<String> kind(SqlExpr value, SqlType type) {
    return switch (value) {
      case SqlExpr.NullLiteral literal -> Optional.empty();
      case SqlExpr.BooleanLiteral literal -> Optional.of("Value(Boolean(" + literal.value() + "))");
      case SqlExpr.NumberLiteral literal -> Optional.of("Value(" + number(literal, type) + ")");
      case SqlExpr.StringLiteral literal when literal.prefix().isEmpty() ->
          Optional.of("Value(" + (isEnum(type) ? "Enum" : "String") + quoted(literal) + ")");
      case SqlExpr.Cast cast when cast.operand() instanceof SqlExpr.StringLiteral ->
          kind(cast.operand(), type);
      case SqlExpr.FunctionCall call when NOW.contains(name(call)) -> Optional.of("Now");
      case SqlExpr other ->
          Optional.of("DbGenerated(Some(" + escaped(frontend.print(other)) + "))");
    };
  }

  private static String quoted(SqlExpr.StringLiteral literal) {
    return "(" + escaped(literal.value()) + ")";
  }

  private static String escaped(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private static boolean isEnum(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> false;
      case SqlType.UserDefined defined -> true;
      case SqlType.ArrayOf array -> isEnum(array.element());
      case SqlType.InlineEnum inline -> true;
    };
  }

  private static String number(SqlExpr.NumberLiteral literal, SqlType type) {
    if (!literal.digits().chars().allMatch(Character::isDigit)) {
      return "Float(BigDecimal(" + escaped(literal.digits()) + "))";
    }
    if (!(type instanceof SqlType.Builtin builtin)) {
      return "Int(" + literal.digits() + ")";
    }
    // MySQL's Boolean is tinyint(1).
    if (builtin.name().equals("tinyint") && builtin.modifiers().equals(List.of(1))) {
      return "Boolean(" + !literal.digits().equals("0") + ")";
    }
    return (builtin.name().startsWith("bigint") ? "BigInt(" : "Int(") + literal.digits() + ")";
  }
}
