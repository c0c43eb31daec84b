package dev.schemend.cli.render;

import dev.schemend.dialect.SqlFrontend;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.type.SqlType;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Defaults as Prisma's summaries show them: the debugging form of its {@code DefaultKind}, {@code
 * Some(Value(String("x")))}, {@code Some(Now)}, {@code None}.
 */
final class DefaultWords {

  private static final Set<String> NOW = Set.of("current_timestamp", "now", "localtimestamp");
  private static final Set<String> APPROXIMATE =
      Set.of("real", "double precision", "numeric", "decimal", "double", "float");
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
    if (value instanceof SqlExpr.NullLiteral) {
      return Optional.empty();
    }
    if (value instanceof SqlExpr.FunctionCall call && NOW.contains(name(call))) {
      return Optional.of("Now");
    }
    return Optional.of(
        constant(value, type)
            .map(constant -> "Value(" + constant + ")")
            .orElseGet(() -> "DbGenerated(Some(" + escaped(frontend.print(value)) + "))"));
  }

  /** The debugging form of Prisma's {@code PrismaValue}; empty for what is no constant. */
  private static Optional<String> constant(SqlExpr value, SqlType type) {
    return switch (value) {
      case SqlExpr.BooleanLiteral literal -> Optional.of("Boolean(" + literal.value() + ")");
      case SqlExpr.NumberLiteral literal -> Optional.of(number(literal.digits(), type));
      case SqlExpr.Unary(String sign, SqlExpr.NumberLiteral literal) when sign.equals("-") ->
          Optional.of(number("-" + literal.digits(), type));
      case SqlExpr.StringLiteral literal when literal.prefix().isEmpty() ->
          Optional.of(text(literal, type));
      case SqlExpr.Cast cast when cast.operand() instanceof SqlExpr.StringLiteral ->
          constant(cast.operand(), type);
      case SqlExpr.Cast cast when cast.operand() instanceof SqlExpr.ArrayLiteral ->
          constant(cast.operand(), type);
      case SqlExpr.ArrayLiteral array when type instanceof SqlType.ArrayOf list -> {
        List<Optional<String>> elements =
            array.elements().stream().map(one -> constant(one, list.element())).toList();
        yield elements.stream().allMatch(Optional::isPresent)
            ? Optional.of(
                "List(["
                    + elements.stream().map(Optional::get).collect(Collectors.joining(", "))
                    + "])")
            : Optional.empty();
      }
      case SqlExpr other -> Optional.empty();
    };
  }

  private static String text(SqlExpr.StringLiteral literal, SqlType type) {
    if (isEnum(type)) {
      return "Enum" + quoted(literal);
    }
    String name = type instanceof SqlType.Builtin builtin ? builtin.name() : "";
    if (name.equals("bytea") && literal.value().startsWith("\\x")) {
      byte[] bytes = HexFormat.of().parseHex(literal.value().substring(2));
      return "Bytes("
          + IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xff).boxed().toList()
          + ")";
    }
    return (name.startsWith("json") ? "Json" : "String") + quoted(literal);
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

  private static String number(String digits, SqlType type) {
    String name = type instanceof SqlType.Builtin builtin ? builtin.name() : "";
    if (APPROXIMATE.contains(name) || !digits.matches("-?[0-9]+")) {
      return "Float(BigDecimal(" + escaped(digits) + "))";
    }
    // MySQL's Boolean is tinyint(1).
    if (type instanceof SqlType.Builtin builtin
        && builtin.name().equals("tinyint")
        && builtin.modifiers().equals(List.of(1))) {
      return "Boolean(" + !digits.equals("0") + ")";
    }
    return (name.startsWith("bigint") ? "BigInt(" : "Int(") + digits + ")";
  }
}
