package dev.schemend.testkit;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.RightsAction;
import dev.schemend.ddl.RightsAction.Option;
import dev.schemend.ddl.RightsAction.Target;
import dev.schemend.ddl.RightsAction.Use;
import dev.schemend.model.DefaultRights;
import dev.schemend.model.Privilege;
import dev.schemend.model.Role;
import dev.schemend.model.Signatures;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Statements on owners and privileges of PostgreSQL. */
public final class RightsArbitraries {

  private RightsArbitraries() {}

  /** Any of them. */
  public static Arbitrary<DdlStatement> statements() {
    return Arbitraries.oneOf(privileges(), privileges(), defaults(), owners(), roles())
        .map(DdlStatement.ChangeRights::new);
  }

  private static Arbitrary<Identifier> names() {
    return Arbitraries.of("t", "Two Words", "table", "owner", "schema", "all", "public_", "a\"b")
        .map(Identifier::of);
  }

  private static Arbitrary<Role> role() {
    return Arbitraries.oneOf(
        Arbitraries.of(Role.PUBLIC, Role.CURRENT, Role.SESSION), names().map(Role::named));
  }

  private static Arbitrary<Role> named() {
    return names().map(Role::named);
  }

  private static Arbitrary<ObjectName> objects() {
    return Combinators.combine(Arbitraries.of("", "s", "S").map(Identifier::of), names())
        .as(ObjectName::new);
  }

  private static <T> Arbitrary<List<T>> some(Arbitrary<T> one) {
    return one.list().ofMinSize(1).ofMaxSize(3);
  }

  private static Arbitrary<Target> targets() {
    Arbitrary<Target> relations =
        Arbitraries.of(
                ObjectKind.TABLE, ObjectKind.SEQUENCE, ObjectKind.DOMAIN, ObjectKind.ENUM_TYPE)
            .flatMap(kind -> some(objects().map(name -> ObjectRef.to(kind, name))))
            .map(Target.Named::new);
    Arbitrary<Target> unqualified = some(names().map(ObjectRef::schema)).map(Target.Named::new);
    Arbitrary<Target> routines = some(routines()).map(Target.Named::new);
    Arbitrary<Target> all =
        Combinators.combine(Arbitraries.of(RightsAction.Family.values()), some(names()))
            .as(Target.AllIn::new);
    return Arbitraries.oneOf(relations, unqualified, routines, all);
  }

  private static Arbitrary<ObjectRef> routines() {
    Arbitrary<SqlType> types =
        Arbitraries.of(
            SqlType.builtin("integer"),
            SqlType.builtin("text"),
            new SqlType.ArrayOf(SqlType.builtin("bigint")));
    return Combinators.combine(objects(), types.list().ofMaxSize(2))
        .as((name, inputs) -> new ObjectRef(ObjectKind.ROUTINE, name, Signatures.of(inputs)));
  }

  private static Arbitrary<List<Use>> uses() {
    return some(
        Combinators.combine(Arbitraries.of(Privilege.values()), names().list().ofMaxSize(2))
            .as((privilege, columns) -> new Use(Optional.of(privilege), columns)));
  }

  private static Arbitrary<RightsAction> privileges() {
    Arbitrary<List<Use>> every =
        names()
            .list()
            .ofMaxSize(2)
            .map(
                columns ->
                    columns.isEmpty() ? List.of() : List.of(new Use(Optional.empty(), columns)));
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.oneOf(uses(), every),
            targets(),
            some(role()),
            Arbitraries.of(Option.values()),
            role().optional(),
            Arbitraries.of(DropBehavior.values()))
        .as(
            (grant, uses, target, grantees, option, grantor, behavior) ->
                new RightsAction.Privileges(
                    grant,
                    uses,
                    target,
                    grantees,
                    option,
                    grantor,
                    grant ? DropBehavior.RESTRICT : behavior));
  }

  private static Arbitrary<RightsAction> defaults() {
    return Combinators.combine(
            role().list().ofMaxSize(2),
            names().list().ofMaxSize(2),
            Arbitraries.of(true, false),
            Arbitraries.of(Privilege.values()).list().ofMaxSize(2),
            Arbitraries.of(DefaultRights.Kind.values()),
            some(role()),
            Arbitraries.of(Option.values()),
            Arbitraries.of(DropBehavior.values()))
        .as(
            (owners, schemas, grant, privileges, kind, grantees, option, behavior) ->
                new RightsAction.Defaults(
                    owners,
                    schemas,
                    grant,
                    privileges,
                    kind,
                    grantees,
                    option,
                    grant ? DropBehavior.RESTRICT : behavior));
  }

  private static Arbitrary<RightsAction> owners() {
    Arbitrary<ObjectRef> named =
        Combinators.combine(
                Arbitraries.of(
                    ObjectKind.TABLE,
                    ObjectKind.VIEW,
                    ObjectKind.MATERIALIZED_VIEW,
                    ObjectKind.SEQUENCE,
                    ObjectKind.FOREIGN_TABLE),
                objects())
            .as(ObjectRef::to);
    Arbitrary<ObjectRef> others =
        Combinators.combine(Arbitraries.of(ObjectKind.DOMAIN, ObjectKind.COLLATION), objects())
            .as(ObjectRef::to);
    return Arbitraries.oneOf(
        Combinators.combine(named, Arbitraries.of(true, false), role())
            .as(RightsAction.OwnerTo::new),
        Combinators.combine(
                Arbitraries.oneOf(others, routines(), names().map(ObjectRef::schema)), role())
            .as((object, owner) -> new RightsAction.OwnerTo(object, false, owner)));
  }

  private static Arbitrary<RightsAction> roles() {
    return Arbitraries.oneOf(
        Combinators.combine(some(named()), role()).as(RightsAction.ReassignOwned::new),
        Combinators.combine(some(role()), Arbitraries.of(DropBehavior.values()))
            .as(RightsAction.DropOwned::new),
        Combinators.combine(names(), names()).as(RightsAction.RenameRole::new));
  }
}
