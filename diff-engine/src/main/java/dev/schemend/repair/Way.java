package dev.schemend.repair;

import dev.schemend.model.Schema;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.script.ParsedStatement;
import java.util.List;
import java.util.Objects;

/** A way out of a failed migration. */
public sealed interface Way {

  /**
   * Statements that were planned and proven.
   *
   * @param plan what to do
   * @param expected what the database must hold afterwards
   * @param alsoUndone differences that no statement of the migration explains and that the plan
   *     takes away all the same, since they are in the objects that it has to mend
   */
  record Planned(Plan plan, Schema expected, List<Change> alsoUndone) implements Way {
    /** Copies the differences. */
    public Planned {
      Objects.requireNonNull(plan, "plan");
      Objects.requireNonNull(expected, "expected");
      alsoUndone = List.copyOf(alsoUndone);
    }
  }

  /**
   * Statements of the migration itself, as they are written.
   *
   * @param statements what is left of it, behind the settings of the session that it made before
   * @param expected what the database must hold afterwards
   */
  record Written(List<ParsedStatement> statements, Schema expected) implements Way {
    /** Copies the statements. */
    public Written {
      statements = List.copyOf(statements);
      Objects.requireNonNull(expected, "expected");
    }
  }

  /**
   * There is no such way.
   *
   * @param reason why, in a sentence
   * @param remedy what would open it
   */
  record Blocked(String reason, String remedy) implements Way {
    /** Rejects null parts. */
    public Blocked {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(remedy, "remedy");
    }
  }
}
