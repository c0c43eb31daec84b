package dev.schemend.cli.process;

import java.util.List;
import java.util.Objects;

/**
 * Why a run ends without having done what it was asked to.
 *
 * @param code stable, for machines: Prisma's {@code P3009} where Prisma has one, else a word or a
 *     SQLSTATE
 * @param title what happened, in a sentence
 * @param because why, as far as it is known, a line each
 * @param findings places in texts that it is about
 * @param remedy what to do, or empty
 * @param exit the exit code it leads to
 */
public record Failure(
    String code,
    String title,
    List<String> because,
    List<Finding> findings,
    String remedy,
    ExitCode exit) {

  /** Copies the lists. */
  public Failure {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(title, "title");
    because = List.copyOf(because);
    findings = List.copyOf(findings);
    Objects.requireNonNull(remedy, "remedy");
    Objects.requireNonNull(exit, "exit");
  }

  /** One that ends with {@link ExitCode#FAILURE} and needs no more than a sentence. */
  public static Failure of(String code, String title, String remedy) {
    return new Failure(code, title, List.of(), List.of(), remedy, ExitCode.FAILURE);
  }

  /** One of the command line. */
  public static Failure usage(String title, String remedy) {
    return new Failure("usage", title, List.of(), List.of(), remedy, ExitCode.USAGE);
  }

  /** The same with reasons. */
  public Failure because(List<String> lines) {
    return new Failure(code, title, lines, findings, remedy, exit);
  }

  /** The same with another exit code. */
  public Failure exiting(ExitCode other) {
    return new Failure(code, title, because, findings, remedy, other);
  }

  /** An exception that carries it to the door. */
  public FailureException exception() {
    return new FailureException(this);
  }
}
