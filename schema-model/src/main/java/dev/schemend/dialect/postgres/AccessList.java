package dev.schemend.dialect.postgres;

import dev.schemend.apply.ErrorCode;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.model.Grant;
import dev.schemend.model.Privilege;
import dev.schemend.model.Role;
import dev.schemend.name.ObjectRef;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A list of grants at work, changed as the server does it (server source {@code acl.c}). Lives
 * during one statement.
 */
final class AccessList {

  private static final ErrorCode DEPENDENT_PRIVILEGES = ErrorCode.of("2BP01");

  private final ObjectRef on;
  private final Role owner;
  private final SortedSet<Grant> grants;

  /**
   * A copy to be changed.
   *
   * @param on for messages
   * @param owner who never truly loses the leave to grant
   */
  AccessList(ObjectRef on, Role owner, SortedSet<Grant> grants) {
    this.on = on;
    this.owner = owner;
    this.grants = new TreeSet<>(grants);
  }

  /** What it has become. */
  SortedSet<Grant> grants() {
    return grants;
  }

  /** Adds a privilege, or the leave to pass it on ({@code aclupdate} with ACL_MODECHG_ADD). */
  void add(Grant grant) {
    Optional<Grant> old = find(grant);
    old.ifPresent(grants::remove);
    boolean grantable = grant.grantable() || old.filter(Grant::grantable).isPresent();
    grants.add(grant.withGrantable(grantable));
  }

  /**
   * Takes a privilege, or only the leave to pass it on, with what was granted by that leave.
   *
   * @param grant whose grantable part does not matter
   */
  void remove(Grant grant, boolean optionOnly, DropBehavior behavior) {
    Optional<Grant> old = find(grant);
    if (old.isEmpty()) {
      return;
    }
    grants.remove(old.get());
    if (optionOnly) {
      grants.add(old.get().withGrantable(false));
    }
    if (old.get().grantable()) {
      abandon(old.get().grantee(), old.get().privilege(), behavior);
    }
  }

  // recursive_revoke: what somebody granted goes with the last leave to grant it.
  private void abandon(Role grantor, Privilege privilege, DropBehavior behavior) {
    boolean may =
        grantor.equals(owner)
            || grants.stream()
                .anyMatch(
                    one ->
                        one.grantee().equals(grantor)
                            && one.privilege() == privilege
                            && one.grantable());
    if (may) {
      return;
    }
    for (Grant dependent : new TreeSet<>(grants)) {
      if (dependent.grantor().equals(grantor) && dependent.privilege() == privilege) {
        if (behavior == DropBehavior.RESTRICT) {
          throw PostgresErrors.invalid(
              on, "has privileges that depend on those to be revoked", DEPENDENT_PRIVILEGES);
        }
        remove(dependent, false, behavior);
      }
    }
  }

  private Optional<Grant> find(Grant bit) {
    return grants.stream().filter(bit::isSameBit).findFirst();
  }

  /** The grants of one role in the hands of another ({@code aclnewowner}). */
  static SortedSet<Grant> moved(SortedSet<Grant> grants, Role from, Role to) {
    AccessList list = new AccessList(ObjectRef.schema(to.name()), to, new TreeSet<>());
    for (Grant grant : grants) {
      list.add(
          new Grant(
              grant.grantee().equals(from) ? to : grant.grantee(),
              grant.grantor().equals(from) ? to : grant.grantor(),
              grant.privilege(),
              grant.grantable()));
    }
    return list.grants();
  }
}
