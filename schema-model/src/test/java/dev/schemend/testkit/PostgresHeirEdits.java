package dev.schemend.testkit;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Lineage;
import dev.schemend.model.PartitionBound;
import dev.schemend.model.PartitionKey;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.ReplicaIdentity;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Random statements on partitioned tables, partitions, heirs and settings of PostgreSQL. */
final class PostgresHeirEdits {

  private static final Identifier PUBLIC = Identifier.of("public");
  private static final Identifier KEY = Identifier.of("k");

  private PostgresHeirEdits() {}

  private static ObjectName name(String prefix, Draws draws) {
    return new ObjectName(PUBLIC, Identifier.of(prefix + draws.below(3)));
  }

  private static Lineage lineage(Table table) {
    return table.options().postgres().lineage();
  }

  private static Optional<Table> partitioned(Schema schema, Draws draws) {
    List<Table> tables = schema.tables().filter(table -> lineage(table).isPartitioned()).toList();
    return tables.isEmpty() ? Optional.empty() : Optional.of(draws.one(tables));
  }

  /** A partitioned table, a partition of one, or a table that inherits from another. */
  static Optional<DdlStatement> create(Schema schema, Draws draws) {
    return switch (draws.below(3)) {
      case 0 -> Optional.of(partitioned(draws));
      case 1 -> partitioned(schema, draws).map(table -> partition(table, draws));
      default -> draws.table(schema).map(table -> heir(table, draws));
    };
  }

  private static DdlStatement partitioned(Draws draws) {
    List<ColumnDefinition> columns =
        List.of(
            ColumnDefinition.of(
                Column.of(KEY, SqlType.builtin("integer")).withNullable(draws.oneIn(2))),
            ColumnDefinition.of(Column.of(Identifier.of("c0"), SqlType.builtin("text"))));
    PartitionKey key = new PartitionKey(PartitionKey.Strategy.LIST, List.of(IndexPart.column(KEY)));
    return table(name("p", draws), columns, Lineage.NONE.withKey(Optional.of(key)));
  }

  private static DdlStatement partition(Table parent, Draws draws) {
    return table(
        name("part", draws), List.of(), Lineage.NONE.asPartition(parent.name(), bound(draws)));
  }

  private static PartitionBound bound(Draws draws) {
    return draws.oneIn(3)
        ? new PartitionBound.Rest()
        : new PartitionBound.In(List.of(new SqlExpr.NumberLiteral("" + draws.below(9))));
  }

  private static DdlStatement heir(Table parent, Draws draws) {
    List<ColumnDefinition> own =
        draws.oneIn(2)
            ? List.of()
            : List.of(
                ColumnDefinition.of(Column.of(Identifier.of("own"), SqlType.builtin("integer"))));
    return table(name("h", draws), own, Lineage.NONE.withParents(List.of(parent.name())));
  }

  private static DdlStatement table(
      ObjectName name, List<ColumnDefinition> columns, Lineage lineage) {
    return new DdlStatement.CreateTable(
        name,
        columns,
        List.of(),
        List.of(),
        TableOptions.NONE.withPostgres(PostgresTableOptions.NONE.withLineage(lineage)),
        false);
  }

  /** A partition that comes or goes, a parent that is left. */
  static Optional<DdlStatement> change(Schema schema, Draws draws) {
    List<Table> children =
        schema.tables().filter(table -> !lineage(table).parents().isEmpty()).toList();
    if (!children.isEmpty() && draws.oneIn(2)) {
      Table child = draws.one(children);
      ObjectName parent = lineage(child).parents().getFirst();
      return Optional.of(
          lineage(child).isPartition()
              ? alter(
                  parent,
                  new OfPostgres.DetachPartition(
                      child.name(), OfPostgres.DetachPartition.Mode.AT_ONCE))
              : alter(child.name(), new OfPostgres.NoInherit(parent)));
    }
    return partitioned(schema, draws)
        .flatMap(
            parent ->
                draws
                    .table(schema)
                    .map(
                        table ->
                            alter(
                                parent.name(),
                                new OfPostgres.AttachPartition(table.name(), bound(draws)))));
  }

  private static DdlStatement alter(ObjectName table, TableAction action) {
    return new DdlStatement.AlterTable(table, false, List.of(action));
  }

  /** A setting of a table or of one of its columns. */
  static DdlStatement settings(Table table, Draws draws) {
    return alter(
        table.name(),
        switch (draws.below(6)) {
          case 0 -> new OfPostgres.EnableRowSecurity(draws.oneIn(2));
          case 1 -> new OfPostgres.ForceRowSecurity(draws.oneIn(2));
          case 2 -> new OfPostgres.SetReplicaIdentity(identity(table, draws));
          case 3 -> new OfPostgres.SetLogged(draws.oneIn(2));
          case 4 ->
              new TableAction.SetOptions(
                  TableOptions.NONE.withPostgres(
                      new PostgresTableOptions(
                          false,
                          new TreeMap<>(java.util.Map.of("fillfactor", "7" + draws.below(3))))));
          default ->
              table.columns().isEmpty()
                  ? new OfPostgres.EnableRowSecurity(true)
                  : new OfPostgres.SetStatistics(
                      draws.one(table.columns()).name(), Optional.of(draws.below(100)));
        });
  }

  private static ReplicaIdentity identity(Table table, Draws draws) {
    if (!table.indexes().isEmpty() && draws.oneIn(2)) {
      return new ReplicaIdentity.ByIndex(draws.one(table.indexes()).name());
    }
    return draws.oneIn(2) ? new ReplicaIdentity.Full() : ReplicaIdentity.USUAL;
  }
}
