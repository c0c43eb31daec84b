package dev.schemend.cli.state;

import dev.schemend.apply.Coverage;
import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.blame.Blame;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.Finding;
import dev.schemend.cli.rename.RenameRecorder;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Folds a history into a state, and keeps what it could not read or decide. */
final class HistoryFold {

  private final DialectKit kit;
  private final SessionInit init;
  private final List<Finding> findings = new ArrayList<>();
  private final SortedSet<ObjectName> touched = new TreeSet<>();
  private final Blame blame = new Blame();
  private final RenameRecorder renames;

  HistoryFold(DialectKit kit, SessionInit init) {
    this.kit = kit;
    this.init = init;
    this.renames = new RenameRecorder(kit);
  }

  ReadState run(StateSpec spec, MigrationHistory history, Scope scope) {
    SqlFrontend frontend = init.frontend(kit);
    SchemaFold fold = kit.fold(init.session(kit));
    FoldState state = fold.start();
    history.notes().forEach(note -> findings.add(Finding.of(note)));
    for (Migration migration : history.migrations()) {
      ParsedScript script = frontend.parse(migration.script());
      int known = state.coverage().unknown().size();
      int assumed = state.coverage().assumed().size();
      state = fold.run(state, script, this::watch);
      renames
          .annotations(script)
          .forEach(useless -> findings.add(Finding.in(script.source(), useless)));
      List<Diagnostic> doubtful =
          Stream.concat(
                  state.coverage().unknown().stream().skip(known),
                  state.coverage().assumed().stream().skip(assumed))
              .toList();
      doubtful.forEach(one -> findings.add(Finding.in(script.source(), one)));
      script.statements().forEach(statement -> touch(statement, doubtful));
    }
    tellOutside(state.schema(), scope);
    Coverage coverage = state.coverage();
    return new ReadState(
            spec,
            scope.restrict(state.schema(), kit.dialect().identifiers()),
            coverage,
            findings,
            touched)
        .madeBy(history.migrations().isEmpty() ? Optional.empty() : Optional.of(blame.provenance()))
        .telling(renames.declared());
  }

  private void watch(ParsedStatement statement, FoldState before, FoldState after) {
    blame.folded(statement, before, after);
    renames.folded(statement, before, after);
  }

  // A history may fill more than one database; what is not compared is not silently so.
  private void tellOutside(Schema schema, Scope scope) {
    SortedMap<Identifier, Integer> outside = new TreeMap<>();
    schema
        .objects()
        .keys()
        .filter(ref -> ref.kind() != ObjectKind.SCHEMA)
        .map(ref -> ref.name().schema())
        .filter(owner -> !owner.isNone())
        .filter(owner -> !scope.holds(owner, kit.dialect().identifiers()))
        .forEach(owner -> outside.merge(owner, 1, Integer::sum));
    outside.forEach(
        (owner, count) ->
            findings.add(
                Finding.of(
                    new Diagnostic(
                        "out-of-scope",
                        Diagnostic.Severity.NOTE,
                        Optional.empty(),
                        count
                            + (count == 1 ? " object" : " objects")
                            + " of the history in "
                            + owner.text()
                            + (count == 1 ? " is" : " are")
                            + " not compared",
                        "name what is to be compared with --databases, or with --schema"))));
  }

  private void touch(ParsedStatement statement, List<Diagnostic> doubtful) {
    if (statement instanceof ParsedStatement.Unknowable unknowable) {
      touched.addAll(unknowable.touches());
    } else if (statement instanceof ParsedStatement.Code code
        && doubtful.stream().anyMatch(one -> isIn(code.source().span(), one))) {
      touched.addAll(code.touches());
    }
  }

  private static boolean isIn(SourceSpan statement, Diagnostic doubtful) {
    return doubtful
        .span()
        .filter(span -> span.start() >= statement.start() && span.start() < statement.end())
        .isPresent();
  }
}
