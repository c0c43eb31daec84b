package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.Objects;
import java.util.Optional;

/**
 * What only PostgreSQL knows of a trigger.
 *
 * @param oldTable {@code REFERENCING OLD TABLE AS}, or {@link Identifier#NONE}
 * @param newTable {@code REFERENCING NEW TABLE AS}, or {@link Identifier#NONE}
 * @param constraint present for a constraint trigger: when it is checked
 * @param from the other table of a constraint trigger
 * @param enabled in which sessions it fires
 */
public record PostgresTriggerOptions(
    Identifier oldTable,
    Identifier newTable,
    Optional<Deferrability> constraint,
    Optional<ObjectName> from,
    Enabled enabled) {

  /** None of them. */
  public static final PostgresTriggerOptions NONE =
      new PostgresTriggerOptions(
          Identifier.NONE, Identifier.NONE, Optional.empty(), Optional.empty(), Enabled.ORIGIN);

  /** In which sessions a trigger fires, or a rule rewrites ({@code session_replication_role}). */
  public enum Enabled {
    ORIGIN,
    DISABLED,
    REPLICA,
    ALWAYS
  }

  /** Rejects null parts. */
  public PostgresTriggerOptions {
    Objects.requireNonNull(oldTable, "oldTable");
    Objects.requireNonNull(newTable, "newTable");
    Objects.requireNonNull(constraint, "constraint");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(enabled, "enabled");
  }

  /** These options, firing in other sessions. */
  public PostgresTriggerOptions withEnabled(Enabled newEnabled) {
    return new PostgresTriggerOptions(oldTable, newTable, constraint, from, newEnabled);
  }
}
