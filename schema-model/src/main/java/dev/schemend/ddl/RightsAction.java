package dev.schemend.ddl;

import dev.schemend.model.DefaultRights;
import dev.schemend.model.Privilege;
import dev.schemend.model.Role;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a statement does to owners and privileges. */
public sealed interface RightsAction {

  /**
   * {@code GRANT … ON …} and {@code REVOKE … ON …}.
   *
   * @param grant whether they are given; else they are taken
   * @param privileges none stands for all of the object's kind
   * @param grantor {@code GRANTED BY}
   */
  record Privileges(
      boolean grant,
      List<Use> privileges,
      Target target,
      List<Role> grantees,
      Option option,
      Optional<Role> grantor,
      DropBehavior behavior)
      implements RightsAction {
    /** Copies the lists. */
    public Privileges {
      privileges = List.copyOf(privileges);
      grantees = List.copyOf(grantees);
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(option, "option");
      Objects.requireNonNull(grantor, "grantor");
      Objects.requireNonNull(behavior, "behavior");
    }
  }

  /** What is said of the leave to pass a privilege on. */
  enum Option {
    /** Nothing. */
    NONE,
    /** {@code GRANT … WITH GRANT OPTION}, {@code REVOKE GRANT OPTION FOR …}. */
    GRANT_OPTION
  }

  /**
   * A privilege, on the whole object or on columns of it.
   *
   * @param privilege empty for all of them: {@code ALL (a, b)}
   * @param columns none for the whole object
   */
  record Use(Optional<Privilege> privilege, List<Identifier> columns) {
    /** Copies the columns. */
    public Use {
      Objects.requireNonNull(privilege, "privilege");
      columns = List.copyOf(columns);
    }
  }

  /** On what privileges are given or taken. */
  sealed interface Target {

    /** These objects; a type is an enum, and a relation a table, until it is looked up. */
    record Named(List<ObjectRef> objects) implements Target {
      /** Copies the references. */
      public Named {
        objects = List.copyOf(objects);
      }
    }

    /** {@code ALL … IN SCHEMA …}: what there is of a kind at the time. */
    record AllIn(Family family, List<Identifier> schemas) implements Target {
      /** Copies the names. */
      public AllIn {
        schemas = List.copyOf(schemas);
      }
    }
  }

  /** What {@code ALL … IN SCHEMA} goes through. */
  enum Family {
    /** Tables, partitioned and foreign ones, views and materialised views. */
    TABLES,
    SEQUENCES,
    /** Functions, aggregates and window functions. */
    FUNCTIONS,
    PROCEDURES,
    /** Both of the former. */
    ROUTINES
  }

  /**
   * {@code ALTER DEFAULT PRIVILEGES}.
   *
   * @param roles whose objects; none for the current role
   * @param schemas where; none for everywhere
   */
  record Defaults(
      List<Role> roles,
      List<Identifier> schemas,
      boolean grant,
      List<Privilege> privileges,
      DefaultRights.Kind objects,
      List<Role> grantees,
      Option option,
      DropBehavior behavior)
      implements RightsAction {
    /** Copies the lists. */
    public Defaults {
      roles = List.copyOf(roles);
      schemas = List.copyOf(schemas);
      privileges = List.copyOf(privileges);
      grantees = List.copyOf(grantees);
    }
  }

  /**
   * {@code ALTER … OWNER TO …}.
   *
   * @param object a routine's types, where they are written, are its member
   */
  record OwnerTo(ObjectRef object, boolean ifExists, Role owner) implements RightsAction {}

  /** {@code REASSIGN OWNED BY … TO …}. */
  record ReassignOwned(List<Role> from, Role to) implements RightsAction {
    /** Copies the roles. */
    public ReassignOwned {
      from = List.copyOf(from);
    }
  }

  /** {@code DROP OWNED BY …}. */
  record DropOwned(List<Role> roles, DropBehavior behavior) implements RightsAction {
    /** Copies the roles. */
    public DropOwned {
      roles = List.copyOf(roles);
    }
  }

  /** {@code ALTER ROLE … RENAME TO …}: what refers to a role follows it. */
  record RenameRole(Identifier from, Identifier to) implements RightsAction {}
}
