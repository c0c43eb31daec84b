package dev.schemend.blame;

import dev.schemend.collect.PersistentSortedMap;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectRef;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The story of every object and every part of a table that a history has touched, those that are
 * gone included. Immutable; versions share what they have in common.
 */
public final class Provenance {

  /** That of a database that nothing has happened to. */
  public static final Provenance NONE = new Provenance(PersistentSortedMap.empty());

  private final PersistentSortedMap<ObjectRef, Trail> trails;

  Provenance(PersistentSortedMap<ObjectRef, Trail> trails) {
    this.trails = Objects.requireNonNull(trails, "trails");
  }

  /** What happened to an object, or to a part of a table; empty where nothing is known. */
  public Optional<Trail> trail(ObjectRef ref) {
    return trails.get(ref);
  }

  /** All trails in the order of their objects. */
  public PersistentSortedMap<ObjectRef, Trail> trails() {
    return trails;
  }

  /**
   * This provenance after one more statement.
   *
   * @param written what the statement means, where that is known: it tells renamed parts from new
   *     ones
   * @param older the schema before it
   * @param newer the schema after it
   */
  public Provenance after(
      StatementText statement, List<DdlStatement> written, Schema older, Schema newer) {
    if (older.objects().isSameVersion(newer.objects())) {
      return this;
    }
    return new Attribution(trails, statement, written).of(older, newer);
  }
}
