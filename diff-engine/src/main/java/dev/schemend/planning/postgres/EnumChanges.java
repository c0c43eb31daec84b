package dev.schemend.planning.postgres;

import dev.schemend.model.Table;
import dev.schemend.plan.Change;
import dev.schemend.planning.Job;
import java.util.List;

/**
 * Enumerated types with other labels. Labels can be added in place; a label that goes or moves
 * needs a new type and a cast of every column (manual, ALTER TYPE).
 */
final class EnumChanges {

  private final Job job;
  private final Recreation recreation;

  EnumChanges(Job job, Recreation recreation) {
    this.job = job;
    this.recreation = recreation;
  }

  /** The step for one type, unless it is rebuilt together with types that rest on it. */
  void alter(Change.EnumAltered altered) {
    if (onlyAdds(altered)) {
      job.out().add(new EnumAddition(job).step(altered));
    } else if (!recreation.types().contains(altered.ref())) {
      List<Table> users =
          job.transition()
              .from()
              .dependants(altered.ref())
              .flatMap(ref -> job.transition().from().table(ref.name()).stream())
              // A table that goes does so before, with its columns, unless its rows are to move.
              .filter(
                  table ->
                      job.transition().to().table(table.name()).isPresent()
                          || Descent.isAside(job.transition(), table.name()))
              .toList();
      job.out().add(new EnumRebuild(job).step(altered, users));
    }
  }

  /** Whether the old labels stay, in their order. */
  static boolean onlyAdds(Change.EnumAltered altered) {
    return altered.to().labels().stream()
        .filter(altered.from().labels()::contains)
        .toList()
        .equals(altered.from().labels());
  }
}
