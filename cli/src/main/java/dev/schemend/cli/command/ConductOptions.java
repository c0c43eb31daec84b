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
   */
  record Running(Conduct conduct, Interruption interruption, Optional<PrintStream> log)
      implements AutoCloseable {

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
    RunListener observer = new RunReport(surroundings.err()::println);
    if (log != null) {
      RunLog written = new RunLog(file.orElse(surroundings.err()), Clock.systemUTC());
      observer = new JointListener(written, observer);
    }
    return new Running(
        new Conduct(
            Optional.ofNullable(lockTimeout),
            Optional.ofNullable(statementTimeout),
            Optional.ofNullable(lockRetries).orElse(lockTimeout == null ? 0 : USUAL_RETRIES),
            Backoff.USUAL,
            interruption,
            true,
            observer),
        interruption,
        file);
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
