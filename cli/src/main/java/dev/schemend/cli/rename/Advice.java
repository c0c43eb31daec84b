package dev.schemend.cli.rename;

import dev.schemend.plan.RenameCandidate;
import dev.schemend.plan.RenameDecision;
import dev.schemend.plan.RenameQuestion;
import dev.schemend.rename.Declared;
import dev.schemend.rename.RenameAdvice;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the texts say, then what a person says, then what the command line says.
 *
 * @param declared what is written
 * @param ask puts a question to a person and gives back the answer; empty where nobody can be asked
 * @param otherwise what becomes of the rest
 * @param followsOwners whether sequences go with their columns
 */
public record Advice(
    List<Declared> declared,
    Optional<UnaryOperator<String>> ask,
    OnAmbiguity otherwise,
    boolean followsOwners)
    implements RenameAdvice {

  private static final String OPTION = "--on-ambiguity=rename";

  /** Copies the declared. */
  public Advice {
    declared = List.copyOf(declared);
  }

  @Override
  public Optional<RenameDecision> answer(RenameQuestion question) {
    return ask.map(person -> asked(question, person)).orElseGet(() -> byOption(question));
  }

  private Optional<RenameDecision> byOption(RenameQuestion question) {
    return switch (otherwise) {
      case FAIL, DROP_CREATE -> Optional.empty();
      case RENAME ->
          question
              .likely()
              .map(
                  one ->
                      new RenameDecision(
                          Optional.of(one.to()), RenameDecision.Source.OPTION, OPTION));
    };
  }

  private static Optional<RenameDecision> asked(
      RenameQuestion question, UnaryOperator<String> person) {
    StringBuilder text = new StringBuilder();
    text.append(question.from()).append(" is gone. What became of it?\n");
    for (int i = 0; i < question.candidates().size(); i++) {
      RenameCandidate one = question.candidates().get(i);
      text.append("  ").append(i + 1).append("  it is now ").append(one.to());
      text.append(" (").append(one.score()).append(" of 100: ");
      text.append(String.join(", ", one.evidence())).append(")\n");
    }
    text.append("  0  it is dropped\n[0-").append(question.candidates().size()).append("] ");
    while (true) {
      String answer = person.apply(text.toString());
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      if (answer.matches("\\d{1,3}") && Integer.parseInt(answer) <= question.candidates().size()) {
        int number = Integer.parseInt(answer);
        return Optional.of(
            new RenameDecision(
                number == 0
                    ? Optional.empty()
                    : Optional.of(question.candidates().get(number - 1).to()),
                RenameDecision.Source.ANSWER,
                "at the terminal"));
      }
    }
  }
}
