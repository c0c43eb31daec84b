package dev.schemend.locate;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a failed run left in writing about the statement that it failed at.
 *
 * @param failed the number of that statement, from 1
 * @param position the character of the script that a server pointed at, from 1
 */
public record RunHint(OptionalInt failed, OptionalInt position) {

  /** Nothing is known. */
  public static final RunHint NONE = new RunHint(OptionalInt.empty(), OptionalInt.empty());

  /** Prisma's MySQL connector, and this tool, in {@code _prisma_migrations.logs}. */
  private static final Pattern QUERY_NUMBER = Pattern.compile("the query number (\\d{1,6}) ");

  /** Prisma's PostgreSQL connector, which prints the driver's error with its debug form. */
  private static final Pattern ORIGINAL_POSITION = Pattern.compile("Original\\((\\d{1,9})\\)");

  /** What the text of an error tells. */
  public static RunHint of(String logs) {
    return new RunHint(number(QUERY_NUMBER, logs), number(ORIGINAL_POSITION, logs));
  }

  private static OptionalInt number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  /** The number of the statement that failed, in a migration that has it. */
  public OptionalInt failedIn(Located located) {
    if (failed.isPresent() && failed.getAsInt() <= located.statements()) {
      return failed;
    }
    return position.isEmpty()
        ? OptionalInt.empty()
        : located.script().statements().stream()
            .map(statement -> statement.source())
            .filter(source -> source.span().end() >= position.getAsInt())
            .mapToInt(source -> source.ordinal())
            .findFirst();
  }

  /**
   * Of the places that the schema allows, the one in front of the statement that failed, where the
   * server keeps each statement by itself. Where a transaction may have held several, those in
   * front of the one that failed may have been undone with it, and the schema alone has a say.
   */
  Located narrow(Located located) {
    OptionalInt number = failedIn(located);
    boolean decides =
        !located.transactional()
            && number.isPresent()
            && located.candidates().contains(number.getAsInt() - 1);
    return decides ? located.at(number.getAsInt() - 1) : located;
  }
}
