package dev.schemend.parser.split;

import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which problem of a cut belongs to which statement. What a script opens and never closes swallowed
 * the statements behind it: nothing of it is read. Statements are asked for in order.
 */
public final class SplitProblems {

  private final SplitScript split;
  private final List<SplitProblem> problems;
  private int next;

  /** The problems of a cut. */
  public SplitProblems(SplitScript split) {
    this.split = split;
    this.problems =
        split.problems().stream()
            .sorted(Comparator.comparingInt(problem -> problem.span().start()))
            .toList();
  }

  /** The first problem that begins at or behind a statement, and before the next one. */
  public Optional<Diagnostic> in(StatementText statement) {
    int end =
        statement.ordinal() < split.statements().size()
            ? split.statements().get(statement.ordinal()).span().start()
            : split.source().text().length() + 1;
    while (next < problems.size() && problems.get(next).span().start() < statement.span().start()) {
      next++;
    }
    return next < problems.size() && problems.get(next).span().start() < end
        ? Optional.of(problems.get(next).diagnostic())
        : Optional.empty();
  }
}
