package dev.schemend.parser.prisma.mysql;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.parser.prisma.model.NativeType;
import dev.schemend.parser.prisma.model.ScalarType;
import dev.schemend.parser.prisma.pull.PulledType;
import dev.schemend.parser.prisma.pull.Vocabulary;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a schema calls the types and values of MySQL and MariaDB. */
public final class MySqlVocabulary implements Vocabulary {

  /** Constants of these Prisma never writes on MySQL. */
  private static final Set<ScalarType> UNWRITTEN = Set.of(ScalarType.JSON, ScalarType.BYTES);

  @Override
  public Optional<PulledType> type(SqlType type) {
    if (!(type instanceof SqlType.Builtin builtin)) {
      return Optional.empty();
    }
    if (type.equals(MySqlShape.byDefault(ScalarType.BOOLEAN))) {
      return Optional.of(
          new PulledType(ScalarType.BOOLEAN, new NativeType("TinyInt", List.of("1")), true));
    }
    if (builtin.name().equals("bit") && builtin.modifiers().equals(List.of(1))) {
      return Optional.of(
          new PulledType(ScalarType.BOOLEAN, new NativeType("Bit", List.of("1")), false));
    }
    return MySqlNativeType.ofSql(builtin.name())
        .flatMap(
            own ->
                own.arguments(builtin.modifiers())
                    .map(
                        arguments ->
                            new PulledType(
                                own.scalar(),
                                new NativeType(own.word(), arguments),
                                MySqlShape.byDefault(own.scalar()).equals(type))));
  }

  @Override
  public boolean isCounted(Column column) {
    return column.generation().filter(Generation.AutoIncrement.class::isInstance).isPresent();
  }

  @Override
  public boolean isNow(SqlExpr value) {
    return value instanceof SqlExpr.FunctionCall call
        && Set.of("current_timestamp", "now").contains(call.name().name().key());
  }

  @Override
  public Optional<String> constant(SqlExpr value, PulledType type) {
    if (UNWRITTEN.contains(type.scalar()) || type.type().name().equals("Bit")) {
      return Optional.empty();
    }
    return switch (value) {
      case SqlExpr.StringLiteral(String prefix, String text) ->
          prefix.isEmpty() ? Optional.of(text) : Optional.empty();
      case SqlExpr.NumberLiteral(String digits) -> Optional.of(withoutZeros(digits));
      case SqlExpr.BooleanLiteral(boolean truth) -> Optional.of(String.valueOf(truth));
      case SqlExpr.Unary(String sign, SqlExpr.NumberLiteral(String digits)) ->
          sign.equals("-") ? Optional.of("-" + withoutZeros(digits)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The server fills decimals up to their scale. */
  private static String withoutZeros(String digits) {
    return digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits;
  }

  /** What is no literal stands in brackets (manual, 11.6). */
  @Override
  public String ownWords(SqlExpr value, String printed) {
    boolean literal =
        switch (value) {
          case SqlExpr.StringLiteral text -> true;
          case SqlExpr.NumberLiteral number -> true;
          case SqlExpr.BooleanLiteral truth -> true;
          case SqlExpr.NullLiteral nothing -> true;
          case SqlExpr.Unary(String sign, SqlExpr.NumberLiteral number) -> true;
          default -> isNow(value);
        };
    boolean bracketed = printed.startsWith("(") && printed.endsWith(")");
    return (literal || bracketed) ? printed : "(" + printed + ")";
  }

  @Override
  public Optional<String> label(SqlExpr value) {
    return value instanceof SqlExpr.StringLiteral(String prefix, String label) && prefix.isEmpty()
        ? Optional.of(label)
        : Optional.empty();
  }

  @Override
  public Optional<List<SqlExpr>> items(SqlExpr value) {
    return Optional.empty();
  }

  @Override
  public Optional<String> indexType(Index index) {
    return Optional.empty();
  }

  @Override
  public String operatorClass(
      String operatorClass, String indexType, Optional<PulledType> field, boolean list) {
    throw new IllegalArgumentException("there are no operator classes: " + operatorClass);
  }

  @Override
  public boolean namesPrimaryKeys() {
    return false;
  }

  @Override
  public boolean enumsInColumns() {
    return true;
  }

  @Override
  public int longestName() {
    return MySqlConnector.LONGEST_NAME;
  }
}
