package dev.schemend.evaluate;

import dev.schemend.name.Identifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an expression of a query stands.
 *
 * @param row the row it is about
 * @param group the rows that an aggregate goes over; empty outside of aggregation
 * @param commons the common table expressions in sight
 * @param outer the query around
 */
record Env(Row row, Optional<List<Row>> group, Map<Identifier, Rows> commons, Optional<Env> outer) {

  /** Outside of any query. */
  static final Env NONE = new Env(Row.EMPTY, Optional.empty(), Map.of(), Optional.empty());

  Env {
    commons = Map.copyOf(commons);
  }

  /** The place of a query inside of this one. */
  Env inner() {
    return new Env(Row.EMPTY, Optional.empty(), commons, Optional.of(this));
  }

  Env at(Row newRow) {
    return new Env(newRow, Optional.empty(), commons, outer);
  }

  Env over(List<Row> rows) {
    return new Env(rows.isEmpty() ? Row.EMPTY : rows.getFirst(), Optional.of(rows), commons, outer);
  }

  Env knowing(Identifier name, Rows rows) {
    Map<Identifier, Rows> more = new HashMap<>(commons);
    more.put(name, rows);
    return new Env(row, group, more, outer);
  }
}
