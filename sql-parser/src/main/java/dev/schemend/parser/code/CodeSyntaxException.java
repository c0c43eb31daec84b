package dev.schemend.parser.code;

import java.io.Serial;

/** A piece of code that does not go on as it must. Never leaves a reader. */
public final class CodeSyntaxException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final transient Lexeme where;

  /** What was expected, and what stands there instead. */
  public CodeSyntaxException(String message, Lexeme where) {
    super(
        message
            + (where.kind() == Lexeme.Kind.END ? " at its end" : " at \"" + where.text() + "\""),
        null,
        false,
        false);
    this.where = where;
  }

  /** The lexeme that cannot stand where it stands. */
  public Lexeme where() {
    return where;
  }
}
