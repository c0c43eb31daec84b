package dev.schemend.planning.mysql;

import dev.schemend.dialect.mysql.MySqlKeys;
import dev.schemend.model.Index;
import dev.schemend.model.MySqlTableOptions;

/** Indexes as statements write them: a method that goes without saying is left out. */
final class WrittenIndexes {

  private WrittenIndexes() {}

  /**
   * The definition of {@code index}.
   *
   * @param table the options that hold when the statement runs
   */
  static Index definition(Index index, MySqlTableOptions table) {
    return index.method().equals(MySqlKeys.defaultMethod(table))
            || index.kind() == Index.Kind.FULLTEXT
            || index.kind() == Index.Kind.SPATIAL
        ? index.withMethod(Index.UNSTATED)
        : index;
  }
}
