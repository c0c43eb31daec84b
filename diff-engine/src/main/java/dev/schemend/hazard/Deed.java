package dev.schemend.hazard;

import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One statement in its place.
 *
 * @param statement what is said
 * @param before what is there
 * @param after what is there behind it
 * @param session by which its names are understood
 * @param fresh tables that the same script made: nobody knows them yet
 * @param filled those of them that it copied rows into; the others have none
 */
public record Deed(
    DdlStatement statement,
    Schema before,
    Schema after,
    Session session,
    Set<ObjectName> fresh,
    Set<ObjectName> filled) {

  /** One before which nothing was made. */
  public Deed(DdlStatement statement, Schema before, Schema after, Session session) {
    this(statement, before, after, session, Set.of(), Set.of());
  }

  /** Copies the names. */
  public Deed {
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(session, "session");
    fresh = new TreeSet<>(fresh);
    filled = new TreeSet<>(filled);
  }

  /** The name of an object that is there before the statement, as the session finds it. */
  public ObjectName resolved(ObjectKind kind, ObjectName written) {
    return resolved(kind, written, before);
  }

  /** The table of a written name, where it is there before the statement. */
  public Optional<Table> table(ObjectName written) {
    return before.table(resolved(ObjectKind.TABLE, written));
  }

  /** The same table behind the statement, where it keeps its name. */
  public Optional<Table> tableAfter(ObjectName written) {
    return after.table(resolved(ObjectKind.TABLE, written, after));
  }

  private ObjectName resolved(ObjectKind kind, ObjectName written, Schema schema) {
    if (written.isQualified() || schema.has(ObjectRef.to(kind, written))) {
      return written;
    }
    return session.searchPath().stream()
        .map(path -> new ObjectName(path, written.name()))
        .filter(candidate -> schema.has(ObjectRef.to(kind, candidate)))
        .findFirst()
        .orElse(written);
  }

  /** Whether the script made the table itself. */
  public boolean isFresh(ObjectName table) {
    return fresh.contains(table);
  }

  /** Whether the script copied rows into it. */
  public boolean isFilled(ObjectName table) {
    return filled.contains(table);
  }
}
