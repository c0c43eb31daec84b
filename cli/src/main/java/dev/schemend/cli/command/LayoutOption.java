package dev.schemend.cli.command;

import dev.schemend.cli.state.LayoutChoice;
import dev.schemend.parser.layout.tool.Layouts;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the command line says about files of migrations. */
final class LayoutOption {

  /** The names that exist, for the shell and for the help. */
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Names() {
      super(Layouts.names());
    }
  }

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = {
        "Whose migrations they are, where their directory does not show it or shows it wrongly:",
        "${COMPLETION-CANDIDATES}."
      })
  private String layout;

  @Option(
      names = "--variable",
      paramLabel = "NAME=VALUE",
      description = "A value for a placeholder of the scripts; may be given again.")
  private Map<String, String> variables = Map.of();

  LayoutChoice choice() {
    return new LayoutChoice(Optional.ofNullable(layout), variables);
  }
}
