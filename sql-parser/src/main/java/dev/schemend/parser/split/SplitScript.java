package dev.schemend.parser.split;

import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/**
 * A script, cut. Every character of the source lies in a statement, in a client input, in a comment
 * or is white space, a byte order mark or a terminator.
 *
 * @param source the script
 * @param statements what is for the server, in order; empty statements are left out
 * @param clientInputs what is for the client program, in order
 * @param comments the comments outside of statements, in order
 * @param problems what is wrong with the script, in order of discovery
 */
public record SplitScript(
    SourceText source,
    List<StatementText> statements,
    List<ClientInput> clientInputs,
    List<SourceSpan> comments,
    List<SplitProblem> problems) {

  /** Copies the lists. */
  public SplitScript {
    Objects.requireNonNull(source, "source");
    statements = List.copyOf(statements);
    clientInputs = List.copyOf(clientInputs);
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
  }

  /**
   * The comments that stand before a statement of this script and speak of it: those behind the
   * statement before, without those on the line where that one ends.
   */
  public List<SourceSpan> leadingComments(StatementText statement) {
    int first = 0;
    int end = firstCommentFrom(statement.span().start());
    if (statement.ordinal() > 1) {
      int before = statements.get(statement.ordinal() - 2).span().end();
      first = firstCommentFrom(source.lineEnd(before));
    }
    return comments.subList(Math.min(first, end), end);
  }

  /**
   * Goes through statements and client inputs in the order in which they stand.
   *
   * @param input is given a client input, and how many statements stand before it
   */
  public void walk(Consumer<StatementText> statement, ObjIntConsumer<ClientInput> input) {
    int next = 0;
    for (StatementText one : statements) {
      while (next < clientInputs.size()
          && clientInputs.get(next).span().start() < one.span().start()) {
        input.accept(clientInputs.get(next++), one.ordinal() - 1);
      }
      statement.accept(one);
    }
    while (next < clientInputs.size()) {
      input.accept(clientInputs.get(next++), statements.size());
    }
  }

  /** Index of the first comment that starts at or behind {@code offset}. */
  private int firstCommentFrom(int offset) {
    int low = 0;
    int high = comments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (comments.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
