package dev.schemend.dialect.postgres;

import dev.schemend.ddl.RightsAction;
import dev.schemend.ddl.RightsAction.Option;
import dev.schemend.model.DefaultRights;
import dev.schemend.model.Grant;
import dev.schemend.model.Privilege;
import dev.schemend.model.Role;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code ALTER DEFAULT PRIVILEGES} (server source {@code SetDefaultACL}). */
final class DefaultPrivileges {

  private final PostgresRights rights;
  private final SessionRoles roles;
  private final RightsTargets targets;

  DefaultPrivileges(PostgresRights rights, SessionRoles roles, RightsTargets targets) {
    this.rights = rights;
    this.roles = roles;
    this.targets = targets;
  }

  Schema run(RightsAction.Defaults change) {
    Schema schema = targets.scope().schema();
    Set<Privilege> all = rights.all(PrivilegeFacts.kind(change.objects()));
    Set<Privilege> privileges =
        change.privileges().isEmpty() ? all : EnumSet.copyOf(change.privileges());
    List<Role> owners = change.roles().isEmpty() ? List.of(Role.CURRENT) : change.roles();
    List<Identifier> schemas =
        change.schemas().isEmpty() ? List.of(Identifier.NONE) : change.schemas();
    for (Identifier name : schemas) {
      if (!name.isNone() && change.objects() == DefaultRights.Kind.SCHEMAS) {
        throw PostgresErrors.invalid(
            ObjectRef.schema(name),
            "cannot use IN SCHEMA clause when using GRANT/REVOKE ON SCHEMAS",
            PrivilegeChanges.INVALID_GRANT);
      }
      if (!name.isNone() && targets.find(ObjectRef.schema(name)).isEmpty()) {
        continue;
      }
      PrivilegeChanges.require(ObjectRef.schema(name), privileges, all);
      PrivilegeChanges.requireGrantable(change.grant(), change.option(), change.grantees());
      for (Role owner : owners) {
        schema =
            changed(
                schema,
                rights.initial(roles.of(owner), name, change.objects()),
                privileges,
                change);
      }
    }
    return schema;
  }

  private Schema changed(
      Schema schema,
      DefaultRights initial,
      Set<Privilege> privileges,
      RightsAction.Defaults change) {
    DefaultRights held = schema.get(initial.ref()).map(DefaultRights.class::cast).orElse(initial);
    AccessList list = new AccessList(initial.ref(), initial.role(), held.grants());
    boolean option = change.option() == Option.GRANT_OPTION;
    for (Role grantee : change.grantees()) {
      for (Privilege privilege : privileges) {
        Grant grant =
            new Grant(roles.of(grantee), initial.role(), privilege, option && change.grant());
        if (change.grant()) {
          list.add(grant);
        } else {
          list.remove(grant, option, change.behavior());
        }
      }
    }
    return with(schema, held.withGrants(list.grants()), initial);
  }

  /** {@code schema} with these defaults; without them, where they are the server's own. */
  static Schema with(Schema schema, DefaultRights changed, DefaultRights initial) {
    return changed.equals(initial) ? schema.without(changed.ref()) : schema.with(changed);
  }
}
