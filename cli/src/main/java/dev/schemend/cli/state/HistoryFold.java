package dev.schemend.cli.state;

import dev.schemend.apply.Coverage;
import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.blame.Blame;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.Finding;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.name.ObjectName;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Folds a history into a state, and keeps what it could not read. */
final class HistoryFold {

  private final DialectKit kit;
  private final List<Finding> findings = new ArrayList<>();
  private final SortedSet<ObjectName> touched = new TreeSet<>();
  private final Blame blame = new Blame();

  HistoryFold(DialectKit kit) {
    this.kit = kit;
  }

  ReadState run(StateSpec spec, MigrationHistory history, Scope scope) {
    SchemaFold fold = kit.fold();
    FoldState state = fold.start();
    history.notes().forEach(note -> findings.add(Finding.of(note)));
    for (Migration migration : history.migrations()) {
      ParsedScript script = kit.frontend().parse(migration.script());
      int known = state.coverage().unknown().size();
      state = fold.run(state, script, blame);
      for (Diagnostic missed :
          state.coverage().unknown().subList(known, state.coverage().unknown().size())) {
        findings.add(Finding.in(script.source(), missed));
      }
      script.statements().forEach(this::touch);
    }
    Coverage coverage = state.coverage();
    return new ReadState(
        spec,
        scope.restrict(state.schema(), kit.dialect().identifiers()),
        coverage,
        findings,
        touched,
        history.migrations().isEmpty() ? Optional.empty() : Optional.of(blame.provenance()),
        List.of());
  }

  private void touch(ParsedStatement statement) {
    if (statement instanceof ParsedStatement.Unknowable unknowable) {
      touched.addAll(unknowable.touches());
    }
  }
}
