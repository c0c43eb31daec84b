package dev.schemend.dialect.postgres;

import dev.schemend.apply.Session;
import dev.schemend.collect.PersistentSortedMap.Edit;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.RightsBasis;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.DefaultRights;
import dev.schemend.model.Grant;
import dev.schemend.model.Namespace;
import dev.schemend.model.Privilege;
import dev.schemend.model.Rights;
import dev.schemend.model.Role;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rights on what a statement makes. Which objects are new is read off the schemas on both sides
 * of it, so that no statement has to know of rights.
 */
final class NewRights {

  /** {@code public} belongs to whoever owns the database, and only he may create in it (15). */
  private static final ServerVersion GUARDED_PUBLIC = ServerVersion.of(15, 0, 0);

  private static final Role DATABASE_OWNER = Role.named(Identifier.of("pg_database_owner"));

  private final PostgresRights rights;
  private final RightsBasis basis;
  private final ServerVersion version;

  NewRights(PostgresRights rights, RightsBasis basis, ServerVersion version) {
    this.rights = rights;
    this.basis = basis;
    this.version = version;
  }

  /** A new database's schemas with the rights that every new database has on them. */
  Schema initial(Schema schema) {
    Schema told = schema;
    for (SchemaObject namespace : schema.ofKind(ObjectKind.SCHEMA).toList()) {
      boolean open = namespace.ref().equals(ObjectRef.schema(Identifier.of("public")));
      told = told.with(open ? ofPublic() : rights.initial(namespace.ref(), basis.session()));
    }
    return told;
  }

  private Rights ofPublic() {
    boolean guarded = version.since(GUARDED_PUBLIC);
    Rights own =
        rights.initial(
            new Namespace(Identifier.of("public")).ref(),
            guarded ? DATABASE_OWNER : basis.bootstrap());
    Role owner = own.owner().orElseThrow();
    SortedSet<Grant> grants = new TreeSet<>(own.grants());
    grants.add(new Grant(Role.PUBLIC, owner, Privilege.USAGE, false));
    if (!guarded) {
      grants.add(new Grant(Role.PUBLIC, owner, Privilege.CREATE, false));
    }
    return own.withGrants(grants);
  }

  /** {@code after} with rights on what it has and {@code before} had not, and without others. */
  Schema follow(Schema before, Session session, DdlStatement statement, Schema after) {
    SessionRoles roles = new SessionRoles(basis, session);
    Role maker =
        statement instanceof DdlStatement.CreateSchema create
            ? create.owner().map(roles::of).orElseGet(roles::current)
            : roles.current();
    if (statement instanceof DdlStatement.AlterSequence) {
      requireOneOwner(before, after);
    }
    Schema told = after;
    for (Edit<ObjectRef, SchemaObject> edit : after.objects().editsSince(before.objects())) {
      ObjectRef ref = edit.key();
      if (edit.after().isEmpty()) {
        told = told.without(Rights.refOn(ref));
      } else if (edit.before().isEmpty()
          && PrivilegeFacts.isOwned(ref.kind())
          // One of which no more than the name is known may be several.
          && (ref.kind() != ObjectKind.AGGREGATE || !ref.member().isNone())
          && !ref.name().schema().equals(Scope.TEMPORARY)
          && !told.has(Rights.refOn(ref))) {
        told = told.with(of(told, ref, owner(before, edit.after().get(), maker)));
      }
    }
    return told;
  }

  // process_owned_by
  private static void requireOneOwner(Schema before, Schema after) {
    for (Edit<ObjectRef, SchemaObject> edit : after.objects().editsSince(before.objects())) {
      if (edit.after().orElse(null) instanceof Sequence sequence) {
        Optional<ObjectRef> table =
            sequence.ownedBy().map(column -> ObjectRef.table(column.name()));
        if (table.isPresent()
            && !ownerOf(after, table.get()).equals(ownerOf(after, sequence.ref()))) {
          throw PostgresErrors.invalid(
              sequence.ref(),
              "must have the same owner as the table it is linked to",
              PostgresErrors.PREREQUISITE);
        }
      }
    }
  }

  private static Optional<Role> ownerOf(Schema schema, ObjectRef ref) {
    return schema.get(Rights.refOn(ref)).flatMap(found -> ((Rights) found).owner());
  }

  // A sequence that comes with a column belongs to whoever the table belongs to.
  private static Role owner(Schema before, SchemaObject made, Role maker) {
    return made instanceof Sequence sequence
        ? sequence
            .ownedBy()
            .flatMap(column -> ownerOf(before, ObjectRef.table(column.name())))
            .orElse(maker)
        : maker;
  }

  /** What a new object gets ({@code get_user_default_acl}). */
  private Rights of(Schema schema, ObjectRef ref, Role owner) {
    Rights initial = rights.initial(ref, owner);
    Optional<DefaultRights.Kind> kind = PrivilegeFacts.defaults(ref.kind());
    if (kind.isEmpty()) {
      return initial;
    }
    AccessList list =
        new AccessList(
            ref,
            owner,
            grants(schema, DefaultRights.ref(owner, Identifier.NONE, kind.get()))
                .orElse(initial.grants()));
    grants(schema, DefaultRights.ref(owner, ref.name().schema(), kind.get()))
        .filter(more -> !ref.name().schema().isNone())
        .orElse(Collections.emptySortedSet())
        .forEach(list::add);
    return initial.withGrants(list.grants());
  }

  private static Optional<SortedSet<Grant>> grants(Schema schema, ObjectRef defaults) {
    return schema.get(defaults).map(found -> ((DefaultRights) found).grants());
  }
}
