package dev.schemend.cli;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.state.UrlText;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.error.ExecException;
import dev.schemend.history.NearestNames;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage as a failure, with what may have been meant, and without any password. */
final class UsageFailures {

  private static final int SLIPS = 2;

  private UsageFailures() {}

  static Failure of(ParameterException exception, String[] arguments) {
    String command = exception.getCommandLine().getCommandSpec().qualifiedName();
    List<String> meant =
        exception instanceof UnmatchedArgumentException unmatched ? meant(unmatched) : List.of();
    return Failure.usage(
        masked(sentence(exception.getMessage()), arguments),
        (meant.isEmpty() ? "" : "Did you mean " + String.join(" or ", meant) + "? ")
            + "See "
            + command
            + " --help.");
  }

  /** picocli finds names that begin alike; a slip of the finger is found by its distance. */
  private static List<String> meant(UnmatchedArgumentException unmatched) {
    String given = unmatched.getUnmatched().getFirst();
    CommandSpec command = unmatched.getCommandLine().getCommandSpec();
    Set<String> known =
        given.startsWith("-") ? command.optionsMap().keySet() : command.subcommands().keySet();
    List<String> slips =
        NearestNames.of(given, List.copyOf(known)).stream()
            .filter(name -> NearestNames.editDistance(given, name) <= SLIPS)
            .toList();
    return slips.isEmpty() ? unmatched.getSuggestions() : slips;
  }

  private static String sentence(String message) {
    return message.endsWith(".") ? message : message + ".";
  }

  /** A URL that was mistyped may hold a password, and messages quote what was typed. */
  private static String masked(String message, String[] arguments) {
    String masked = message;
    for (String argument : arguments) {
      int equals = argument.startsWith("-") ? argument.indexOf('=') : -1;
      String value = argument.substring(equals + 1);
      if (UrlText.isUrl(value)) {
        masked = masked.replace(value, maskedUrl(value));
      }
    }
    return masked;
  }

  private static String maskedUrl(String url) {
    try {
      return DatabaseUrl.parse(url).toString();
    } catch (ExecException unreadable) {
      return "<URL>";
    }
  }
}
