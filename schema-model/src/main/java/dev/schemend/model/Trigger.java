package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A trigger.
 *
 * @param table the table or view it watches
 * @param name its name there
 * @param timing when it fires
 * @param events what it fires for, in the order of {@link Event.Kind}
 * @param forEachRow {@code FOR EACH ROW}
 * @param condition {@code WHEN (…)}
 * @param function what it calls; qualified in a {@code Schema}
 * @param arguments what it hands over
 * @param postgres what only PostgreSQL knows
 */
public record Trigger(
    ObjectName table,
    Identifier name,
    Timing timing,
    List<Event> events,
    boolean forEachRow,
    Optional<SqlExpr> condition,
    ObjectName function,
    List<String> arguments,
    PostgresTriggerOptions postgres)
    implements DefinedObject {

  /** When a trigger fires. */
  public enum Timing {
    BEFORE,
    AFTER,
    INSTEAD_OF
  }

  /**
   * What a trigger fires for.
   *
   * @param columns {@code UPDATE OF …}
   */
  public record Event(Kind kind, List<Identifier> columns) {
    /** The kinds of change. */
    public enum Kind {
      INSERT,
      DELETE,
      UPDATE,
      TRUNCATE
    }

    /** Copies the columns. */
    public Event {
      Objects.requireNonNull(kind, "kind");
      columns = List.copyOf(columns);
    }
  }

  /** Copies the lists. */
  public Trigger {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(postgres, "postgres");
    events = List.copyOf(events);
    arguments = List.copyOf(arguments);
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.TRIGGER, table, name);
  }

  /** This trigger elsewhere, or under another name. */
  public Trigger withName(ObjectName newTable, Identifier newName) {
    return new Trigger(
        newTable, newName, timing, events, forEachRow, condition, function, arguments, postgres);
  }

  /** This trigger calling another function. */
  public Trigger withFunction(ObjectName newFunction) {
    return new Trigger(
        table, name, timing, events, forEachRow, condition, newFunction, arguments, postgres);
  }

  /** This trigger for other events and another condition. */
  public Trigger withEvents(List<Event> newEvents, Optional<SqlExpr> newCondition) {
    return new Trigger(
        table, name, timing, newEvents, forEachRow, newCondition, function, arguments, postgres);
  }

  /** This trigger with other options. */
  public Trigger withPostgres(PostgresTriggerOptions newOptions) {
    return new Trigger(
        table, name, timing, events, forEachRow, condition, function, arguments, newOptions);
  }
}
