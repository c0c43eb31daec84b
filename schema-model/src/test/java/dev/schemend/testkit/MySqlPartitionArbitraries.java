package dev.schemend.testkit;

import dev.schemend.ddl.PartitionAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.model.MySqlPartitioning.Method;
import dev.schemend.model.MySqlPartitioning.Part;
import dev.schemend.model.MySqlPartitioning.Partition;
import dev.schemend.model.MySqlPartitioning.Scheme;
import dev.schemend.model.MySqlPartitioning.Values;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random partitions, and what only MySQL and MariaDB do to tables. */
final class MySqlPartitionArbitraries {

  private final boolean mariadb;
  private final Arbitrary<SqlExpr> expressions;

  MySqlPartitionArbitraries(boolean mariadb, Arbitrary<SqlExpr> expressions) {
    this.mariadb = mariadb;
    this.expressions = expressions;
  }

  private static Arbitrary<Identifier> names() {
    return MySqlArbitraries.members();
  }

  private static Arbitrary<Boolean> flag() {
    return Arbitraries.of(false, true);
  }

  Arbitrary<MySqlPartitioning> partitionings() {
    Arbitrary<Optional<Scheme>> none = Arbitraries.just(Optional.empty());
    Arbitrary<Optional<Scheme>> hashes = hashes().map(Optional::of);
    return Arbitraries.oneOf(
        Combinators.combine(hashes(), none, hashed()).as(MySqlPartitioning::new),
        Combinators.combine(ranges(), Arbitraries.oneOf(none, hashes), lists(lessThan()))
            .as(MySqlPartitionArbitraries::divided),
        Combinators.combine(listSchemes(), none, lists(in())).as(MySqlPartitioning::new));
  }

  private Arbitrary<Scheme> hashes() {
    return Arbitraries.oneOf(
        Combinators.combine(flag(), expressions)
            .as((linear, key) -> new Scheme(Method.HASH, linear, List.of(key), List.of())),
        Combinators.combine(flag(), columns().list().ofMaxSize(2))
            .as((linear, keys) -> new Scheme(Method.KEY, linear, keys, List.of())));
  }

  private Arbitrary<Scheme> ranges() {
    return Arbitraries.oneOf(
        expressions.map(key -> new Scheme(Method.RANGE, false, List.of(key), List.of())),
        columns()
            .list()
            .ofSize(2)
            .map(keys -> new Scheme(Method.RANGE_COLUMNS, false, keys, List.of())));
  }

  private Arbitrary<Scheme> listSchemes() {
    return Arbitraries.oneOf(
        expressions.map(key -> new Scheme(Method.LIST, false, List.of(key), List.of())),
        columns()
            .list()
            .ofSize(2)
            .map(keys -> new Scheme(Method.LIST_COLUMNS, false, keys, List.of())));
  }

  private static Arbitrary<SqlExpr> columns() {
    return names().map(name -> new SqlExpr.ColumnRef(List.of(), name));
  }

  // Numbered by the server, or by name.
  private Arbitrary<List<Partition>> hashed() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(1, 4).map(MySqlPartitionArbitraries::numbered),
        lists(Arbitraries.just(new Values.Hashed())));
  }

  private static List<Partition> numbered(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Partition(Identifier.of("p" + i), new Values.Hashed()))
        .toList();
  }

  private static Arbitrary<Values> lessThan() {
    return MySqlExpressionArbitraries.literals()
        .optional(0.8)
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(Values.LessThan::new);
  }

  private Arbitrary<Values> in() {
    Arbitrary<Values> rows =
        MySqlExpressionArbitraries.literals()
            .list()
            .ofMinSize(1)
            .ofMaxSize(2)
            .list()
            .ofMinSize(1)
            .ofMaxSize(2)
            .map(Values.In::new);
    return mariadb ? Arbitraries.oneOf(rows, Arbitraries.just(new Values.Rest())) : rows;
  }

  private static Arbitrary<List<Partition>> lists(Arbitrary<? extends Values> values) {
    return Combinators.combine(
            names(),
            values,
            MySqlExpressionArbitraries.texts().filter(text -> !text.isEmpty()).optional(0.2))
        .as((name, value, said) -> new Partition(name, value, said, List.of()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static MySqlPartitioning divided(
      Scheme scheme, Optional<Scheme> subscheme, List<Partition> partitions) {
    return new MySqlPartitioning(
        scheme,
        subscheme,
        subscheme.isEmpty()
            ? partitions
            : partitions.stream()
                .map(one -> one.withParts(parts(one.name().text(), one.comment())))
                .toList());
  }

  private static List<Part> parts(String partition, Optional<String> said) {
    return IntStream.range(0, 2)
        .mapToObj(
            i -> {
              String name = partition + "sp" + i;
              return new Part(
                  new Identifier(name, name.toLowerCase(Locale.ROOT)),
                  i == 0 ? said.map(text -> text + "!") : Optional.empty());
            })
        .toList();
  }

  Arbitrary<TableAction> actions(Arbitrary<ObjectName> tables) {
    Arbitrary<List<Identifier>> some = names().list().ofMinSize(1).ofMaxSize(2);
    Arbitrary<Boolean> onMariaDb = mariadb ? flag() : Arbitraries.just(false);
    Arbitrary<PartitionAction> both =
        Arbitraries.oneOf(
            partitionings().map(PartitionAction.PartitionBy::new),
            Arbitraries.just(new PartitionAction.RemovePartitioning()),
            Combinators.combine(lists(lessThan()), onMariaDb)
                .as(PartitionAction.AddPartitions::new),
            Arbitraries.of(1, 4).map(PartitionAction.AddHashed::new),
            Arbitraries.of(1, 4).map(PartitionAction.Coalesce::new),
            Combinators.combine(some, onMariaDb).as(PartitionAction.DropPartitions::new),
            Combinators.combine(some, lists(lessThan())).as(PartitionAction.Reorganize::new));
    Arbitrary<PartitionAction> converts =
        Arbitraries.oneOf(
            Combinators.combine(names(), tables).as(PartitionAction.ToTable::new),
            Combinators.combine(tables, lists(lessThan()))
                .as((table, list) -> new PartitionAction.FromTable(table, list.getFirst())));
    return (mariadb ? Arbitraries.oneOf(both, converts) : both)
        .map(TableAction.OfMySql.AlterPartitions::new);
  }

  /** What only one of the flavors does. */
  Arbitrary<TableAction> others() {
    return mariadb
        ? Arbitraries.oneOf(
            flag().map(TableAction.OfMySql.SetSystemVersioning::new),
            Combinators.combine(names(), names(), names()).as(TableAction.OfMySql.AddPeriod::new),
            names().map(TableAction.OfMySql.DropPeriod::new),
            Arbitraries.oneOf(
                    names().<TableAction>map(TableAction.DropDefault::new),
                    Combinators.combine(names(), names()).as(TableAction.RenameColumn::new),
                    Combinators.combine(names(), names()).as(TableAction.RenameIndex::new),
                    Combinators.combine(names(), flag()).as(TableAction.SetIndexVisible::new))
                .map(TableAction.OfMySql.IfPresent::new))
        : Arbitraries.oneOf(
            Combinators.combine(names(), flag()).as(TableAction.OfMySql.SetColumnVisible::new),
            Arbitraries.of("INSTANT", "INPLACE", "COPY")
                .map(
                    value ->
                        new TableAction.OfMySql.CarryOut(
                            TableAction.OfMySql.CarryOut.Means.ALGORITHM, value)),
            Arbitraries.of("NONE", "SHARED", "EXCLUSIVE")
                .map(
                    value ->
                        new TableAction.OfMySql.CarryOut(
                            TableAction.OfMySql.CarryOut.Means.LOCK, value)));
  }
}
