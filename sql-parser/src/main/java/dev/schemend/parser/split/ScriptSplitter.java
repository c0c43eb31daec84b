package dev.schemend.parser.split;

import dev.schemend.source.SourceText;

/**
 * Cuts a script into statements as the dialect's own client would, in one pass and in time linear
 * in its length.
 */
public interface ScriptSplitter {

  /**
   * The statements of {@code script}. Never throws on bad input: what is left open is reported as a
   * {@link SplitProblem}, and the text from the start of that statement on is still delivered, as
   * the last statement.
   */
  SplitScript split(SourceText script);

  /**
   * The same without what a client does to the text before it looks for statements: variables stay,
   * and so does every branch. For who looks for what the script asks of its client.
   */
  default SplitScript splitAsWritten(SourceText script) {
    return split(script);
  }
}
