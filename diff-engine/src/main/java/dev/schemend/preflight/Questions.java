package dev.schemend.preflight;

import dev.schemend.check.Check;
import dev.schemend.check.Concern;
import dev.schemend.check.Preflight;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects questions; a right or a size is asked for once. */
final class Questions {

  private final List<Concern> concerns = new ArrayList<>();
  private final List<Diagnostic> notes = new ArrayList<>();
  private final Set<Check> asked = new HashSet<>();

  void ask(Concern concern) {
    boolean once =
        switch (concern.check()) {
          case Check.MissingRight right -> true;
          case Check.MissingExtension extension -> true;
          case Check.SizeOnDisk size -> true;
          case Check.Refused refused -> false;
          case Check.Certain certain -> false;
          case Check.RowsWhere rows -> false;
          case Check.Duplicates duplicates -> false;
          case Check.Orphans orphans -> false;
          case Check.Conflicts conflicts -> false;
          case Check.AnyRow any -> false;
        };
    if (!once || asked.add(concern.check())) {
      concerns.add(concern);
    }
  }

  void note(Diagnostic diagnostic) {
    notes.add(diagnostic);
  }

  /** Something that no question can settle. */
  void unsettled(StatementText statement, String message, String hint) {
    notes.add(
        new Diagnostic(
            "unchecked", Diagnostic.Severity.NOTE, Optional.of(statement.span()), message, hint));
  }

  Preflight preflight() {
    return new Preflight(concerns, notes);
  }
}
