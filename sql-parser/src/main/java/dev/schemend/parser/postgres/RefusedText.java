package dev.schemend.parser.postgres;

import java.io.Serial;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** The server reads such a text, and refuses it whatever the schema is. */
final class RefusedText extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Token where;
  private final String sqlState;

  /**
   * A refusal.
   *
   * @param reason for a sentence
   */
  RefusedText(ParserRuleContext where, String sqlState, String reason) {
    super(reason, null, false, false);
    this.where = where.getStart();
    this.sqlState = sqlState;
  }

  Token where() {
    return where;
  }

  String sqlState() {
    return sqlState;
  }
}
