package dev.schemend.dialect.postgres;

import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.RightsAction;
import dev.schemend.dialect.RightsBasis;
import dev.schemend.model.DefaultRights;
import dev.schemend.model.Grant;
import dev.schemend.model.Rights;
import dev.schemend.model.Role;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What statements do to owners and privileges (server sources {@code aclchk.c}, {@code acl.c}). */
final class RightsStatements {

  private final PostgresRights rights;
  private final SessionRoles roles;
  private final RightsTargets targets;
  private Schema schema;

  RightsStatements(PostgresRights rights, RightsBasis basis, Scope scope) {
    this.rights = rights;
    this.roles = new SessionRoles(basis, scope.session());
    this.targets = new RightsTargets(scope);
    this.schema = scope.schema();
  }

  Schema apply(RightsAction action) {
    switch (action) {
      case RightsAction.Privileges change ->
          schema = new PrivilegeChanges(rights, roles, targets, change).run();
      case RightsAction.Defaults defaults ->
          schema = new DefaultPrivileges(rights, roles, targets).run(defaults);
      case RightsAction.OwnerTo change -> owner(change);
      case RightsAction.ReassignOwned reassign -> reassign(reassign);
      case RightsAction.DropOwned drop -> drop(drop);
      case RightsAction.RenameRole rename -> rename(rename);
    }
    return schema;
  }

  // ------------------------------------------------------------ owners

  private void owner(RightsAction.OwnerTo change) {
    Optional<ObjectRef> found =
        change.ifExists() && targets.isMissing(change.object())
            ? Optional.empty()
            : targets.find(change.object());
    Role owner = roles.of(change.owner());
    found.ifPresent(
        object -> {
          requireFree(object, owner);
          give(object, owner);
        });
  }

  // ATExecChangeOwner: such a sequence follows its table.
  private void requireFree(ObjectRef object, Role owner) {
    boolean owned =
        schema.get(object).orElse(null) instanceof Sequence sequence
            && sequence.ownedBy().isPresent();
    if (owned && held(object).flatMap(Rights::owner).filter(owner::equals).isEmpty()) {
      throw PostgresErrors.invalid(
          object, "cannot change owner of a sequence of a table", PostgresErrors.NOT_SUPPORTED);
    }
  }

  /** Gives an object, the rights on its columns and the sequences of its columns to a role. */
  private void give(ObjectRef object, Role owner) {
    Optional<Role> old = held(object).flatMap(Rights::owner);
    if (old.isEmpty() || old.get().equals(owner)) {
      return;
    }
    Rights held = held(object).orElseThrow();
    put(new Rights(object, Optional.of(owner), AccessList.moved(held.grants(), old.get(), owner)));
    ColumnRights.of(schema, object)
        .forEach(one -> put(one.withGrants(AccessList.moved(one.grants(), old.get(), owner))));
    if (object.kind() == ObjectKind.TABLE) {
      schema
          .dependants(object)
          .filter(ref -> ref.kind() == ObjectKind.SEQUENCE)
          .toList()
          .forEach(sequence -> give(sequence, owner));
    }
  }

  private void reassign(RightsAction.ReassignOwned reassign) {
    Role to = roles.of(reassign.to());
    Set<Role> from = new TreeSet<>(reassign.from().stream().map(roles::of).toList());
    ownedBy(from).forEach(object -> give(object, to));
  }

  private List<ObjectRef> ownedBy(Set<Role> owners) {
    return schema
        .ofKind(ObjectKind.RIGHTS)
        .map(Rights.class::cast)
        .filter(one -> one.owner().filter(owners::contains).isPresent())
        .map(Rights::on)
        .toList();
  }

  // Objects go, privileges on others are revoked (shdepDropOwned).
  private void drop(RightsAction.DropOwned drop) {
    Set<Role> gone = new TreeSet<>(drop.roles().stream().map(roles::of).toList());
    for (SchemaObject object : rightsAndDefaults()) {
      if (object instanceof Rights held) {
        Role owner = owner(held);
        if (!gone.contains(owner)) {
          put(held.withGrants(without(gone, owner, held.on(), held.grants())));
        }
      } else if (object instanceof DefaultRights defaults) {
        DefaultRights initial =
            rights.initial(defaults.role(), defaults.schema(), defaults.objects());
        schema =
            DefaultPrivileges.with(
                schema,
                gone.contains(defaults.role())
                    ? initial
                    : defaults.withGrants(
                        without(gone, defaults.role(), defaults.ref(), defaults.grants())),
                initial);
      }
    }
    List<ObjectRef> going = ownedBy(gone);
    List<ObjectRef> blockers = Dropping.blockers(schema, going);
    if (!blockers.isEmpty() && drop.behavior() == DropBehavior.RESTRICT) {
      throw PostgresErrors.referenced(going.getFirst(), blockers);
    }
    schema = Dropping.cascade(schema, going);
  }

  private Optional<Rights> held(ObjectRef on) {
    return schema.get(Rights.refOn(on)).map(Rights.class::cast);
  }

  private void put(Rights changed) {
    schema = ColumnRights.with(schema, changed);
  }

  private List<SchemaObject> rightsAndDefaults() {
    return Stream.concat(schema.ofKind(ObjectKind.RIGHTS), schema.ofKind(ObjectKind.DEFAULT_RIGHTS))
        .toList();
  }

  private Role owner(Rights held) {
    if (held.owner().isPresent()) {
      return held.owner().get();
    }
    return PostgresRights.ownerOfColumn(schema, held.on());
  }

  private static SortedSet<Grant> without(
      Set<Role> gone, Role owner, ObjectRef on, SortedSet<Grant> grants) {
    AccessList list = new AccessList(on, owner, grants);
    grants.stream()
        .filter(one -> gone.contains(one.grantee()) && one.grantor().equals(owner))
        .forEach(one -> list.remove(one, false, DropBehavior.CASCADE));
    return list.grants();
  }

  // ------------------------------------------------------------ roles

  private void rename(RightsAction.RenameRole rename) {
    Role from = Role.named(rename.from());
    Role to = Role.named(rename.to());
    UnaryOperator<Role> renamed = role -> role.equals(from) ? to : role;
    for (SchemaObject object : rightsAndDefaults()) {
      if (object instanceof Rights held) {
        schema =
            schema.with(
                new Rights(held.on(), held.owner().map(renamed), renamed(held.grants(), renamed)));
      } else if (object instanceof DefaultRights held) {
        schema =
            schema
                .without(held.ref())
                .with(
                    new DefaultRights(
                        renamed.apply(held.role()),
                        held.schema(),
                        held.objects(),
                        renamed(held.grants(), renamed)));
      }
    }
  }

  private static SortedSet<Grant> renamed(SortedSet<Grant> grants, UnaryOperator<Role> renamed) {
    SortedSet<Grant> all = new TreeSet<>();
    grants.forEach(
        one ->
            all.add(
                new Grant(
                    renamed.apply(one.grantee()),
                    renamed.apply(one.grantor()),
                    one.privilege(),
                    one.grantable())));
    return all;
  }
}
