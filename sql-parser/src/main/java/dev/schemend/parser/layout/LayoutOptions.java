package dev.schemend.parser.layout;

import dev.schemend.dialect.Flavor;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a layout cannot find in its files.
 *
 * @param server the product that the migrations run on, where it is known already: some histories
 *     keep files for several
 * @param variables values for the placeholders of the scripts, by name
 */
public record LayoutOptions(Optional<Flavor> server, Map<String, String> variables) {

  /** Nothing is known but the files. */
  public static final LayoutOptions NONE = new LayoutOptions(Optional.empty(), Map.of());

  /** Copies the variables. */
  public LayoutOptions {
    Objects.requireNonNull(server, "server");
    variables = Map.copyOf(variables);
  }

  /** The options for a server, with no variables. */
  public static LayoutOptions on(Flavor server) {
    return new LayoutOptions(Optional.of(server), Map.of());
  }
}
