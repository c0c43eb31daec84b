package dev.schemend.cli.state;

import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.dialect.Flavor;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.tool.Layouts;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the command line says about files of migrations.
 *
 * @param layout the name of their layout, where it is not left to the files
 * @param variables values for the placeholders of the scripts
 */
public record LayoutChoice(Optional<String> layout, Map<String, String> variables) {

  /** Everything is left to the files. */
  public static final LayoutChoice NONE = new LayoutChoice(Optional.empty(), Map.of());

  /** Copies the variables. */
  public LayoutChoice {
    Objects.requireNonNull(layout, "layout");
    variables = Map.copyOf(variables);
  }

  /**
   * The migrations at a location.
   *
   * @param server the product that they run on, where it is known
   * @throws dev.schemend.parser.layout.MigrationSourceException where they cannot be read
   */
  public MigrationHistory read(
      String location, Surroundings surroundings, Optional<Flavor> server) {
    return Layouts.read(
        location,
        surroundings.workingDirectory(),
        layout,
        new LayoutOptions(
            server, variables, server.map(ServerFamily::of).map(ServerFamily::splitter)));
  }
}
