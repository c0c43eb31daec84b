package dev.schemend.planning.postgres;

import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.planning.Job;

/** Names for types that live during a plan only. */
final class SpareNames {

  private final Job job;

  SpareNames(Job job) {
    this.job = job;
  }

  /** A name beside that of {@code type} which neither schema knows. */
  Identifier beside(ObjectName type, String suffix) {
    for (int i = 0; ; i++) {
      Identifier candidate =
          job.dialect()
              .identifiers()
              .object(fitting(type.name().text(), suffix + (i == 0 ? "" : i)), true);
      if (!isTaken(job.transition().from(), type.sibling(candidate))
          && !isTaken(job.transition().to(), type.sibling(candidate))) {
        return candidate;
      }
    }
  }

  private String fitting(String name, String suffix) {
    String cut = name;
    while (!job.dialect().identifiers().truncate(cut + suffix).equals(cut + suffix)) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut + suffix;
  }

  private static boolean isTaken(Schema schema, ObjectName name) {
    return References.TYPES.stream().anyMatch(kind -> schema.has(ObjectRef.to(kind, name)));
  }
}
