package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A base table.
 *
 * @param name its name
 * @param columns in the table's order
 * @param constraints in the order in which they were made
 * @param indexes in the order in which they were made, without those of constraints
 * @param options the rest
 */
public record Table(
    ObjectName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    TableOptions options)
    implements SchemaObject {

  /** Copies the lists. */
  public Table {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(options, "options");
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.table(name);
  }

  /** The column of that name. */
  public Optional<Column> column(Identifier column) {
    return columns.stream().filter(candidate -> candidate.name().equals(column)).findFirst();
  }

  /** The constraint of that name. */
  public Optional<Constraint> constraint(Identifier constraint) {
    return constraints.stream()
        .filter(candidate -> candidate.name().equals(constraint))
        .findFirst();
  }

  /** The column whose {@code NOT NULL} is the constraint of that name (PostgreSQL 18). */
  public Optional<Column> requiredBy(Identifier constraint) {
    return columns.stream()
        .filter(
            column ->
                column
                    .postgres()
                    .notNull()
                    .filter(one -> one.name().equals(constraint))
                    .isPresent())
        .findFirst();
  }

  /** The index of that name. */
  public Optional<Index> index(Identifier index) {
    return indexes.stream().filter(candidate -> candidate.name().equals(index)).findFirst();
  }

  /** The primary key. */
  public Optional<Constraint.PrimaryKey> primaryKey() {
    return constraintsOf(Constraint.PrimaryKey.class).findFirst();
  }

  /** The foreign keys. */
  public Stream<Constraint.ForeignKey> foreignKeys() {
    return constraintsOf(Constraint.ForeignKey.class);
  }

  private <C extends Constraint> Stream<C> constraintsOf(Class<C> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** This table under another name. */
  public Table withName(ObjectName newName) {
    return new Table(newName, columns, constraints, indexes, options);
  }

  /** This table with other columns. */
  public Table withColumns(List<Column> newColumns) {
    return new Table(name, newColumns, constraints, indexes, options);
  }

  /** This table with other constraints. */
  public Table withConstraints(List<Constraint> newConstraints) {
    return new Table(name, columns, newConstraints, indexes, options);
  }

  /** This table with other indexes. */
  public Table withIndexes(List<Index> newIndexes) {
    return new Table(name, columns, constraints, newIndexes, options);
  }

  /** This table with other options. */
  public Table withOptions(TableOptions newOptions) {
    return new Table(name, columns, constraints, indexes, newOptions);
  }

  /** This table with one more constraint. */
  public Table plus(Constraint constraint) {
    return withConstraints(append(constraints, constraint));
  }

  /** This table with one more index. */
  public Table plus(Index index) {
    return withIndexes(append(indexes, index));
  }

  /** This table without the constraint of that name. */
  public Table withoutConstraint(Identifier constraint) {
    return withConstraints(
        constraints.stream().filter(kept -> !kept.name().equals(constraint)).toList());
  }

  /** This table without the index of that name. */
  public Table withoutIndex(Identifier index) {
    return withIndexes(indexes.stream().filter(kept -> !kept.name().equals(index)).toList());
  }

  /** This table with one column changed in place. */
  public Table changing(Identifier column, UnaryOperator<Column> change) {
    return withColumns(
        columns.stream()
            .map(kept -> kept.name().equals(column) ? change.apply(kept) : kept)
            .toList());
  }

  private static <T> List<T> append(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }
}
