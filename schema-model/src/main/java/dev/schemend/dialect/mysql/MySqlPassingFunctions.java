package dev.schemend.dialect.mysql;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Functions whose value passes: with the moment, with who asks, or because they do something. What
 * a table keeps cannot rest on them (MySQL manual, 15.1.20.6 and 15.1.20.8; MariaDB Knowledge Base,
 * "Generated Columns"). Each name was asked of MySQL 8.0.33 and MariaDB 11.4.5, in its canonical
 * spelling.
 */
final class MySqlPassingFunctions {

  /** Defaults may rest on them all the same, but for those of {@link #NO_DEFAULTS} on MySQL. */
  private static final Set<String> OF_THE_MOMENT =
      Set.of(
          "current_timestamp",
          "current_date",
          "current_time",
          "utc_date",
          "utc_time",
          "utc_timestamp",
          "rand",
          "uuid",
          "uuid_short",
          "connection_id",
          "current_user",
          "current_role",
          "user",
          "database",
          "version");

  private static final Set<String> NO_DEFAULTS = Set.of("current_user", "user", "version");

  /** Nothing that is kept may rest on them. */
  private static final Set<String> DOING =
      Set.of(
          "last_insert_id",
          "row_count",
          "found_rows",
          "sleep",
          "benchmark",
          "get_lock",
          "release_lock",
          "release_all_locks",
          "is_free_lock",
          "is_used_lock",
          "load_file",
          "master_pos_wait",
          "source_pos_wait");

  private final boolean mariaDb;

  MySqlPassingFunctions(boolean mariaDb) {
    this.mariaDb = mariaDb;
  }

  /** The first function that a generated column cannot be computed with. */
  Optional<String> inGenerated(SqlExpr expression, boolean stored) {
    // MariaDB computes a value that it does not keep whenever it is asked for.
    return mariaDb && !stored
        ? first(expression, MySqlPassingFunctions::does)
        : first(expression, call -> does(call) || passes(call) || isNamed(call, "sysdate"));
  }

  /** The first function that a check cannot ask. */
  Optional<String> inCheck(SqlExpr expression) {
    return first(
        expression, call -> does(call) || passes(call) || (mariaDb && isNamed(call, "sysdate")));
  }

  /** The first function that a default cannot be. */
  Optional<String> inDefault(SqlExpr expression) {
    return first(expression, call -> does(call) || (!mariaDb && NO_DEFAULTS.contains(name(call))));
  }

  private static boolean does(SqlExpr.FunctionCall call) {
    return DOING.contains(name(call));
  }

  private boolean passes(SqlExpr.FunctionCall call) {
    return OF_THE_MOMENT.contains(name(call))
        || (isNamed(call, "unix_timestamp") && (!mariaDb || call.arguments().isEmpty()));
  }

  private static boolean isNamed(SqlExpr.FunctionCall call, String name) {
    return name(call).equals(name);
  }

  private static String name(SqlExpr.FunctionCall call) {
    return call.name().isQualified() ? "" : call.name().name().key();
  }

  private static Optional<String> first(
      SqlExpr expression, Predicate<SqlExpr.FunctionCall> refused) {
    List<String> found = new ArrayList<>();
    Expressions.visit(
        expression,
        node -> {
          if (node instanceof SqlExpr.FunctionCall call && refused.test(call)) {
            found.add(name(call));
          }
        });
    return found.stream().findFirst();
  }
}
