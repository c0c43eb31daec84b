package dev.schemend.exec.introspect;

import java.util.List;
import java.util.Set;

/**
 * What to read.
 *
 * @param schemas the schemas (on MySQL: databases), exactly as the server spells them; empty means
 *     every schema that is not the server's own, and on MySQL the session's current database
 * @param ignoredTables tables to leave out in every schema, with all that belongs to them: the
 *     history tables
 */
public record IntrospectionScope(List<String> schemas, Set<String> ignoredTables) {

  /** Copies the collections. */
  public IntrospectionScope {
    schemas = List.copyOf(schemas);
    ignoredTables = Set.copyOf(ignoredTables);
  }
}
