package dev.schemend.planning;

import dev.schemend.model.Schema;
import java.util.List;
import java.util.Objects;

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
}
