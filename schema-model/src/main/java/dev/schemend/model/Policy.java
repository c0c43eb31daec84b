package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A policy of row level security (PostgreSQL).
 *
 * @param table its table
 * @param name its name there
 * @param permissive {@code PERMISSIVE} rather than {@code RESTRICTIVE}
 * @param command what it is for
 * @param roles whom it is for, in order; none means everybody
 * @param using which rows can be seen
 * @param check which rows can be written
 * @param dependsOn what its expressions use besides the table
 */
public record Policy(
    ObjectName table,
    Identifier name,
    boolean permissive,
    Command command,
    List<Identifier> roles,
    Optional<SqlExpr> using,
    Optional<SqlExpr> check,
    SortedSet<ObjectRef> dependsOn)
    implements DefinedObject {

  /** What a policy is for. */
  public enum Command {
    ALL,
    SELECT,
    INSERT,
    UPDATE,
    DELETE
  }

  /** Copies the collections. */
  public Policy {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(using, "using");
    Objects.requireNonNull(check, "check");
    roles = roles.stream().distinct().sorted().toList();
    dependsOn = References.copy(dependsOn);
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.POLICY, table, name);
  }

  /** This policy elsewhere, or under another name. */
  public Policy withName(ObjectName newTable, Identifier newName) {
    return new Policy(newTable, newName, permissive, command, roles, using, check, dependsOn);
  }

  /** This policy with other conditions. */
  public Policy withConditions(
      Optional<SqlExpr> newUsing, Optional<SqlExpr> newCheck, SortedSet<ObjectRef> newDependsOn) {
    return new Policy(table, name, permissive, command, roles, newUsing, newCheck, newDependsOn);
  }
}
