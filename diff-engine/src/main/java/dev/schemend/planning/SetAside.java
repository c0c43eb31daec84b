package dev.schemend.planning;

import dev.schemend.plan.Step;
import java.util.List;

/**
 * Tables that no statement leads to what they are to be: they step aside, new ones take their
 * names, and the rows follow.
 *
 * @param steps by which the old ones step aside, in order
 * @param moves whose rows go where
 */
public record SetAside(List<Step> steps, List<RowMove> moves) {

  /** Copies the lists. */
  public SetAside {
    steps = List.copyOf(steps);
    moves = List.copyOf(moves);
  }
}
