package dev.schemend.model;

import dev.schemend.expr.Query;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;

/**
 * A view.
 *
 * @param name its name
 * @param columns the names of its columns, in order; empty where they could not be told
 * @param query what it shows; canonical in a {@code Schema}
 * @param postgres what only PostgreSQL knows
 * @param dependsOn relations, columns and routines that its query uses
 */
public record View(
    ObjectName name,
    List<Identifier> columns,
    Query query,
    PostgresViewOptions postgres,
    SortedSet<ObjectRef> dependsOn)
    implements DefinedObject {

  /** Copies the collections. */
  public View {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(postgres, "postgres");
    columns = List.copyOf(columns);
    dependsOn = References.copy(dependsOn);
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.to(ObjectKind.VIEW, name);
  }

  /** This view under another name. */
  public View withName(ObjectName newName) {
    return new View(newName, columns, query, postgres, dependsOn);
  }

  /** This view with other names of its columns. */
  public View withColumns(List<Identifier> newColumns) {
    return new View(name, newColumns, query, postgres, dependsOn);
  }

  /** This view with another query. */
  public View withQuery(Query newQuery, SortedSet<ObjectRef> newDependsOn) {
    return new View(name, columns, newQuery, postgres, newDependsOn);
  }

  /** This view with other options. */
  public View withPostgres(PostgresViewOptions newOptions) {
    return new View(name, columns, query, newOptions, dependsOn);
  }
}
