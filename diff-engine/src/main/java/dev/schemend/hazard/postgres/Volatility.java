package dev.schemend.hazard.postgres;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether an expression may give each row another value (manual, 36.7; catalog {@code pg_proc},
 * provolatile).
 */
final class Volatility {

  /** The server's own volatile functions that defaults are made of. */
  private static final Set<String> VOLATILE =
      Set.of(
          "random",
          "random_normal",
          "setseed",
          "clock_timestamp",
          "timeofday",
          "gen_random_uuid",
          "gen_random_bytes",
          "uuidv4",
          "uuidv7",
          "uuid_generate_v1",
          "uuid_generate_v1mc",
          "uuid_generate_v4",
          "nextval",
          "currval",
          "lastval",
          "setval",
          "pg_sleep",
          "txid_current",
          "pg_current_xact_id",
          "set_config",
          "gen_salt");

  private static final String PG_CATALOG = "pg_catalog";

  /**
   * Whether it may; a function that is neither the server's nor in the schema may be anything, one
   * of the server's that is not in the table is not volatile.
   */
  boolean mayBeVolatile(Schema schema, SqlExpr expression) {
    boolean[] found = new boolean[1];
    Expressions.visit(
        expression,
        node -> {
          if (node instanceof SqlExpr.FunctionCall call) {
            found[0] |= isVolatile(schema, call.name());
          }
          found[0] |= node instanceof SqlExpr.Opaque;
        });
    return found[0];
  }

  private static boolean isVolatile(Schema schema, ObjectName name) {
    if (VOLATILE.contains(name.name().text().toLowerCase(Locale.ROOT))) {
      return true;
    }
    if (!name.isQualified() || name.schema().text().equals(PG_CATALOG)) {
      return false;
    }
    List<Routine> routines = schema.routines(name).toList();
    return routines.isEmpty()
        || routines.stream()
            .map(routine -> routine.attributes().getOrDefault("volatility", "volatile"))
            .anyMatch(volatility -> volatility.equalsIgnoreCase("volatile"));
  }
}
