package dev.schemend.history;

import java.util.List;

/** A history has no migration of the name that was given. */
public final class UnknownMigrationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient List<String> nearest;

  /**
   * Says which names come near.
   *
   * @param name what was given
   * @param known the names of the history
   */
  public UnknownMigrationException(String name, List<String> known) {
    this(name, NearestNames.of(name, known), known.isEmpty());
  }

  private UnknownMigrationException(String name, List<String> nearest, boolean empty) {
    super(
        "there is no migration \""
            + name
            + "\": "
            + (empty
                ? "the history is empty"
                : "did you mean " + String.join(" or ", nearest) + "?"));
    this.name = name;
    this.nearest = nearest;
  }

  /** What was given. */
  public String name() {
    return name;
  }

  /** The names that come nearest, best first; empty only for an empty history. */
  public List<String> nearest() {
    return nearest;
  }
}
