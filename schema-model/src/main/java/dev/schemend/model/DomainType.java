package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A domain (PostgreSQL manual, CREATE DOMAIN).
 *
 * @param name its name
 * @param type the type under it
 * @param collation where it is not the type's own
 * @param defaultValue {@code DEFAULT}
 * @param nullable false after {@code NOT NULL}
 * @param checks its constraints, by name; {@code VALUE} in them is a column
 */
public record DomainType(
    ObjectName name,
    SqlType type,
    Optional<String> collation,
    Optional<SqlExpr> defaultValue,
    boolean nullable,
    List<Constraint.Check> checks)
    implements DefinedObject {

  /** Copies the checks. */
  public DomainType {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(collation, "collation");
    Objects.requireNonNull(defaultValue, "defaultValue");
    checks = List.copyOf(checks);
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.to(ObjectKind.DOMAIN, name);
  }

  /** The check of that name. */
  public Optional<Constraint.Check> check(Identifier check) {
    return checks.stream().filter(one -> one.name().equals(check)).findFirst();
  }

  /** This domain under another name. */
  public DomainType withName(ObjectName newName) {
    return new DomainType(newName, type, collation, defaultValue, nullable, checks);
  }

  /** This domain over another type. */
  public DomainType withType(SqlType newType) {
    return new DomainType(name, newType, collation, defaultValue, nullable, checks);
  }

  /** This domain with another collation. */
  public DomainType withCollation(Optional<String> newCollation) {
    return new DomainType(name, type, newCollation, defaultValue, nullable, checks);
  }

  /** This domain with another default. */
  public DomainType withDefault(Optional<SqlExpr> newDefault) {
    return new DomainType(name, type, collation, newDefault, nullable, checks);
  }

  /** This domain with or without {@code NOT NULL}. */
  public DomainType withNullable(boolean newNullable) {
    return new DomainType(name, type, collation, defaultValue, newNullable, checks);
  }

  /** This domain with other checks. */
  public DomainType withChecks(List<Constraint.Check> newChecks) {
    return new DomainType(name, type, collation, defaultValue, nullable, newChecks);
  }
}
