package dev.schemend.planning.postgres;

import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.planning.Job;
import java.util.function.BiPredicate;

/** Names for types and relations that live during a plan only. */
final class SpareNames {

  private final Job job;

  SpareNames(Job job) {
    this.job = job;
  }

  /** A name beside that of {@code type} which no type of either schema has. */
  Identifier beside(ObjectName type, String suffix) {
    return beside(type, suffix, SpareNames::isType);
  }

  /** A name beside that of {@code relation} which no relation of either schema has. */
  Identifier relation(ObjectName relation, String suffix) {
    return beside(relation, suffix, SpareNames::isRelation);
  }

  private Identifier beside(
      ObjectName name, String suffix, BiPredicate<Schema, ObjectName> isTaken) {
    for (int i = 0; ; i++) {
      Identifier candidate =
          job.dialect()
              .identifiers()
              .object(fitting(name.name().text(), suffix + (i == 0 ? "" : i)), true);
      if (!isTaken.test(job.transition().from(), name.sibling(candidate))
          && !isTaken.test(job.transition().to(), name.sibling(candidate))) {
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

  private static boolean isType(Schema schema, ObjectName name) {
    return References.TYPES.stream().anyMatch(kind -> schema.has(ObjectRef.to(kind, name)));
  }

  private static boolean isRelation(Schema schema, ObjectName name) {
    return schema.sequence(name).isPresent()
        || schema.view(name).isPresent()
        || schema.materializedView(name).isPresent()
        || schema.tables().anyMatch(table -> Names.occupied(table).contains(Names.relation(name)));
  }
}
