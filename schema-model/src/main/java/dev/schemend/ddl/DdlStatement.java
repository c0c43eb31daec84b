package dev.schemend.ddl;

import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Constraint;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.Index;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Role;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A data definition statement. Names are as written: unqualified ones follow the search path. */
public sealed interface DdlStatement {

  /**
   * {@code CREATE SCHEMA}; on MySQL {@code CREATE DATABASE}.
   *
   * @param elements what is made inside of it by the same statement, in the order of the text
   *     (PostgreSQL); names without a schema mean the new one first
   * @param owner {@code AUTHORIZATION}; only where owners are part of the schema
   */
  record CreateSchema(
      Identifier name, boolean ifNotExists, List<DdlStatement> elements, Optional<Role> owner)
      implements DdlStatement {
    /** An empty one. */
    public CreateSchema(Identifier name, boolean ifNotExists) {
      this(name, ifNotExists, List.of());
    }

    /** One that belongs to whoever makes it. */
    public CreateSchema(Identifier name, boolean ifNotExists, List<DdlStatement> elements) {
      this(name, ifNotExists, elements, Optional.empty());
    }

    /** Copies the elements. */
    public CreateSchema {
      elements = List.copyOf(elements);
    }
  }

  /** {@code DROP SCHEMA}; on MySQL {@code DROP DATABASE}. */
  record DropSchema(List<Identifier> names, boolean ifExists, DropBehavior behavior)
      implements DdlStatement {
    /** Copies the names. */
    public DropSchema {
      names = List.copyOf(names);
    }
  }

  /** {@code ALTER SCHEMA … RENAME TO …} (PostgreSQL). */
  record RenameSchema(Identifier from, Identifier to) implements DdlStatement {}

  /**
   * {@code CREATE TABLE}.
   *
   * @param indexes written inside of it (MySQL)
   * @param likes tables whose columns are taken over (PostgreSQL)
   */
  record CreateTable(
      ObjectName name,
      List<ColumnDefinition> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      TableOptions options,
      boolean ifNotExists,
      List<LikeClause> likes)
      implements DdlStatement {
    /** A table that is like no other. */
    public CreateTable(
        ObjectName name,
        List<ColumnDefinition> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        TableOptions options,
        boolean ifNotExists) {
      this(name, columns, constraints, indexes, options, ifNotExists, List.of());
    }

    /** Copies the lists. */
    public CreateTable {
      likes = List.copyOf(likes);
      columns = List.copyOf(columns);
      constraints = List.copyOf(constraints);
      indexes = List.copyOf(indexes);
    }
  }

  /**
   * {@code CREATE TABLE … AS} and {@code SELECT INTO} (PostgreSQL).
   *
   * @param columns the names of its first columns; the query names the others
   */
  record CreateTableAs(
      ObjectName name,
      List<Identifier> columns,
      Query query,
      TableOptions options,
      boolean ifNotExists)
      implements DdlStatement {
    /** Copies the names. */
    public CreateTableAs {
      columns = List.copyOf(columns);
    }
  }

  /** {@code DROP TABLE}. */
  record DropTable(List<ObjectName> names, boolean ifExists, DropBehavior behavior)
      implements DdlStatement {
    /** Copies the names. */
    public DropTable {
      names = List.copyOf(names);
    }
  }

  /**
   * {@code ALTER TABLE}.
   *
   * @param only {@code ONLY}: not the tables that inherit from it (PostgreSQL)
   */
  record AlterTable(ObjectName name, boolean ifExists, List<TableAction> actions, boolean only)
      implements DdlStatement {
    /** With the tables that inherit from it. */
    public AlterTable(ObjectName name, boolean ifExists, List<TableAction> actions) {
      this(name, ifExists, actions, false);
    }

    /** Copies the actions. */
    public AlterTable {
      actions = List.copyOf(actions);
    }
  }

  /** What only MySQL and MariaDB have statements for. */
  sealed interface OfMySql extends DdlStatement {

    /** {@code CREATE [TEMPORARY] TABLE … LIKE …}. */
    record CopyTable(ObjectName name, ObjectName source, boolean temporary, boolean ifNotExists)
        implements OfMySql {}

    /**
     * {@code CREATE TEMPORARY TABLE}: ends with the session.
     *
     * @param table a {@code CREATE TABLE} in all but the word
     */
    record CreateTemporaryTable(CreateTable table) implements OfMySql {}

    /**
     * {@code CREATE [TEMPORARY] TABLE … [AS] SELECT}: what it does with rows that repeat a key
     * ({@code IGNORE}, {@code REPLACE}) is not said.
     *
     * @param table the columns, keys and options that are written out
     * @param query where its other columns come from
     * @param text the query as it is written
     */
    record CreateTableSelect(CreateTable table, boolean temporary, Query query, String text)
        implements OfMySql {}

    /** {@code DROP TEMPORARY TABLE}. */
    record DropTemporaryTables(List<ObjectName> names, boolean ifExists) implements OfMySql {
      /** Copies the names. */
      public DropTemporaryTables {
        names = List.copyOf(names);
      }
    }

    /** {@code CREATE DATABASE} that says what new tables have by default. */
    record CreateDatabase(
        Identifier name,
        Optional<String> characterSet,
        Optional<String> collation,
        boolean ifNotExists)
        implements OfMySql {}

    /**
     * {@code ALTER DATABASE}: what new tables have by default.
     *
     * @param name {@link Identifier#NONE} for the current one
     */
    record AlterDatabase(Identifier name, Optional<String> characterSet, Optional<String> collation)
        implements OfMySql {}

    /**
     * Puts labels in the place of others in the rows of a column whose type lists both. It leaves
     * no mark on a schema, and is an {@code UPDATE} where it is printed.
     *
     * @param kind whether a value is one label or a list of them
     * @param labels the new ones by the old ones; one that is both is new for the rows of another
     * @param kept columns that would change with every write and are to stay as they are
     */
    record RelabelRows(
        ObjectName table,
        Identifier column,
        SqlType.InlineEnum.Kind kind,
        SortedMap<String, String> labels,
        List<Identifier> kept)
        implements OfMySql {
      /** Copies the collections. */
      public RelabelRows {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        kept = List.copyOf(kept);
      }
    }

    /**
     * Takes {@code NO_ZERO_DATE} and {@code NO_ZERO_IN_DATE} out of the session's mode, or puts
     * back what it was. It leaves no mark on a schema.
     */
    record AllowZeroDates(boolean allowed) implements OfMySql {}

    /**
     * {@code ALTER {PROCEDURE | FUNCTION | EVENT}}.
     *
     * @param clauses what is said anew
     * @param newName {@code RENAME TO}
     * @param body what the event does from now on
     */
    record AlterDefinition(
        ObjectRef object,
        SortedMap<StoredDefinition.Clause, String> clauses,
        Optional<ObjectName> newName,
        Optional<StoredDefinition.Body> body)
        implements OfMySql {
      /** Copies the clauses. */
      public AlterDefinition {
        clauses = Collections.unmodifiableSortedMap(new TreeMap<>(clauses));
      }
    }
  }

  /**
   * {@code RENAME TABLE a TO b, …} (MySQL).
   *
   * @param ifExists a missing table is passed over (MariaDB)
   */
  record RenameTables(List<Renaming> renamings, boolean ifExists) implements DdlStatement {
    /** Every table must be there. */
    public RenameTables(List<Renaming> renamings) {
      this(renamings, false);
    }

    /** One pair of names. */
    public record Renaming(ObjectName from, ObjectName to) {}

    /** Copies the pairs. */
    public RenameTables {
      renamings = List.copyOf(renamings);
    }
  }

  /**
   * {@code CREATE [UNIQUE] INDEX}.
   *
   * @param only {@code ON ONLY}: not on the table's partitions (PostgreSQL)
   */
  record CreateIndex(
      ObjectName table, Index index, boolean ifNotExists, boolean concurrently, boolean only)
      implements DdlStatement {
    /** With an index on each partition. */
    public CreateIndex(ObjectName table, Index index, boolean ifNotExists, boolean concurrently) {
      this(table, index, ifNotExists, concurrently, false);
    }
  }

  /** {@code ALTER INDEX} other than {@code RENAME TO} (PostgreSQL). */
  record AlterIndex(ObjectName name, boolean ifExists, IndexAction action)
      implements DdlStatement {}

  /** {@code DROP INDEX a, b} by the names alone (PostgreSQL). */
  record DropIndexes(
      List<ObjectName> names, boolean ifExists, boolean concurrently, DropBehavior behavior)
      implements DdlStatement {
    /** Copies the names. */
    public DropIndexes {
      names = List.copyOf(names);
    }
  }

  /** {@code DROP INDEX i ON t} (MySQL). */
  record DropIndexOn(ObjectName table, Identifier index, boolean ifExists)
      implements DdlStatement {}

  /** {@code ALTER INDEX … RENAME TO …} (PostgreSQL). */
  record RenameIndex(ObjectName from, Identifier to, boolean ifExists) implements DdlStatement {}

  /** {@code CREATE TYPE … AS ENUM}. */
  record CreateEnum(ObjectName name, List<String> labels) implements DdlStatement {
    /** Copies the labels. */
    public CreateEnum {
      labels = List.copyOf(labels);
    }
  }

  /**
   * {@code ALTER TYPE … ADD VALUE}.
   *
   * @param neighbor present where {@code BEFORE} or {@code AFTER} is written
   */
  record AddEnumValue(
      ObjectName type, String label, boolean ifNotExists, Optional<Neighbor> neighbor)
      implements DdlStatement {
    /** The label next to which the new one goes. */
    public record Neighbor(boolean before, String label) {}
  }

  /** {@code ALTER TYPE … RENAME VALUE}. */
  record RenameEnumValue(ObjectName type, String from, String to) implements DdlStatement {}

  /** {@code DROP TYPE}. */
  record DropTypes(List<ObjectName> names, boolean ifExists, DropBehavior behavior)
      implements DdlStatement {
    /** Copies the names. */
    public DropTypes {
      names = List.copyOf(names);
    }
  }

  /** {@code CREATE SEQUENCE}. */
  record CreateSequence(
      ObjectName name,
      SequenceOptions options,
      Optional<SequenceOwner> ownedBy,
      boolean ifNotExists)
      implements DdlStatement {}

  /**
   * {@code ALTER SEQUENCE}.
   *
   * @param options those written, the others {@code DEFAULT}
   * @param type {@code AS}, also inside {@code options}
   * @param ownedBy present where {@code OWNED BY} is written
   * @param restart {@code RESTART} without a value: the next one is the start
   */
  record AlterSequence(
      ObjectName name,
      SequenceOptions options,
      Optional<SqlType> type,
      Optional<SequenceOwner> ownedBy,
      boolean ifExists,
      boolean restart)
      implements DdlStatement {

    /** A change that lets the sequence go on counting where it is. */
    public AlterSequence(
        ObjectName name,
        SequenceOptions options,
        Optional<SqlType> type,
        Optional<SequenceOwner> ownedBy,
        boolean ifExists) {
      this(name, options, type, ownedBy, ifExists, false);
    }
  }

  /** The operand of {@code OWNED BY}. */
  sealed interface SequenceOwner {
    /** {@code OWNED BY NONE}. */
    record Nobody() implements SequenceOwner {}

    /** {@code OWNED BY table.column}. */
    record OwningColumn(ObjectName table, Identifier column) implements SequenceOwner {}
  }

  /** {@code DROP SEQUENCE}. */
  record DropSequences(List<ObjectName> names, boolean ifExists, DropBehavior behavior)
      implements DdlStatement {
    /** Copies the names. */
    public DropSequences {
      names = List.copyOf(names);
    }
  }

  /** {@code ALTER {SEQUENCE | TYPE} … RENAME TO …}; tables have an action of their own. */
  record RenameObject(ObjectKind kind, ObjectName from, Identifier to, boolean ifExists)
      implements DdlStatement {}

  /** {@code ALTER {SEQUENCE | TYPE} … SET SCHEMA …}; tables have an action of their own. */
  record SetObjectSchema(ObjectKind kind, ObjectName name, Identifier schema, boolean ifExists)
      implements DdlStatement {}

  /**
   * {@code CREATE} of what has no statement of its own here: a view, a routine, a trigger, a
   * policy, a rule, a domain, a composite or range type, an extension.
   *
   * @param object as written
   */
  record CreateObject(DefinedObject object, boolean orReplace, boolean ifNotExists)
      implements DdlStatement {}

  /**
   * {@code ALTER} of such an object.
   *
   * @param object a routine's types, where they are written, are its member
   */
  record AlterObject(ObjectRef object, boolean ifExists, ObjectAction action)
      implements DdlStatement {}

  /** {@code DROP} of such objects, all of one kind. */
  record DropObjects(List<ObjectRef> objects, boolean ifExists, DropBehavior behavior)
      implements DdlStatement {
    /** Copies the references. */
    public DropObjects {
      objects = List.copyOf(objects);
    }
  }

  /**
   * {@code COMMENT ON} (PostgreSQL).
   *
   * @param target what it is about; a type is an enum until it is looked up
   * @param text empty for {@code IS NULL}
   */
  record CommentOn(ObjectRef target, Optional<String> text) implements DdlStatement {}

  /**
   * Lets a sequence go on where another one stopped, or behind the rows that are there
   * (PostgreSQL). It leaves no mark on a schema, and is a query where it is printed.
   *
   * @param table whose rows have numbers
   * @param column which holds them
   * @param sequence what is to go on; empty for the sequence behind the column's identity
   * @param source what has counted so far; empty for the rows themselves
   * @param identityOf another table, whose identity column of that name has counted so far
   * @param start the first number that it would give
   * @param ascending whether numbers rise
   */
  record ContinueCount(
      ObjectName table,
      Identifier column,
      Optional<ObjectName> sequence,
      Optional<ObjectName> source,
      Optional<ObjectName> identityOf,
      long start,
      boolean ascending)
      implements DdlStatement {

    /** The same, behind the identity of {@code other}. */
    public ContinueCount behind(ObjectName other) {
      return new ContinueCount(
          table, column, sequence, Optional.empty(), Optional.of(other), start, ascending);
    }
  }

  /** A statement on owners and privileges. */
  record ChangeRights(RightsAction action) implements DdlStatement {}

  /**
   * Copies the rows of one table into another (PostgreSQL). It leaves no mark on a schema.
   *
   * @param columns that get a value, in any order; where there are none, each row gets defaults
   * @param overriding whether numbers are kept where the server would give its own
   */
  record CopyRows(ObjectName from, ObjectName to, List<Copied> columns, boolean overriding)
      implements DdlStatement {

    /**
     * What a column gets.
     *
     * @param column of both tables
     * @param value in terms of the old table; empty for the column as it is, which the server casts
     *     as it does in an assignment
     */
    public record Copied(Identifier column, Optional<SqlExpr> value) {}

    /** Copies the list. */
    public CopyRows {
      columns = List.copyOf(columns);
    }

    /** Whether the column gets a value. */
    public boolean fills(Identifier column) {
      return columns.stream().anyMatch(copied -> copied.column().equals(column));
    }
  }

  /**
   * Says whether the bodies of routines are looked into when they are made (PostgreSQL, {@code
   * check_function_bodies}). It leaves no mark on a schema, and holds for the session; {@code true}
   * is back to what the session began with.
   */
  record CheckBodies(boolean checked) implements DdlStatement {}

  /** A statement that makes an object which is carried, not understood. */
  record CreateOpaque(OpaqueObject object, boolean orReplace) implements DdlStatement {}

  /** A statement that drops objects which are carried, not understood. */
  record DropOpaque(List<ObjectRef> objects, boolean ifExists, DropBehavior behavior)
      implements DdlStatement {
    /** Copies the references. */
    public DropOpaque {
      objects = List.copyOf(objects);
    }
  }
}
