package dev.schemend.planning.mysql;

import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.planning.TableEdit;
import java.util.List;
import java.util.Optional;

/**
 * Which keys a foreign key rests on: at both ends it needs one whose first columns are its own, in
 * its order, over whole values (manual, 15.1.20.5).
 */
final class ServingKeys {

  private ServingKeys() {}

  /** Whether the edit drops such a key and keeps no other all along. */
  static boolean loses(TableEdit edit, List<Identifier> columns) {
    boolean dropped =
        edit.droppedIndexes().stream().anyMatch(index -> serves(index, columns))
            || edit.droppedConstraints().stream().anyMatch(one -> serves(one, columns));
    return dropped && !keeps(edit, columns);
  }

  private static boolean keeps(TableEdit edit, List<Identifier> columns) {
    Table from = edit.from();
    return from.indexes().stream().anyMatch(index -> !edit.drops(index) && serves(index, columns))
        || from.constraints().stream()
            .anyMatch(constraint -> !edit.drops(constraint) && serves(constraint, columns));
  }

  /**
   * Whether the server drops {@code generated} by itself once the edit adds a key that serves as
   * well.
   */
  static boolean supersedes(TableEdit edit, Index generated) {
    List<Identifier> columns = generated.columns().toList();
    return edit.addedIndexes().stream().anyMatch(index -> serves(index, columns))
        || edit.addedConstraints().stream().anyMatch(constraint -> serves(constraint, columns));
  }

  private static boolean serves(Index index, List<Identifier> columns) {
    return switch (index.kind()) {
      case PLAIN, UNIQUE -> startsWith(index.parts(), columns);
      case FULLTEXT, SPATIAL -> false;
    };
  }

  private static boolean serves(Constraint constraint, List<Identifier> columns) {
    return constraint instanceof Constraint.PrimaryKey key && startsWith(key.parts(), columns);
  }

  private static boolean startsWith(List<IndexPart> parts, List<Identifier> columns) {
    if (parts.size() < columns.size()) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      IndexPart part = parts.get(i);
      if (part.prefixLength().isPresent()
          || !part.columnName().equals(Optional.of(columns.get(i)))) {
        return false;
      }
    }
    return true;
  }
}
