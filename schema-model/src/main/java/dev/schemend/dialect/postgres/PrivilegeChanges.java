package dev.schemend.dialect.postgres;

import dev.schemend.apply.ErrorCode;
import dev.schemend.ddl.RightsAction;
import dev.schemend.ddl.RightsAction.Option;
import dev.schemend.model.Grant;
import dev.schemend.model.Privilege;
import dev.schemend.model.References;
import dev.schemend.model.Rights;
import dev.schemend.model.Role;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code GRANT} and {@code REVOKE} (server source {@code aclchk.c}). Runs one statement. */
final class PrivilegeChanges {

  static final ErrorCode INVALID_GRANT = ErrorCode.of("0LP01");

  private final PostgresRights rights;
  private final SessionRoles roles;
  private final RightsTargets targets;
  private final RightsAction.Privileges change;
  private Schema schema;

  PrivilegeChanges(
      PostgresRights rights,
      SessionRoles roles,
      RightsTargets targets,
      RightsAction.Privileges change) {
    this.rights = rights;
    this.roles = roles;
    this.targets = targets;
    this.change = change;
    this.schema = targets.scope().schema();
  }

  Schema run() {
    for (ObjectRef object : targets.of(change.target())) {
      held(object).ifPresent(held -> change(object, held));
    }
    return schema;
  }

  /** Only roles can be trusted with passing a privilege on (merge_acl_with_grant). */
  static void requireGrantable(boolean grant, Option option, List<Role> grantees) {
    if (grant && option == Option.GRANT_OPTION && grantees.contains(Role.PUBLIC)) {
      throw PostgresErrors.invalid(
          ObjectRef.schema(Identifier.NONE),
          "grant options can only be granted to roles",
          INVALID_GRANT);
    }
  }

  static void require(ObjectRef object, Set<Privilege> named, Set<Privilege> all) {
    for (Privilege privilege : named) {
      if (!all.contains(privilege)) {
        throw PostgresErrors.invalid(object, "has no privilege " + privilege, INVALID_GRANT);
      }
    }
  }

  private void change(ObjectRef object, Rights held) {
    Role owner = held.owner().orElseThrow();
    Set<Privilege> whole = whole(object);
    SortedMap<ObjectRef, Set<Privilege>> columns = columns(object, whole);
    if (!whole.isEmpty() || !columns.isEmpty()) {
      requireGrantable(change.grant(), change.option(), change.grantees());
    }
    if (!whole.isEmpty()) {
      put(changed(held, owner, whole));
    }
    columns.forEach(
        (column, privileges) ->
            put(
                changed(
                    held(column).orElseGet(() -> PostgresRights.none(column)), owner, privileges)));
  }

  private Set<Privilege> whole(ObjectRef object) {
    Set<Privilege> all = rights.all(object.kind());
    if (change.privileges().isEmpty()) {
      return all;
    }
    Set<Privilege> named = EnumSet.noneOf(Privilege.class);
    change.privileges().stream()
        .filter(use -> use.columns().isEmpty())
        .forEach(use -> use.privilege().ifPresentOrElse(named::add, () -> named.addAll(all)));
    // A sequence may be called a table; what it does not have is warned of (ExecGrant_Relation).
    if (object.kind() == ObjectKind.SEQUENCE) {
      named.retainAll(all);
    }
    require(object, named, all);
    return named;
  }

  /** What is changed of each column; what is taken of a table is taken of its columns, too. */
  private SortedMap<ObjectRef, Set<Privilege>> columns(ObjectRef object, Set<Privilege> whole) {
    SortedMap<ObjectRef, Set<Privilege>> columns = new TreeMap<>();
    Set<Privilege> all = rights.all(ObjectKind.COLUMN);
    if (!change.grant()) {
      Set<Privilege> shared = EnumSet.copyOf(all);
      shared.retainAll(whole);
      ColumnRights.of(schema, object).forEach(one -> columns.put(one.on(), EnumSet.copyOf(shared)));
    }
    for (RightsAction.Use use : change.privileges()) {
      Set<Privilege> privileges = use.privilege().<Set<Privilege>>map(EnumSet::of).orElse(all);
      for (ObjectRef column : targets.columns(object, use.columns())) {
        require(column, privileges, all);
        columns
            .computeIfAbsent(column, absent -> EnumSet.noneOf(Privilege.class))
            .addAll(privileges);
      }
    }
    return columns;
  }

  private Rights changed(Rights held, Role owner, Set<Privilege> privileges) {
    Granting granting =
        change
            .grantor()
            .map(by -> new Granting(roles.of(by), privileges))
            .orElseGet(() -> granting(held, owner, privileges));
    boolean option = change.option() == Option.GRANT_OPTION;
    AccessList list = new AccessList(held.on(), owner, held.grants());
    for (Role grantee : change.grantees()) {
      for (Privilege privilege : granting.privileges()) {
        Grant grant =
            new Grant(roles.of(grantee), granting.grantor(), privilege, option && change.grant());
        if (change.grant()) {
          list.add(grant);
        } else {
          list.remove(grant, option, change.behavior());
        }
      }
    }
    return held.withGrants(list.grants());
  }

  /** As whom the current role grants, and what of it. */
  private record Granting(Role grantor, Set<Privilege> privileges) {}

  /**
   * The current role grants as the owner, whose member or superior it is taken to be, since
   * otherwise the server would refuse; unless it holds a leave of its own, which goes no further
   * than what it is for (select_best_grantor).
   */
  private Granting granting(Rights held, Role owner, Set<Privilege> privileges) {
    Role current = roles.current();
    if (current.equals(roles.session()) || current.equals(owner)) {
      return new Granting(owner, privileges);
    }
    Set<Privilege> own = EnumSet.noneOf(Privilege.class);
    Stream.concat(held.grants().stream(), ofWhole(held.on()))
        .filter(one -> one.grantee().equals(current) && one.grantable())
        .map(Grant::privilege)
        .filter(privileges::contains)
        .forEach(own::add);
    return own.isEmpty() ? new Granting(owner, privileges) : new Granting(current, own);
  }

  // Who may pass a privilege on the whole table on may do so for each column.
  private Stream<Grant> ofWhole(ObjectRef on) {
    return on.kind() == ObjectKind.COLUMN
        ? References.ROW_SOURCES.stream()
            .flatMap(kind -> held(ObjectRef.to(kind, on.name())).stream())
            .flatMap(rights -> rights.grants().stream())
        : Stream.empty();
  }

  private Optional<Rights> held(ObjectRef on) {
    return schema.get(Rights.refOn(on)).map(Rights.class::cast);
  }

  private void put(Rights changed) {
    schema = ColumnRights.with(schema, changed);
  }
}
