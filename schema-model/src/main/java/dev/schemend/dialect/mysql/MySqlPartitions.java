package dev.schemend.dialect.mysql;

import dev.schemend.apply.ColumnUses;
import dev.schemend.apply.ErrorCode;
import dev.schemend.apply.Rejection;
import dev.schemend.ddl.PartitionAction;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.model.MySqlPartitioning.Method;
import dev.schemend.model.MySqlPartitioning.Part;
import dev.schemend.model.MySqlPartitioning.Partition;
import dev.schemend.model.MySqlPartitioning.Scheme;
import dev.schemend.model.MySqlPartitioning.Values;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Partitions: the form in which they are stored, and what {@code ALTER TABLE} does to them. */
final class MySqlPartitions {

  private static final String GENERAL = "HY000";
  private static final ErrorCode NOT_PARTITIONED = ErrorCode.of(1505, GENERAL);
  private static final ErrorCode NO_SUCH_PARTITION = ErrorCode.of(1507, GENERAL);
  private static final ErrorCode SAME_NAME = ErrorCode.of(1517, GENERAL);
  private static final ErrorCode LAST_PARTITION = ErrorCode.of(1508, GENERAL);
  private static final ErrorCode ONLY_ON_RANGE_AND_LIST = ErrorCode.of(1512, GENERAL);
  private static final ErrorCode ONLY_ON_HASH = ErrorCode.of(1509, GENERAL);
  private static final ErrorCode FIELD_NOT_FOUND = ErrorCode.of(1488, GENERAL);
  private static final ErrorCode VALUES_MISSING = ErrorCode.of(1479, GENERAL);
  private static final ErrorCode OTHER_VALUES = ErrorCode.of(1480, GENERAL);
  private static final ErrorCode ROWS_REFERENCED = ErrorCode.of(1217, "23000");
  private static final ErrorCode WRONG_PARTS = ErrorCode.of(1064, "42000");
  private static final ErrorCode WRONG_PARTS_ADDED = ErrorCode.of(1513, GENERAL);
  private static final ErrorCode WRONG_PARTS_INSTEAD = ErrorCode.of(1485, GENERAL);
  private static final ErrorCode NEEDS_EVERY_COLUMN = ErrorCode.of(1503, GENERAL);

  private final MySqlScope scope;

  MySqlPartitions(MySqlScope scope) {
    this.scope = scope;
  }

  /** {@code table} partitioned as {@code written} says, in the server's form. */
  Table partitioned(Table table, MySqlPartitioning written) {
    MySqlPartitioning stored =
        new MySqlPartitioning(
            scheme(table, written.scheme()),
            written.subscheme().map(scheme -> scheme(table, scheme)),
            written.partitions().stream().map(one -> partition(table, written, one)).toList());
    requireNames(table, stored.partitions());
    requireAlike(table, stored.partitions(), WRONG_PARTS);
    MySqlPartitionValues.requireApart(table, stored);
    return with(table, Optional.of(stored));
  }

  private static Table with(Table table, Optional<MySqlPartitioning> partitioning) {
    return table.withOptions(
        table.options().withMySql(table.options().mysql().withPartitioning(partitioning)));
  }

  private Scheme scheme(Table table, Scheme written) {
    return new Scheme(
        written.method(),
        written.linear(),
        written.keys().stream().map(key -> key(table, key)).toList(),
        // Where nothing is written, the server puts the day on which the table was made.
        written.interval().stream().filter(word -> !word.startsWith("STARTS")).toList());
  }

  private SqlExpr key(Table table, SqlExpr written) {
    for (Identifier column : ColumnUses.in(written)) {
      if (table.column(column).isEmpty()) {
        throw MySqlErrors.undefined(ObjectRef.column(table.name(), column), FIELD_NOT_FOUND);
      }
    }
    SqlExpr canonical = scope.dialect().expressions().canonical(written, Optional.empty());
    return canonical instanceof SqlExpr.ColumnRef reference
        ? new SqlExpr.ColumnRef(List.of(), table.column(reference.column()).orElseThrow().name())
        : canonical;
  }

  private static void requireFitting(Table table, Scheme scheme, Values values) {
    boolean ranges = scheme.method() == Method.RANGE || scheme.method() == Method.RANGE_COLUMNS;
    boolean lists = scheme.method() == Method.LIST || scheme.method() == Method.LIST_COLUMNS;
    switch (values) {
      case Values.LessThan less when !ranges ->
          throw refuse(table, "only ranges have VALUES LESS THAN", OTHER_VALUES);
      case Values.In in when !lists ->
          throw refuse(table, "only lists have VALUES IN", OTHER_VALUES);
      case Values.Hashed hashed when ranges || lists ->
          throw refuse(table, "its partitions need VALUES", VALUES_MISSING);
      case Values.LessThan less -> {}
      case Values.In in -> {}
      case Values.Hashed hashed -> {}
      case Values.Rest rest -> {}
      case Values.History history -> {}
      case Values.Current current -> {}
    }
  }

  /** Refuses partitions of a table that foreign keys lead from or to. */
  static void requireNoKeys(MySqlScope scope, Table table) {
    boolean held =
        MySqlKeyedColumns.holders(scope.schema(), table)
            .flatMap(
                holder ->
                    holder
                        .foreignKeys()
                        .filter(
                            key ->
                                holder.name().equals(table.name())
                                    || key.target().equals(table.name())))
            .findAny()
            .isPresent();
    if (held) {
      throw refuse(
          table,
          "foreign keys and partitions exclude each other",
          scope.dialect().profile().flavor() == dev.schemend.dialect.Flavor.MARIADB
              ? ROWS_REFERENCED
              : MySqlErrors.KEYS_AND_PARTITIONS);
    }
  }

  private Partition partition(Table table, MySqlPartitioning of, Partition written) {
    requireFitting(table, of.scheme(), written.values());
    return new Partition(
            written.name(),
            values(table, of.scheme(), written.values()),
            written.comment(),
            written.parts())
        .settled();
  }

  private Values values(Table table, Scheme scheme, Values written) {
    return switch (written) {
      case Values.LessThan less ->
          new Values.LessThan(
              positions(less.bounds().size()).stream()
                  .map(i -> less.bounds().get(i).map(bound -> value(table, scheme, i, bound)))
                  .toList());
      case Values.In in ->
          new Values.In(
              in.rows().stream()
                  .map(
                      row ->
                          positions(row.size()).stream()
                              .map(i -> value(table, scheme, i, row.get(i)))
                              .toList())
                  // A list is a set; the servers sort it.
                  .sorted(Comparator.comparing(List::toString))
                  .toList());
      case Values.Hashed hashed -> hashed;
      case Values.Rest rest -> rest;
      case Values.History history -> history;
      case Values.Current current -> current;
    };
  }

  private static List<Integer> positions(int count) {
    return Stream.iterate(0, i -> i < count, i -> i + 1).toList();
  }

  // COLUMNS compares with the columns' own types, everything else with whole numbers.
  private SqlExpr value(Table table, Scheme scheme, int at, SqlExpr written) {
    boolean ofColumns =
        scheme.method() == Method.RANGE_COLUMNS || scheme.method() == Method.LIST_COLUMNS;
    if (ofColumns
        && at < scheme.keys().size()
        && scheme.keys().get(at) instanceof SqlExpr.ColumnRef reference) {
      return scope
          .dialect()
          .expressions()
          .canonical(written, table.column(reference.column()).map(column -> column.type()));
    }
    return MySqlConstants.folded(
        scope.dialect().expressions().canonical(written, Optional.empty()));
  }

  private static void requireNames(Table table, List<Partition> partitions) {
    Set<Identifier> names = new HashSet<>();
    for (Partition partition : partitions) {
      if (!names.add(partition.name())) {
        throw refuse(table, "has two partitions called " + partition.name().text(), SAME_NAME);
      }
    }
  }

  private static Rejection refuse(Table table, String reason, ErrorCode code) {
    return MySqlErrors.invalid(table.ref(), reason, code);
  }

  /** The schema after an action on the partitions of {@code table}. */
  Schema alter(Table table, PartitionAction action) {
    Schema schema = scope.schema();
    return switch (action) {
      case PartitionAction.PartitionBy by -> {
        requireNoKeys(scope, table);
        yield schema.with(partitioned(table, by.partitioning()));
      }
      case PartitionAction.RemovePartitioning remove -> {
        present(table);
        yield schema.with(with(table, Optional.empty()));
      }
      case PartitionAction.AddPartitions add -> schema.with(add(table, add));
      case PartitionAction.AddHashed add -> schema.with(addHashed(table, add.count()));
      case PartitionAction.Coalesce coalesce -> schema.with(coalesce(table, coalesce.count()));
      case PartitionAction.DropPartitions drop -> schema.with(drop(table, drop));
      case PartitionAction.Reorganize reorganize -> schema.with(reorganize(table, reorganize));
      case PartitionAction.ToTable to -> toTable(table, to);
      case PartitionAction.FromTable from -> fromTable(table, from);
    };
  }

  private static MySqlPartitioning present(Table table) {
    return table
        .options()
        .mysql()
        .partitioning()
        .orElseThrow(() -> refuse(table, "is not partitioned", NOT_PARTITIONED));
  }

  private Table add(Table table, PartitionAction.AddPartitions add) {
    MySqlPartitioning present = present(table);
    List<Partition> all = new ArrayList<>(present.partitions());
    for (Partition written : add.partitions()) {
      boolean there = all.stream().anyMatch(one -> one.name().equals(written.name()));
      if (!(there && add.ifNotExists())) {
        all.add(written);
      }
    }
    List<Partition> divided = subpartitioned(present, all);
    requireAlike(table, divided, WRONG_PARTS_ADDED);
    return partitioned(table, present.withPartitions(divided));
  }

  private static void requireAlike(Table table, List<Partition> partitions, ErrorCode code) {
    if (partitions.stream().map(one -> one.parts().size()).distinct().count() > 1) {
      throw refuse(table, "each of its partitions has as many parts as every other", code);
    }
  }

  // New partitions have as many parts as the old ones.
  private static List<Partition> subpartitioned(MySqlPartitioning of, List<Partition> partitions) {
    int parts = of.partitions().stream().mapToInt(one -> one.parts().size()).max().orElse(0);
    return partitions.stream()
        .map(
            one ->
                one.parts().isEmpty() && parts > 0
                    ? one.withParts(partNames(one.name(), parts))
                    : one)
        .toList();
  }

  private static List<Part> partNames(Identifier partition, int count) {
    return positions(count).stream()
        .map(i -> new Part(MySqlKeys.member(partition.text() + "sp" + i)))
        .toList();
  }

  private Table addHashed(Table table, int count) {
    MySqlPartitioning present = hashed(table);
    List<Partition> all = new ArrayList<>(present.partitions());
    for (int i = 0, number = all.size(); i < count; number++) {
      Identifier name = MySqlKeys.member("p" + number);
      if (all.stream().noneMatch(one -> one.name().equals(name))) {
        all.add(new Partition(name, new Values.Hashed()));
        i++;
      }
    }
    return with(table, Optional.of(present.withPartitions(all)));
  }

  private static MySqlPartitioning hashed(Table table) {
    MySqlPartitioning present = present(table);
    if (!present.isHashed()) {
      throw refuse(table, "is not partitioned by HASH or KEY", ONLY_ON_HASH);
    }
    return present;
  }

  private static Table coalesce(Table table, int count) {
    MySqlPartitioning present = hashed(table);
    int rest = present.partitions().size() - count;
    if (rest < 1) {
      throw refuse(table, "cannot lose all its partitions", LAST_PARTITION);
    }
    return with(table, Optional.of(present.withPartitions(present.partitions().subList(0, rest))));
  }

  private static Table drop(Table table, PartitionAction.DropPartitions drop) {
    MySqlPartitioning present = present(table);
    if (present.isHashed()) {
      throw refuse(table, "is not partitioned by RANGE or LIST", ONLY_ON_RANGE_AND_LIST);
    }
    for (Identifier name : drop.names()) {
      if (!drop.ifExists()
          && present.partitions().stream().noneMatch(one -> one.name().equals(name))) {
        throw refuse(table, "has no partition " + name.text(), NO_SUCH_PARTITION);
      }
    }
    List<Partition> rest =
        present.partitions().stream().filter(one -> !drop.names().contains(one.name())).toList();
    if (rest.isEmpty()) {
      throw refuse(table, "cannot lose all its partitions", LAST_PARTITION);
    }
    return with(table, Optional.of(present.withPartitions(rest)));
  }

  private Table reorganize(Table table, PartitionAction.Reorganize reorganize) {
    MySqlPartitioning present = present(table);
    List<Partition> all = new ArrayList<>();
    boolean placed = false;
    for (Partition partition : present.partitions()) {
      if (!reorganize.names().contains(partition.name())) {
        all.add(partition);
      } else if (!placed) {
        all.addAll(reorganize.into());
        placed = true;
      }
    }
    for (Identifier name : reorganize.names()) {
      if (present.partitions().stream().noneMatch(one -> one.name().equals(name))) {
        throw refuse(table, "has no partition " + name.text(), NO_SUCH_PARTITION);
      }
    }
    List<Partition> divided = subpartitioned(present, all);
    List<Partition> both = new ArrayList<>(present.partitions());
    both.addAll(divided);
    requireAlike(table, both, WRONG_PARTS_INSTEAD);
    return partitioned(table, present.withPartitions(divided));
  }

  private Schema toTable(Table table, PartitionAction.ToTable to) {
    ObjectName name = scope.toCreate(to.table());
    if (scope.isTaken(name)) {
      throw scope.errors().tableExists(name);
    }
    Table rest = drop(table, new PartitionAction.DropPartitions(List.of(to.partition()), false));
    Table own = with(table, Optional.empty()).withName(name);
    return scope.schema().with(rest).with(own);
  }

  private Schema fromTable(Table table, PartitionAction.FromTable from) {
    Table source = scope.table(from.table());
    return scope
        .schema()
        .without(source.ref())
        .with(add(table, new PartitionAction.AddPartitions(List.of(from.partition()), false)));
  }

  /**
   * Refuses a table whose partitions look at what they cannot, or some unique key of which lacks a
   * column that they look at.
   */
  static void requireServed(Table table, boolean mariaDb) {
    Optional<MySqlPartitioning> partitioning = table.options().mysql().partitioning();
    if (partitioning.isEmpty()) {
      return;
    }
    MySqlPartitionKeys keys = new MySqlPartitionKeys(table, mariaDb);
    keys.requireServed(partitioning.get().scheme());
    partitioning.get().subscheme().ifPresent(keys::requireServed);
    Set<Identifier> read = columns(partitioning.get());
    Stream.concat(
            table.primaryKey().stream().map(key -> key.columns().toList()),
            table.indexes().stream()
                .filter(index -> index.unique())
                .map(index -> index.columns().toList()))
        .filter(key -> !key.containsAll(read))
        .findFirst()
        .ifPresent(
            key -> {
              throw refuse(
                  table,
                  "a unique key must hold every column that its partitions look at",
                  NEEDS_EVERY_COLUMN);
            });
  }

  /** The columns that decide where a row goes. */
  static Set<Identifier> columns(MySqlPartitioning partitioning) {
    Set<Identifier> read = new HashSet<>();
    Stream.concat(Stream.of(partitioning.scheme()), partitioning.subscheme().stream())
        .flatMap(scheme -> scheme.keys().stream())
        .forEach(key -> read.addAll(ColumnUses.in(key)));
    return read;
  }

  /** {@code table} with its partitions looking at a column under its new name. */
  static Table renamed(Table table, Identifier from, Identifier to) {
    return table
        .options()
        .mysql()
        .partitioning()
        .map(
            old ->
                with(
                    table,
                    Optional.of(
                        new MySqlPartitioning(
                            renamed(old.scheme(), from, to),
                            old.subscheme().map(scheme -> renamed(scheme, from, to)),
                            old.partitions()))))
        .orElse(table);
  }

  private static Scheme renamed(Scheme scheme, Identifier from, Identifier to) {
    return new Scheme(
        scheme.method(),
        scheme.linear(),
        scheme.keys().stream()
            .map(
                key ->
                    Expressions.bottomUp(
                        key,
                        node ->
                            node instanceof SqlExpr.ColumnRef reference
                                    && reference.column().equals(from)
                                ? new SqlExpr.ColumnRef(reference.qualifiers(), to)
                                : node))
            .toList(),
        scheme.interval());
  }
}
