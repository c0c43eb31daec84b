package dev.schemend.parser.postgres;

import java.io.Serial;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * A statement that the server accepts and the model has no words for. It ends a builder's work and
 * never leaves this package.
 */
final class BeyondTheModel extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Token where;

  BeyondTheModel(ParserRuleContext where, String what) {
    super(what, null, false, false);
    this.where = where.getStart();
  }

  Token where() {
    return where;
  }
}
