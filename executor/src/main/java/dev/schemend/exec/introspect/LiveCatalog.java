package dev.schemend.exec.introspect;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.name.ObjectRef;
import dev.schemend.source.Diagnostic;
import java.util.List;

/**
 * What a server holds, in the words of the one vocabulary.
 *
 * @param statements in an order in which they can be applied to an empty database; on PostgreSQL
 *     every name is qualified, on MySQL those of the session's database are not
 * @param diagnostics what the vocabulary cannot say, the frontend could not read or the catalogs
 *     did not show
 * @param invalidIndexes indexes among them that a CREATE INDEX CONCURRENTLY of PostgreSQL left
 *     behind unfinished: they have a name and serve nothing
 */
public record LiveCatalog(
    List<DdlStatement> statements, List<Diagnostic> diagnostics, List<ObjectRef> invalidIndexes) {

  /** Copies the lists. */
  public LiveCatalog {
    statements = List.copyOf(statements);
    diagnostics = List.copyOf(diagnostics);
    invalidIndexes = List.copyOf(invalidIndexes);
  }
}
