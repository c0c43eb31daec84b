package dev.schemend.parser.prisma.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.name.Identifier;
import dev.schemend.parser.prisma.model.Constants;
import dev.schemend.parser.prisma.model.NativeType;
import dev.schemend.parser.prisma.model.ScalarType;
import dev.schemend.parser.prisma.pull.PulledType;
import dev.schemend.parser.prisma.pull.Vocabulary;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a schema calls PostgreSQL's types and values. */
public final class PostgresVocabulary implements Vocabulary {

  private static final Map<String, String> METHODS =
      Map.of("hash", "Hash", "gin", "Gin", "gist", "Gist", "spgist", "SpGist", "brin", "Brin");

  private static final Set<String> NOW = Set.of("now", "current_timestamp");

  /** Types whose constants Prisma leaves to the database. */
  private static final Set<String> OWN_CONSTANTS = Set.of("Uuid", "Bit", "VarBit", "Money");

  private static final Set<String> MOMENTS = Set.of("Timestamp", "Timestamptz", "Time", "Timetz");

  @Override
  public Optional<PulledType> type(SqlType type) {
    if (type instanceof SqlType.UserDefined user
        && user.name().name().equals(Identifier.of("citext"))) {
      return Optional.of(pulled(PostgresNativeType.CITEXT, List.of(), type));
    }
    return type instanceof SqlType.Builtin builtin
        ? PostgresNativeType.ofSql(builtin.name())
            .filter(own -> own.takes(builtin.modifiers()))
            .map(own -> pulled(own, builtin.modifiers(), type))
        : Optional.empty();
  }

  private static PulledType pulled(PostgresNativeType own, List<Integer> modifiers, SqlType type) {
    List<Integer> shown =
        modifiers.isEmpty() && MOMENTS.contains(own.word()) ? List.of(6) : modifiers;
    return new PulledType(
        own.scalar(),
        new NativeType(own.word(), shown.stream().map(String::valueOf).toList()),
        PostgresShape.byDefault(own.scalar()).equals(type));
  }

  @Override
  public boolean isCounted(Column column) {
    return column.generation().filter(Generation.Identity.class::isInstance).isPresent()
        || column.defaultValue().filter(value -> isCall(value, Set.of("nextval"))).isPresent();
  }

  @Override
  public boolean isNow(SqlExpr value) {
    return isCall(value, NOW);
  }

  private static boolean isCall(SqlExpr value, Set<String> functions) {
    return bare(value) instanceof SqlExpr.FunctionCall call
        && functions.contains(call.name().name().key());
  }

  private static SqlExpr bare(SqlExpr value) {
    SqlExpr bare = value;
    while (bare instanceof SqlExpr.Cast cast) {
      bare = cast.operand();
    }
    return bare;
  }

  @Override
  public Optional<String> constant(SqlExpr value, PulledType type) {
    if (OWN_CONSTANTS.contains(type.type().name())) {
      return Optional.empty();
    }
    Optional<String> text = text(bare(value));
    return type.scalar() == ScalarType.JSON ? text.filter(Constants::isJson) : text;
  }

  private static Optional<String> text(SqlExpr value) {
    return switch (value) {
      case SqlExpr.StringLiteral(String prefix, String text) ->
          prefix.isEmpty() ? Optional.of(text) : Optional.empty();
      case SqlExpr.NumberLiteral(String digits) -> Optional.of(digits);
      case SqlExpr.BooleanLiteral(boolean truth) -> Optional.of(String.valueOf(truth));
      case SqlExpr.Unary(String sign, SqlExpr operand) ->
          sign.equals("-") && bare(operand) instanceof SqlExpr.NumberLiteral(String digits)
              ? Optional.of("-" + digits)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  @Override
  public String ownWords(SqlExpr value, String printed) {
    return printed;
  }

  @Override
  public Optional<String> label(SqlExpr value) {
    return bare(value) instanceof SqlExpr.StringLiteral(String prefix, String label)
            && prefix.isEmpty()
        ? Optional.of(label)
        : Optional.empty();
  }

  @Override
  public Optional<List<SqlExpr>> items(SqlExpr value) {
    return switch (bare(value)) {
      case SqlExpr.ArrayLiteral array -> Optional.of(array.elements());
      case SqlExpr.StringLiteral(String prefix, String text) ->
          prefix.isEmpty() ? plainItems(text) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** <code>{a,b}</code>, as far as nothing in it is quoted or nested (manual, 8.15.2). */
  private static Optional<List<SqlExpr>> plainItems(String text) {
    if (!text.matches("\\{[^{}\"\\\\]*}")) {
      return Optional.empty();
    }
    String inside = text.substring(1, text.length() - 1);
    List<SqlExpr> items = new ArrayList<>();
    for (String item : inside.isBlank() ? new String[0] : inside.split(",", -1)) {
      if (item.strip().equalsIgnoreCase("null")) {
        return Optional.empty();
      }
      items.add(new SqlExpr.StringLiteral("", item.strip()));
    }
    return Optional.of(items);
  }

  @Override
  public Optional<String> indexType(Index index) {
    return Optional.ofNullable(METHODS.get(index.method()));
  }

  @Override
  public String operatorClass(
      String operatorClass, String indexType, Optional<PulledType> field, boolean list) {
    return field
        .flatMap(type -> OperatorClasses.word(operatorClass, indexType, type.type().name(), list))
        .orElse("raw(\"" + operatorClass + "\")");
  }

  @Override
  public boolean namesPrimaryKeys() {
    return true;
  }

  @Override
  public boolean enumsInColumns() {
    return false;
  }

  @Override
  public int longestName() {
    return PostgresConnector.LONGEST_NAME;
  }
}
