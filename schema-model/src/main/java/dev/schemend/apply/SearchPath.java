package dev.schemend.apply;

import dev.schemend.name.Identifier;
import java.util.List;

/**
 * Where unqualified names are looked for, and where new objects go: PostgreSQL's {@code
 * search_path} without the implied {@code pg_catalog}; on MySQL the current database.
 *
 * @param schemas in order; new objects go to the first
 */
public record SearchPath(List<Identifier> schemas) {

  /** Copies the schemas. */
  public SearchPath {
    schemas = List.copyOf(schemas);
  }

  /** A path of one schema. */
  public static SearchPath of(Identifier schema) {
    return new SearchPath(List.of(schema));
  }
}
