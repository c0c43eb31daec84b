package dev.schemend.cli.state;

import dev.schemend.cli.kit.DialectKit;
import java.util.Objects;

/**
 * The two states of a comparison, read by the rules of one server.
 *
 * @param kit that server's
 * @param from how it is
 * @param to how it is to be
 */
public record StatePair(DialectKit kit, ReadState from, ReadState to) {

  /** Rejects null parts. */
  public StatePair {
    Objects.requireNonNull(kit, "kit");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }
}
