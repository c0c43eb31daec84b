package dev.schemend.dialect.postgres;

import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.DefaultRights;
import dev.schemend.model.Privilege;
import dev.schemend.name.ObjectKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which kinds of objects have owners and privileges, and which (acl.h; manual, table 5.2). */
final class PrivilegeFacts {

  /** {@code MAINTAIN} came with 17 (release notes). */
  private static final ServerVersion MAINTAINS = ServerVersion.of(17, 0, 0);

  private static final Set<Privilege> TABLE =
      EnumSet.of(
          Privilege.SELECT,
          Privilege.INSERT,
          Privilege.UPDATE,
          Privilege.DELETE,
          Privilege.TRUNCATE,
          Privilege.REFERENCES,
          Privilege.TRIGGER);

  private static final Set<Privilege> COLUMN =
      EnumSet.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.REFERENCES);

  private static final Set<Privilege> USAGE = EnumSet.of(Privilege.USAGE);
  private static final Set<Privilege> NONE = EnumSet.noneOf(Privilege.class);

  /**
   * A kind of object.
   *
   * @param all what its owner may do (ACL_ALL_RIGHTS_…)
   * @param everybody what PUBLIC may do without being told (acldefault)
   */
  private record Fact(Set<Privilege> all, Set<Privilege> everybody) {}

  private static final Map<ObjectKind, Fact> FACTS = new EnumMap<>(ObjectKind.class);

  static {
    Fact relation = new Fact(TABLE, NONE);
    FACTS.put(ObjectKind.TABLE, relation);
    FACTS.put(ObjectKind.VIEW, relation);
    FACTS.put(ObjectKind.MATERIALIZED_VIEW, relation);
    FACTS.put(ObjectKind.FOREIGN_TABLE, relation);
    FACTS.put(ObjectKind.COLUMN, new Fact(COLUMN, NONE));
    FACTS.put(
        ObjectKind.SEQUENCE,
        new Fact(EnumSet.of(Privilege.USAGE, Privilege.SELECT, Privilege.UPDATE), NONE));
    FACTS.put(ObjectKind.SCHEMA, new Fact(EnumSet.of(Privilege.USAGE, Privilege.CREATE), NONE));
    FACTS.put(
        ObjectKind.ROUTINE, new Fact(EnumSet.of(Privilege.EXECUTE), EnumSet.of(Privilege.EXECUTE)));
    FACTS.put(ObjectKind.AGGREGATE, FACTS.get(ObjectKind.ROUTINE));
    Fact type = new Fact(USAGE, USAGE);
    FACTS.put(ObjectKind.ENUM_TYPE, type);
    FACTS.put(ObjectKind.DOMAIN, type);
    FACTS.put(ObjectKind.COMPOSITE_TYPE, type);
    FACTS.put(ObjectKind.RANGE_TYPE, type);
    FACTS.put(ObjectKind.FOREIGN_SERVER, new Fact(USAGE, NONE));
    Fact owned = new Fact(NONE, NONE);
    FACTS.put(ObjectKind.COLLATION, owned);
    FACTS.put(ObjectKind.STATISTICS, owned);
    FACTS.put(ObjectKind.EVENT_TRIGGER, owned);
    FACTS.put(ObjectKind.PUBLICATION, owned);
  }

  private final boolean maintains;

  PrivilegeFacts(ServerVersion version) {
    this.maintains = version.since(MAINTAINS);
  }

  /** Whether objects of the kind have an owner of their own. */
  static boolean isOwned(ObjectKind kind) {
    return FACTS.containsKey(kind) && kind != ObjectKind.COLUMN;
  }

  /** All that can be granted on an object of the kind; nothing for a kind without privileges. */
  Set<Privilege> all(ObjectKind kind) {
    Set<Privilege> all = Optional.ofNullable(FACTS.get(kind)).map(Fact::all).orElse(NONE);
    if (!maintains || !all.equals(TABLE)) {
      return all;
    }
    Set<Privilege> more = EnumSet.copyOf(all);
    more.add(Privilege.MAINTAIN);
    return more;
  }

  /** What everybody may do with a new object of the kind. */
  static Set<Privilege> everybody(ObjectKind kind) {
    return Optional.ofNullable(FACTS.get(kind)).map(Fact::everybody).orElse(NONE);
  }

  /** Whose defaults a new object of the kind gets; empty for a kind without. */
  static Optional<DefaultRights.Kind> defaults(ObjectKind kind) {
    return switch (kind) {
      case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> Optional.of(DefaultRights.Kind.TABLES);
      case SEQUENCE -> Optional.of(DefaultRights.Kind.SEQUENCES);
      case ROUTINE, AGGREGATE -> Optional.of(DefaultRights.Kind.ROUTINES);
      case ENUM_TYPE, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE -> Optional.of(DefaultRights.Kind.TYPES);
      case SCHEMA -> Optional.of(DefaultRights.Kind.SCHEMAS);
      default -> Optional.empty();
    };
  }

  /** A kind of object that the defaults are for. */
  static ObjectKind kind(DefaultRights.Kind defaults) {
    return switch (defaults) {
      case TABLES -> ObjectKind.TABLE;
      case SEQUENCES -> ObjectKind.SEQUENCE;
      case ROUTINES -> ObjectKind.ROUTINE;
      case TYPES -> ObjectKind.ENUM_TYPE;
      case SCHEMAS -> ObjectKind.SCHEMA;
    };
  }
}
