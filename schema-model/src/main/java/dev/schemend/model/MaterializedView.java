package dev.schemend.model;

import dev.schemend.expr.Query;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A materialised view (PostgreSQL). Whether it is filled is data, not schema.
 *
 * @param name its name
 * @param columns the names of its columns, in order; empty where they could not be told
 * @param query what it shows; canonical in a {@code Schema}
 * @param indexes in the order in which they were made
 * @param parameters {@code WITH (…)}
 * @param storage how its rows are kept
 * @param dependsOn relations, columns and routines that its query uses
 */
public record MaterializedView(
    ObjectName name,
    List<Identifier> columns,
    Query query,
    List<Index> indexes,
    SortedMap<String, String> parameters,
    ViewStorage storage,
    SortedSet<ObjectRef> dependsOn)
    implements DefinedObject {

  /** Copies the collections. */
  public MaterializedView {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(storage, "storage");
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    dependsOn = References.copy(dependsOn);
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.to(ObjectKind.MATERIALIZED_VIEW, name);
  }

  /** The index of that name. */
  public Optional<Index> index(Identifier index) {
    return indexes.stream().filter(candidate -> candidate.name().equals(index)).findFirst();
  }

  /** This view under another name. */
  public MaterializedView withName(ObjectName newName) {
    return new MaterializedView(newName, columns, query, indexes, parameters, storage, dependsOn);
  }

  /** This view with other names of its columns. */
  public MaterializedView withColumns(List<Identifier> newColumns) {
    return new MaterializedView(name, newColumns, query, indexes, parameters, storage, dependsOn);
  }

  /** This view with another query. */
  public MaterializedView withQuery(Query newQuery, SortedSet<ObjectRef> newDependsOn) {
    return new MaterializedView(
        name, columns, newQuery, indexes, parameters, storage, newDependsOn);
  }

  /** This view with other indexes. */
  public MaterializedView withIndexes(List<Index> newIndexes) {
    return new MaterializedView(name, columns, query, newIndexes, parameters, storage, dependsOn);
  }

  /** This view with one more index. */
  public MaterializedView plus(Index index) {
    List<Index> more = new ArrayList<>(indexes);
    more.add(index);
    return withIndexes(more);
  }

  /** This view with other parameters. */
  public MaterializedView withParameters(SortedMap<String, String> newParameters) {
    return new MaterializedView(name, columns, query, indexes, newParameters, storage, dependsOn);
  }

  /** This view with its rows kept otherwise. */
  public MaterializedView withStorage(ViewStorage newStorage) {
    return new MaterializedView(name, columns, query, indexes, parameters, newStorage, dependsOn);
  }
}
