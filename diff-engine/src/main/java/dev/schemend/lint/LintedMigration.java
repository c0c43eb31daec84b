package dev.schemend.lint;

import dev.schemend.history.Migration;
import dev.schemend.script.ParsedScript;
import java.util.Objects;

/**
 * A migration of the history that is looked at.
 *
 * @param migration its file
 * @param script after reading
 * @param state what is asked of it
 */
public record LintedMigration(Migration migration, ParsedScript script, State state) {

  /** How a migration stands to the base. */
  public enum State {
    /** Not looked at: it only makes what is there. */
    APPLIED,
    /** The base has it with other statements. */
    EDITED,
    /** To be judged. */
    NEW,
    /** To be judged; it runs before one that the base has. */
    NEW_BEFORE_APPLIED
  }

  /** Rejects null parts. */
  public LintedMigration {
    Objects.requireNonNull(migration, "migration");
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(state, "state");
  }
}
