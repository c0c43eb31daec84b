package dev.schemend.parser.postgres;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Stops at the first error: no token is inserted or skipped, for a statement that had to be mended
 * is not the one that was written.
 */
final class StrictErrors extends DefaultErrorStrategy {

  /** Where the text stops being a statement. */
  static final class Stop extends ParseCancellationException {

    private static final long serialVersionUID = 1L;

    private final transient Token token;

    private Stop(Token token, RecognitionException cause) {
      super(cause);
      this.token = token;
    }

    Token token() {
      return token;
    }
  }

  @Override
  public void recover(Parser recognizer, RecognitionException error) {
    throw new Stop(offending(recognizer, error), error);
  }

  @Override
  public Token recoverInline(Parser recognizer) {
    InputMismatchException error = new InputMismatchException(recognizer);
    throw new Stop(offending(recognizer, error), error);
  }

  @Override
  public void reportError(Parser recognizer, RecognitionException error) {
    // recover follows at once and carries the error.
  }

  @Override
  public void sync(Parser recognizer) {
    // Looking ahead would report an error at a loop instead of where the statement stops.
  }

  // A prediction fails at the furthest token that any alternative reached.
  private static Token offending(Parser recognizer, RecognitionException error) {
    return error instanceof NoViableAltException || error.getOffendingToken() != null
        ? error.getOffendingToken()
        : recognizer.getCurrentToken();
  }
}
