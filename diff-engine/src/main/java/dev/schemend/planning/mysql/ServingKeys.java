package dev.schemend.planning.mysql;

import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MySqlIndexOptions;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.planning.TableEdit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which keys a foreign key rests on: at both ends it needs one whose first columns are its own, in
 * its order, over whole values (manual, 15.1.20.5).
 */
final class ServingKeys {

  private ServingKeys() {}

  /** Whether the edit drops such a key, keeps no other all along and adds none. */
  static boolean loses(TableEdit edit, List<Identifier> columns) {
    return drops(edit, columns) && !keeps(edit, columns) && !adds(edit, columns);
  }

  /**
   * Whether a key of the table that stays rests on one index before and on another one after: then
   * both change in one statement.
   */
  static boolean changesHands(TableEdit edit) {
    return edit.droppedIndexes().stream()
        .map(index -> index.columns().toList())
        .flatMap(
            columns ->
                IntStream.rangeClosed(1, columns.size()).mapToObj(end -> columns.subList(0, end)))
        .anyMatch(columns -> !keeps(edit, columns) && adds(edit, columns));
  }

  private static boolean drops(TableEdit edit, List<Identifier> columns) {
    return edit.droppedIndexes().stream().anyMatch(index -> serves(index, columns))
        || edit.droppedConstraints().stream().anyMatch(one -> serves(one, columns));
  }

  private static boolean adds(TableEdit edit, List<Identifier> columns) {
    return edit.addedIndexes().stream().anyMatch(index -> serves(index, columns))
        || edit.addedConstraints().stream().anyMatch(one -> serves(one, columns));
  }

  private static boolean keeps(TableEdit edit, List<Identifier> columns) {
    Table from = edit.from();
    return from.indexes().stream().anyMatch(index -> !edit.drops(index) && serves(index, columns))
        || from.constraints().stream()
            .anyMatch(constraint -> !edit.drops(constraint) && serves(constraint, columns));
  }

  /**
   * Whether the server may have made {@code index} for a foreign key: it looks like it and has a
   * name that the server would give. No catalog tells; made anew, it surely is none of the
   * server's.
   */
  static boolean mayBeGenerated(Table table, Index index) {
    if (index.mysql().generated()) {
      return true;
    }
    List<Identifier> columns = index.columns().toList();
    boolean plain =
        index.kind() == Index.Kind.PLAIN
            && index.mysql().equals(MySqlIndexOptions.NONE)
            && index.parts().equals(columns.stream().map(IndexPart::column).toList());
    if (!plain) {
      return false;
    }
    String first = columns.getFirst().key();
    return index.name().key().equals(first)
        || index.name().key().matches(Pattern.quote(first) + "_\\d+")
        || table.foreignKeys().anyMatch(key -> key.name().equals(index.name()));
  }

  /**
   * Whether the server drops {@code generated} by itself, or gives it another name, once the edit
   * adds a key that serves as well, or a foreign key that brings one (server source:
   * mysql_prepare_create_table(), of two generated keys the later one stays).
   */
  static boolean supersedes(TableEdit edit, Index generated) {
    List<Identifier> columns = generated.columns().toList();
    return adds(edit, columns)
        || edit.addedConstraints().stream()
            .anyMatch(
                constraint ->
                    constraint instanceof Constraint.ForeignKey key
                        && startsWith(
                            key.sourceColumns().stream().map(IndexPart::column).toList(), columns)
                        && edit.from().indexes().stream()
                            .noneMatch(
                                other ->
                                    !other.name().equals(generated.name())
                                        && !edit.drops(other)
                                        && serves(other, key.sourceColumns())));
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
