package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What only PostgreSQL knows of a view.
 *
 * @param parameters {@code WITH (…)}, {@code check_option} among them; truth values as {@code true}
 *     and {@code false}
 * @param defaults {@code ALTER COLUMN … SET DEFAULT}, by column
 */
public record PostgresViewOptions(
    SortedMap<String, String> parameters, SortedMap<Identifier, SqlExpr> defaults) {

  /** None of them. */
  public static final PostgresViewOptions NONE =
      new PostgresViewOptions(new TreeMap<>(), new TreeMap<>());

  /** Copies the maps. */
  public PostgresViewOptions {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    defaults = Collections.unmodifiableSortedMap(new TreeMap<>(defaults));
  }
}
