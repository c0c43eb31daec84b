package dev.schemend.model;

import dev.schemend.name.Identifier;
import java.util.Objects;

/** What logical replication says of an old row (PostgreSQL manual, ALTER TABLE). */
public sealed interface ReplicaIdentity {

  /** {@code DEFAULT}: the primary key. */
  record Usual() implements ReplicaIdentity {}

  /** {@code FULL}: every column. */
  record Full() implements ReplicaIdentity {}

  /** {@code NOTHING}. */
  record Nothing() implements ReplicaIdentity {}

  /** {@code USING INDEX}: the columns of a unique index, or of the index of a key. */
  record ByIndex(Identifier index) implements ReplicaIdentity {
    /** Rejects null. */
    public ByIndex {
      Objects.requireNonNull(index, "index");
    }
  }

  /** What a table has that says nothing. */
  ReplicaIdentity USUAL = new Usual();
}
