package dev.schemend.ddl;

import dev.schemend.model.MySqlPartitioning;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Objects;

/** What {@code ALTER TABLE} does to the partitions of a table (MySQL manual, 15.1.9.1). */
public sealed interface PartitionAction {

  /** {@code PARTITION BY …}. */
  record PartitionBy(MySqlPartitioning partitioning) implements PartitionAction {}

  /** {@code REMOVE PARTITIONING}. */
  record RemovePartitioning() implements PartitionAction {}

  /** {@code ADD PARTITION (…)}. */
  record AddPartitions(List<MySqlPartitioning.Partition> partitions, boolean ifNotExists)
      implements PartitionAction {
    /** Copies the partitions. */
    public AddPartitions {
      partitions = List.copyOf(partitions);
    }
  }

  /** {@code ADD PARTITION PARTITIONS n}. */
  record AddHashed(int count) implements PartitionAction {}

  /** {@code COALESCE PARTITION n}. */
  record Coalesce(int count) implements PartitionAction {}

  /** {@code DROP PARTITION a, b}: its rows go, too. */
  record DropPartitions(List<Identifier> names, boolean ifExists) implements PartitionAction {
    /** Copies the names. */
    public DropPartitions {
      names = List.copyOf(names);
    }
  }

  /** {@code REORGANIZE PARTITION a, b INTO (…)}. */
  record Reorganize(List<Identifier> names, List<MySqlPartitioning.Partition> into)
      implements PartitionAction {
    /** Copies the lists. */
    public Reorganize {
      names = List.copyOf(names);
      into = List.copyOf(into);
    }
  }

  /** {@code CONVERT PARTITION p TO TABLE t} (MariaDB). */
  record ToTable(Identifier partition, ObjectName table) implements PartitionAction {
    /** Rejects null parts. */
    public ToTable {
      Objects.requireNonNull(partition, "partition");
      Objects.requireNonNull(table, "table");
    }
  }

  /** {@code CONVERT TABLE t TO PARTITION p VALUES …} (MariaDB). */
  record FromTable(ObjectName table, MySqlPartitioning.Partition partition)
      implements PartitionAction {
    /** Rejects null parts. */
    public FromTable {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(partition, "partition");
    }
  }
}
