package dev.schemend.exec.introspect;

import dev.schemend.name.ObjectRef;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what one reading has to tell besides its statements. */
public final class Findings {

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<ObjectRef> invalidIndexes = new ArrayList<>();

  /** Something is there that the vocabulary cannot say; nothing of it takes part in a diff. */
  public void notModelled(String what, String hint) {
    diagnostics.add(new Diagnostic("not-modelled", Severity.NOTE, Optional.empty(), what, hint));
  }

  /** Something is not as its owner will think. */
  public void warning(String code, String what, String hint) {
    diagnostics.add(new Diagnostic(code, Severity.WARNING, Optional.empty(), what, hint));
  }

  /** A finding with a place. */
  public void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  /** An index has a name and serves nothing. */
  public void invalid(ObjectRef index) {
    invalidIndexes.add(index);
  }

  /** The indexes that serve nothing, so far. */
  public List<ObjectRef> invalidIndexes() {
    return List.copyOf(invalidIndexes);
  }

  /** All of them so far, in order. */
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }
}
