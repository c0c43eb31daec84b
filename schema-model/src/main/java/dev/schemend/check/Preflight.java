package dev.schemend.check;

import dev.schemend.source.Diagnostic;
import java.util.List;

/**
 * What is to be asked before scripts run.
 *
 * @param concerns the questions, in the order of the statements
 * @param notes what no question can settle: statements that the model refuses, or whose rows do not
 *     exist yet
 */
public record Preflight(List<Concern> concerns, List<Diagnostic> notes) {

  /** Copies the lists. */
  public Preflight {
    concerns = List.copyOf(concerns);
    notes = List.copyOf(notes);
  }
}
