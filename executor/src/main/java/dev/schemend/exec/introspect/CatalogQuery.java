package dev.schemend.exec.introspect;

import java.util.Objects;

/**
 * A query on a server's catalogs.
 *
 * @param catalogs what it reads, for messages
 * @param sql the query, parameters as question marks
 */
public record CatalogQuery(String catalogs, String sql) {

  /** Rejects null parts. */
  public CatalogQuery {
    Objects.requireNonNull(catalogs, "catalogs");
    Objects.requireNonNull(sql, "sql");
  }
}
