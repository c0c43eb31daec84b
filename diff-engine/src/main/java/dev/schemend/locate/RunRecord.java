package dev.schemend.locate;

import dev.schemend.history.Checksum;
import dev.schemend.script.ParsedStatement;
import dev.schemend.script.StatementEffect;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a run itself wrote down, in the transactions of its statements.
 *
 * @param reliable whether a statement without a mark was not done
 * @param marks what is known of a statement, by its number in the file that was run
 * @param digests digests of the texts of the statements that are done, for a file that was edited
 *     since
 * @param edited whether the file is not the one that was run
 */
public record RunRecord(
    boolean reliable, Map<Integer, Mark> marks, Set<String> digests, boolean edited) {

  /** What is known of a statement. */
  public enum Mark {
    /** It was about to be sent. */
    BEGUN,
    /** It is done. */
    DONE
  }

  /** Nothing was written down. */
  public static final RunRecord NONE = new RunRecord(false, Map.of(), Set.of(), false);

  /** Copies the marks. */
  public RunRecord {
    marks = Map.copyOf(marks);
    digests = Set.copyOf(digests);
    Objects.requireNonNull(marks, "marks");
  }

  /**
   * Of the places that the schema allows, those under which every statement that changes rows is
   * where its mark says. All of them where none agrees: then somebody has changed the database
   * since, and the schema has the last word.
   */
  public Located narrow(Located located) {
    List<Integer> agreeing =
        reliable
            ? located.candidates().stream().filter(applied -> agrees(located, applied)).toList()
            : located.candidates();
    return agreeing.isEmpty() ? located : located.among(agreeing);
  }

  private boolean agrees(Located located, int applied) {
    return located.script().statements().stream().allMatch(statement -> agrees(statement, applied));
  }

  private boolean agrees(ParsedStatement statement, int applied) {
    boolean changesRows =
        switch (StatementEffect.of(statement)) {
          case DATA, UNKNOWN -> true;
          case SCHEMA, SESSION, BEGIN, COMMIT, ROLLBACK, NONE -> false;
        };
    if (!changesRows) {
      return true;
    }
    int ordinal = statement.source().ordinal();
    if (edited) {
      return digests.contains(Checksum.of(statement.source().text().strip()))
          == (ordinal <= applied);
    }
    Mark mark = marks.get(ordinal);
    return mark == Mark.BEGUN || (mark == Mark.DONE) == (ordinal <= applied);
  }
}
