package dev.schemend.planning.prisma;

import dev.schemend.apply.ColumnUses;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A table as Prisma would have it: what it can say is new, what it cannot say is old. */
final class TableOverlay {

  private final PrismaDialect dialect;
  private final PrismaPair pair;
  private final KeyOverlay keys;

  TableOverlay(PrismaDialect dialect, PrismaPair pair) {
    this.dialect = dialect;
    this.pair = pair;
    this.keys = new KeyOverlay(dialect, pair);
  }

  /** A new table, without what Prisma cannot say of it. */
  Table created(Table table) {
    return new Table(
        table.name(),
        table.columns().stream().map(TableOverlay::plain).toList(),
        keys.expressibleConstraints(table),
        keys.expressibleIndexes(table),
        table.options().withComment(Optional.empty()));
  }

  private static Column plain(Column column) {
    return column.withComment(Optional.empty());
  }

  /** A table that stays. */
  Table merged(Table from, Table to) {
    List<Column> columns = new ArrayList<>();
    for (Column before : from.columns()) {
      Optional<Column> after = to.column(before.name());
      boolean recreated = isRecreated(Optional.of(before), after);
      after
          .map(column -> recreated ? plain(column) : merged(from, before, column))
          .ifPresent(columns::add);
    }
    // Prisma adds columns in the byte order of their names.
    to.columns().stream()
        .filter(column -> from.column(column.name()).isEmpty())
        .sorted(Comparator.comparing(Column::name))
        .map(TableOverlay::plain)
        .forEach(columns::add);
    Set<Identifier> kept = columns.stream().map(Column::name).collect(Collectors.toSet());
    List<Constraint> constraints = new ArrayList<>(keys.constraints(from, to));
    from.constraints().stream()
        .filter(TableOverlay::isBeyondPrisma)
        .filter(constraint -> kept.containsAll(ColumnUses.in(constraint)))
        .forEach(constraints::add);
    return new Table(from.name(), columns, constraints, keys.indexes(from, to), from.options());
  }

  private static boolean isBeyondPrisma(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check check -> true;
      case Constraint.Exclusion exclusion -> true;
      case Constraint.PrimaryKey key -> false;
      case Constraint.Unique key -> false;
      case Constraint.ForeignKey key -> false;
    };
  }

  /** Whether a column is dropped and made anew, since no cast leads to its new type. */
  boolean isRecreated(Optional<Column> from, Optional<Column> to) {
    return from.isPresent()
        && to.isPresent()
        && !dialect.sameType(from.get().type(), to.get().type())
        && dialect.castability(from.get().type(), to.get().type()) == Castability.NOT_CASTABLE;
  }

  private Column merged(Table table, Column from, Column to) {
    boolean sameType = dialect.sameType(from.type(), to.type());
    Column merged = sameType ? from : withType(from, to);
    boolean lists = from.type() instanceof SqlType.ArrayOf && to.type() instanceof SqlType.ArrayOf;
    merged = merged.withNullable(lists ? from.nullable() : to.nullable());
    if (isComputed(from) || isComputed(to)) {
      return merged;
    }
    if (dialect.isCounted(from) != dialect.isCounted(to)) {
      return dialect.isCounted(to)
          ? dialect.counted(table.name(), merged, to)
          : merged.withGeneration(to.generation()).withDefault(to.defaultValue());
    }
    boolean sameDefault =
        dialect.isCounted(from)
            || pair.leavesDefaultOpen(table.name(), from.name())
            || dialect.sameDefault(from, to);
    return sameDefault ? merged : merged.withDefault(to.defaultValue());
  }

  // What hangs on the type goes with it: its character set, its collation.
  private static Column withType(Column from, Column to) {
    boolean characters = from.mysql().characterSet().isPresent();
    boolean stays = characters == to.mysql().characterSet().isPresent();
    Column typed = from.withType(to.type());
    return stays ? typed : typed.withCollation(to.collation()).withMySql(to.mysql());
  }

  private static boolean isComputed(Column column) {
    return column.generation().filter(Generation.Computed.class::isInstance).isPresent();
  }
}
