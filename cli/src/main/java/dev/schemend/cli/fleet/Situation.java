package dev.schemend.cli.fleet;

import dev.schemend.dialect.ServerProfile;
import dev.schemend.model.Fingerprint;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Objects;

/**
 * How a database stands. What is planned for one database is right for all that stand alike.
 *
 * @param server whose rules are in force
 * @param schema the fingerprint of what it holds, without history tables
 * @param unfinished indexes that the server never finished
 * @param books what its history says
 */
public record Situation(
    ServerProfile server, Fingerprint schema, List<ObjectRef> unfinished, Books books) {

  /** Copies the list. */
  public Situation {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(schema, "schema");
    unfinished = List.copyOf(unfinished);
    Objects.requireNonNull(books, "books");
  }
}
