package dev.schemend.planning.prisma.mysql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.mysql.MySqlReturningColumns;
import dev.schemend.expr.Equivalence;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.TableDifference;
import dev.schemend.plan.TransactionMode;
import dev.schemend.planning.prisma.Castability;
import dev.schemend.planning.prisma.PrismaDialect;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How Prisma compares and alters on MySQL and MariaDB. */
public final class MySqlPrisma implements PrismaDialect {

  /** The engine of a table that names none (manual, 18.1). */
  private static final String DEFAULT_ENGINE = "InnoDB";

  private static final Set<String> MOMENTS = Set.of("date", "datetime", "timestamp", "time");

  private final Dialect dialect;

  /** By the rules of one server. */
  public MySqlPrisma(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public boolean sameType(SqlType from, SqlType to) {
    return from.equals(to)
        || (isTinyInt(from) && isTinyInt(to))
        || (isBeyondPrisma(from) && isBeyondPrisma(to));
  }

  // A truth value is a tinyint of one digit; Prisma does not tell the two apart.
  private static boolean isTinyInt(SqlType type) {
    return type instanceof SqlType.Builtin builtin && builtin.name().equals("tinyint");
  }

  private static boolean isBeyondPrisma(SqlType type) {
    return switch (type) {
      case SqlType.InlineEnum inline -> inline.kind() == SqlType.InlineEnum.Kind.SET;
      case SqlType.Builtin builtin -> SPATIAL.contains(builtin.name());
      case SqlType.UserDefined user -> true;
      case SqlType.ArrayOf array -> false;
    };
  }

  // Manual, 11.4: the types that Prisma calls unsupported.
  private static final Set<String> SPATIAL =
      Set.of(
          "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection");

  @Override
  public Castability castability(SqlType from, SqlType to) {
    return MySqlCastability.of(from, to);
  }

  @Override
  public boolean isCounted(Column column) {
    return column.generation().filter(Generation.AutoIncrement.class::isInstance).isPresent();
  }

  @Override
  public boolean sameDefault(Column from, Column to) {
    Optional<SqlExpr> older = from.defaultValue();
    Optional<SqlExpr> newer = to.defaultValue();
    if (isBuiltin(from.type(), Set.of("json")) && isBuiltin(to.type(), Set.of("json"))) {
      return true;
    }
    if (older.isEmpty() || newer.isEmpty()) {
      return older.isEmpty() && newer.isEmpty();
    }
    boolean moments =
        isBuiltin(to.type(), MOMENTS)
            && ((isLiteral(older.get()) && isLiteral(newer.get()))
                || (isNow(older.get()) && isNow(newer.get())));
    return moments
        || older.get().equals(newer.get())
        || dialect.expressions().compare(older.get(), newer.get()) == Equivalence.EQUAL;
  }

  private static boolean isBuiltin(SqlType type, Set<String> names) {
    return type instanceof SqlType.Builtin builtin && names.contains(builtin.name());
  }

  private static boolean isLiteral(SqlExpr value) {
    return value instanceof SqlExpr.StringLiteral;
  }

  private static boolean isNow(SqlExpr value) {
    return value instanceof SqlExpr.FunctionCall call
        && call.name().name().key().equals("current_timestamp");
  }

  @Override
  public boolean namesPrimaryKeys() {
    return false;
  }

  @Override
  public boolean renamesForeignKeys() {
    return false;
  }

  @Override
  public boolean guardsRequiredKeys() {
    return true;
  }

  @Override
  public boolean indexesForeignKeys() {
    return true;
  }

  @Override
  public boolean checksNullabilityAlone() {
    return true;
  }

  @Override
  public boolean comparesKeyParts() {
    return true;
  }

  @Override
  public TransactionMode transactionMode() {
    return TransactionMode.AUTOCOMMIT;
  }

  @Override
  public Column counted(ObjectName table, Column from, Column to) {
    return from.withGeneration(to.generation()).withDefault(to.defaultValue());
  }

  @Override
  public List<Sequence> sequences(ObjectName table, Column counted) {
    return List.of();
  }

  @Override
  public List<TableAction> alterColumn(Table table, Column from, Column to, Column written) {
    boolean onlyDefaultGoes =
        to.defaultValue().isEmpty()
            && from.defaultValue().isPresent()
            && from.withDefault(Optional.empty()).equals(to);
    return List.of(
        onlyDefaultGoes
            ? new TableAction.DropDefault(from.name())
            : new TableAction.ChangeColumn(
                from.name(), definition(table, written, to), ColumnPosition.UNSTATED, false));
  }

  /** The column as written, with what the server would else take from the table's defaults. */
  private static ColumnDefinition definition(Table table, Column written, Column to) {
    Column own = implied(to, table.options().mysql());
    return new ColumnDefinition(
        written
            .withNullable(to.nullable())
            .withComment(to.comment())
            .withCollation(own.collation())
            .withMySql(own.mysql()),
        to.nullable(),
        List.of(),
        List.of());
  }

  @Override
  public List<DdlStatement> aroundAlteration(
      ObjectName table, Table from, Table to, TableDifference.ColumnAltered column) {
    return List.of();
  }

  @Override
  public DdlStatement createTable(ObjectName name, Table table) {
    MySqlTableOptions options = table.options().mysql();
    List<ColumnDefinition> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          new ColumnDefinition(implied(column, options), column.nullable(), List.of(), List.of()));
    }
    return new DdlStatement.CreateTable(
        name,
        columns,
        table.primaryKey().stream().map(MySqlPrisma::written).toList(),
        table.indexes().stream()
            .filter(index -> !index.mysql().generated())
            .sorted(Comparator.comparing(Index::name))
            .map(this::written)
            .toList(),
        table
            .options()
            .withMySql(
                new MySqlTableOptions(
                    options.engine().filter(engine -> !engine.equalsIgnoreCase(DEFAULT_ENGINE)),
                    options.characterSet(),
                    options.collation(),
                    options.other())),
        false);
  }

  /** A column without what its table says already. */
  private static Column implied(Column column, MySqlTableOptions table) {
    boolean same =
        column.collation().equals(table.collation())
            && column.mysql().characterSet().equals(table.characterSet());
    return same
        ? column
            .withCollation(Optional.empty())
            .withMySql(column.mysql().withCharacterSet(Optional.empty()))
        : column;
  }

  @Override
  public Column written(Table table, Column column) {
    return implied(column, table.options().mysql());
  }

  private static Constraint written(Constraint.PrimaryKey key) {
    return new Constraint.PrimaryKey(
        key.name(), ordered(key.parts()), key.include(), key.deferrability());
  }

  private static List<IndexPart> ordered(List<IndexPart> parts) {
    return parts.stream().map(IndexPart::withOrderStated).toList();
  }

  /** Prisma names no method, and says the order of what no schema declares. */
  @Override
  public Index written(Index index) {
    return index.method().equals(Index.BTREE)
        ? new Index(
            index.name(),
            index.kind(),
            Index.UNSTATED,
            ordered(index.parts()),
            index.predicate(),
            index.postgres(),
            index.mysql())
        : index;
  }

  @Override
  public boolean indexesInTable() {
    return true;
  }

  @Override
  public TableAction dropPrimaryKey(Constraint.PrimaryKey key) {
    return new TableAction.DropPrimaryKey(false);
  }

  @Override
  public DdlStatement dropForeignKey(ObjectName table, Identifier key) {
    return new DdlStatement.AlterTable(
        table, false, List.of(new TableAction.DropForeignKey(key, false)));
  }

  @Override
  public Optional<Index> kept(Table from, Table to, Index index, Set<Identifier> recreated) {
    return MySqlReturningColumns.kept(dialect.profile(), from, to, index, recreated);
  }

  @Override
  public boolean losesIndexes() {
    return false;
  }

  @Override
  public DdlStatement dropIndex(ObjectName table, Index index) {
    return new DdlStatement.DropIndexOn(table, index.name(), false);
  }

  @Override
  public DdlStatement renameIndex(ObjectName table, Identifier from, Identifier to) {
    return new DdlStatement.AlterTable(
        table, false, List.of(new TableAction.RenameIndex(from, to)));
  }
}
