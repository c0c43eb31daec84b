package dev.schemend.parser.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.model.SequenceOptions;
import dev.schemend.parser.mysql.MySqlParser.*;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** MariaDB's sequences. Where one stands and what type it counts in is data, or not kept. */
final class SequenceReader {

  private final MySqlGrammar grammar;
  private final Names names;

  SequenceReader(MySqlGrammar grammar, Names names) {
    this.grammar = grammar;
    this.names = names;
  }

  List<DdlStatement> create(CreateSequenceContext context) {
    List<DdlStatement> statements = new ArrayList<>();
    if (context.orReplace() != null) {
      statements.add(
          new DdlStatement.DropSequences(
              List.of(names.qualified(context.qualifiedName())), true, DropBehavior.RESTRICT));
    }
    statements.add(
        new DdlStatement.CreateSequence(
            names.qualified(context.qualifiedName()),
            options(context.sequenceOption()),
            Optional.empty(),
            context.ifNotExists() != null));
    return statements;
  }

  DdlStatement alter(AlterSequenceContext context) {
    return new DdlStatement.AlterSequence(
        names.qualified(context.qualifiedName()),
        options(context.sequenceOption()),
        Optional.empty(),
        Optional.empty(),
        context.ifExists() != null);
  }

  DdlStatement drop(DropSequenceContext context) {
    return new DdlStatement.DropSequences(
        context.qualifiedName().stream().map(names::qualified).toList(),
        context.ifExists() != null,
        DropBehavior.RESTRICT);
  }

  private SequenceOptions options(List<SequenceOptionContext> contexts) {
    Optional<Long> start = Optional.empty();
    Optional<Long> increment = Optional.empty();
    Optional<Long> minimum = Optional.empty();
    Optional<Long> maximum = Optional.empty();
    Optional<Long> cache = Optional.empty();
    boolean cycle = false;
    Set<SequenceOptions.Reset> resets = EnumSet.noneOf(SequenceOptions.Reset.class);
    for (SequenceOptionContext option : contexts) {
      switch (option) {
        case IncrementOptionContext by -> increment = number(by.signedInteger());
        case MinimumOptionContext least when least.signedInteger() == null ->
            resets.add(SequenceOptions.Reset.NO_MINVALUE);
        case MinimumOptionContext least -> minimum = number(least.signedInteger());
        case MaximumOptionContext most when most.signedInteger() == null ->
            resets.add(SequenceOptions.Reset.NO_MAXVALUE);
        case MaximumOptionContext most -> maximum = number(most.signedInteger());
        case StartOptionContext first -> start = number(first.signedInteger());
        case CacheOptionContext kept ->
            cache = number(kept.signedInteger()).or(() -> Optional.of(0L));
        case CycleOptionContext around when around.CYCLE() == null ->
            resets.add(SequenceOptions.Reset.NO_CYCLE);
        case CycleOptionContext around -> cycle = true;
        case RestartOptionContext restart -> {}
        default -> throw ExpressionReader.unknown(option);
      }
    }
    return new SequenceOptions(
        Optional.empty(), start, increment, minimum, maximum, cache, cycle, resets);
  }

  private Optional<Long> number(SignedIntegerContext context) {
    if (context == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(context.getText()));
    } catch (NumberFormatException e) {
      throw Refusal.syntax(
          grammar.start(context.getStart()),
          grammar.end(context.getStop()),
          "the number " + context.getText() + " is too large");
    }
  }
}
