package dev.schemend.apply;

import dev.schemend.script.ParsedStatement;

/** Runs procedural code on the model; the port through which a fold follows it. */
public interface CodeEvaluator {

  /**
   * The state after the code. What it does that cannot be decided from the model is in the
   * coverage, each with its place, and is not done.
   */
  FoldState run(FoldState state, ParsedStatement.Code code);
}
