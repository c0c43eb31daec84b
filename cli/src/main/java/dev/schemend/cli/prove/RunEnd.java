package dev.schemend.cli.prove;

import dev.schemend.cli.state.ReadState;
import dev.schemend.diff.Agreement;
import java.util.Optional;

/** How one run of a history ended. */
sealed interface RunEnd {

  /** How many migrations the server ran to their end. */
  int run();

  /** Why the server did not come to the end, if it did not. */
  Optional<ServerStop> stop();

  /** What the server held when the two were compared for the last time. */
  ReadState live();

  /** The readings were the same wherever they were compared, the last time at the end. */
  record Same(int run, Agreement agreement, Optional<ServerStop> stop, ReadState live)
      implements RunEnd {}

  /** They were not, and there the run ended. */
  record Apart(int run, Divergence divergence, Optional<ServerStop> stop, ReadState live)
      implements RunEnd {}
}
