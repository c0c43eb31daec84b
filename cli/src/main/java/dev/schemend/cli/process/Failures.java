package dev.schemend.cli.process;

import dev.schemend.exec.error.ExecError;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.error.ServerError;
import dev.schemend.history.UnknownMigrationException;
import dev.schemend.parser.layout.MigrationSourceException;
import java.util.ArrayList;
import java.util.List;

/** What the parts of the house throw, as failures of a run. */
public final class Failures {

  /** The code of what should not happen. */
  public static final String DEFECT = "defect";

  private Failures() {}

  /** The failure that an exception means. */
  public static Failure of(Exception exception) {
    return switch (exception) {
      case FailureException failed -> failed.failure();
      case ExecException failed -> of(failed.error());
      case MigrationSourceException failed ->
          Failure.of(
              failed.code().prismaCode().orElse(failed.code().id()),
              withoutHint(failed),
              failed.code().hint());
      case UnknownMigrationException failed ->
          Failure.of(
              "P3017",
              "There is no migration " + failed.name() + ".",
              failed.nearest().isEmpty()
                  ? "The history is empty."
                  : "Did you mean " + String.join(" or ", failed.nearest()) + "?");
      default ->
          Failure.of(
                  DEFECT,
                  "Something happened that should not.",
                  "This is a defect of schemend; please report it with the output that"
                      + " SCHEMEND_DEBUG=1 in the environment adds.")
              .because(List.of(exception.toString()));
    };
  }

  /** Its message has the hint behind it, in brackets; here the two have a line each. */
  private static String withoutHint(MigrationSourceException failed) {
    String message = failed.getMessage();
    String hint = " (" + failed.code().hint() + ")";
    return (message.endsWith(hint)
            ? message.substring(0, message.length() - hint.length())
            : message)
        + ".";
  }

  private static Failure of(ExecError error) {
    List<String> because = new ArrayList<>();
    if (!error.detail().isEmpty()) {
      because.add(error.detail());
    }
    error.server().map(Failures::states).ifPresent(because::add);
    return new Failure(
        error.code(), error.message(), because, List.of(), error.hint(), ExitCode.FAILURE);
  }

  private static String states(ServerError error) {
    return "SQLSTATE "
        + error.sqlState()
        + (error.vendorCode() == 0 ? "" : ", error number " + error.vendorCode());
  }
}
