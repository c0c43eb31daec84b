package dev.schemend.planning.prisma.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.expr.Equivalence;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Sequence;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.TableDifference;
import dev.schemend.plan.TransactionMode;
import dev.schemend.planning.prisma.Castability;
import dev.schemend.planning.prisma.ColumnSpelling;
import dev.schemend.planning.prisma.PrismaDialect;
import dev.schemend.type.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** How Prisma compares and alters on PostgreSQL. */
public final class PostgresPrisma implements PrismaDialect {

  private static final Map<SqlType, String> SERIAL =
      Map.of(
          SqlType.builtin("smallint"), "smallserial",
          SqlType.builtin("integer"), "serial",
          SqlType.builtin("bigint"), "bigserial");
  private static final Set<String> MOMENTS =
      Set.of(
          "timestamp without time zone",
          "timestamp with time zone",
          "time without time zone",
          "time with time zone");

  private static final Set<String> NOW = Set.of("now", "current_timestamp");

  private final Dialect dialect;

  /** By the rules of one server. */
  public PostgresPrisma(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public boolean sameType(SqlType from, SqlType to) {
    if (from.equals(to)) {
      return true;
    }
    if (from instanceof SqlType.ArrayOf older && to instanceof SqlType.ArrayOf newer) {
      return sameType(older.element(), newer.element());
    }
    if (from instanceof SqlType.ArrayOf || to instanceof SqlType.ArrayOf) {
      return false;
    }
    if (from instanceof SqlType.UserDefined older
        && to instanceof SqlType.UserDefined newer
        && isAssumed(older, newer)) {
      return true;
    }
    // Types that it has no words for Prisma does not tell apart.
    boolean unknown =
        !PostgresNativeTypes.isKnown(from)
            && !PostgresNativeTypes.isKnown(to)
            && !PostgresNativeTypes.isEnum(from)
            && !PostgresNativeTypes.isEnum(to);
    return unknown || samePrecision(from, to);
  }

  /** A domain or the like, which a schema names and cannot declare. */
  private static boolean isAssumed(SqlType.UserDefined older, SqlType.UserDefined newer) {
    return older.name().isQualified() != newer.name().isQualified()
        && older.name().name().equals(newer.name().name());
  }

  /** A moment whose precision one side does not state. */
  private static boolean samePrecision(SqlType from, SqlType to) {
    return from instanceof SqlType.Builtin older
        && to instanceof SqlType.Builtin newer
        && older.name().equals(newer.name())
        && MOMENTS.contains(older.name())
        && (older.modifiers().isEmpty() || newer.modifiers().isEmpty());
  }

  @Override
  public Castability castability(SqlType from, SqlType to) {
    return PostgresCastability.of(from, to);
  }

  @Override
  public boolean isCounted(Column column) {
    return column.generation().filter(Generation.Identity.class::isInstance).isPresent()
        || column.defaultValue().filter(PostgresPrisma::isNextval).isPresent();
  }

  private static boolean isNextval(SqlExpr value) {
    return value instanceof SqlExpr.FunctionCall call && call.name().name().key().equals("nextval");
  }

  @Override
  public boolean sameDefault(Column from, Column to) {
    Optional<SqlExpr> older = from.defaultValue();
    Optional<SqlExpr> newer = to.defaultValue();
    if (older.isEmpty() || newer.isEmpty()) {
      return older.isEmpty() && newer.isEmpty();
    }
    // Two literals of a moment are never told apart.
    boolean moments = isMoment(to.type()) && isLiteral(older.get()) && isLiteral(newer.get());
    return moments
        || older.get().equals(newer.get())
        || sameConstant(older.get(), newer.get())
        || (isNow(older.get()) && isNow(newer.get()))
        || dialect.expressions().compare(older.get(), newer.get()) == Equivalence.EQUAL;
  }

  /** Two words for one moment, whatever they are cast to. */
  private static boolean isNow(SqlExpr value) {
    return withoutCasts(value) instanceof SqlExpr.FunctionCall call
        && NOW.contains(call.name().name().key());
  }

  /** The same constant, whatever it was cast to; numbers by their value. */
  private static boolean sameConstant(SqlExpr from, SqlExpr to) {
    SqlExpr older = withoutCasts(from);
    SqlExpr newer = withoutCasts(to);
    if (older instanceof SqlExpr.NumberLiteral(String one)
        && newer instanceof SqlExpr.NumberLiteral(String other)) {
      return isDecimal(one)
          && isDecimal(other)
          && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }
    if (older instanceof SqlExpr.Unary(String sign, SqlExpr one)
        && newer instanceof SqlExpr.Unary(String otherSign, SqlExpr other)) {
      return sign.equals(otherSign) && sameConstant(one, other);
    }
    if (older instanceof SqlExpr.ArrayLiteral(List<SqlExpr> elements)
        && newer instanceof SqlExpr.ArrayLiteral(List<SqlExpr> others)) {
      return elements.size() == others.size()
          && IntStream.range(0, elements.size())
              .allMatch(i -> sameConstant(elements.get(i), others.get(i)));
    }
    boolean arrays = older instanceof SqlExpr.ArrayLiteral || newer instanceof SqlExpr.ArrayLiteral;
    return arrays
        ? ArrayConstants.elements(older)
            .filter(one -> ArrayConstants.elements(newer).filter(one::equals).isPresent())
            .isPresent()
        : older instanceof SqlExpr.StringLiteral && older.equals(newer);
  }

  private static SqlExpr withoutCasts(SqlExpr value) {
    return value instanceof SqlExpr.Cast cast ? withoutCasts(cast.operand()) : value;
  }

  private static boolean isDecimal(String digits) {
    return digits.matches("\\d+(\\.\\d+)?");
  }

  private static boolean isMoment(SqlType type) {
    return type instanceof SqlType.Builtin builtin
        && (MOMENTS.contains(builtin.name()) || builtin.name().equals("date"));
  }

  private static boolean isLiteral(SqlExpr value) {
    return switch (value) {
      case SqlExpr.StringLiteral text -> true;
      case SqlExpr.Cast cast -> isLiteral(cast.operand());
      default -> false;
    };
  }

  @Override
  public boolean namesPrimaryKeys() {
    return true;
  }

  @Override
  public boolean renamesForeignKeys() {
    return true;
  }

  @Override
  public boolean guardsRequiredKeys() {
    return false;
  }

  @Override
  public boolean indexesForeignKeys() {
    return false;
  }

  @Override
  public boolean checksNullabilityAlone() {
    return false;
  }

  @Override
  public boolean comparesKeyParts() {
    return false;
  }

  @Override
  public TransactionMode transactionMode() {
    return TransactionMode.TRANSACTIONAL;
  }

  @Override
  public Column counted(ObjectName table, Column from, Column to) {
    return from.withDefault(Optional.of(nextval(sequence(table, to.name()))));
  }

  private static SqlExpr nextval(ObjectName sequence) {
    return new SqlExpr.FunctionCall(
        ObjectName.unqualified(Identifier.of("nextval")),
        List.of(new SqlExpr.RegClass(sequence)),
        true);
  }

  // Prisma leaves the name without quotes, so the server folds it.
  private static ObjectName sequence(ObjectName table, Identifier column) {
    String name = table.name().text() + "_" + column.text() + "_seq";
    return table.sibling(Identifier.of(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public List<Sequence> sequences(ObjectName table, Column counted) {
    return List.of(
        new Sequence(
            sequence(table, counted.name()),
            SequenceOptions.DEFAULT,
            Optional.of(ObjectRef.column(table, counted.name()))));
  }

  @Override
  public List<TableAction> alterColumn(Table table, Column from, Column to, Column written) {
    List<TableAction> actions = new ArrayList<>();
    Identifier name = from.name();
    if (from.nullable() != to.nullable()) {
      actions.add(
          to.nullable() ? new TableAction.DropNotNull(name) : new TableAction.SetNotNull(name));
    }
    if (!from.defaultValue().equals(to.defaultValue())) {
      actions.add(defaultChange(name, to, written));
    }
    if (!from.generation().equals(to.generation())
        && from.generation().filter(Generation.Identity.class::isInstance).isPresent()) {
      actions.add(new TableAction.DropIdentity(name, false));
    }
    if (!from.type().equals(to.type())) {
      actions.add(
          new TableAction.AlterColumnType(
              name,
              isCounted(to) ? to.type() : written.type(),
              Optional.empty(),
              Optional.empty()));
    }
    return actions;
  }

  private TableAction defaultChange(Identifier name, Column to, Column written) {
    if (to.defaultValue().isEmpty()) {
      return new TableAction.DropDefault(name);
    }
    SqlExpr value =
        isNextval(to.defaultValue().get())
            ? unqualified(to.defaultValue().get())
            : written.defaultValue().orElse(to.defaultValue().get());
    return new TableAction.SetDefault(name, value);
  }

  private SqlExpr unqualified(SqlExpr nextval) {
    SqlExpr.FunctionCall call = (SqlExpr.FunctionCall) nextval;
    return call.arguments().getFirst() instanceof SqlExpr.RegClass relation
            && relation.relation().schema().equals(dialect.profile().defaultSchema())
        ? new SqlExpr.FunctionCall(
            call.name(),
            List.of(new SqlExpr.StringLiteral("", relation.relation().name().text())),
            true)
        : nextval;
  }

  @Override
  public List<DdlStatement> aroundAlteration(
      ObjectName table, Table from, Table to, TableDifference.ColumnAltered column) {
    boolean counted = isCounted(column.from());
    if (counted == isCounted(column.to())) {
      return List.of();
    }
    if (counted) {
      return behind(column.from())
          .<DdlStatement>map(
              one -> new DdlStatement.DropSequences(List.of(one), false, DropBehavior.RESTRICT))
          .stream()
          .toList();
    }
    ObjectName sequence = sequence(table, column.to().name());
    return List.of(
        new DdlStatement.CreateSequence(sequence, SequenceOptions.DEFAULT, Optional.empty(), false),
        new DdlStatement.AlterSequence(
            sequence,
            SequenceOptions.DEFAULT,
            Optional.empty(),
            Optional.of(new DdlStatement.SequenceOwner.OwningColumn(table, column.to().name())),
            false));
  }

  /** The sequence that a default draws from; an identity column's goes with the identity. */
  private static Optional<ObjectName> behind(Column counted) {
    return counted.defaultValue().orElse(null) instanceof SqlExpr.FunctionCall call
            && call.arguments().getFirst() instanceof SqlExpr.RegClass relation
        ? Optional.of(relation.relation())
        : Optional.empty();
  }

  @Override
  public DdlStatement createTable(ObjectName name, Table table) {
    return new DdlStatement.CreateTable(
        name,
        table.columns().stream()
            .map(column -> ColumnSpelling.definition(written(table, column)))
            .toList(),
        table.primaryKey().stream().map(Constraint.class::cast).toList(),
        List.of(),
        table.options(),
        false);
  }

  @Override
  public Column written(Table table, Column column) {
    boolean serial =
        column.defaultValue().filter(PostgresPrisma::isNextval).isPresent()
            && SERIAL.containsKey(column.type());
    return serial
        ? column.withType(SqlType.builtin(SERIAL.get(column.type()))).withDefault(Optional.empty())
        : column;
  }

  /** Prisma says the order of what no schema declares, where there is one. */
  @Override
  public Index written(Index index) {
    return index.method().equals(Index.BTREE)
        ? index.withParts(index.parts().stream().map(IndexPart::withOrderStated).toList())
        : index;
  }

  @Override
  public boolean indexesInTable() {
    return false;
  }

  @Override
  public TableAction dropPrimaryKey(Constraint.PrimaryKey key) {
    return new TableAction.DropConstraint(key.name(), false, DropBehavior.RESTRICT);
  }

  @Override
  public DdlStatement dropForeignKey(ObjectName table, Identifier key) {
    return new DdlStatement.AlterTable(
        table, false, List.of(new TableAction.DropConstraint(key, false, DropBehavior.RESTRICT)));
  }

  @Override
  public Optional<Index> kept(Table from, Table to, Index index, Set<Identifier> recreated) {
    return Optional.empty();
  }

  @Override
  public boolean losesIndexes() {
    return true;
  }

  @Override
  public DdlStatement dropIndex(ObjectName table, Index index) {
    return new DdlStatement.DropIndexes(
        List.of(table.sibling(index.name())), false, false, DropBehavior.RESTRICT);
  }

  @Override
  public DdlStatement renameIndex(ObjectName table, Identifier from, Identifier to) {
    return new DdlStatement.RenameIndex(table.sibling(from), to, false);
  }
}
