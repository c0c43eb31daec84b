package dev.schemend.cli.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest has it. */
final class VersionText implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "schemend "
          + Optional.ofNullable(VersionText.class.getPackage().getImplementationVersion())
              .orElse("(not packaged)"),
      "Java " + Runtime.version()
    };
  }
}
