package dev.schemend.testkit;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.PartitionAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.model.MySqlPartitioning.Method;
import dev.schemend.model.MySqlPartitioning.Partition;
import dev.schemend.model.MySqlPartitioning.Scheme;
import dev.schemend.model.MySqlPartitioning.Values;
import dev.schemend.model.Schema;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Edits that no other dialect has: copies, sequences, partitions. */
final class MySqlOwnEdits {

  private MySqlOwnEdits() {}

  static Optional<DdlStatement> propose(Schema schema, Draws draws) {
    ObjectName name = ObjectName.unqualified(Identifier.of("s" + draws.below(2)));
    return switch (draws.below(4)) {
      case 0 ->
          Optional.of(
              new DdlStatement.CreateSequence(name, options(draws), Optional.empty(), false));
      case 1 ->
          Optional.of(
              new DdlStatement.AlterSequence(
                  name, options(draws), Optional.empty(), Optional.empty(), false));
      case 2 ->
          Optional.of(new DdlStatement.DropSequences(List.of(name), false, DropBehavior.RESTRICT));
      default ->
          draws
              .table(schema)
              .map(
                  table ->
                      new DdlStatement.OfMySql.CopyTable(
                          ObjectName.unqualified(Identifier.of("t" + draws.below(4))),
                          table.name(),
                          false,
                          false));
    };
  }

  private static SequenceOptions options(Draws draws) {
    return new SequenceOptions(
        Optional.empty(),
        Optional.of(1L + draws.below(3)),
        Optional.of(draws.oneIn(3) ? -1L : 1L + draws.below(2)),
        Optional.empty(),
        Optional.of(50L + draws.below(2)),
        Optional.empty(),
        draws.oneIn(2));
  }

  static PartitionAction partitions(Table table, Draws draws) {
    Identifier column = draws.one(table.columns()).name();
    return switch (draws.below(6)) {
      case 0 ->
          new PartitionAction.PartitionBy(
              new MySqlPartitioning(
                  scheme(Method.KEY, column),
                  Optional.empty(),
                  IntStream.range(0, 1 + draws.below(3))
                      .mapToObj(i -> partition("p" + i, new Values.Hashed()))
                      .toList()));
      case 1, 2 ->
          new PartitionAction.PartitionBy(
              new MySqlPartitioning(
                  scheme(Method.RANGE, column),
                  Optional.empty(),
                  IntStream.rangeClosed(0, 1 + draws.below(2))
                      .mapToObj(MySqlOwnEdits::below)
                      .toList()));
      case 3 -> new PartitionAction.AddPartitions(List.of(below(3 + draws.below(3))), false);
      case 4 ->
          new PartitionAction.DropPartitions(List.of(Identifier.of("r" + draws.below(4))), false);
      default -> new PartitionAction.RemovePartitioning();
    };
  }

  private static Scheme scheme(Method method, Identifier column) {
    return new Scheme(method, false, List.of(new SqlExpr.ColumnRef(List.of(), column)), List.of());
  }

  private static Partition below(int bound) {
    return partition(
        "r" + bound,
        new Values.LessThan(
            List.of(Optional.of(new SqlExpr.NumberLiteral(Integer.toString(bound * 10))))));
  }

  private static Partition partition(String name, Values values) {
    return new Partition(Identifier.of(name), values);
  }
}
