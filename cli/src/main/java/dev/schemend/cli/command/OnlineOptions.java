package dev.schemend.cli.command;

import dev.schemend.cli.render.Timeouts;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How gently a plan treats those who work with the database meanwhile. */
final class OnlineOptions {

  @Option(
      names = "--online",
      description =
          "Use the forms that let others read and write meanwhile: indexes built concurrently,"
              + " constraints validated afterwards, ALGORITHM and LOCK asserted.")
  private boolean online;

  @Option(
      names = "--lock-timeout",
      paramLabel = "DURATION",
      converter = DurationOption.class,
      description = "Write into the script how long a step may wait for a lock: 500ms, 5s, 2m.")
  private Duration lock;

  @Option(
      names = "--statement-timeout",
      paramLabel = "DURATION",
      converter = DurationOption.class,
      description =
          "Write into the script how long a step may take that keeps others from working; not for"
              + " MySQL, which has no such bound for DDL.")
  private Duration statement;

  boolean isOn() {
    return online;
  }

  Timeouts timeouts() {
    return new Timeouts(Optional.ofNullable(lock), Optional.ofNullable(statement));
  }
}
