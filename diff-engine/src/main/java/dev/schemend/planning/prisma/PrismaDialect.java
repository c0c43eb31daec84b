package dev.schemend.planning.prisma;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.TableDifference;
import dev.schemend.plan.TransactionMode;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PORT: how Prisma compares and alters on one kind of server. */
public interface PrismaDialect {

  /** Whether Prisma sees no difference between two types of columns. */
  boolean sameType(SqlType from, SqlType to);

  /** What it thinks of a change between two types that it tells apart. */
  Castability castability(SqlType from, SqlType to);

  /** Whether the server counts the column up. */
  boolean isCounted(Column column);

  /** Whether Prisma sees no difference between the defaults of two columns that nothing counts. */
  boolean sameDefault(Column from, Column to);

  /** Whether Prisma compares the name of a primary key. */
  boolean namesPrimaryKeys();

  /** Whether foreign keys can be renamed. */
  boolean renamesForeignKeys();

  /** Whether a foreign key has to go while a column of it becomes required. */
  boolean guardsRequiredKeys();

  /** Whether a foreign key needs the index over its columns, whether declared or not. */
  boolean indexesForeignKeys();

  /** Whether Prisma, where a column becomes required, looks at nothing else of it. */
  boolean checksNullabilityAlone();

  /** The length of an index part and the order of key parts, where Prisma compares them. */
  boolean comparesKeyParts();

  /** How statements run. */
  TransactionMode transactionMode();

  /** A column that starts to be counted, as its table holds it afterwards. */
  Column counted(ObjectName table, Column from, Column to);

  /** The sequence behind such a column; empty where it needs none. */
  List<Sequence> sequences(ObjectName table, Column counted);

  /**
   * What changes a column in place.
   *
   * @param table as it is to be
   * @param from as it is
   * @param to as it is to be
   * @param written {@code to} as a script should show it
   */
  List<TableAction> alterColumn(Table table, Column from, Column to, Column written);

  /**
   * What stands around the statement that alters a column: sequences that come before it, and what
   * is said of sequences after it.
   *
   * @param table as a script shows its name
   */
  List<DdlStatement> aroundAlteration(
      ObjectName table, Table from, Table to, TableDifference.ColumnAltered column);

  /** Makes a table that no schema declares, in the form in which a schema would. */
  DdlStatement createTable(ObjectName name, Table table);

  /** The column as {@code ADD COLUMN} shows it, of a table that no schema declares. */
  Column written(Table table, Column column);

  /** The index as a statement shows it. */
  Index written(Index index);

  /** Whether the indexes of a new table stand inside of its statement. */
  boolean indexesInTable();

  /** Takes the primary key away. */
  TableAction dropPrimaryKey(Constraint.PrimaryKey key);

  /** Takes a foreign key away. */
  DdlStatement dropForeignKey(ObjectName table, Identifier key);

  /**
   * What is left of an index whose columns {@code recreated} one statement drops and adds again;
   * empty where it goes with them, or has to go before.
   */
  Optional<Index> kept(Table from, Table to, Index index, Set<Identifier> recreated);

  /** Whether an index goes with a column that is dropped, though the statement adds it again. */
  boolean losesIndexes();

  /** Takes an index away. */
  DdlStatement dropIndex(ObjectName table, Index index);

  /** Gives an index another name. */
  DdlStatement renameIndex(ObjectName table, Identifier from, Identifier to);
}
