package dev.schemend.planning.prisma;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;

/**
 * What a plan does that rows may suffer from, or may not allow (engine, {@code
 * sql_destructive_change_checker.rs}).
 */
public sealed interface DestructiveChange {

  /** Whether rows that are there make it impossible, rather than being lost. */
  boolean isImpossibleWithRows();

  /** What is lost, or may fail. */
  sealed interface Warning extends DestructiveChange {
    @Override
    default boolean isImpossibleWithRows() {
      return false;
    }
  }

  /** What cannot be done while there are rows. */
  sealed interface Unexecutable extends DestructiveChange {
    @Override
    default boolean isImpossibleWithRows() {
      return true;
    }
  }

  /** A table goes. */
  record TableDropped(ObjectName table) implements Warning {}

  /** A column goes. */
  record ColumnDropped(ObjectName table, Identifier column) implements Warning {}

  /** A column goes and comes again with another type. */
  record ColumnRecreated(ObjectName table, Identifier column) implements Warning {}

  /** Values become others where they do not fit. */
  record ColumnCast(ObjectName table, Identifier column, SqlType from, SqlType to)
      implements Warning {}

  /** A table has another primary key, or none. */
  record PrimaryKeyChanged(ObjectName table) implements Warning {}

  /** Rows must not share a key from now on. */
  record UniqueAdded(ObjectName table, List<Identifier> columns) implements Warning {
    /** Copies the columns. */
    public UniqueAdded {
      columns = List.copyOf(columns);
    }
  }

  /** An enum has fewer labels. */
  record LabelsRemoved(String enumName, List<String> labels) implements Warning {
    /** Copies the labels. */
    public LabelsRemoved {
      labels = List.copyOf(labels);
    }
  }

  /** A new column must hold a value, and nothing says which. */
  record RequiredColumnAdded(ObjectName table, Identifier column) implements Unexecutable {}

  /** A column must hold a value from now on. */
  record ColumnMadeRequired(ObjectName table, Identifier column) implements Unexecutable {}

  /** A column goes and comes again, and must hold a value then. */
  record RequiredColumnRecreated(ObjectName table, Identifier column) implements Unexecutable {}
}
