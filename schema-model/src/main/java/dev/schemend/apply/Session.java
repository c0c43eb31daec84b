package dev.schemend.apply;

import dev.schemend.collect.PersistentSortedMap;
import dev.schemend.name.Identifier;
import dev.schemend.query.Value;
import java.util.List;
import java.util.Objects;

/**
 * The settings of a session that decide what a statement means.
 *
 * @param searchPath where unqualified names are looked for and, in the first, made: PostgreSQL's
 *     {@code search_path} without the implied {@code pg_catalog}; on MySQL the current database
 * @param foreignKeyChecks MySQL's {@code foreign_key_checks}: off, a key may point at nothing
 * @param variables MySQL's {@code @name}, with its sign, and the texts of prepared statements
 */
public record Session(
    List<Identifier> searchPath,
    boolean foreignKeyChecks,
    PersistentSortedMap<String, Value> variables) {

  /** Copies the path. */
  public Session {
    searchPath = List.copyOf(searchPath);
    Objects.requireNonNull(variables, "variables");
  }

  /** A fresh session in one schema. */
  public static Session in(Identifier schema) {
    return new Session(List.of(schema), true, PersistentSortedMap.empty());
  }

  /** This session with another path. */
  public Session withSearchPath(List<Identifier> newPath) {
    return new Session(newPath, foreignKeyChecks, variables);
  }

  /** This session with foreign keys checked, or not. */
  public Session withForeignKeyChecks(boolean on) {
    return new Session(searchPath, on, variables);
  }

  /** This session with one variable changed. */
  public Session withVariable(String name, Value value) {
    return new Session(searchPath, foreignKeyChecks, variables.with(name, value));
  }
}
