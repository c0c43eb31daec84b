package dev.schemend.cli.explain;

import dev.schemend.blame.Trail;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a history says of one object.
 *
 * @param ref the object, or the part of a table
 * @param present whether it is there at the end
 * @param definition the statements that would make it as it is then, without terminators
 * @param trail what happened to it; empty where the server made it
 */
public record Story(
    ObjectRef ref, boolean present, List<String> definition, Optional<Trail> trail) {

  /** Copies the list. */
  public Story {
    Objects.requireNonNull(ref, "ref");
    definition = List.copyOf(definition);
    Objects.requireNonNull(trail, "trail");
  }
}
