package dev.schemend.dialect.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.RightsAction;
import dev.schemend.ddl.RightsAction.Option;
import dev.schemend.ddl.RightsAction.Use;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.model.DefaultRights;
import dev.schemend.model.Grant;
import dev.schemend.model.Privilege;
import dev.schemend.model.References;
import dev.schemend.model.Rights;
import dev.schemend.model.Role;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** What PostgreSQL grants by itself, and the statements from some rights to others. */
public final class PostgresRights {

  private final PrivilegeFacts facts;

  /** Rights on the server of {@code profile}. */
  public PostgresRights(ServerProfile profile) {
    this.facts = new PrivilegeFacts(profile.version());
  }

  /** Whether objects of the kind have an owner of their own in the model. */
  public static boolean isOwned(ObjectKind kind) {
    return PrivilegeFacts.isOwned(kind);
  }

  /** What an object that nobody granted anything on has ({@code acldefault}). */
  public Rights initial(ObjectRef on, Role owner) {
    return new Rights(on, Optional.of(owner), initial(on.kind(), owner));
  }

  /** What columns have that nobody granted anything on: nothing. */
  public static Rights none(ObjectRef column) {
    return new Rights(column, Optional.empty(), Collections.emptySortedSet());
  }

  /** Whose the table of a column is. */
  public static Role ownerOfColumn(Schema schema, ObjectRef column) {
    return References.ROW_SOURCES.stream()
        .flatMap(kind -> schema.get(Rights.refOn(ObjectRef.to(kind, column.name()))).stream())
        .flatMap(found -> ((Rights) found).owner().stream())
        .findFirst()
        .orElse(Role.CURRENT);
  }

  /** What is granted on new objects where nobody said otherwise: on top, in a schema. */
  public DefaultRights initial(Role role, Identifier schema, DefaultRights.Kind objects) {
    return new DefaultRights(
        role,
        schema,
        objects,
        schema.isNone()
            ? initial(PrivilegeFacts.kind(objects), role)
            : Collections.emptySortedSet());
  }

  SortedSet<Grant> initial(ObjectKind kind, Role owner) {
    SortedSet<Grant> grants = new TreeSet<>();
    facts.all(kind).forEach(one -> grants.add(new Grant(owner, owner, one, false)));
    PrivilegeFacts.everybody(kind)
        .forEach(one -> grants.add(new Grant(Role.PUBLIC, owner, one, false)));
    return grants;
  }

  /** All that can be granted on an object of the kind. */
  Set<Privilege> all(ObjectKind kind) {
    return facts.all(kind);
  }

  /**
   * The statements that lead from some rights on an object to others: the owner first, who takes
   * his privileges along, then what is revoked, then what is granted.
   *
   * @param owner whose the object is to be, or the table of the column
   */
  public List<DdlStatement> between(Rights from, Rights to, Role owner) {
    List<DdlStatement> statements = new ArrayList<>();
    SortedSet<Grant> held = from.grants();
    if (!from.owner().equals(to.owner())) {
      statements.add(
          new DdlStatement.ChangeRights(new RightsAction.OwnerTo(from.on(), false, owner)));
      held = AccessList.moved(held, from.owner().orElseThrow(), owner);
    }
    ObjectRef on = from.on();
    boolean column = on.kind() == ObjectKind.COLUMN;
    RightsAction.Target target =
        new RightsAction.Target.Named(
            List.of(column ? ObjectRef.to(ObjectKind.TABLE, on.name()) : on));
    List<Identifier> columns = column ? List.of(on.member()) : List.of();
    Changes changes = Changes.between(held, to.grants(), owner);
    changes.each(
        (take, group) ->
            new RightsAction.Privileges(
                !take,
                uses(on.kind(), changes.privileges(take, group), columns),
                target,
                List.of(group.grantee()),
                group.option() ? Option.GRANT_OPTION : Option.NONE,
                Optional.of(group.grantor()).filter(by -> !by.equals(owner)),
                DropBehavior.RESTRICT),
        statements);
    return List.copyOf(statements);
  }

  private List<Use> uses(ObjectKind kind, Set<Privilege> privileges, List<Identifier> columns) {
    if (privileges.equals(facts.all(kind))) {
      return columns.isEmpty() ? List.of() : List.of(new Use(Optional.empty(), columns));
    }
    return privileges.stream().map(one -> new Use(Optional.of(one), columns)).toList();
  }

  /** The statements that lead from some defaults to others of the same role, place and kind. */
  public List<DdlStatement> between(DefaultRights from, DefaultRights to) {
    List<DdlStatement> statements = new ArrayList<>();
    List<Identifier> schemas = from.schema().isNone() ? List.of() : List.of(from.schema());
    Set<Privilege> all = facts.all(PrivilegeFacts.kind(from.objects()));
    Changes changes = Changes.between(from.grants(), to.grants(), from.role());
    changes.each(
        (take, group) ->
            new RightsAction.Defaults(
                List.of(from.role()),
                schemas,
                !take,
                changes.privileges(take, group).equals(all)
                    ? List.of()
                    : List.copyOf(changes.privileges(take, group)),
                from.objects(),
                List.of(group.grantee()),
                group.option() ? Option.GRANT_OPTION : Option.NONE,
                DropBehavior.RESTRICT),
        statements);
    return List.copyOf(statements);
  }

  /**
   * What one statement can say together.
   *
   * @param depth how many hands a privilege goes through to its grantor
   */
  private record Group(int depth, Role grantor, Role grantee, boolean option)
      implements Comparable<Group> {

    private static final Comparator<Group> ORDER =
        Comparator.comparingInt(Group::depth)
            .thenComparing(Group::grantor)
            .thenComparing(Group::grantee)
            .thenComparing(Group::option);

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }

  /** What is taken, and what is given. */
  private record Changes(
      SortedMap<Group, Set<Privilege>> taken, SortedMap<Group, Set<Privilege>> given) {

    static Changes between(SortedSet<Grant> held, SortedSet<Grant> wanted, Role owner) {
      SortedMap<Group, Set<Privilege>> taken = new TreeMap<>(Comparator.reverseOrder());
      SortedMap<Group, Set<Privilege>> given = new TreeMap<>();
      for (Grant grant : held) {
        Optional<Grant> kept = find(wanted, grant);
        boolean option = kept.isPresent() && grant.grantable() && !kept.get().grantable();
        if (kept.isEmpty() || option) {
          put(taken, group(held, grant, owner, option), grant);
        }
      }
      for (Grant grant : wanted) {
        Optional<Grant> had = find(held, grant);
        if (had.isEmpty() || (grant.grantable() && !had.get().grantable())) {
          put(given, group(wanted, grant, owner, grant.grantable()), grant);
        }
      }
      return new Changes(taken, given);
    }

    private static Optional<Grant> find(SortedSet<Grant> grants, Grant bit) {
      return grants.stream().filter(bit::isSameBit).findFirst();
    }

    private static Group group(SortedSet<Grant> among, Grant grant, Role owner, boolean option) {
      return new Group(
          depth(among, grant.grantor(), grant.privilege(), owner, new HashSet<>()),
          grant.grantor(),
          grant.grantee(),
          option);
    }

    private static int depth(
        Collection<Grant> grants, Role role, Privilege privilege, Role owner, Set<Role> seen) {
      if (role.equals(owner) || !seen.add(role)) {
        return 0;
      }
      return grants.stream()
          .filter(one -> one.grantee().equals(role) && one.privilege() == privilege)
          .filter(Grant::grantable)
          .mapToInt(one -> 1 + depth(grants, one.grantor(), privilege, owner, seen))
          .min()
          .orElse(1);
    }

    private static void put(SortedMap<Group, Set<Privilege>> map, Group group, Grant grant) {
      map.computeIfAbsent(group, absent -> EnumSet.noneOf(Privilege.class)).add(grant.privilege());
    }

    Set<Privilege> privileges(boolean take, Group group) {
      return (take ? taken : given).get(group);
    }

    void each(BiFunction<Boolean, Group, RightsAction> action, List<DdlStatement> out) {
      taken
          .keySet()
          .forEach(one -> out.add(new DdlStatement.ChangeRights(action.apply(true, one))));
      given
          .keySet()
          .forEach(one -> out.add(new DdlStatement.ChangeRights(action.apply(false, one))));
    }
  }
}
