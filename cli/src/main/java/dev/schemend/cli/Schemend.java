package dev.schemend.cli;

import dev.schemend.cli.command.SchemendCommand;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Failures;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.FailureText;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The tool's door: arguments come in, an exit code goes out, and every failure is told here. */
public final class Schemend {

  private Schemend() {}

  // Expressions are walked by recursion, and views are written with thousands of operators in a
  // chain; the memory is taken as it is used.
  private static final long STACK_BYTES = 256L << 20;

  /** Runs the tool in this process. */
  public static void main(String[] arguments) throws InterruptedException {
    int[] status = {0};
    Thread tool =
        new Thread(
            null,
            () -> status[0] = run(Surroundings.ofProcess(), arguments),
            "schemend",
            STACK_BYTES);
    tool.start();
    tool.join();
    System.exit(status[0]);
  }

  /** Runs the tool; gives its exit status. */
  public static int run(Surroundings surroundings, String... arguments) {
    CommandLine commandLine = SchemendCommand.commandLine(surroundings);
    commandLine
        .setOut(writer(surroundings.out()))
        .setErr(writer(surroundings.err()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (exception, given) -> tell(surroundings, UsageFailures.of(exception, given)))
        .setExecutionExceptionHandler(
            (exception, line, result) -> executed(surroundings, exception));
    int status = commandLine.execute(Arguments.apart(arguments));
    surroundings.out().flush();
    surroundings.err().flush();
    return status;
  }

  private static int executed(Surroundings surroundings, Exception exception) {
    Failure failure = Failures.of(exception);
    if (failure.code().equals(Failures.DEFECT)
        && surroundings.variable("SCHEMEND_DEBUG").isPresent()) {
      exception.printStackTrace(surroundings.err());
    }
    return tell(surroundings, failure);
  }

  private static int tell(Surroundings surroundings, Failure failure) {
    FailureText.lines(failure).forEach(surroundings.err()::println);
    return failure.exit().status();
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
