package dev.schemend.cli.command;

import dev.schemend.cli.fleet.Group;
import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.fleet.Result;
import dev.schemend.cli.process.Failure;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What is to be done in a fleet, planned once for all databases that stand alike. */
interface FleetJob {

  /** What it is called, with all that makes it another job. */
  String name();

  /** What it means for a group; reads from the group's first database at most. */
  Part plan(Group group);

  /** What a job means for a group. */
  sealed interface Part {

    /** There is nothing to do. */
    record Nothing() implements Part {}

    /** It cannot be done, or something else comes first. */
    record Blocked(Failure reason) implements Part {}

    /**
     * It is to be done in each.
     *
     * @param lines what it is, for a person
     * @param dangers what must be allowed by name before anything begins
     * @param work does it in one database; never throws
     */
    record Work(List<String> lines, Set<String> dangers, Function<Member, Result> work)
        implements Part {
      /** Copies the lines. */
      public Work {
        lines = List.copyOf(lines);
        dangers = Set.copyOf(dangers);
      }
    }
  }
}
