package dev.schemend.cli.command;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.RunLog;
import dev.schemend.cli.render.RunReport;
import dev.schemend.exec.run.Backoff;
import dev.schemend.exec.run.Conduct;
import dev.schemend.exec.run.JointListener;
import dev.schemend.exec.run.RunListener;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** How a command behaves towards others who use the database, and what it writes down of it. */
final class ConductOptions {

  private static final String STANDARD_ERROR = "-";
  private static final int USUAL_RETRIES = 10;

  @Option(
      names = "--lock-timeout",
      paramLabel = "DURATION",
      converter = DurationOption.class,
      description = "How long a statement may wait for a lock: 500ms, 2s, 1m.")
  private Duration lockTimeout;

  @Option(
      names = "--lock-retries",
      paramLabel = "N",
      description =
          "How often a statement that lost a lock is tried again, or its whole transaction, where"
              + " that is safe; default 10 with --lock-timeout, else 0.")
  private Integer lockRetries;

  @Option(
      names = "--statement-timeout",
      paramLabel = "DURATION",
      converter = DurationOption.class,
      description = "How long a statement may run.")
  private Duration statementTimeout;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description =
          "Write down every statement with its times, and what kept it waiting; - is standard"
              + " error.")
  private String log;

  /**
   * A run under these options.
   *
   * @param conduct how it behaves
   * @param interruption hears signals until this is closed
   * @param log the stream of the log, where it is a file
   * @param observers makes an observer of one of several runs, from what stands before its lines
   */
  record Running(
      Conduct conduct,
      Interruption interruption,
      Optional<PrintStream> log,
      Function<String, RunListener> observers)
      implements AutoCloseable {

    /** The same conduct in one of several databases, which is named in what is said of it. */
    Conduct in(String database) {
      return new Conduct(
          conduct.lockTimeout(),
          conduct.statementTimeout(),
          conduct.lockRetries(),
          conduct.backoff(),
          conduct.stop(),
          conduct.watched(),
          observers.apply(database + " "));
    }

    @Override
    public void close() {
      interruption.close();
      log.ifPresent(PrintStream::close);
    }
  }

  Running begin(Surroundings surroundings) {
    if (lockRetries != null && lockRetries < 0) {
      throw Failure.usage("--lock-retries is a number of 0 or more.", "").exception();
    }
    Optional<PrintStream> file = logFile(surroundings);
    Interruption interruption = Interruption.listening(surroundings.err());
    Function<String, RunListener> observers = where -> observer(surroundings, file, where);
    return new Running(
        new Conduct(
            Optional.ofNullable(lockTimeout),
            Optional.ofNullable(statementTimeout),
            Optional.ofNullable(lockRetries).orElse(lockTimeout == null ? 0 : USUAL_RETRIES),
            Backoff.USUAL,
            interruption,
            true,
            observers.apply("")),
        interruption,
        file,
        observers);
  }

  private RunListener observer(
      Surroundings surroundings, Optional<PrintStream> file, String where) {
    RunListener report = new RunReport(line -> surroundings.err().println(where + line));
    return log == null
        ? report
        : new JointListener(
            new RunLog(file.orElse(surroundings.err()), Clock.systemUTC(), where), report);
  }

  private Optional<PrintStream> logFile(Surroundings surroundings) {
    if (log == null || log.equals(STANDARD_ERROR)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PrintStream(
              Files.newOutputStream(
                  surroundings.workingDirectory().resolve(log),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.APPEND),
              true,
              StandardCharsets.UTF_8));
    } catch (IOException unwritable) {
      throw Failure.of(
              "not-writable", "The log " + log + " cannot be written.", "Name another with --log.")
          .exception();
    }
  }
}
