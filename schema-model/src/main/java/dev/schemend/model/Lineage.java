package dev.schemend.model;

import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a table of PostgreSQL has to do with others (manual, 5.11 and 5.12; catalogs {@code
 * pg_inherits} and {@code pg_partitioned_table}).
 *
 * @param parents the tables it inherits from, in order; the partitioned table alone for a partition
 * @param bound which of the parent's rows are its own, where it is a partition
 * @param key how its rows are spread over partitions, where it is partitioned
 * @param ofType the composite type it is {@code OF}
 */
public record Lineage(
    List<ObjectName> parents,
    Optional<PartitionBound> bound,
    Optional<PartitionKey> key,
    Optional<ObjectName> ofType) {

  /** A table by itself. */
  public static final Lineage NONE =
      new Lineage(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Copies the parents; a partition has one. */
  public Lineage {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(ofType, "ofType");
    parents = List.copyOf(parents);
    if (bound.isPresent() && parents.size() != 1) {
      throw new IllegalArgumentException("a partition has one parent, not " + parents);
    }
  }

  /** Whether it is a partition. */
  public boolean isPartition() {
    return bound.isPresent();
  }

  /** Whether it is partitioned. */
  public boolean isPartitioned() {
    return key.isPresent();
  }

  /** This lineage with other parents. */
  public Lineage withParents(List<ObjectName> newParents) {
    return new Lineage(newParents, bound, key, ofType);
  }

  /** This lineage with one more parent. */
  public Lineage plusParent(ObjectName parent) {
    List<ObjectName> more = new ArrayList<>(parents);
    more.add(parent);
    return withParents(more);
  }

  /** This lineage without a parent, of which it may have been a partition. */
  public Lineage withoutParent(ObjectName parent) {
    return new Lineage(
        parents.stream().filter(kept -> !kept.equals(parent)).toList(),
        Optional.empty(),
        key,
        ofType);
  }

  /** This lineage as a partition of {@code parent}. */
  public Lineage asPartition(ObjectName parent, PartitionBound newBound) {
    return new Lineage(List.of(parent), Optional.of(newBound), key, ofType);
  }

  /** This lineage with another partition key. */
  public Lineage withKey(Optional<PartitionKey> newKey) {
    return new Lineage(parents, bound, newKey, ofType);
  }

  /** This lineage of another type. */
  public Lineage withOfType(Optional<ObjectName> newType) {
    return new Lineage(parents, bound, key, newType);
  }
}
