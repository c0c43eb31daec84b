package dev.schemend.parser.layout.liquibase;

import dev.schemend.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change set.
 *
 * @param identity what makes it one of its changelog
 * @param attributes what is said about it, by Liquibase's names
 * @param precondition what must hold for it to run, if anything
 * @param changes what it does, in order, as far as that is SQL
 * @param file the file that it stands in, whole
 */
record ChangeSet(
    Identity identity,
    Map<String, String> attributes,
    Optional<Preconditions> precondition,
    List<Change> changes,
    SourceText file) {

  /** Author and id. */
  record Identity(String author, String id) {}

  /**
   * One piece of SQL.
   *
   * @param sql the text
   * @param attributes how it is cut and for which servers it is
   */
  record Change(SourceText sql, Map<String, String> attributes) {
    Change {
      attributes = Map.copyOf(attributes);
    }
  }

  ChangeSet {
    attributes = Map.copyOf(attributes);
    changes = List.copyOf(changes);
  }
}
