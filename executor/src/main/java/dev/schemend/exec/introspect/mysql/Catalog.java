package dev.schemend.exec.introspect.mysql;

import dev.schemend.exec.introspect.CatalogQuery;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.exec.introspect.Findings;
import dev.schemend.exec.introspect.RowReader;
import java.util.List;

/**
 * What the readers of one reading share.
 *
 * @param session where to ask
 * @param databases the databases to read, at least one
 * @param facts how this server keeps its catalogs
 * @param names how to take names
 * @param texts how to take SQL
 * @param findings where to tell the rest
 */
record Catalog(
    CatalogSession session,
    List<String> databases,
    CatalogFacts facts,
    CatalogNames names,
    CatalogTexts texts,
    Findings findings) {

  /** The rows of {@code query} for the databases. */
  <T> List<T> rows(CatalogQuery query, RowReader<T> reader) {
    return session.rows(CatalogQueries.forDatabases(query, databases.size()), databases, reader);
  }

  /** Tells that the server showed an object but not its definition, for want of a privilege. */
  void hidden(String what, String privilege) {
    findings.warning(
        "hidden-definition",
        "the server does not show the definition of " + what,
        "it needs the privilege " + privilege);
  }
}
