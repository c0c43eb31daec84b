package dev.schemend.lint;

import dev.schemend.hazard.Assessment;
import dev.schemend.hazard.Deed;
import java.util.List;

/** PORT: what is known to be a mistake on one server, and how it is done there. */
public interface AdviceRules {

  /** What there is to say of a statement. */
  List<Advice> of(Deed deed, Assessment assessment);

  /** The server variables that bound how long a statement waits for a lock. */
  List<String> lockTimeouts();

  /** What to write so that it does not wait for ever. */
  String lockTimeoutHint();

  /** Whether the server refuses to use a label in the transaction that adds it. */
  boolean labelsNeedCommit();
}
