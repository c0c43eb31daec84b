package dev.schemend.code;

import dev.schemend.name.ObjectName;
import java.util.Optional;

/**
 * Reads procedural code; the adapter lives in sql-parser. Never throws on bad input: what cannot be
 * read stands in the tree as {@link CodeStatement.Unreadable}.
 */
public interface CodeFrontend {

  /** Reads one statement as a client sends it: a query, a block, a call. */
  CodeStatement statement(String text);

  /** Reads the text of a {@code CREATE FUNCTION} or {@code CREATE PROCEDURE}; empty for another. */
  Optional<Routine> routine(String definition);

  /** The table whose rows a statement changes; empty where it changes no rows. */
  Optional<ObjectName> changed(String text);
}
