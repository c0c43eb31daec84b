package dev.schemend.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others: alone, it is wrong usage. */
@Command
abstract class CommandGroup implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine self = spec.commandLine();
    throw new ParameterException(
        self, "A command is missing: " + String.join(", ", self.getSubcommands().keySet()) + ".");
  }
}
