package dev.schemend.parser.mysql;

/**
 * Why a statement could not be read, at a place in it. Never leaves the package: the frontend turns
 * it into a diagnostic.
 */
final class Refusal extends RuntimeException {

  private final transient boolean syntax;
  private final transient int start;
  private final transient int end;

  private Refusal(boolean syntax, int start, int end, String message) {
    super(message, null, false, false);
    this.syntax = syntax;
    this.start = start;
    this.end = end;
  }

  /** The server would refuse the statement. */
  static Refusal syntax(int start, int end, String message) {
    return new Refusal(true, start, end, message);
  }

  /** The server may take it; what it does is not modelled. */
  static Refusal unmodelled(int start, int end, String message) {
    return new Refusal(false, start, end, message);
  }

  boolean isSyntax() {
    return syntax;
  }

  /** Offset of the first character it is about, in UTF-16 units of the statement. */
  int start() {
    return start;
  }

  int end() {
    return end;
  }
}
