package dev.schemend.model;

import dev.schemend.name.Identifier;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What only PostgreSQL knows of a table.
 *
 * @param unlogged {@code UNLOGGED}
 * @param storageParameters {@code WITH (…)}
 * @param accessMethod {@code USING}; empty for {@code heap}
 * @param tablespace {@code TABLESPACE}; empty for the database's own
 * @param rowSecurity whether policies are in force
 * @param replicaIdentity what replication says of old rows
 * @param clusteredOn the index that {@code CLUSTER} goes by
 * @param lineage parents, partitions, type
 * @param keyNames what indexes, by their names, call that which they hold, where its columns are
 *     called otherwise since they were made; copies of them are named after it, and nothing else
 *     tells of it
 */
public record PostgresTableOptions(
    boolean unlogged,
    SortedMap<String, String> storageParameters,
    Optional<Identifier> accessMethod,
    Optional<Identifier> tablespace,
    RowSecurity rowSecurity,
    ReplicaIdentity replicaIdentity,
    Optional<Identifier> clusteredOn,
    Lineage lineage,
    SortedMap<Identifier, List<String>> keyNames) {

  /** None of them. */
  public static final PostgresTableOptions NONE = new PostgresTableOptions(false, new TreeMap<>());

  /** Copies the parameters. */
  public PostgresTableOptions {
    Objects.requireNonNull(accessMethod, "accessMethod");
    Objects.requireNonNull(tablespace, "tablespace");
    Objects.requireNonNull(rowSecurity, "rowSecurity");
    Objects.requireNonNull(replicaIdentity, "replicaIdentity");
    Objects.requireNonNull(clusteredOn, "clusteredOn");
    Objects.requireNonNull(lineage, "lineage");
    storageParameters = Collections.unmodifiableSortedMap(new TreeMap<>(storageParameters));
    SortedMap<Identifier, List<String>> names = new TreeMap<>();
    keyNames.forEach((index, own) -> names.put(index, List.copyOf(own)));
    keyNames = Collections.unmodifiableSortedMap(names);
  }

  /** A table by itself, with these two and nothing else. */
  public PostgresTableOptions(boolean unlogged, SortedMap<String, String> storageParameters) {
    this(
        unlogged,
        storageParameters,
        Optional.empty(),
        Optional.empty(),
        RowSecurity.OFF,
        ReplicaIdentity.USUAL,
        Optional.empty(),
        Lineage.NONE,
        new TreeMap<>());
  }

  /** These options without what tells nothing of the table: how its indexes call its columns. */
  public PostgresTableOptions essence() {
    return keyNames.isEmpty() ? this : withKeyNames(new TreeMap<>());
  }

  /** These options, logged or not. */
  public PostgresTableOptions withUnlogged(boolean newUnlogged) {
    return new PostgresTableOptions(
        newUnlogged,
        storageParameters,
        accessMethod,
        tablespace,
        rowSecurity,
        replicaIdentity,
        clusteredOn,
        lineage,
        keyNames);
  }

  /** These options with other storage parameters. */
  public PostgresTableOptions withStorageParameters(SortedMap<String, String> newParameters) {
    return new PostgresTableOptions(
        unlogged,
        newParameters,
        accessMethod,
        tablespace,
        rowSecurity,
        replicaIdentity,
        clusteredOn,
        lineage,
        keyNames);
  }

  /** These options with another access method. */
  public PostgresTableOptions withAccessMethod(Optional<Identifier> newMethod) {
    return new PostgresTableOptions(
        unlogged,
        storageParameters,
        newMethod,
        tablespace,
        rowSecurity,
        replicaIdentity,
        clusteredOn,
        lineage,
        keyNames);
  }

  /** These options in another tablespace. */
  public PostgresTableOptions withTablespace(Optional<Identifier> newTablespace) {
    return new PostgresTableOptions(
        unlogged,
        storageParameters,
        accessMethod,
        newTablespace,
        rowSecurity,
        replicaIdentity,
        clusteredOn,
        lineage,
        keyNames);
  }

  /** These options with policies in force, or not. */
  public PostgresTableOptions withRowSecurity(RowSecurity newSecurity) {
    return new PostgresTableOptions(
        unlogged,
        storageParameters,
        accessMethod,
        tablespace,
        newSecurity,
        replicaIdentity,
        clusteredOn,
        lineage,
        keyNames);
  }

  /** These options with another replica identity. */
  public PostgresTableOptions withReplicaIdentity(ReplicaIdentity newIdentity) {
    return new PostgresTableOptions(
        unlogged,
        storageParameters,
        accessMethod,
        tablespace,
        rowSecurity,
        newIdentity,
        clusteredOn,
        lineage,
        keyNames);
  }

  /** These options of a table clustered on another index. */
  public PostgresTableOptions withClusteredOn(Optional<Identifier> newIndex) {
    return new PostgresTableOptions(
        unlogged,
        storageParameters,
        accessMethod,
        tablespace,
        rowSecurity,
        replicaIdentity,
        newIndex,
        lineage,
        keyNames);
  }

  /** These options with another lineage. */
  public PostgresTableOptions withLineage(Lineage newLineage) {
    return new PostgresTableOptions(
        unlogged,
        storageParameters,
        accessMethod,
        tablespace,
        rowSecurity,
        replicaIdentity,
        clusteredOn,
        newLineage,
        keyNames);
  }

  /** These options of a table whose indexes call what they hold so. */
  public PostgresTableOptions withKeyNames(SortedMap<Identifier, List<String>> newNames) {
    return new PostgresTableOptions(
        unlogged,
        storageParameters,
        accessMethod,
        tablespace,
        rowSecurity,
        replicaIdentity,
        clusteredOn,
        lineage,
        newNames);
  }
}
