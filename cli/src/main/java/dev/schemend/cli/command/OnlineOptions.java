package dev.schemend.cli.command;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.render.Timeouts;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How gently a plan treats those who work with the database meanwhile. */
final class OnlineOptions {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|h)?");

  @Option(
      names = "--online",
      description =
          "Use the forms that let others read and write meanwhile: indexes built concurrently,"
              + " constraints validated afterwards, ALGORITHM and LOCK asserted.")
  private boolean online;

  @Option(
      names = "--lock-timeout",
      paramLabel = "TIME",
      description = "Write into the script how long a step may wait for a lock: 500ms, 5s, 2min.")
  private String lock;

  @Option(
      names = "--statement-timeout",
      paramLabel = "TIME",
      description =
          "Write into the script how long a step may take that keeps others from working; not for"
              + " MySQL, which has no such bound for DDL.")
  private String statement;

  boolean isOn() {
    return online;
  }

  Timeouts timeouts() {
    return new Timeouts(
        duration("--lock-timeout", lock), duration("--statement-timeout", statement));
  }

  private static Optional<Duration> duration(String option, String text) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher matcher = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw Failure.usage(
              option + " " + text + " is no time.", "Write a number and ms, s, min or h: 5s.")
          .exception();
    }
    long number = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2) == null ? "s" : matcher.group(2);
    return Optional.of(
        switch (unit) {
          case "ms" -> Duration.ofMillis(number);
          case "min" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofSeconds(number);
        });
  }
}
