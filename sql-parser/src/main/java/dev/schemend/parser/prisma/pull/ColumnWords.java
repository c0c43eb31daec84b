package dev.schemend.parser.prisma.pull;

import dev.schemend.dialect.SqlFrontend;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.parser.prisma.model.ScalarType;
import dev.schemend.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The type and the default of a column in the words of a schema. */
final class ColumnWords {

  private static final Set<ScalarType> WHOLE = Set.of(ScalarType.INT, ScalarType.BIG_INT);

  private final Vocabulary vocabulary;
  private final SqlFrontend frontend;

  ColumnWords(Vocabulary vocabulary, SqlFrontend frontend) {
    this.vocabulary = vocabulary;
    this.frontend = frontend;
  }

  static SqlType element(Column column) {
    return column.type() instanceof SqlType.ArrayOf array ? array.element() : column.type();
  }

  static boolean isList(Column column) {
    return column.type() instanceof SqlType.ArrayOf;
  }

  Optional<PulledType> type(Column column) {
    return vocabulary.type(element(column));
  }

  /** The type with its arity. */
  String type(Column column, Optional<PulledEnum> enumerated) {
    String word =
        enumerated
            .map(PulledEnum::name)
            .or(() -> type(column).map(type -> type.scalar().word()))
            .orElseGet(() -> "Unsupported(" + Words.quoted(ownWords(element(column))) + ")");
    return word + (isList(column) ? "[]" : column.nullable() ? "?" : "");
  }

  /** The type in the database's own words, without quotes that it does not need. */
  private String ownWords(SqlType type) {
    String printed = frontend.print(type);
    String bare = printed.replaceAll("\"([a-z_][a-z0-9_]*)\"", "$1");
    return frontend.type(bare).equals(frontend.type(printed)) ? bare : printed;
  }

  /** {@code @db.VarChar(20)}, where the scalar type alone does not say it. */
  Optional<String> nativeType(Column column, Optional<PulledEnum> enumerated, String datasource) {
    return enumerated.isPresent()
        ? Optional.empty()
        : type(column)
            .filter(type -> !type.implied())
            .map(type -> "@" + datasource + "." + type.type().toString());
  }

  /**
   * What stands in {@code @default(…)}.
   *
   * @param verbatim whether it is to be the database's own words
   */
  Optional<String> defaultValue(Column column, Optional<PulledEnum> enumerated, boolean verbatim) {
    if (column.generation().filter(Generation.Computed.class::isInstance).isPresent()) {
      // The database fills it, and no schema says with what.
      return Optional.of("dbgenerated()");
    }
    boolean list = isList(column);
    Optional<PulledType> type = enumerated.isPresent() ? Optional.empty() : type(column);
    boolean whole = type.filter(one -> WHOLE.contains(one.scalar())).isPresent();
    if (vocabulary.isCounted(column) && whole && !list) {
      return Optional.of("autoincrement()");
    }
    if (column.defaultValue().isEmpty()) {
      return Optional.empty();
    }
    SqlExpr value = column.defaultValue().get();
    Optional<String> constant =
        verbatim
            ? Optional.empty()
            : list ? list(value, type, enumerated) : single(value, type, enumerated);
    return constant.or(
        () ->
            Optional.of(
                "dbgenerated("
                    + Words.quoted(vocabulary.ownWords(value, frontend.print(value)))
                    + ")"));
  }

  private Optional<String> list(
      SqlExpr value, Optional<PulledType> type, Optional<PulledEnum> enumerated) {
    Optional<List<SqlExpr>> items = vocabulary.items(value);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (SqlExpr item : items.get()) {
      Optional<String> word = constant(item, type, enumerated);
      if (word.isEmpty()) {
        return Optional.empty();
      }
      words.add(word.get());
    }
    return Optional.of("[" + String.join(", ", words) + "]");
  }

  private Optional<String> single(
      SqlExpr value, Optional<PulledType> type, Optional<PulledEnum> enumerated) {
    boolean moment = type.filter(one -> one.scalar() == ScalarType.DATE_TIME).isPresent();
    return moment && vocabulary.isNow(value)
        ? Optional.of("now()")
        : constant(value, type, enumerated);
  }

  private Optional<String> constant(
      SqlExpr value, Optional<PulledType> type, Optional<PulledEnum> enumerated) {
    return enumerated.isPresent()
        ? vocabulary.label(value).flatMap(enumerated.get()::named)
        : type.flatMap(
            one -> vocabulary.constant(value, one).flatMap(text -> constant(text, one.scalar())));
  }

  private static Optional<String> constant(String text, ScalarType scalar) {
    return switch (scalar) {
      case STRING, JSON -> Optional.of(Words.quoted(text));
      case INT -> whole(text, Integer.SIZE);
      case BIG_INT -> whole(text, Long.SIZE);
      case FLOAT, DECIMAL -> number(text);
      case BOOLEAN ->
          switch (text) {
            case "true", "t", "1" -> Optional.of("true");
            case "false", "f", "0" -> Optional.of("false");
            default -> Optional.empty();
          };
      case BYTES ->
          text.matches("\\\\x([0-9a-f]{2})*")
              ? Optional.of(
                  Words.quoted(
                      Base64.getEncoder()
                          .encodeToString(HexFormat.of().parseHex(text.substring(2)))))
              : Optional.empty();
      case DATE_TIME -> Optional.empty();
    };
  }

  private static Optional<String> whole(String text, int bits) {
    return text.matches("-?\\d+") && new BigInteger(text).bitLength() < bits
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<String> number(String text) {
    try {
      return Optional.of(new BigDecimal(text).toPlainString());
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
