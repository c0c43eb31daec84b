package dev.schemend.cli.prove;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.Finding;
import dev.schemend.cli.state.OtherDatabases;
import dev.schemend.cli.state.SessionInit;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.model.Schema;
import dev.schemend.script.ParsedScript;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A whole history as it is read offline, with every state on the way.
 *
 * @param setup what every session begins with
 * @param migrations in order
 * @param notes what there is to say of the files
 * @param start the state before the first
 * @param schemasNamed on MySQL: the databases beside the connection's own that it works in
 */
record FoldedHistory(
    List<StatementText> setup,
    List<FoldedMigration> migrations,
    List<Diagnostic> notes,
    FoldState start,
    SortedSet<String> schemasNamed) {

  FoldedHistory {
    setup = List.copyOf(setup);
    migrations = List.copyOf(migrations);
    notes = List.copyOf(notes);
    schemasNamed = Collections.unmodifiableSortedSet(new TreeSet<>(schemasNamed));
  }

  /** Folds a history onto what a database holds already. */
  static FoldedHistory of(DialectKit kit, SessionInit init, MigrationHistory history, Schema onto) {
    SqlFrontend frontend = init.frontend(kit);
    SchemaFold fold = kit.fold(init.session(kit));
    FoldState start = onto.isEmpty() ? fold.start() : fold.start(onto);
    FoldState state = start;
    List<FoldedMigration> folded = new ArrayList<>();
    OtherDatabases named = new OtherDatabases();
    for (Migration migration : history.migrations()) {
      ParsedScript script = frontend.parse(migration.script());
      List<FoldState> after = new ArrayList<>();
      FoldState before = state;
      state = fold.run(before, script, (statement, from, to) -> after.add(to));
      folded.add(
          new FoldedMigration(
              migration, frontend.split(migration.script()), script, before, after));
      named.in(script);
    }
    named.in(state.schema());
    return new FoldedHistory(init.statements(kit), folded, history.notes(), start, named.names());
  }

  FoldState end() {
    return migrations.isEmpty() ? start : migrations.getLast().end();
  }

  int indexOf(Migration migration) {
    for (int i = 0; i < migrations.size(); i++) {
      if (migrations.get(i).migration().equals(migration)) {
        return i;
      }
    }
    throw new IllegalArgumentException("not of this history: " + migration.name());
  }

  /** Whether any script mentions a name, in whatever case. */
  boolean mentions(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return migrations.stream()
        .anyMatch(
            folded -> folded.migration().script().text().toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** What there is to say of the files, and what could not be read, up to the end. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(notes.stream().map(Finding::of).toList());
    for (FoldedMigration folded : migrations) {
      Stream.concat(folded.missed().stream(), folded.assumed().stream())
          .map(missed -> Finding.in(folded.script().source(), missed))
          .forEach(findings::add);
    }
    return findings;
  }
}
