package dev.schemend.evaluate;

/** How much one statement of a script may make the evaluator do: steps, not seconds. */
final class Budget {

  static final int STEPS = 2_000_000;
  // What a thread of the smallest usual stack bears.
  static final int DEPTH = 64;

  private int steps = STEPS;
  private int depth;

  /** One more expression, row or statement. */
  void step() {
    step(1);
  }

  void step(int count) {
    steps -= count;
    if (steps < 0) {
      throw Undecidable.fatal("more than " + STEPS + " steps of code");
    }
  }

  void enter() {
    depth++;
    if (depth > DEPTH) {
      throw Undecidable.fatal("calls that are nested deeper than " + DEPTH);
    }
  }

  void leave() {
    depth--;
  }
}
