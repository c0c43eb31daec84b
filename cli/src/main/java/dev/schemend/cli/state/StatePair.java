package dev.schemend.cli.state;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import java.util.Objects;

/**
 * The two states of a comparison, read by the rules of one server.
 *
 * @param kit that server's
 * @param from how it is
 * @param to how it is to be
 */
public record StatePair(DialectKit kit, ReadState from, ReadState to) {

  /** The way back from what a plan reached. */
  public StatePair back(Schema reached) {
    return new StatePair(kit, to.holding(reached), from);
  }

  /** Rejects null parts; what a Prisma schema calls, it finds on the other side. */
  public StatePair {
    Objects.requireNonNull(kit, "kit");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Identifier defaultSchema = kit.profile().defaultSchema();
    Schema before = from.schema();
    from = new CalledRoutines(to.schema(), defaultSchema).in(from);
    to = new CalledRoutines(before, defaultSchema).in(to);
  }
}
