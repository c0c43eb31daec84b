package dev.schemend.hazard;

import dev.schemend.ddl.PartitionAction;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an action on the partitions of a table does to its rows (MySQL manual, 26.3). */
final class PartitionRisks {

  private PartitionRisks() {}

  static Optional<Hazard> of(ObjectName table, PartitionAction action) {
    return switch (action) {
      case PartitionAction.DropPartitions drop ->
          hazard(
              table,
              Hazard.Kind.DATA_LOSS,
              "every row of "
                  + drop.names().stream().map(Identifier::text).collect(Collectors.joining(", "))
                  + " is lost");
      case PartitionAction.PartitionBy by ->
          hazard(table, Hazard.Kind.FAILS_ON_EXISTING_ROWS, "it fails if a row fits no partition");
      case PartitionAction.Reorganize reorganize ->
          hazard(table, Hazard.Kind.FAILS_ON_EXISTING_ROWS, "it fails if a row fits no partition");
      case PartitionAction.FromTable from ->
          hazard(
              table,
              Hazard.Kind.FAILS_ON_EXISTING_ROWS,
              "it fails if a row of " + from.table() + " is not within the partition's bounds");
      case PartitionAction.RemovePartitioning other -> Optional.empty();
      case PartitionAction.AddPartitions other -> Optional.empty();
      case PartitionAction.AddHashed other -> Optional.empty();
      case PartitionAction.Coalesce other -> Optional.empty();
      case PartitionAction.ToTable other -> Optional.empty();
    };
  }

  private static Optional<Hazard> hazard(ObjectName table, Hazard.Kind kind, String reason) {
    return Optional.of(new Hazard(kind, ObjectRef.table(table), reason));
  }
}
