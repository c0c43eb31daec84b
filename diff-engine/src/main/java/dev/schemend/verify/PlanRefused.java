package dev.schemend.verify;

import dev.schemend.apply.SchemaError;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Why a plan is not proven and must not run. */
public sealed interface PlanRefused {

  /** What happened, in a sentence. */
  String message();

  /**
   * A server in the state that the statements before leave would refuse this one.
   *
   * @param statement the statement
   * @param ordinal its place in the plan, from 1
   * @param error the server's answer
   */
  record StatementRejected(DdlStatement statement, int ordinal, SchemaError error)
      implements PlanRefused {
    /** Rejects null parts. */
    public StatementRejected {
      Objects.requireNonNull(statement, "statement");
      Objects.requireNonNull(error, "error");
    }

    @Override
    public String message() {
      return "statement "
          + ordinal
          + " of the plan would be refused with "
          + error.code()
          + ": "
          + error.message();
    }
  }

  /** The plan runs, and leads somewhere else. */
  record DifferencesRemain(List<Change> changes) implements PlanRefused {
    /** Copies the changes. */
    public DifferencesRemain {
      changes = List.copyOf(changes);
    }

    @Override
    public String message() {
      return "the plan does not lead to the wanted schema; it leaves differences in "
          + changes.stream()
              .map(change -> change.ref().toString())
              .collect(Collectors.joining(", "));
    }
  }

  /** The steps wait for each other, so they have no order. */
  record OrderCyclic(List<ObjectRef> members) implements PlanRefused {
    /** Copies the members. */
    public OrderCyclic {
      members = List.copyOf(members);
    }

    @Override
    public String message() {
      return "no order of steps exists, since these wait for each other: "
          + members.stream().map(ObjectRef::toString).collect(Collectors.joining(", "));
    }
  }
}
