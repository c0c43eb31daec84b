package dev.schemend.dialect.mysql;

import dev.schemend.apply.ErrorCode;
import dev.schemend.apply.Rejection;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a server refuses in the definition of one column, whatever table it is for. */
final class MySqlColumnRules {

  private static final String SYNTAX_OR_ACCESS = "42000";
  private static final ErrorCode TOO_BIG_LENGTH = ErrorCode.of(1074, SYNTAX_OR_ACCESS);
  private static final ErrorCode TOO_BIG_SCALE = ErrorCode.of(1425, SYNTAX_OR_ACCESS);
  private static final ErrorCode TOO_BIG_PRECISION = ErrorCode.of(1426, SYNTAX_OR_ACCESS);
  private static final ErrorCode SCALE_ABOVE_PRECISION = ErrorCode.of(1427, SYNTAX_OR_ACCESS);
  private static final ErrorCode DUPLICATED_VALUE = ErrorCode.of(1291, "HY000");
  private static final ErrorCode WRONG_COLUMN = ErrorCode.of(1063, SYNTAX_OR_ACCESS);
  private static final ErrorCode TOO_MANY_COLUMNS = ErrorCode.of(1117, "HY000");
  private static final ErrorCode INVALID_ON_UPDATE = ErrorCode.of(1294, "HY000");

  // Manual, 11.3.1 and 11.1: the largest length, precision and scale.
  private static final int MAXIMUM_CHAR = 255;
  // MAX_FIELDS (manual, "Limits on Table Column Count"); an engine may take fewer.
  private static final int MAXIMUM_COLUMNS = 4096;
  private static final int MAXIMUM_DECIMAL_DIGITS = 65;
  private static final int MAXIMUM_SECOND_DIGITS = 6;

  private static final Set<String> NUMBERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double");
  private static final Set<String> MOMENTS = Set.of("datetime", "timestamp");

  private final MySqlDialect dialect;

  MySqlColumnRules(MySqlDialect dialect) {
    this.dialect = dialect;
  }

  /** Refuses more columns than the server can hold. */
  static void requireRoom(ObjectName table, int columns) {
    if (columns > MAXIMUM_COLUMNS) {
      throw MySqlErrors.invalid(ObjectRef.table(table), "Too many columns", TOO_MANY_COLUMNS);
    }
  }

  /** Refuses {@code written}, which the server would store as {@code stored}. */
  void requireSound(ObjectName table, Column written, Column stored) {
    requireType(table, written);
    requireDefault(table, stored);
    boolean counts =
        stored.generation().filter(Generation.AutoIncrement.class::isInstance).isPresent();
    if (counts && !NUMBERS.contains(base(stored.type()))) {
      throw refuse(table, stored, "incorrect column specifier", WRONG_COLUMN);
    }
    if (stored.mysql().onUpdate().isPresent() && !MOMENTS.contains(base(stored.type()))) {
      throw refuse(table, stored, "invalid ON UPDATE clause", INVALID_ON_UPDATE);
    }
  }

  private static Rejection refuse(ObjectName table, Column column, String reason, ErrorCode code) {
    return MySqlErrors.invalid(ObjectRef.column(table, column.name()), reason, code);
  }

  private static String base(SqlType type) {
    if (!(type instanceof SqlType.Builtin builtin)) {
      return "";
    }
    int space = builtin.name().indexOf(' ');
    return space < 0 ? builtin.name() : builtin.name().substring(0, space);
  }

  private void requireType(ObjectName table, Column written) {
    if (written.type() instanceof SqlType.InlineEnum inline) {
      Set<String> seen = new HashSet<>();
      for (String value : inline.values()) {
        if (!seen.add(value.toLowerCase(Locale.ROOT)) && !isBinary(written)) {
          throw refuse(table, written, "has a duplicated value '" + value + "'", DUPLICATED_VALUE);
        }
      }
      return;
    }
    if (!(written.type() instanceof SqlType.Builtin type) || type.modifiers().isEmpty()) {
      return;
    }
    String name = base(dialect.types().canonical(type));
    int first = type.modifiers().getFirst();
    int second = type.modifiers().size() < 2 ? 0 : type.modifiers().get(1);
    Optional<ErrorCode> refusal =
        switch (name) {
          case "char", "binary" -> when(first > MAXIMUM_CHAR, TOO_BIG_LENGTH);
          case "decimal" -> decimal(first, second);
          case "datetime", "timestamp", "time" ->
              when(first > MAXIMUM_SECOND_DIGITS, TOO_BIG_PRECISION);
          default -> Optional.empty();
        };
    if (refusal.isPresent()) {
      throw refuse(table, written, "a length or precision of its type is too big", refusal.get());
    }
  }

  // Values that differ in case only are two where bytes are compared.
  private static boolean isBinary(Column column) {
    return column.collation().filter(name -> name.endsWith("_bin")).isPresent();
  }

  private static Optional<ErrorCode> when(boolean refused, ErrorCode code) {
    return refused ? Optional.of(code) : Optional.empty();
  }

  private static Optional<ErrorCode> decimal(int precision, int scale) {
    // DECIMAL_MAX_SCALE is 30 on MySQL and 38 on MariaDB; between them neither is sure.
    if (scale > 38) {
      return Optional.of(TOO_BIG_SCALE);
    }
    return precision > MAXIMUM_DECIMAL_DIGITS
        ? Optional.of(TOO_BIG_PRECISION)
        : when(scale > precision, SCALE_ABOVE_PRECISION);
  }

  private static void requireDefault(ObjectName table, Column stored) {
    boolean counts =
        stored.generation().filter(Generation.AutoIncrement.class::isInstance).isPresent();
    if (counts && stored.defaultValue().isPresent()) {
      throw refuse(table, stored, "invalid default value", MySqlErrors.INVALID_DEFAULT);
    }
    stored.defaultValue().ifPresent(value -> requireFits(table, stored, value));
  }

  /** Refuses a default that is no value of its column's type. */
  static void requireFits(ObjectName table, Column column, SqlExpr value) {
    boolean fits =
        switch (value) {
          // What is a number is a number literal in the canonical form.
          case SqlExpr.StringLiteral text ->
              !(NUMBERS.contains(base(column.type())) && MySqlDefaults.isText(text))
                  && !(column.type() instanceof SqlType.InlineEnum inline
                      && inline.kind() == SqlType.InlineEnum.Kind.ENUM
                      && !inline.values().contains(text.value()))
                  && !(isMoment(column.type())
                      && text.value().chars().noneMatch(Character::isDigit));
          default -> true;
        };
    if (!fits) {
      throw refuse(table, column, "invalid default value", MySqlErrors.INVALID_DEFAULT);
    }
  }

  private static boolean isMoment(SqlType type) {
    return MOMENTS.contains(base(type)) || base(type).equals("date");
  }
}
