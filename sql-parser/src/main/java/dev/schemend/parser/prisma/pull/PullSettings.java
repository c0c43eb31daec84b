package dev.schemend.parser.prisma.pull;

import dev.schemend.model.Index;
import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import dev.schemend.name.ObjectRef;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a database is pulled.
 *
 * @param identifiers how names become identifiers
 * @param defaultSchema the schema that needs no naming; none where the schemas are listed, or where
 *     the database has none
 * @param listed whether the datasource lists its database schemas, so that every model says its own
 * @param sayable whether a schema can say an index at all
 * @param verbatim columns whose default, and keys whose operator classes are left to the database's
 *     own words, since a constant would not come back as it is
 */
public record PullSettings(
    IdentifierRules identifiers,
    Identifier defaultSchema,
    boolean listed,
    Predicate<Index> sayable,
    Set<ObjectRef> verbatim) {

  /** Copies the columns. */
  public PullSettings {
    Objects.requireNonNull(identifiers, "identifiers");
    Objects.requireNonNull(defaultSchema, "defaultSchema");
    Objects.requireNonNull(sayable, "sayable");
    verbatim = Set.copyOf(verbatim);
  }
}
