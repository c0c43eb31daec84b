package dev.schemend.planning;

import dev.schemend.model.Schema;
import java.util.Objects;

/**
 * Two states of one database.
 *
 * @param from how it is
 * @param to how it is to be
 */
public record Transition(Schema from, Schema to) {

  /** Rejects null parts. */
  public Transition {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }
}
