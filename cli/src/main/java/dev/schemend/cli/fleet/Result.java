package dev.schemend.cli.fleet;

import dev.schemend.cli.process.Failure;
import java.util.List;
import java.util.Objects;

/**
 * What became of one database.
 *
 * @param database its name
 * @param fate what
 * @param code the code of its failure, or empty
 * @param message why, in a sentence, or empty
 * @param because what is known besides, a line each
 */
public record Result(
    String database, Fate fate, String code, String message, List<String> because) {

  /** Copies the lines. */
  public Result {
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(fate, "fate");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    because = List.copyOf(because);
  }

  /** One without trouble. */
  public static Result of(Member member, Fate fate) {
    return new Result(member.name(), fate, "", "", List.of());
  }

  /** One with its reason. */
  public static Result of(Member member, Fate fate, Failure failure) {
    return new Result(member.name(), fate, failure.code(), failure.title(), failure.because());
  }
}
