package dev.schemend.check;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A question to a live database, in the names that it has before the script. Every answer is a list
 * of rows; no row means that there is nothing to worry about.
 */
public sealed interface Check {

  /** The table that is asked, or that the right is about. */
  ObjectName table();

  /**
   * Rows that a condition is true of.
   *
   * @param condition over the table's columns
   * @param shown columns by which a person finds the row again
   * @param remedy a column that could be given another value
   */
  record RowsWhere(
      ObjectName table, SqlExpr condition, List<Identifier> shown, Optional<Assignment> remedy)
      implements Check {
    /** Copies the columns. */
    public RowsWhere {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(condition, "condition");
      shown = List.copyOf(shown);
      Objects.requireNonNull(remedy, "remedy");
    }
  }

  /** {@code column = value}; without a value, a person has to choose one. */
  record Assignment(Identifier column, Optional<SqlExpr> value) {
    /** Rejects null parts. */
    public Assignment {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * Rows that share a key.
   *
   * @param keys the parts of the key
   * @param predicate which rows count; empty for all
   * @param nullsAreEqual whether two keys with a NULL are the same
   * @param primaryKey columns that tell rows apart, where the table has such
   */
  record Duplicates(
      ObjectName table,
      List<Key> keys,
      Optional<SqlExpr> predicate,
      boolean nullsAreEqual,
      List<Identifier> primaryKey)
      implements Check {
    /** Copies the lists. */
    public Duplicates {
      Objects.requireNonNull(table, "table");
      keys = List.copyOf(keys);
      Objects.requireNonNull(predicate, "predicate");
      primaryKey = List.copyOf(primaryKey);
    }
  }

  /**
   * A part of a key.
   *
   * @param value what is compared, over the table's columns
   * @param prefix how much of it, in characters, or bytes of a binary string
   * @param collation by which it is compared, where it is not the column's own
   */
  record Key(SqlExpr value, Optional<Integer> prefix, Optional<String> collation) {
    /** Rejects null parts. */
    public Key {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(collation, "collation");
    }
  }

  /**
   * Rows whose values, none of them NULL, no row of another table has.
   *
   * @param values over the table's columns
   * @param target the other table
   * @param targetColumns its columns, one for each value
   * @param nullable a column that could be set to NULL instead
   */
  record Orphans(
      ObjectName table,
      List<SqlExpr> values,
      ObjectName target,
      List<Identifier> targetColumns,
      Optional<Identifier> nullable)
      implements Check {
    /** Copies the lists. */
    public Orphans {
      Objects.requireNonNull(table, "table");
      values = List.copyOf(values);
      Objects.requireNonNull(target, "target");
      targetColumns = List.copyOf(targetColumns);
      Objects.requireNonNull(nullable, "nullable");
      if (values.size() != targetColumns.size()) {
        throw new IllegalArgumentException("one column for each value");
      }
    }
  }

  /**
   * Pairs of rows that an exclusion constraint does not let stand side by side (PostgreSQL).
   *
   * @param keys the parts of the constraint
   * @param operators one for each part; all of them are true of such a pair
   * @param predicate which rows count; empty for all
   */
  record Conflicts(
      ObjectName table, List<Key> keys, List<String> operators, Optional<SqlExpr> predicate)
      implements Check {
    /** Copies the lists. */
    public Conflicts {
      Objects.requireNonNull(table, "table");
      keys = List.copyOf(keys);
      operators = List.copyOf(operators);
      Objects.requireNonNull(predicate, "predicate");
      if (keys.size() != operators.size()) {
        throw new IllegalArgumentException("one operator for each part");
      }
    }
  }

  /**
   * Rows for which the server refuses to compute a value. It is asked to, and its refusal is the
   * answer.
   *
   * @param value over the table's columns
   */
  record Refused(ObjectName table, SqlExpr value) implements Check {
    /** Rejects null parts. */
    public Refused {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(value, "value");
    }
  }

  /** What needs no asking: it is so whatever the rows are. */
  record Certain(ObjectName table) implements Check {
    /** Rejects null. */
    public Certain {
      Objects.requireNonNull(table, "table");
    }
  }

  /** Whether there is any row. */
  record AnyRow(ObjectName table) implements Check {
    /** Rejects null. */
    public AnyRow {
      Objects.requireNonNull(table, "table");
    }
  }

  /**
   * Whether a right is missing.
   *
   * @param table the table, or the name that a new object is to have
   * @param right which
   */
  record MissingRight(ObjectName table, Right right) implements Check {
    /** Rejects null parts. */
    public MissingRight {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(right, "right");
    }
  }

  /** What a statement asks of its user. */
  enum Right {
    /** PostgreSQL: to be the owner of the table, or of its role. */
    OWNER,
    /** To create objects there. */
    CREATE,
    /** MySQL: {@code ALTER} on the table. */
    ALTER,
    /** MySQL: {@code DROP} on the table. */
    DROP,
    /** MySQL: {@code INDEX} on the table. */
    INDEX,
    /** To let a foreign key point at the table. */
    REFERENCES
  }

  /**
   * Whether an extension of PostgreSQL is neither installed nor at hand.
   *
   * @param table its name
   */
  record MissingExtension(ObjectName table) implements Check {
    /** Rejects null. */
    public MissingExtension {
      Objects.requireNonNull(table, "table");
    }
  }

  /** How much the table takes on disk, as a text: a rewrite needs as much again. */
  record SizeOnDisk(ObjectName table) implements Check {
    /** Rejects null. */
    public SizeOnDisk {
      Objects.requireNonNull(table, "table");
    }
  }
}
