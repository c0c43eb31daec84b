package dev.schemend.it.conformance;

import java.util.List;
import java.util.Optional;

/**
 * What came of trying a history on a server.
 *
 * @param history its name
 * @param server the server's label
 * @param verdict in one word
 * @param figures the counts, where it came to counting
 * @param difference the first difference, or why it does not run, as a line
 * @param forward exit status of {@code migrate diff} from the history to the server
 * @param back exit status of {@code migrate diff} from the server to the history
 */
record TrialResult(
    String history,
    String server,
    Verdict verdict,
    Optional<Figures> figures,
    String difference,
    int forward,
    int back) {

  /** How it ended. */
  enum Verdict {
    /** The server ran all of it, and no comparison finds a difference. */
    AGREES("agrees"),
    /** Some comparison does. */
    DIFFERS("**differs**"),
    /** The server does not run it to its end, and so nobody can say. */
    NOT_RUN("does not run"),
    /** The tool broke, or did not come to an end. */
    BROKEN("**broken**");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * The counts of a proof.
   *
   * @param unproven names of the objects of which neither could be shown
   * @param different names of those that differ
   */
  record Figures(
      int migrations,
      int run,
      int statements,
      int modelled,
      int inert,
      int opaque,
      int unknowable,
      int refused,
      int objects,
      int agree,
      List<String> different,
      List<String> unproven) {

    Figures {
      different = List.copyOf(different);
      unproven = List.copyOf(unproven);
    }
  }

  /** The same, with the place of the first difference. */
  TrialResult at(String place) {
    return new TrialResult(history, server, verdict, figures, place, forward, back);
  }
}
