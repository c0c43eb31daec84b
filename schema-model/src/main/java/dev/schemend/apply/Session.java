package dev.schemend.apply;

import dev.schemend.name.Identifier;
import java.util.List;

/**
 * The settings of a session that decide what a statement means.
 *
 * @param searchPath where unqualified names are looked for and, in the first, made: PostgreSQL's
 *     {@code search_path} without the implied {@code pg_catalog}; on MySQL the current database
 * @param foreignKeyChecks MySQL's {@code foreign_key_checks}: off, a key may point at nothing
 */
public record Session(List<Identifier> searchPath, boolean foreignKeyChecks) {

  /** Copies the path. */
  public Session {
    searchPath = List.copyOf(searchPath);
  }

  /** A fresh session in one schema. */
  public static Session in(Identifier schema) {
    return new Session(List.of(schema), true);
  }

  /** This session with another path. */
  public Session withSearchPath(List<Identifier> newPath) {
    return new Session(newPath, foreignKeyChecks);
  }

  /** This session with foreign keys checked, or not. */
  public Session withForeignKeyChecks(boolean on) {
    return new Session(searchPath, on);
  }
}
