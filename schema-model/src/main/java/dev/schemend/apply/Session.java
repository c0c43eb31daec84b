package dev.schemend.apply;

import dev.schemend.collect.PersistentSortedMap;
import dev.schemend.name.Identifier;
import dev.schemend.query.Value;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings of a session that decide what a statement means.
 *
 * @param searchPath where unqualified names are looked for and, in the first, made: PostgreSQL's
 *     {@code search_path} without the implied {@code pg_catalog}; on MySQL the current database
 * @param variables system variables that the session has set, by lower-case name; what is not in it
 *     has the server's default
 * @param userVariables MySQL's {@code @name}, with its sign, and the texts of prepared statements
 * @param withoutRows the same as they are where tables that nothing was written to hold no rows
 */
public record Session(
    List<Identifier> searchPath,
    SortedMap<String, String> variables,
    PersistentSortedMap<String, Value> userVariables,
    PersistentSortedMap<String, Value> withoutRows) {

  // Of no server's own variables: none has a name with a blank.
  private static final String CLOCK = "the clock";
  private static final String SEARCH_PATH = "search_path";
  private static final String FOREIGN_KEY_CHECKS = "foreign_key_checks";
  private static final String ON = "1";
  private static final String OFF = "0";

  /** Copies path and variables. */
  public Session {
    searchPath = List.copyOf(searchPath);
    variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    Objects.requireNonNull(userVariables, "userVariables");
    Objects.requireNonNull(withoutRows, "withoutRows");
  }

  /** A fresh session in one schema. */
  public static Session in(Identifier schema) {
    return new Session(
        List.of(schema), new TreeMap<>(), PersistentSortedMap.empty(), PersistentSortedMap.empty());
  }

  /**
   * This session with another path.
   *
   * @param written all of its names as they are set, none for the default path: what a routine
   *     takes {@code FROM CURRENT}
   */
  public Session withSearchPath(List<Identifier> newPath, List<String> written) {
    SortedMap<String, String> set = new TreeMap<>(variables);
    if (written.isEmpty()) {
      set.remove(SEARCH_PATH);
    } else {
      set.put(SEARCH_PATH, String.join(", ", written));
    }
    return new Session(newPath, set, userVariables, withoutRows);
  }

  /** What the session has set a variable to; empty where it has the server's default. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /**
   * This session after an assignment.
   *
   * @param values by lower-case name; an empty value gives the variable its default back
   */
  public Session withVariables(SortedMap<String, Optional<String>> values) {
    SortedMap<String, String> set = new TreeMap<>(variables);
    values.forEach(
        (name, value) ->
            value.ifPresentOrElse(known -> set.put(name, known), () -> set.remove(name)));
    return new Session(searchPath, set, userVariables, withoutRows);
  }

  /** MySQL's {@code foreign_key_checks}: off, a key may point at nothing. */
  public boolean foreignKeyChecks() {
    return !OFF.equals(variables.get(FOREIGN_KEY_CHECKS));
  }

  /** This session with foreign keys checked, or not. */
  public Session withForeignKeyChecks(boolean on) {
    SortedMap<String, Optional<String>> value = new TreeMap<>();
    value.put(FOREIGN_KEY_CHECKS, Optional.of(on ? ON : OFF));
    return withVariables(value);
  }

  /**
   * The moment at which the session runs, in the server's time zone, where somebody has told it.
   */
  public Optional<OffsetDateTime> clock() {
    return variable(CLOCK).map(OffsetDateTime::parse);
  }

  /** This session at a moment, whose offset is that of the session's time zone. */
  public Session at(OffsetDateTime moment) {
    SortedMap<String, Optional<String>> value = new TreeMap<>();
    value.put(CLOCK, Optional.of(moment.toString()));
    return withVariables(value);
  }

  /** This session without one user variable. */
  public Session withoutUserVariable(String name) {
    return userVariables.containsKey(name)
        ? new Session(searchPath, variables, userVariables.without(name), withoutRows.without(name))
        : this;
  }

  /** This session with one user variable changed. */
  public Session withUserVariable(String name, Value value) {
    return new Session(
        searchPath, variables, userVariables.with(name, value), withoutRows.with(name, value));
  }

  /** Whether a user variable is another where tables that nothing was written to hold no rows. */
  public boolean restsOnRows() {
    return !userVariables.equals(withoutRows);
  }

  /** This session where tables that nothing was written to hold no rows. */
  public Session supposingNoRows() {
    return new Session(searchPath, variables, withoutRows, withoutRows);
  }

  /** This session, which becomes {@code other} where such tables hold no rows. */
  public Session orWithoutRows(Session other) {
    return new Session(searchPath, variables, userVariables, other.userVariables);
  }
}
