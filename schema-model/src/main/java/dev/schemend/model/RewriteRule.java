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
 * A rule (PostgreSQL manual, CREATE RULE).
 *
 * @param table the table or view it is for
 * @param name its name there
 * @param event the command that it rewrites, in capitals
 * @param instead {@code DO INSTEAD} rather than {@code DO ALSO}
 * @param condition {@code WHERE …}
 * @param commands the tokens of what is done; none for {@code NOTHING}
 * @param enabled in which sessions it rewrites anything
 * @param dependsOn what it uses besides the table
 */
public record RewriteRule(
    ObjectName table,
    Identifier name,
    String event,
    boolean instead,
    Optional<SqlExpr> condition,
    List<String> commands,
    PostgresTriggerOptions.Enabled enabled,
    SortedSet<ObjectRef> dependsOn)
    implements DefinedObject {

  /** Copies the collections. */
  public RewriteRule {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(condition, "condition");
    commands = List.copyOf(commands);
    Objects.requireNonNull(enabled, "enabled");
    dependsOn = References.copy(dependsOn);
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(ObjectKind.RULE, table, name);
  }

  /** This rule elsewhere, or under another name. */
  public RewriteRule withName(ObjectName newTable, Identifier newName) {
    return new RewriteRule(
        newTable, newName, event, instead, condition, commands, enabled, dependsOn);
  }

  /** This rule with other words for what is done. */
  public RewriteRule withCommands(List<String> newCommands) {
    return new RewriteRule(table, name, event, instead, condition, newCommands, enabled, dependsOn);
  }

  /** This rule with another condition. */
  public RewriteRule withCondition(
      Optional<SqlExpr> newCondition, SortedSet<ObjectRef> newDependsOn) {
    return new RewriteRule(
        table, name, event, instead, newCondition, commands, enabled, newDependsOn);
  }

  /** This rule for other sessions. */
  public RewriteRule withEnabled(PostgresTriggerOptions.Enabled newEnabled) {
    return new RewriteRule(table, name, event, instead, condition, commands, newEnabled, dependsOn);
  }
}
