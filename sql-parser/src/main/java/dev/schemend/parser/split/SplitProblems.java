package dev.schemend.parser.split;

import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which problem of a cut belongs to which statement. What a script opens and never closes swallowed
 * the statements behind it: nothing of it is read. Statements and client inputs are asked for in
 * order.
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

  /** The first problem of a statement, or of the data that it reads from the script. */
  public Optional<Diagnostic> in(StatementText statement) {
    int following =
        statement.ordinal() < split.statements().size()
            ? split.statements().get(statement.ordinal()).span().start()
            : split.source().text().length() + 1;
    skipTo(statement.span().start());
    return first()
        .filter(
            problem ->
                problem.span().start() < statement.span().end()
                    || (problem.code() == SplitProblem.Code.UNTERMINATED_COPY_DATA
                        && problem.span().start() < following))
        .map(SplitProblem::diagnostic);
  }

  /** The problem of a client input, if it has one. */
  public Optional<Diagnostic> in(ClientInput input) {
    skipTo(input.span().start());
    return first()
        .filter(problem -> problem.span().start() < input.span().end())
        .map(SplitProblem::diagnostic);
  }

  private void skipTo(int start) {
    while (next < problems.size() && problems.get(next).span().start() < start) {
      next++;
    }
  }

  private Optional<SplitProblem> first() {
    return next < problems.size() ? Optional.of(problems.get(next)) : Optional.empty();
  }
}
