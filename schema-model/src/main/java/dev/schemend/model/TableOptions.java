package dev.schemend.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What a table has besides columns, constraints and indexes.
 *
 * @param comment its comment; empty text in a statement takes it away, a {@code Schema} has none
 *     such
 * @param postgres what only PostgreSQL knows
 * @param mysql what only MySQL knows
 */
public record TableOptions(
    Optional<String> comment, PostgresTableOptions postgres, MySqlTableOptions mysql) {

  /** None of them. */
  public static final TableOptions NONE =
      new TableOptions(Optional.empty(), PostgresTableOptions.NONE, MySqlTableOptions.NONE);

  /** Rejects null parts. */
  public TableOptions {
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(postgres, "postgres");
    Objects.requireNonNull(mysql, "mysql");
  }

  /** These options with another comment. */
  public TableOptions withComment(Optional<String> newComment) {
    return new TableOptions(newComment, postgres, mysql);
  }

  /** These options with other MySQL ones. */
  public TableOptions withMySql(MySqlTableOptions newOptions) {
    return new TableOptions(comment, postgres, newOptions);
  }

  /** These options without what tells nothing of the table. */
  public TableOptions essence() {
    return withPostgres(postgres.essence());
  }

  /** These options with other PostgreSQL ones. */
  public TableOptions withPostgres(PostgresTableOptions newOptions) {
    return new TableOptions(comment, newOptions, mysql);
  }
}
