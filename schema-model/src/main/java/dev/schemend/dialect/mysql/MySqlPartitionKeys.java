package dev.schemend.dialect.mysql;

import dev.schemend.apply.ErrorCode;
import dev.schemend.apply.Rejection;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.MySqlPartitioning.Scheme;
import dev.schemend.model.Table;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may decide where a row goes (manual, 26.6.3 "Partitioning Limitations Relating to
 * Functions"). MariaDB asks the same of the expressions of generated columns that decide ({@code
 * Item_field::check_valid_arguments_processor}); MySQL does not.
 */
final class MySqlPartitionKeys {

  private static final String GENERAL = "HY000";
  private static final ErrorCode BLOB_FIELD = ErrorCode.of(1502, GENERAL);
  private static final ErrorCode WRONG_TYPE = ErrorCode.of(1659, GENERAL);
  private static final ErrorCode WRONG_FUNCTION = ErrorCode.of(1564, GENERAL);
  private static final ErrorCode WRONG_EXPRESSION = ErrorCode.of(1486, GENERAL);

  private static final String INLINE_ENUM = "enum";
  private static final String TIMESTAMP = "timestamp";

  /** Ends of the names of types by which no rows are parted (manual, 26.6). */
  private static final List<String> NEVER = List.of("text", "blob", "json");

  /** Types that are no integers, so that only functions of them are. */
  private static final Set<String> NOT_COUNTED =
      Set.of(
          "char",
          "varchar",
          "binary",
          "varbinary",
          "date",
          "datetime",
          TIMESTAMP,
          "time",
          "float",
          "double",
          INLINE_ENUM);

  private static final Set<String> SIGNS = Set.of("+", "-");
  private static final Set<String> OPERATORS = Set.of("+", "-", "*", "div", "%");

  /** Of which types one of the columns among a function's arguments must be. */
  private enum Wants {
    ANYTHING,
    DATES,
    TIMES,
    BOTH,
    TIMESTAMPS,
    /** It depends on a setting, whatever it is given. */
    NEVER_SERVED;

    boolean servedBy(List<String> given) {
      return this == ANYTHING || given.stream().anyMatch(types()::contains);
    }

    private Set<String> types() {
      return switch (this) {
        case ANYTHING, NEVER_SERVED -> Set.of();
        case DATES -> Set.of("date", "datetime");
        case TIMES -> Set.of("time", "datetime");
        case BOTH -> Set.of("datetime");
        case TIMESTAMPS -> Set.of(TIMESTAMP);
      };
    }
  }

  /**
   * The functions that are allowed, in the canonical form: {@code check_partition_func_processor}
   * and {@code check_valid_arguments_processor} in the servers' {@code item_func.h} and {@code
   * item_timefunc.h}.
   */
  private static final Map<String, Wants> FUNCTIONS =
      Map.ofEntries(
          Map.entry("abs", Wants.ANYTHING),
          Map.entry("ceiling", Wants.ANYTHING),
          Map.entry("floor", Wants.ANYTHING),
          Map.entry("from_days", Wants.ANYTHING),
          Map.entry("dayofmonth", Wants.DATES),
          Map.entry("dayofweek", Wants.DATES),
          Map.entry("dayofyear", Wants.DATES),
          Map.entry("month", Wants.DATES),
          Map.entry("quarter", Wants.DATES),
          Map.entry("to_days", Wants.DATES),
          Map.entry("to_seconds", Wants.DATES),
          Map.entry("weekday", Wants.DATES),
          Map.entry("year", Wants.DATES),
          Map.entry("yearweek", Wants.DATES),
          Map.entry("hour", Wants.TIMES),
          Map.entry("microsecond", Wants.TIMES),
          Map.entry("minute", Wants.TIMES),
          Map.entry("second", Wants.TIMES),
          Map.entry("time_to_sec", Wants.TIMES),
          Map.entry("unix_timestamp", Wants.TIMESTAMPS),
          Map.entry("extract year", Wants.DATES),
          Map.entry("extract year_month", Wants.DATES),
          Map.entry("extract quarter", Wants.DATES),
          Map.entry("extract month", Wants.DATES),
          Map.entry("extract day", Wants.DATES),
          Map.entry("extract day_hour", Wants.BOTH),
          Map.entry("extract day_minute", Wants.BOTH),
          Map.entry("extract day_second", Wants.BOTH),
          Map.entry("extract day_microsecond", Wants.BOTH),
          Map.entry("extract hour", Wants.TIMES),
          Map.entry("extract hour_minute", Wants.TIMES),
          Map.entry("extract hour_second", Wants.TIMES),
          Map.entry("extract hour_microsecond", Wants.TIMES),
          Map.entry("extract minute", Wants.TIMES),
          Map.entry("extract minute_second", Wants.TIMES),
          Map.entry("extract minute_microsecond", Wants.TIMES),
          Map.entry("extract second", Wants.TIMES),
          Map.entry("extract second_microsecond", Wants.TIMES),
          Map.entry("extract microsecond", Wants.TIMES),
          Map.entry("extract week", Wants.NEVER_SERVED));

  private final Table table;
  private final boolean mariaDb;

  MySqlPartitionKeys(Table table, boolean mariaDb) {
    this.table = table;
    this.mariaDb = mariaDb;
  }

  /** Refuses a scheme whose keys the server does not take. */
  void requireServed(Scheme scheme) {
    boolean counts =
        switch (scheme.method()) {
          case RANGE, LIST, HASH -> true;
          case RANGE_COLUMNS, LIST_COLUMNS, KEY, SYSTEM_TIME -> false;
        };
    for (SqlExpr key : scheme.keys()) {
      if (key instanceof SqlExpr.ColumnRef reference) {
        requireType(type(reference), counts);
      }
      if (counts) {
        requireAllowed(key, WRONG_FUNCTION);
      }
    }
  }

  private void requireType(String type, boolean counts) {
    if (NEVER.stream().anyMatch(type::endsWith)) {
      throw refuse("a column without bounds cannot decide on partitions", BLOB_FIELD);
    }
    if (counts && (NOT_COUNTED.contains(type) || (type.equals("decimal") && !mariaDb))) {
      throw refuse("its partitions need a column of integers", WRONG_TYPE);
    }
  }

  private void requireAllowed(SqlExpr expression, ErrorCode otherwise) {
    Expressions.visit(
        expression,
        node -> {
          if (!isAllowed(node)) {
            throw refuse("no such expression may decide on partitions", otherwise);
          }
        });
    Expressions.visit(
        expression,
        node -> {
          if (!hasFittingArguments(node)) {
            throw refuse(
                "its partitions need a function of columns of the type that it takes apart, and"
                    + " nothing that depends on the time zone",
                WRONG_EXPRESSION);
          }
        });
    if (mariaDb) {
      Expressions.visit(
          expression,
          node -> computed(node).ifPresent(behind -> requireAllowed(behind, WRONG_EXPRESSION)));
    }
  }

  private Optional<SqlExpr> computed(SqlExpr node) {
    return column(node)
        .flatMap(Column::generation)
        .flatMap(
            generation ->
                generation instanceof Generation.Computed computed
                    ? Optional.of(computed.expression())
                    : Optional.empty());
  }

  private static boolean isAllowed(SqlExpr node) {
    return switch (node) {
      case SqlExpr.ColumnRef column -> true;
      case SqlExpr.NullLiteral nothing -> true;
      case SqlExpr.BooleanLiteral truth -> true;
      case SqlExpr.NumberLiteral number -> true;
      case SqlExpr.StringLiteral text -> true;
      // Not known, so that only the server can tell.
      case SqlExpr.Opaque opaque -> true;
      case SqlExpr.Unary unary -> SIGNS.contains(unary.operator());
      case SqlExpr.Binary binary -> OPERATORS.contains(binary.operator());
      case SqlExpr.FunctionCall call -> FUNCTIONS.containsKey(name(call));
      case SqlExpr.Cast cast -> false;
      case SqlExpr.Postfix test -> false;
      case SqlExpr.In in -> false;
      case SqlExpr.Between between -> false;
      case SqlExpr.Quantified quantified -> false;
      case SqlExpr.Case branches -> false;
      case SqlExpr.ArrayLiteral array -> false;
      case SqlExpr.Row row -> false;
      case SqlExpr.RegClass relation -> false;
      case SqlExpr.OfQuery query -> false;
    };
  }

  private boolean hasFittingArguments(SqlExpr node) {
    Wants wants =
        node instanceof SqlExpr.FunctionCall call
            ? FUNCTIONS.getOrDefault(name(call), Wants.ANYTHING)
            : Wants.ANYTHING;
    List<String> given = operands(node).stream().map(this::type).toList();
    return wants.servedBy(given) && (wants == Wants.TIMESTAMPS || !given.contains(TIMESTAMP));
  }

  private static List<SqlExpr> operands(SqlExpr node) {
    if (node instanceof SqlExpr.FunctionCall call) {
      return call.arguments();
    }
    if (node instanceof SqlExpr.Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    return node instanceof SqlExpr.Unary unary ? List.of(unary.operand()) : List.of();
  }

  private static String name(SqlExpr.FunctionCall call) {
    return call.name().isQualified() ? "" : call.name().name().key();
  }

  private Optional<Column> column(SqlExpr node) {
    return node instanceof SqlExpr.ColumnRef reference
        ? table.column(reference.column())
        : Optional.empty();
  }

  private String type(SqlExpr node) {
    return column(node)
        .map(one -> one.type() instanceof SqlType.Builtin builtin ? builtin.name() : INLINE_ENUM)
        .orElse("");
  }

  private Rejection refuse(String reason, ErrorCode code) {
    return MySqlErrors.invalid(table.ref(), reason, code);
  }
}
