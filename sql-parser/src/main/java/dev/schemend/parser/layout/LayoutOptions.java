package dev.schemend.parser.layout;

import dev.schemend.dialect.Flavor;
import dev.schemend.parser.split.ScriptSplitter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a layout cannot find in its files.
 *
 * @param server the product that the migrations run on, where it is known already: some histories
 *     keep files for several
 * @param variables values for the placeholders of the scripts, by name
 * @param client cuts scripts as the client of that server does, for those that include others
 */
public record LayoutOptions(
    Optional<Flavor> server, Map<String, String> variables, Optional<ScriptSplitter> client) {

  /** Nothing is known but the files. */
  public static final LayoutOptions NONE =
      new LayoutOptions(Optional.empty(), Map.of(), Optional.empty());

  /** Copies the variables. */
  public LayoutOptions {
    Objects.requireNonNull(server, "server");
    variables = Map.copyOf(variables);
    Objects.requireNonNull(client, "client");
  }

  /** The options for a server, with no variables. */
  public static LayoutOptions on(Flavor server) {
    return new LayoutOptions(Optional.of(server), Map.of(), Optional.empty());
  }
}
