package dev.schemend.dialect.postgres;

import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Constraint;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How rows are kept: no logged table refers to an unlogged one, since those do not outlive a crash,
 * and partitioned tables keep none (server source: ATAddForeignKeyConstraint(),
 * ATPrepChangePersistence(), partitioned_table_reloptions()).
 */
final class Persistence {

  // Release notes of 18: partitioned tables are neither, and are refused to become so.
  private static final ServerVersion PARTITIONED_REFUSED = ServerVersion.of(18, 0, 0);

  // Release notes of 16: the server says so, and not that it knows no such parameter.
  private static final ServerVersion PARAMETERS_NAMED = ServerVersion.of(16, 0, 0);

  private Persistence() {}

  /** Refuses storage parameters of a partitioned table. */
  static void requireNoParameters(Dialect dialect, ObjectName table, Set<String> parameters) {
    if (!parameters.isEmpty()) {
      throw PostgresErrors.invalid(
          ObjectRef.table(table),
          "cannot have storage parameters: it is partitioned",
          dialect.profile().version().since(PARAMETERS_NAMED)
              ? PostgresErrors.WRONG_OBJECT_TYPE
              : PostgresErrors.INVALID_PARAMETER);
    }
  }

  /**
   * Refuses a lasting table below a temporary one, and a temporary partition of a lasting table
   * ({@code MergeAttributes}, {@code ATExecAttachPartition}).
   */
  static void requireKin(ObjectName child, Table parent, boolean partition) {
    boolean below = child.schema().equals(Scope.TEMPORARY);
    boolean above = parent.name().schema().equals(Scope.TEMPORARY);
    if (below != above && (partition || above)) {
      throw PostgresErrors.invalid(
          ObjectRef.table(child),
          "cannot be below " + parent.name() + ": one of them is temporary",
          PostgresErrors.WRONG_OBJECT_TYPE);
    }
  }

  private static boolean isUnlogged(Table table) {
    return table.options().postgres().unlogged();
  }

  /** Refuses {@code ALTER TABLE … SET LOGGED} or {@code UNLOGGED} as the server does. */
  static void requireChangeable(Dialect dialect, Schema schema, Table table, boolean logged) {
    if (Heirs.lineage(table).isPartitioned()
        && dialect.profile().version().since(PARTITIONED_REFUSED)) {
      throw PostgresErrors.invalid(
          table.ref(),
          "partitioned tables are neither logged nor unlogged",
          PostgresErrors.WRONG_OBJECT_TYPE);
    }
    Stream<Table> others =
        logged
            ? table.foreignKeys().flatMap(key -> schema.table(key.target()).stream())
            : schema
                .dependants(table.ref())
                .flatMap(ref -> schema.table(ref.name()).stream())
                .filter(one -> one.foreignKeys().anyMatch(key -> refers(key, table)));
    others
        .filter(other -> !other.name().equals(table.name()) && isUnlogged(other) == logged)
        .findFirst()
        .ifPresent(
            other -> {
              throw PostgresErrors.invalid(
                  table.ref(),
                  "a foreign key connects it with " + other.name(),
                  PostgresErrors.INVALID_TABLE_DEFINITION);
            });
  }

  private static boolean refers(Constraint.ForeignKey key, Table table) {
    return key.target().equals(table.name());
  }

  /** Refuses a foreign key of a logged table to an unlogged one. */
  static void requireLasting(Table table, Constraint.ForeignKey key, Table target) {
    if (!isUnlogged(table) && isUnlogged(target)) {
      throw PostgresErrors.invalid(
          ObjectRef.constraint(table.name(), key.name()),
          "constraints on permanent tables may reference only permanent tables",
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
  }
}
