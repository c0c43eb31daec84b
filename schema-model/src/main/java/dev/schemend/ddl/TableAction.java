package dev.schemend.ddl;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.NotNull;
import dev.schemend.model.PartitionBound;
import dev.schemend.model.PostgresColumnOptions;
import dev.schemend.model.PostgresTriggerOptions;
import dev.schemend.model.ReplicaIdentity;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One action of an {@code ALTER TABLE}. */
public sealed interface TableAction {

  /** {@code ADD [COLUMN]}. */
  record AddColumn(ColumnDefinition definition, ColumnPosition position, boolean ifNotExists)
      implements TableAction {}

  /** {@code DROP [COLUMN]}. */
  record DropColumn(Identifier column, boolean ifExists, DropBehavior behavior)
      implements TableAction {}

  /** {@code RENAME [COLUMN] … TO …}. */
  record RenameColumn(Identifier from, Identifier to) implements TableAction {}

  /** {@code ALTER [COLUMN] … [SET DATA] TYPE … [USING …]} (PostgreSQL). */
  record AlterColumnType(
      Identifier column, SqlType type, Optional<String> collation, Optional<SqlExpr> using)
      implements TableAction {}

  /** {@code ALTER [COLUMN] … SET DEFAULT …}. */
  record SetDefault(Identifier column, SqlExpr value) implements TableAction {}

  /** {@code ALTER [COLUMN] … DROP DEFAULT}. */
  record DropDefault(Identifier column) implements TableAction {}

  /** {@code ALTER [COLUMN] … SET NOT NULL} (PostgreSQL). */
  record SetNotNull(Identifier column) implements TableAction {}

  /** {@code ALTER [COLUMN] … DROP NOT NULL} (PostgreSQL). */
  record DropNotNull(Identifier column) implements TableAction {}

  /** {@code ALTER [COLUMN] … ADD GENERATED … AS IDENTITY} (PostgreSQL). */
  record AddIdentity(Identifier column, Generation.Identity identity) implements TableAction {}

  /**
   * {@code ALTER [COLUMN] … SET GENERATED … SET …} (PostgreSQL).
   *
   * @param always present where {@code SET GENERATED} is written
   * @param options those written, the others {@code DEFAULT}
   * @param restart {@code RESTART} without a value: the next one is the start
   */
  record SetIdentity(
      Identifier column, Optional<Boolean> always, SequenceOptions options, boolean restart)
      implements TableAction {

    /** A change that lets the identity go on counting where it is. */
    public SetIdentity(Identifier column, Optional<Boolean> always, SequenceOptions options) {
      this(column, always, options, false);
    }
  }

  /** {@code ALTER [COLUMN] … DROP IDENTITY} (PostgreSQL). */
  record DropIdentity(Identifier column, boolean ifExists) implements TableAction {}

  /** {@code ALTER [COLUMN] … DROP EXPRESSION} (PostgreSQL). */
  record DropExpression(Identifier column, boolean ifExists) implements TableAction {}

  /**
   * {@code CHANGE [COLUMN]} and, with both names the same, {@code MODIFY [COLUMN]} (MySQL): the
   * definition replaces every attribute.
   */
  record ChangeColumn(
      Identifier column, ColumnDefinition definition, ColumnPosition position, boolean ifExists)
      implements TableAction {}

  /** {@code ADD [CONSTRAINT …] …}. */
  record AddConstraint(Constraint constraint, boolean ifNotExists) implements TableAction {}

  /** {@code ADD CONSTRAINT … {UNIQUE | PRIMARY KEY} USING INDEX …} (PostgreSQL). */
  record AddConstraintUsingIndex(
      Identifier constraint, boolean primaryKey, Identifier index, Deferrability deferrability)
      implements TableAction {}

  /** {@code DROP CONSTRAINT …}. */
  record DropConstraint(Identifier constraint, boolean ifExists, DropBehavior behavior)
      implements TableAction {}

  /** {@code DROP PRIMARY KEY} (MySQL). */
  record DropPrimaryKey(boolean ifExists) implements TableAction {}

  /** {@code DROP FOREIGN KEY …} (MySQL). */
  record DropForeignKey(Identifier constraint, boolean ifExists) implements TableAction {}

  /** {@code DROP CHECK …} (MySQL). */
  record DropCheck(Identifier constraint) implements TableAction {}

  /** {@code RENAME CONSTRAINT … TO …} (PostgreSQL). */
  record RenameConstraint(Identifier from, Identifier to) implements TableAction {}

  /** {@code VALIDATE CONSTRAINT …} (PostgreSQL). */
  record ValidateConstraint(Identifier constraint) implements TableAction {}

  /** {@code ALTER {CHECK | CONSTRAINT} … [NOT] ENFORCED} (MySQL). */
  record SetEnforced(Identifier constraint, boolean enforced) implements TableAction {}

  /** {@code ALTER CONSTRAINT … [NOT] DEFERRABLE …} of a foreign key (PostgreSQL). */
  record AlterDeferrability(Identifier constraint, Deferrability deferrability)
      implements TableAction {}

  /** {@code ADD [UNIQUE | FULLTEXT | SPATIAL] {INDEX | KEY} …} (MySQL). */
  record AddIndex(Index index, boolean ifNotExists) implements TableAction {}

  /** {@code DROP {INDEX | KEY} …} (MySQL). */
  record DropIndex(Identifier index, boolean ifExists) implements TableAction {}

  /** {@code RENAME {INDEX | KEY} … TO …} (MySQL). */
  record RenameIndex(Identifier from, Identifier to) implements TableAction {}

  /** {@code ALTER INDEX … [IN]VISIBLE} (MySQL), {@code [NOT] IGNORED} (MariaDB). */
  record SetIndexVisible(Identifier index, boolean visible) implements TableAction {}

  /** {@code RENAME TO …}. */
  record RenameTo(ObjectName to) implements TableAction {}

  /** {@code SET SCHEMA …} (PostgreSQL). */
  record SetSchema(Identifier schema) implements TableAction {}

  /** Table options (MySQL) or {@code SET (…)} (PostgreSQL): those present replace. */
  record SetOptions(TableOptions options) implements TableAction {}

  /** What only MySQL and MariaDB have words for (MySQL manual, 15.1.9). */
  sealed interface OfMySql extends TableAction {

    /**
     * {@code ALGORITHM = …} or {@code LOCK = …}: the server refuses the statement rather than carry
     * it out in a harder way. Changes nothing in the table.
     *
     * @param value upper case
     */
    record CarryOut(Means means, String value) implements OfMySql {
      /** Which of the two clauses. */
      public enum Means {
        ALGORITHM,
        LOCK
      }
    }

    /** An action on the table's partitions. */
    record AlterPartitions(PartitionAction action) implements OfMySql {}

    /** {@code ALTER [COLUMN] … SET {VISIBLE | INVISIBLE}}. */
    record SetColumnVisible(Identifier column, boolean visible) implements OfMySql {}

    /** {@code {ADD | DROP} SYSTEM VERSIONING} (MariaDB). */
    record SetSystemVersioning(boolean on) implements OfMySql {}

    /** {@code ADD PERIOD FOR name (start, end)} (MariaDB). */
    record AddPeriod(Identifier period, Identifier start, Identifier end) implements OfMySql {}

    /** {@code DROP PERIOD FOR name} (MariaDB). */
    record DropPeriod(Identifier period) implements OfMySql {}

    /**
     * {@code IF EXISTS} in an action that has no place for it (MariaDB): nothing happens where the
     * column or index is missing.
     *
     * @param action renames a column or an index, or alters one in place
     */
    record IfPresent(TableAction action) implements OfMySql {}
  }

  /** {@code CONVERT TO CHARACTER SET … [COLLATE …]} (MySQL). */
  record ConvertCharacterSet(Optional<String> characterSet, Optional<String> collation)
      implements TableAction {}

  /** What only PostgreSQL has words for (manual, ALTER TABLE). */
  sealed interface OfPostgres extends TableAction {

    /**
     * {@code ENABLE | DISABLE TRIGGER …} (PostgreSQL).
     *
     * @param trigger its name, or {@link Identifier#NONE} for all that users made
     */
    record SetTriggerEnabled(Identifier trigger, PostgresTriggerOptions.Enabled enabled)
        implements OfPostgres {}

    /** {@code ENABLE | DISABLE RULE …}. */
    record SetRuleEnabled(Identifier rule, PostgresTriggerOptions.Enabled enabled)
        implements OfPostgres {}

    /** {@code ATTACH PARTITION … {FOR VALUES … | DEFAULT}}. */
    record AttachPartition(ObjectName partition, PartitionBound bound) implements OfPostgres {}

    /** {@code DETACH PARTITION … [CONCURRENTLY | FINALIZE]}. */
    record DetachPartition(ObjectName partition, Mode mode) implements OfPostgres {
      /** The ways to let a partition go. */
      public enum Mode {
        AT_ONCE,
        CONCURRENTLY,
        FINALIZE
      }
    }

    /** {@code INHERIT …}. */
    record Inherit(ObjectName parent) implements OfPostgres {}

    /** {@code NO INHERIT …}. */
    record NoInherit(ObjectName parent) implements OfPostgres {}

    /** {@code OF …}; empty for {@code NOT OF}. */
    record SetOfType(Optional<ObjectName> type) implements OfPostgres {}

    /** {@code SET {LOGGED | UNLOGGED}}. */
    record SetLogged(boolean logged) implements OfPostgres {}

    /** {@code {ENABLE | DISABLE} ROW LEVEL SECURITY}. */
    record EnableRowSecurity(boolean enabled) implements OfPostgres {}

    /** {@code [NO] FORCE ROW LEVEL SECURITY}. */
    record ForceRowSecurity(boolean forced) implements OfPostgres {}

    /** {@code REPLICA IDENTITY …}. */
    record SetReplicaIdentity(ReplicaIdentity identity) implements OfPostgres {}

    /** {@code CLUSTER ON …}; empty for {@code SET WITHOUT CLUSTER}. */
    record ClusterOn(Optional<Identifier> index) implements OfPostgres {}

    /** {@code SET TABLESPACE …}; empty for the database's own. */
    record SetTablespace(Optional<Identifier> tablespace) implements OfPostgres {}

    /** {@code SET ACCESS METHOD …}; empty for the default. */
    record SetAccessMethod(Optional<Identifier> method) implements OfPostgres {}

    /** {@code RESET (…)}. */
    record ResetOptions(Set<String> parameters) implements OfPostgres {
      /** Copies the names. */
      public ResetOptions {
        parameters = Collections.unmodifiableSortedSet(new TreeSet<>(parameters));
      }
    }

    /** {@code ALTER [COLUMN] … SET STORAGE …}; empty for {@code DEFAULT}. */
    record SetStorage(Identifier column, Optional<PostgresColumnOptions.Storage> storage)
        implements OfPostgres {}

    /** {@code ALTER [COLUMN] … SET COMPRESSION …}; empty for {@code DEFAULT}. */
    record SetCompression(Identifier column, Optional<String> compression) implements OfPostgres {}

    /** {@code ALTER [COLUMN] … SET STATISTICS …}; empty for the default. */
    record SetStatistics(Identifier column, Optional<Integer> target) implements OfPostgres {}

    /** {@code ALTER [COLUMN] … SET (…)}. */
    record SetColumnParameters(Identifier column, SortedMap<String, String> parameters)
        implements OfPostgres {
      /** Copies the parameters. */
      public SetColumnParameters {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
      }
    }

    /** {@code ALTER [COLUMN] … RESET (…)}. */
    record ResetColumnParameters(Identifier column, Set<String> parameters) implements OfPostgres {
      /** Copies the names. */
      public ResetColumnParameters {
        parameters = Collections.unmodifiableSortedSet(new TreeSet<>(parameters));
      }
    }

    /** {@code ALTER [COLUMN] … SET EXPRESSION AS (…)} (17). */
    record SetExpression(Identifier column, SqlExpr expression) implements OfPostgres {}

    /**
     * {@code ADD [CONSTRAINT …] NOT NULL …} (18).
     *
     * @param constraint without a name where the server is to form it
     */
    record AddNotNull(Identifier column, NotNull constraint) implements OfPostgres {}

    /** {@code ALTER CONSTRAINT … [NO] INHERIT} of what stands behind {@code NOT NULL} (18). */
    record SetConstraintInherit(Identifier constraint, boolean inherits) implements OfPostgres {}

    /** {@code ALTER CONSTRAINT … [NOT] ENFORCED} of a foreign key (18). */
    record EnforceConstraint(Identifier constraint, boolean enforced) implements OfPostgres {}
  }
}
