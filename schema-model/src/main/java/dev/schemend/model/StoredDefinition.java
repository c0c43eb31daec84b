package dev.schemend.model;

import dev.schemend.expr.Queries;
import dev.schemend.expr.Query;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A view, a trigger, a procedure, a function or an event of MySQL or MariaDB. These servers keep
 * what such an object does as the text of its author; what stands before that text is understood.
 *
 * @param ref its kind and name; a routine's member says which of the two it is, since procedures
 *     and functions have name spaces of their own
 * @param table what a trigger watches; empty for all others
 * @param columns the names that a view gives its columns in brackets
 * @param parameters a routine's, in order
 * @param result what a function returns: a column without a name
 * @param clauses what else is said of it; in a {@code Schema} without what is so anyway
 * @param body what it does or shows
 * @param dependsOn what must be there before it; a server looks into views, not into programs
 */
public record StoredDefinition(
    ObjectRef ref,
    Optional<ObjectName> table,
    List<Identifier> columns,
    List<Parameter> parameters,
    Optional<Column> result,
    SortedMap<Clause, String> clauses,
    Body body,
    SortedSet<ObjectRef> dependsOn)
    implements DefinedObject {

  /** What may be said of such an object, in the words of the server. */
  public enum Clause {
    /** Who made it: an account, or what stands for the current one. */
    DEFINER,
    /** Of a view: {@code MERGE} or {@code TEMPTABLE}. */
    ALGORITHM("UNDEFINED"),
    /** Whose rights count: {@code INVOKER}. */
    SECURITY("DEFINER"),
    /** Of a view: {@code CASCADED} or {@code LOCAL}. */
    CHECK_OPTION("NONE"),
    /** Of a trigger: {@code BEFORE} or {@code AFTER}. */
    TIMING,
    /** Of a trigger: {@code INSERT}, {@code UPDATE} or {@code DELETE}. */
    EVENT,
    /** Of a trigger as written: the trigger that it is to run behind. */
    FOLLOWS,
    /** Of a trigger as written: the trigger that it is to run before. */
    PRECEDES,
    /** Of a trigger in a {@code Schema}: its place among those of its table, time and event. */
    PLACE("1"),
    /** Of a function: whether it runs over groups of rows (MariaDB). */
    AGGREGATE("NO"),
    DETERMINISTIC("NO"),
    /** Of a routine: {@code NO SQL}, {@code READS SQL DATA} or {@code MODIFIES SQL DATA}. */
    DATA("CONTAINS SQL"),
    /** Of an event that happens once: a string constant, or an expression as written. */
    AT,
    /** Of an event that recurs: a number or a constant, and a unit. */
    EVERY,
    /** Of an event that recurs: a string constant, or an expression as written. */
    STARTS,
    /** Of an event that recurs: a string constant, or an expression as written. */
    ENDS,
    /** Of an event: whether it stays after its last time. */
    PRESERVE("NO"),
    /** Of an event: {@code DISABLE} or {@code DISABLE ON SLAVE}. */
    STATUS("ENABLE"),
    COMMENT("");

    private final Optional<String> normal;

    Clause() {
      this.normal = Optional.empty();
    }

    Clause(String normal) {
      this.normal = Optional.of(normal);
    }

    /** What is so where nothing is said; empty where something must be said, or nothing can be. */
    public Optional<String> normal() {
      return normal;
    }
  }

  /**
   * A parameter of a routine.
   *
   * @param mode {@code IN}, {@code OUT} or {@code INOUT}
   * @param column its name and type: a column has a character set as well
   */
  public record Parameter(Routine.Mode mode, Column column) {}

  /**
   * What it does or shows.
   *
   * @param text as written
   * @param tokens the same without blanks and comments, strings by their value
   * @param query what a view shows; empty where that is not understood, and for all others
   */
  public record Body(String text, List<String> tokens, Optional<Query> query) {
    /** A body that is no query. */
    public Body(String text, List<String> tokens) {
      this(text, tokens, Optional.empty());
    }

    /** Copies the tokens. */
    public Body {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(query, "query");
      tokens = List.copyOf(tokens);
    }
  }

  /** Copies the collections. */
  public StoredDefinition {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(body, "body");
    columns = List.copyOf(columns);
    parameters = List.copyOf(parameters);
    clauses = Collections.unmodifiableSortedMap(new TreeMap<>(clauses));
    dependsOn = References.copy(dependsOn);
  }

  /** What is said in one clause, or what is so anyway. */
  public Optional<String> clause(Clause clause) {
    return Optional.ofNullable(clauses.get(clause)).or(clause::normal);
  }

  /** Whether it is of that kind. */
  public boolean is(ObjectKind kind) {
    return ref.kind() == kind;
  }

  /** A trigger's place among those that fire together with it, from 1 on. */
  public int place() {
    return Integer.parseInt(clause(Clause.PLACE).orElseThrow());
  }

  /** Whether both are triggers of one table, time and event. */
  public boolean firesWith(StoredDefinition other) {
    return is(ObjectKind.TRIGGER)
        && other.is(ObjectKind.TRIGGER)
        && table.equals(other.table)
        && clause(Clause.TIMING).equals(other.clause(Clause.TIMING))
        && clause(Clause.EVENT).equals(other.clause(Clause.EVENT));
  }

  /** This object with other clauses. */
  public StoredDefinition withClauses(Map<Clause, String> newClauses) {
    return new StoredDefinition(
        ref, table, columns, parameters, result, new TreeMap<>(newClauses), body, dependsOn);
  }

  /** This object with one more clause, or another in its place. */
  public StoredDefinition with(Clause clause, String value) {
    SortedMap<Clause, String> more = new TreeMap<>(clauses);
    more.put(clause, value);
    return withClauses(more);
  }

  /** This object with another body. */
  public StoredDefinition withBody(Body newBody) {
    return new StoredDefinition(
        ref, table, columns, parameters, result, clauses, newBody, dependsOn);
  }

  /** The names of a view's columns; empty where they are not known. */
  public Optional<List<Identifier>> shownColumns() {
    Optional<List<Identifier>> found =
        body.query()
            .flatMap(Queries::firstSelect)
            .map(
                select ->
                    select.items().stream()
                        .map(item -> item.alias().orElse(Identifier.NONE))
                        .toList());
    return columns.isEmpty() ? found : Optional.of(columns);
  }

  /** This object under another name. */
  public StoredDefinition withName(ObjectName name) {
    return new StoredDefinition(
        new ObjectRef(ref.kind(), name, ref.member()),
        table,
        columns,
        parameters,
        result,
        clauses,
        body,
        dependsOn);
  }
}
