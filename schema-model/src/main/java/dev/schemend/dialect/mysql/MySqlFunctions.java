package dev.schemend.dialect.mysql;

import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.SqlExpr.Binary;
import dev.schemend.expr.SqlExpr.Cast;
import dev.schemend.expr.SqlExpr.FunctionCall;
import dev.schemend.expr.SqlExpr.NumberLiteral;
import dev.schemend.expr.SqlExpr.Postfix;
import dev.schemend.expr.SqlExpr.Unary;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Functions that are other functions, or operators, under another name (manual, chapter 14). */
final class MySqlFunctions {

  private static final String NOW = "current_timestamp";

  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("lcase", "lower"),
          Map.entry("ucase", "upper"),
          Map.entry("substring", "substr"),
          Map.entry("mid", "substr"),
          Map.entry("octet_length", "length"),
          Map.entry("character_length", "char_length"),
          Map.entry("power", "pow"),
          Map.entry("ceil", "ceiling"),
          Map.entry("now", NOW),
          Map.entry("localtime", NOW),
          Map.entry("localtimestamp", NOW),
          Map.entry("curdate", "current_date"),
          Map.entry("curtime", "current_time"),
          Map.entry("day", "dayofmonth"),
          Map.entry("schema", "database"),
          Map.entry("session_user", "user"),
          Map.entry("system_user", "user"),
          Map.entry("sha1", "sha"),
          Map.entry("json_append", "json_array_append"));

  // Written with or without brackets.
  private static final Set<String> BRACKETS_OPTIONAL =
      Set.of(
          "current_date", "current_time", "utc_date", "utc_time", "utc_timestamp", "current_user");

  private MySqlFunctions() {}

  /** A call of a built-in function. */
  static FunctionCall call(String name, List<SqlExpr> arguments) {
    return new FunctionCall(ObjectName.unqualified(Identifier.of(name)), arguments, true);
  }

  /** {@code CURRENT_TIMESTAMP} as the canonical form has it: without brackets where empty. */
  static FunctionCall now(List<SqlExpr> precision) {
    List<SqlExpr> kept = precision.equals(List.of(new NumberLiteral("0"))) ? List.of() : precision;
    return new FunctionCall(ObjectName.unqualified(Identifier.of(NOW)), kept, !kept.isEmpty());
  }

  static boolean isNow(SqlExpr node) {
    return node instanceof FunctionCall call
        && !call.name().isQualified()
        && SYNONYMS.getOrDefault(call.name().name().key(), call.name().name().key()).equals(NOW);
  }

  static SqlExpr canonical(SqlExpr node) {
    if (node instanceof Binary path && path.operator().startsWith("->")) {
      SqlExpr extracted = call("json_extract", List.of(path.left(), path.right()));
      return path.operator().equals("->") ? extracted : call("json_unquote", List.of(extracted));
    }
    if (node instanceof Binary alike && alike.operator().equals("sounds like")) {
      return new Binary(
          "=", call("soundex", List.of(alike.left())), call("soundex", List.of(alike.right())));
    }
    if (node instanceof SqlExpr.Invocation over
        && canonical(over.call()) instanceof FunctionCall call) {
      return new SqlExpr.Invocation(
          call,
          over.distinct(),
          over.variadic(),
          over.orderBy(),
          over.withinGroup(),
          over.filter(),
          over.over());
    }
    return node instanceof FunctionCall call && !call.name().isQualified() ? canonical(call) : node;
  }

  private static SqlExpr canonical(FunctionCall call) {
    String written = call.name().name().key();
    String name = SYNONYMS.getOrDefault(written, written);
    List<SqlExpr> arguments = call.arguments();
    return switch (arguments.size()) {
      case 1 -> unary(call, name, arguments.getFirst());
      case 2 -> binary(call, name, arguments.get(0), arguments.get(1));
      default -> renamed(call, name);
    };
  }

  private static SqlExpr unary(FunctionCall call, String name, SqlExpr argument) {
    return switch (name) {
      case "isnull" -> new Postfix(argument, "is null");
      case "date" -> new Cast(argument, SqlType.builtin("date"));
      case "trim both" -> call("trim", List.of(argument));
      // Manual, 14.20.1: one row away where nothing is said; MariaDB prints that.
      case "lead", "lag" -> call(name, List.of(argument, new NumberLiteral("1")));
      default -> renamed(call, name);
    };
  }

  private static SqlExpr binary(FunctionCall call, String name, SqlExpr first, SqlExpr second) {
    if (name.startsWith("timestampadd ")) {
      String unit = name.substring("timestampadd ".length());
      return new Binary("+", second, new Unary("interval " + unit, first));
    }
    return switch (name) {
      case "mod" -> new Binary("%", first, second);
      case "instr" -> call("locate", List.of(second, first));
      case "regexp_like" -> new Binary("regexp", first, second);
      case "datediff" ->
          new Binary("-", call("to_days", List.of(first)), call("to_days", List.of(second)));
      case "adddate" -> new Binary("+", first, new Unary("interval day", second));
      case "subdate" -> new Binary("-", first, new Unary("interval day", second));
      default -> renamed(call, name);
    };
  }

  private static SqlExpr renamed(FunctionCall call, String name) {
    if (name.equals(NOW)) {
      return now(call.arguments());
    }
    boolean brackets = call.parenthesized() || BRACKETS_OPTIONAL.contains(name);
    return new FunctionCall(
        ObjectName.unqualified(Identifier.of(name)), call.arguments(), brackets);
  }
}
