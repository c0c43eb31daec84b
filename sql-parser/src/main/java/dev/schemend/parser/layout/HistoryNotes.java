package dev.schemend.parser.layout;

import dev.schemend.source.Diagnostic;
import dev.schemend.source.Diagnostic.Severity;
import dev.schemend.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a layout has to say about a directory, collected while it reads. */
public final class HistoryNotes {

  /** The code of a step that is written in another language than SQL. */
  public static final String NOT_SQL = "not-sql";

  /** The code of a file or a text that the tool leaves alone. */
  public static final String NOT_RUN = "not-run";

  private static final int SHOWN = 3;

  private final SourceTree tree;
  private final List<Diagnostic> notes = new ArrayList<>();

  /** Notes on the files of {@code tree}. */
  public HistoryNotes(SourceTree tree) {
    this.tree = tree;
  }

  /** Something to know, which takes nothing from the history. */
  public void note(String code, String path, String message) {
    add(code, Severity.NOTE, place(path), message, "");
  }

  /** Something that the migrations do and these values do not hold. */
  public void warn(String code, String path, String message, String hint) {
    add(code, Severity.WARNING, place(path), message, hint);
  }

  /** The same, at a place in a file. */
  public void warn(String code, SourceSpan span, String message, String hint) {
    add(code, Severity.WARNING, Optional.of(span), message, hint);
  }

  /** A note at a place in a file. */
  public void note(String code, SourceSpan span, String message) {
    add(code, Severity.NOTE, Optional.of(span), message, "");
  }

  /** A step in another language. */
  public void notSql(String path, String language) {
    warn(
        NOT_SQL,
        path,
        "this step is written in " + language + ": what it does to the schema is not known",
        "if it changes the schema, what follows may not fit");
  }

  /** A file that the tool leaves alone. */
  public void notRun(String path, String why) {
    note(NOT_RUN, path, "not run: " + why);
  }

  /** What was noted, in order; of notes that say the same, the first few and how many follow. */
  public List<Diagnostic> all() {
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Diagnostic> last = new LinkedHashMap<>();
    List<Diagnostic> all = new ArrayList<>();
    for (Diagnostic note : notes) {
      if (note.severity() != Severity.NOTE
          || seen.merge(note.message(), 1, Integer::sum) <= SHOWN) {
        all.add(note);
      } else {
        last.put(note.message(), note);
      }
    }
    last.forEach(
        (message, note) ->
            all.add(
                new Diagnostic(
                    note.code(),
                    Severity.NOTE,
                    note.span(),
                    (seen.get(message) - SHOWN) + " more up to this file are " + message,
                    note.hint())));
    return List.copyOf(all);
  }

  private Optional<SourceSpan> place(String path) {
    return Optional.of(new SourceSpan(TreePaths.join(tree.label(), path), 0, 0, 1, 1));
  }

  private void add(
      String code, Severity severity, Optional<SourceSpan> span, String message, String hint) {
    notes.add(new Diagnostic(code, severity, span, message, hint));
  }
}
