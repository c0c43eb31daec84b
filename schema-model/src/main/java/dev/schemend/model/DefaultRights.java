package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is granted on objects that a role makes later (PostgreSQL's {@code pg_default_acl}). Absent
 * where it says what the server does anyway.
 *
 * @param role whose objects
 * @param schema where; {@link Identifier#NONE} for everywhere
 * @param objects which kind of them
 * @param grants everywhere: all of them; in a schema: those that come on top
 */
public record DefaultRights(Role role, Identifier schema, Kind objects, SortedSet<Grant> grants)
    implements AccessObject {

  /** The kinds of objects that have defaults. */
  public enum Kind {
    TABLES("tables"),
    SEQUENCES("sequences"),
    ROUTINES("routines"),
    TYPES("types"),
    SCHEMAS("schemas");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind as statements write it, in lower case. */
    public String words() {
      return words;
    }
  }

  /** Copies the grants. */
  public DefaultRights {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(objects, "objects");
    grants = Collections.unmodifiableSortedSet(new TreeSet<>(grants));
  }

  /** The reference of the defaults for what a role makes of a kind in a schema, or anywhere. */
  public static ObjectRef ref(Role role, Identifier schema, Kind objects) {
    return new ObjectRef(
        ObjectKind.DEFAULT_RIGHTS,
        new ObjectName(schema, Identifier.of(role.toString())),
        Identifier.of(objects.words()));
  }

  /** The same of other privileges. */
  public DefaultRights withGrants(SortedSet<Grant> newGrants) {
    return new DefaultRights(role, schema, objects, newGrants);
  }

  @Override
  public ObjectRef ref() {
    return ref(role, schema, objects);
  }
}
