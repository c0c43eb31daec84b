package dev.schemend.plan;

import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What differs between two versions of a table. */
public sealed interface TableDifference {

  /** The properties of a column that are compared one by one. */
  enum ColumnAspect {
    /** How its name is written, where names that differ in case only are the same (MySQL). */
    SPELLING,
    TYPE,
    NULLABILITY,
    DEFAULT,
    GENERATION,
    COLLATION,
    CHARACTER_SET,
    ON_UPDATE,
    VISIBILITY,
    /** The check behind the column (MariaDB). */
    CHECK,
    SPATIAL_REFERENCE,
    COMMENT,
    /** How values are stored and counted (PostgreSQL). */
    SETTINGS
  }

  /** Only the newer version has the column. */
  record ColumnAdded(Column column) implements TableDifference {}

  /** Only the older version has the column. */
  record ColumnDropped(Column column) implements TableDifference {}

  /** The same column under another name; only where a hint said so. */
  record ColumnRenamed(Identifier from, Identifier to) implements TableDifference {}

  /** Both have the column, and it differs in {@code aspects}. */
  record ColumnAltered(Column from, Column to, Set<ColumnAspect> aspects)
      implements TableDifference {
    /** Copies the aspects in the order of their declaration. */
    public ColumnAltered {
      aspects = Collections.unmodifiableSet(EnumSet.copyOf(aspects));
    }
  }

  /** The columns that both have stand in another order. PostgreSQL cannot change it. */
  record ColumnsReordered(List<Identifier> from, List<Identifier> to) implements TableDifference {
    /** Copies the orders. */
    public ColumnsReordered {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /** Only the newer version has the constraint. */
  record ConstraintAdded(Constraint constraint) implements TableDifference {}

  /** Only the older version has the constraint. */
  record ConstraintDropped(Constraint constraint) implements TableDifference {}

  /** Both have a constraint of that name, and it says something else. */
  record ConstraintAltered(Constraint from, Constraint to) implements TableDifference {}

  /** The same constraint under another name. */
  record ConstraintRenamed(Constraint from, Constraint to) implements TableDifference {}

  /** Only the newer version has the index. */
  record IndexAdded(Index index) implements TableDifference {}

  /** Only the older version has the index. */
  record IndexDropped(Index index) implements TableDifference {}

  /** Both have an index of that name, and it is another one. */
  record IndexAltered(Index from, Index to) implements TableDifference {}

  /** The same index under another name. */
  record IndexRenamed(Index from, Index to) implements TableDifference {}

  /** Table options or the comment differ. */
  record OptionsChanged(TableOptions from, TableOptions to) implements TableDifference {}
}
