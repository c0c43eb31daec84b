package dev.schemend.planning;

import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Two states of one database.
 *
 * @param from how it is
 * @param to how it is to be
 * @param moves rows that go from a table of the one to a table of the other
 */
public record Transition(Schema from, Schema to, List<RowMove> moves) {

  /** Two states between which every table keeps its rows. */
  public Transition(Schema from, Schema to) {
    this(from, to, List.of());
  }

  /** Copies the list. */
  public Transition {
    moves = List.copyOf(moves);
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }

  /** The table that has the rows of {@code table} in the end: itself, or where they move. */
  public Optional<Table> successor(ObjectName table) {
    return to.table(
        moves.stream()
            .filter(move -> move.from().equals(table))
            .map(RowMove::to)
            .findFirst()
            .orElse(table));
  }
}
